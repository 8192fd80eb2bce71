"""The scope of an answer, a search or a count."""

from typing import Annotated

from pydantic import BaseModel, Field

from ingest import Area, Grade, Kind
from qa import Scope


class ScopeBody(BaseModel):
    """Which documents were searched. An empty list sets no limit."""

    words: str = Field(description="The scope in words; empty if every document was searched.")
    authorities: list[str]
    regions: list[str]
    without: list[str] = Field(description="Authorities and regions left out.")
    neighbours_of: list[str] = Field(description="Authorities whose statistical neighbours were searched.")
    unknown: list[str] = Field(description="Unrecognised authority names.")
    years: list[int]
    months: list[Annotated[list[int], Field(min_length=2, max_length=2)]] = Field(
        description="Pairs of year and month."
    )
    kinds: list[Kind]
    judged: list[tuple[Area | None, Grade]] = Field(description="Pairs of area and grade; a null area means any area.")
    latest: bool = Field(
        description="True if only each authority's latest document was searched: of the kinds in scope or, if none is, its latest"
        " inspection (its latest visit if it has no inspection)."
    )

    @classmethod
    def of(cls, scope: Scope) -> "ScopeBody":
        """Describe a scope."""
        return cls(
            words=str(scope),
            authorities=list(scope.authorities),
            regions=list(scope.regions),
            without=list(scope.without),
            neighbours_of=list(scope.neighbours_of),
            unknown=list(scope.unknown),
            years=list(scope.years),
            months=[list(month) for month in scope.months],
            kinds=list(scope.kinds),
            judged=list(scope.judged),
            latest=scope.latest,
        )
