"""Results: passages that were found, with their documents and scores."""

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass

from index.catalogue import Record, StoredPassage
from ingest import Passage


@dataclass(frozen=True)
class SearchResult:
    """A passage that was found.

    Attributes:
        id: the passage's id.
        record: its document.
        score: what results are ordered by, 0 to 1; comparable only within one search. None for a passage that was looked
            up rather than searched for; the scores below are then 0.
        similarity: cosine of the query's and the passage's vectors, -1 to 1.
        bm25: BM25 score; 0 for a passage without a word of the query.
        late: late interaction of query and passage, 0 to 1; 0 if the search did not rerank.
        fused: the weighted sum of these scores, in standard deviations over the candidates; `score` is its logistic.
    """

    id: str
    record: Record
    passage: Passage
    score: float | None = None
    similarity: float = 0.0
    bm25: float = 0.0
    late: float = 0.0
    fused: float = 0.0


def about(authorities: Collection[str], passages: list[StoredPassage]) -> list[StoredPassage]:
    """Leave out the passages that their document tells to be about other authorities."""
    if not authorities:
        return passages
    return [
        stored
        for stored in passages
        if not stored.passage.authorities or not set(stored.passage.authorities).isdisjoint(authorities)
    ]


def spread(passages: list[StoredPassage], per_document: int | None) -> list[StoredPassage]:
    """Keep at most `per_document` passages of each document, in their order."""
    if not per_document:
        return passages
    counts: Counter[str] = Counter()
    spread = []
    for stored in passages:
        counts[stored.document] += 1
        if counts[stored.document] <= per_document:
            spread.append(stored)
    return spread
