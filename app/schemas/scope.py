"""The scope of an answer, a search or a count."""

from datetime import date
from typing import Annotated

from pydantic import BaseModel, Field

from ingest import Area, AreaOutcome, Grade, Kind, VisitTopic
from qa import Scope


class JudgedBody(BaseModel):
    """A condition on the grades that a document itself gives."""

    areas: list[Area] = Field(description="Any of these areas; if empty, any area at all.")
    grades: list[Grade] = Field(description="Any of these grades.")
    negated: bool = Field(description="True if the document must give none of them there.")


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
    judged: list[JudgedBody] = Field(description="Grades that the document itself must give; all of these hold.")
    periods: list[list[date]] = Field(description="Pairs of a first and a last day; any of them.")
    topics: list[VisitTopic] = Field(description="What a focused visit looked at; any of them.")
    outcomes: list[AreaOutcome] = Field(description="Outcomes of area SEND inspections; any of them.")
    histories: list[str] = Field(description="How the authority's grades ran, in words; all of these hold.")
    events: list[str] = Field(description="Events before or after which the documents are dated, in words.")
    pick: str | None = Field(description="Which of each authority's documents are meant, in words, such as “latest 2”.")
    either: list[str] = Field(description="Alternatives in words, of which any may hold.")
    neither: list[str] = Field(description="What is left out, in words, such as years.")
    speaking_of: list[str] = Field(
        description="Years and kinds of which no document is held, in words; documents that speak of them were searched."
    )
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
            judged=[JudgedBody(areas=list(j.areas), grades=list(j.grades), negated=j.negated) for j in scope.judged],
            periods=[[period.first, period.last] for period in scope.periods],
            topics=list(scope.topics),
            outcomes=list(scope.outcomes),
            histories=[str(history) for history in scope.histories],
            events=[str(event) for event in scope.events],
            pick=str(scope.pick) if scope.pick else None,
            either=[str(either) for either in scope.either],
            neither=[str(neither) for neither in scope.neither],
            speaking_of=[*map(str, scope.spoken.years), *(kind.plural for kind in scope.spoken.kinds)],
            latest=scope.latest,
        )
