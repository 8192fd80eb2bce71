"""An index opened for search."""

import math
from collections import Counter
from collections.abc import Collection, Sequence
from functools import cached_property, lru_cache
from pathlib import Path
from threading import RLock

import numpy as np
from numpy.typing import NDArray

from index.candidates import CandidateSearch
from index.catalogue import Catalogue, StoredPassage
from index.late_interaction import LateInteraction
from index.ranking.fusion import Candidate, Weights, fuse
from index.ranking.reranking import LATE_INTERACTION, NONE, make_reranker, rerank_scores
from index.ranking.tokens import QueryTokens
from index.results import SearchResult
from index.spelling import correct, english_words
from index.vectors.embedder import Embedder, EncodedText
from index.vectors.store import VectorStore
from index.word_weights import word_weight
from ingest import Passage, Stance

RERANKED = 24  # passages that a cross-encoder reads
_CACHED_QUERIES = 16  # an answer compares passages with its question more than once
_WEIGHTS = Weights()


class Index:
    """An index folder: the catalogue, and the vector store opened on first use.

    Args:
        folder: the index folder.
        embedder: the model that the index is built with; searching an index built with another is an error.
        chroma_url: address of a Chroma server that holds the vectors; None to hold them in the folder.
        reranker: "late-interaction", "none", or a cross-encoder's folder or hub name.
    """

    def __init__(
        self, folder: Path, embedder: Embedder, chroma_url: str | None = None, reranker: str = LATE_INTERACTION
    ) -> None:
        self.folder = folder
        self.embedder = embedder
        self.catalogue = Catalogue(folder, embedder.model)
        self._chroma_url = chroma_url
        self._opening = RLock()
        self._encode = lru_cache(_CACHED_QUERIES)(self._encode_query)
        self._late_interaction = LateInteraction(self.catalogue, embedder, self.weigh)
        self._compares_tokens = reranker != NONE
        self._reranker = make_reranker(reranker)

    @cached_property
    def vectors(self) -> VectorStore:
        """The vector store."""
        with self._opening:
            name = self.catalogue.metadata()["name"]
            return VectorStore(self.folder / "vectors", self._chroma_url, name, self.catalogue.vectors_state)

    def warm(self) -> None:
        """Load the model, open the vector store and read what searches keep in memory, so that the first search is fast."""
        self.catalogue.stances()
        self.catalogue.stem_counts()
        english_words()
        self.vectors.nearest(self.embedder.embed_query("warm"), 1)

    def search(
        self,
        query: str,
        documents: Collection[str] | None = None,
        limit: int = 20,
        per_document: int | None = None,
        rerank: bool = True,
        weights: Weights = _WEIGHTS,
        stances: Collection[Stance] = (),
        authorities: Collection[str] = (),
    ) -> list[SearchResult]:
        """Find passages by meaning and by words, best first.

        Args:
            query: the topic to search for.
            documents: ids of the documents to search; None for all.
            limit: the most results.
            per_document: the most results from one document, which spreads them over more documents; None for no limit.
            rerank: compare tokens by late interaction, or read the best passages with the cross-encoder.
            weights: how much each score counts.
            stances: the stances of the passages to search; empty for all.
            authorities: leave out passages that their document tells to be about others than these; empty to leave out none.

        Raises:
            StoreError: the index was built with another model or other passage rules, or cannot be read.
        """
        self.catalogue.check_settings()
        candidates = {
            candidate.id: candidate
            for candidate in self.candidates(query, documents, rerank and self._compares_tokens, stances)
        }
        scores = fuse(list(candidates.values()), weights)
        passages = _about(authorities, self.catalogue.passages(list(scores)))
        passages = _spread(passages, per_document)
        if rerank and self._reranker and passages:
            texts = {stored.id: stored.passage.text for stored in passages[:RERANKED]}
            scores = rerank_scores(self._reranker, query, texts, scores, weights.late)
            passages.sort(key=lambda stored: -scores[stored.id])
        records = {record.id: record for record in self.catalogue.records()}
        passages = [stored for stored in passages if stored.document in records]  # a run may just have deleted one
        return [
            SearchResult(
                id=stored.id,
                record=records[stored.document],
                passage=stored.passage,
                score=1 / (1 + math.exp(-scores[stored.id])),
                similarity=candidates[stored.id].similarity,
                bm25=candidates[stored.id].bm25,
                late=candidates[stored.id].late,
                fused=scores[stored.id],
            )
            for stored in passages[:limit]
        ]

    def candidates(
        self,
        query: str,
        documents: Collection[str] | None = None,
        compare_tokens: bool = True,
        stances: Collection[Stance] = (),
    ) -> list[Candidate]:
        """The nearest passages and those with the best words, each with all its scores, in no order.

        Args:
            query: the topic to search for.
            documents: ids of the documents to search; None for all.
            compare_tokens: compare tokens by late interaction; otherwise that score is 0.
            stances: the stances of the passages to search; empty for all.
        """
        late_interaction = self._late_interaction if compare_tokens else None
        search = CandidateSearch(self.catalogue, self.vectors, late_interaction)
        return search.find(query, self._encode(query), documents, stances)

    def query_tokens(self, query: str) -> QueryTokens | None:
        """A query's weighted tokens, on the axes of the passages' tokens; None if the index is empty."""
        return self._late_interaction.query_tokens(query, self._encode(query).tokens)

    def token_vectors(self, ids: Sequence[str]) -> dict[str, NDArray[np.float32]]:
        """The token vectors of passages by id, each an array of shape (tokens, axes)."""
        return self._late_interaction.token_vectors(ids)

    def token_spans(self, passages: Sequence[Passage]) -> list[list[tuple[int, int]]]:
        """For each passage, `(start, end)` characters of each of its tokens; tokens of its context have negative ones."""
        return self._late_interaction.token_spans(passages)

    def correct(self, text: str) -> str:
        """Correct words absent from the index to the nearest indexed word, at most two letters away."""
        return correct(text, self.catalogue)

    def weigh(self, word: str) -> float:
        """How rare a word is in the passages (inverse document frequency), 0 to 1; 1 if no passage uses it."""
        return word_weight(word, self.catalogue.stem_counts(), self.catalogue.count_passages())

    def _encode_query(self, query: str) -> EncodedText:
        return self.embedder.encode_with_tokens([query])[0]


def _about(authorities: Collection[str], passages: list[StoredPassage]) -> list[StoredPassage]:
    """Leave out the passages that their document tells to be about other authorities."""
    if not authorities:
        return passages
    return [
        stored
        for stored in passages
        if not stored.passage.authorities or not set(stored.passage.authorities).isdisjoint(authorities)
    ]


def _spread(passages: list[StoredPassage], per_document: int | None) -> list[StoredPassage]:
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
