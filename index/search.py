"""An index opened for search: `Index`."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from threading import RLock

import numpy as np
from numpy.typing import NDArray

from index.catalogue import Catalogue, Record
from index.embedder import Embedder
from index.lexical import any_of, topic_words
from index.vectors import VectorStore
from ingest import Passage

CANDIDATES = 100  # passages that each of the two searches gives to their fusion
_RRF = 60  # Cormack, Clarke and Buettcher 2009: the constant of reciprocal rank fusion


@dataclass(frozen=True)
class SearchResult:
    """One passage that was found.

    Attributes:
        score: the fused score, by which results are ordered.
        similarity: cosine of question and passage, None where only the words were found.
        bm25: lexical score, None where only the vector was near.
    """

    id: str
    record: Record
    passage: Passage
    score: float
    similarity: float | None
    bm25: float | None


class Index:
    """An index folder: the catalogue, and the vector store opened on first use.

    Args:
        folder: the index folder.
        embedder: the model that made it; another is refused when the index is searched.
        chroma_url: address of a Chroma server that holds the vectors in place of the folder.
    """

    def __init__(self, folder: Path, embedder: Embedder, chroma_url: str | None = None) -> None:
        self.folder = folder
        self.embedder = embedder
        self.catalogue = Catalogue(folder, embedder.model)
        self._chroma_url = chroma_url
        self._opening = RLock()

    @cached_property
    def vectors(self) -> VectorStore:
        """The vector store."""
        with self._opening:
            return VectorStore(self.folder / "vectors", self._chroma_url, self.catalogue.made_by()["name"])

    def warm(self) -> None:
        """Load the model and open the vector store, so that the first question need not wait."""
        self.vectors.nearest(self.embedder.embed_query("warm"), 1)

    def search(
        self, query: str, documents: Collection[str] | None = None, limit: int = 20, per_document: int | None = None
    ) -> list[SearchResult]:
        """Find passages by meaning and by words, the two fused by reciprocal rank.

        Args:
            query: the topic asked for.
            documents: ids of the documents to confine the search to; None for all.
            per_document: at most so many results of one document, so that the list is spread over many.

        Raises:
            IndexFault: another model or other passage rules made the index.
        """
        self.catalogue.check_made_by()
        dense = self.vectors.nearest(self.embedder.embed_query(query), CANDIDATES, documents)
        lexical = self.catalogue.match(any_of(topic_words(query)), CANDIDATES, documents) if topic_words(query) else []
        scores = reciprocal_ranks([[id_ for id_, _ in dense], [id_ for id_, _ in lexical]])
        return self._results(scores, dict(dense), dict(lexical), limit, per_document)

    def _results(
        self,
        scores: dict[str, float],
        similarity: dict[str, float],
        bm25: dict[str, float],
        limit: int,
        per_document: int | None,
    ) -> list[SearchResult]:
        records = {record.id: record for record in self.catalogue.records()}
        taken: dict[str, int] = {}
        results: list[SearchResult] = []
        # The store may still hold vectors of passages that are gone; the catalogue does not give those.
        for stored in self.catalogue.passages(sorted(scores, key=lambda id_: -scores[id_])):
            taken[stored.document] = taken.get(stored.document, 0) + 1
            if per_document and taken[stored.document] > per_document:
                continue
            id_ = stored.id
            results.append(
                SearchResult(
                    id_, records[stored.document], stored.passage, scores[id_], similarity.get(id_), bm25.get(id_)
                )
            )
            if len(results) == limit:
                break
        return results

    @property
    def passages(self) -> int:
        """How many passages the index holds."""
        return self.catalogue.count_passages()

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Embed texts with the index's model, as unit vectors (texts, dimensions)."""
        return self.embedder.encode(texts)


def reciprocal_ranks(rankings: Iterable[Sequence[str]]) -> dict[str, float]:
    """Fuse rankings by reciprocal rank: each gives an item 1 / (60 + its rank), counted from 1.

    Source: Cormack, Clarke and Buettcher, "Reciprocal rank fusion outperforms Condorcet and individual rank learning
    methods", SIGIR 2009.
    """
    scores: dict[str, float] = {}
    for ranking in rankings:
        for rank, item in enumerate(ranking, 1):
            scores[item] = scores.get(item, 0.0) + 1 / (_RRF + rank)
    return scores
