"""The candidate search: passages near in meaning and passages with the query's words, each with all its scores."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from index.catalogue import Catalogue
from index.late_interaction import LateInteraction
from index.lexical import match_any, topic_words
from index.ranking.fusion import Candidate
from index.vectors.embedder import EncodedText
from index.vectors.store import VectorStore
from ingest import Stance

_PER_SEARCH = 100  # candidates from each of the two searches
_MOST_MATCHES = 1000  # the most matches given a BM25 score; the rest would score next to nothing, and count as 0
# Where a scope holds most of the documents, so many times more are looked for among all passages, and those outside it are left out: Chroma
# is far slower with a filter.
_MOST, _MORE = 0.6, 3
_COMPARED_ONE_BY_ONE = 500  # passages; so few are compared by id, which Chroma does much faster than filtering


@dataclass(frozen=True)
class CandidateSearch:
    """Finds the candidates that are then ranked.

    Attributes:
        late_interaction: compares tokens; None to leave that score at 0.
    """

    catalogue: Catalogue
    vectors: VectorStore
    late_interaction: LateInteraction | None

    def find(
        self, query: str, encoded: EncodedText, documents: Collection[str] | None, stances: Collection[Stance]
    ) -> list[Candidate]:
        """The candidates of a query, in no order.

        Args:
            encoded: the query's vectors.
            documents: ids of the documents to search; None for all.
            stances: the stances of the passages to search; empty for all.
        """
        allowed = self._passages_of(stances, documents) if stances else None
        vector = encoded.vector.tolist()
        similarities = self._nearest(vector, documents, allowed)
        scores = self._lexical_scores(query, documents, allowed)
        best = [id_ for id_ in list(scores)[:_PER_SEARCH] if id_ not in similarities]
        similarities |= self.vectors.similarities(vector, best)
        late = self.late_interaction.scores(query, encoded.tokens, list(similarities)) if self.late_interaction else {}
        return [
            Candidate(id_, similarity, scores.get(id_, 0.0), late.get(id_, 0.0))
            for id_, similarity in similarities.items()
        ]

    def _passages_of(self, stances: Collection[Stance], documents: Collection[str] | None) -> set[str]:
        """The ids of the passages with these stances."""
        return {
            id_
            for document, stance_of in self.catalogue.stances().items()
            if documents is None or document in documents
            for id_, stance in stance_of.items()
            if stance in stances
        }

    def _nearest(
        self, vector: Sequence[float], documents: Collection[str] | None, allowed: Collection[str] | None
    ) -> dict[str, float]:
        """The similarities of the nearest passages, nearest first."""
        if allowed is not None:
            return dict(self.vectors.nearest(vector, _PER_SEARCH, ids=sorted(allowed)))
        inside = [record for record in self.catalogue.records() if documents is None or record.id in documents]
        if sum(record.passages for record in inside) <= _COMPARED_ONE_BY_ONE:
            similarities = self.vectors.similarities(vector, self.catalogue.passage_ids(record.id for record in inside))
            return dict(sorted(similarities.items(), key=lambda item: (-item[1], item[0]))[:_PER_SEARCH])
        if documents is not None and len(inside) > _MOST * len(self.catalogue.records()):
            found = self._nearest_of_most(vector, documents)
            if len(found) == _PER_SEARCH:
                return found
        return dict(self.vectors.nearest(vector, _PER_SEARCH, documents))

    def _nearest_of_most(self, vector: Sequence[float], documents: Collection[str]) -> dict[str, float]:
        """The same of documents that are most of all: those among the nearest of all passages, which may be too few."""
        near = dict(self.vectors.nearest(vector, _MORE * _PER_SEARCH))
        inside = {stored.id for stored in self.catalogue.passages(list(near)) if stored.document in documents}
        return dict([item for item in near.items() if item[0] in inside][:_PER_SEARCH])

    def _lexical_scores(
        self, query: str, documents: Collection[str] | None, allowed: Collection[str] | None
    ) -> dict[str, float]:
        """The BM25 scores of the passages with words of the query, best first."""
        terms = topic_words(query)
        matches = self.catalogue.match(match_any(terms), _MOST_MATCHES, documents) if terms else []
        return {id_: score for id_, score in matches if allowed is None or id_ in allowed}
