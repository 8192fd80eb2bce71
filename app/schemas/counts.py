"""Counts by facet."""

from collections.abc import Mapping

from pydantic import BaseModel, Field

from app.asking import Facets, Match
from app.schemas.places import Count
from app.schemas.scope import ScopeBody


class FacetValue(BaseModel):
    """A value, and how many documents or passages have it."""

    value: str | int
    count: Count


class FacetsBody(BaseModel):
    """Counts in a scope: of documents; for `stance`, `polarity` and `theme`, of passages."""

    scope: ScopeBody
    words: list[str] = Field(description="The words of the query that a passage must use to be counted.")
    match: Match | None = Field(description="Whether it must use all of them, or any; null without words.")
    documents: Count
    passages: Count
    authority: list[FacetValue]
    region: list[FacetValue]
    year: list[FacetValue]
    kind: list[FacetValue]
    judgement: list[FacetValue]
    topic_of_visit: list[FacetValue]
    outcome: list[FacetValue]
    stance: list[FacetValue]
    polarity: list[FacetValue]
    theme: list[FacetValue]

    @classmethod
    def of(cls, facets: Facets) -> "FacetsBody":
        """Describe the counts in a scope."""
        return cls(
            scope=ScopeBody.of(facets.scope),
            words=list(facets.words),
            match=facets.match,
            documents=facets.documents,
            passages=facets.passages,
            authority=_values(facets.authority),
            region=_values(facets.region),
            year=_values(facets.year),
            kind=_values(facets.kind),
            judgement=_values(facets.judgement),
            topic_of_visit=_values(facets.topic_of_visit),
            outcome=_values(facets.outcome),
            stance=_values(facets.stance),
            polarity=_values(facets.polarity),
            theme=_values(facets.theme),
        )


def _values(counts: Mapping[str, int] | Mapping[int, int]) -> list[FacetValue]:
    return [FacetValue(value=value, count=count) for value, count in counts.items()]
