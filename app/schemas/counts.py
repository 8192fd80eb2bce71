"""Counts by facet."""

from collections.abc import Mapping

from pydantic import BaseModel

from app.asking import Facets
from app.schemas.places import Count
from app.schemas.scope import ScopeBody
from qa import Scope


class FacetValue(BaseModel):
    """A value, and how many documents or passages have it."""

    value: str | int
    count: Count


class FacetsBody(BaseModel):
    """Counts in a scope: of documents; for `stance`, of passages."""

    scope: ScopeBody
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

    @classmethod
    def of(cls, scope: Scope, facets: Facets) -> "FacetsBody":
        """Describe the counts in a scope."""
        return cls(
            scope=ScopeBody.of(scope),
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
        )


def _values(counts: Mapping[str, int] | Mapping[int, int]) -> list[FacetValue]:
    return [FacetValue(value=value, count=count) for value, count in counts.items()]
