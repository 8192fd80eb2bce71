"""What a search gives."""

from pydantic import BaseModel, Field

from app.asking import ResultList
from app.schemas.places import Count, Link, Number, ResultBody
from app.schemas.scope import ScopeBody
from qa import Reason


class SearchBody(BaseModel):
    """One part of a ranked list of passages, and the scope that the query and the filters set."""

    query: str
    scope: ScopeBody
    reason: Reason | None = Field(description="Why nothing was found; null if something was.")
    explanation: str | None = Field(description="Why nothing was found, and what Kloe has instead.")
    summary: str = Field(description="Which part of the list this is, or why the list is empty.")
    total: Count = Field(description="How many passages the whole list has; a search ranks a few hundred at most.")
    limit: Number
    offset: Count
    next: Link | None = Field(description="A link to the next part.")
    results: list[ResultBody]

    @classmethod
    def of(cls, query: str, ranked: ResultList, limit: int, next_link: str | None = None) -> "SearchBody":
        """Describe the results of a search.

        Args:
            next_link: the link to the next part, given only if there is one.
        """
        return cls(
            query=query,
            scope=ScopeBody.of(ranked.scope),
            reason=ranked.reason,
            explanation=ranked.explanation or None,
            summary=ranked.summary,
            total=ranked.total,
            limit=limit,
            offset=ranked.offset,
            next=next_link,
            results=[ResultBody.of(result) for result in ranked.results],
        )
