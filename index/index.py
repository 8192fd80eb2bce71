"""An index opened for search."""

import math
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache
from pathlib import Path
from threading import RLock

import numpy as np
from numpy.typing import NDArray

from index.candidates import CandidateSearch
from index.catalogue import Catalogue, Said
from index.folder import Generations, SavedStore
from index.late_interaction import LateInteraction
from index.lexical import stem
from index.opened import Opened
from index.ranking.fusion import Candidate, Weights, fuse
from index.ranking.reranking import LATE_INTERACTION, NONE, make_reranker, rerank_scores
from index.ranking.tokens import QueryTokens
from index.results import SearchResult, about, spread
from index.settings import check_settings
from index.spelling import correct, english_words
from index.stages import stage
from index.vectors.embedder import Embedder, EncodedText
from index.vectors.store import VectorStore
from index.word_weights import word_weight
from ingest import Passage

RERANKED = 24  # passages that a cross-encoder reads
_CACHED_QUERIES = 16  # an answer compares passages with its question more than once
_WEIGHTS, _ANYTHING = Weights(), Said()


class Index:
    """An index folder, opened to read. What is read follows the generation in use, and every change to it.

    Args:
        folder: the index folder.
        embedder: the model that the index is built with; searching an index built with another is an error.
        chroma_url: address of a Chroma server that holds the vectors; None to hold them in the folder.
        reranker: "late-interaction", "none", or a cross-encoder's folder or hub name.
        generation: the generation to read; None for the one in use.

    Attributes:
        saved: what people have saved.
    """

    def __init__(
        self,
        folder: Path,
        embedder: Embedder,
        chroma_url: str | None = None,
        reranker: str = LATE_INTERACTION,
        generation: str | None = None,
    ) -> None:
        self.folder = folder
        self.embedder = embedder
        self.chroma_url = chroma_url
        self.generations = Generations(folder)
        self.saved = SavedStore(folder)
        self._generation = generation
        self._opened: Opened | None = None
        self._pinned: ContextVar[Opened | None] = ContextVar("pinned generation", default=None)
        self._opening = RLock()
        self._encode = lru_cache(_CACHED_QUERIES)(self._encode_query)
        self._compares_tokens = reranker != NONE
        self._reranker = make_reranker(reranker)

    @property
    def catalogue(self) -> Catalogue:
        """The catalogue of the generation in use.

        Raises:
            StoreError: there is no index, or it cannot be read.
        """
        return self._open().catalogue

    @contextmanager
    def pinned(self) -> Iterator[None]:
        """Let everything that this thread reads be of the one state that stands now, whatever a run writes meanwhile."""
        if self._pinned.get():
            yield
            return
        opened = self._open()
        with opened.catalogue.pinned():
            token = self._pinned.set(opened)
            try:
                yield
            finally:
                self._pinned.reset(token)

    def of_generation(self, name: str) -> "Index":
        """The same index, but reading another generation."""
        return Index(self.folder, self.embedder, self.chroma_url, generation=name)

    def _open(self) -> "Opened":
        """The generation in use, opened again if another has taken its place, or if its file is another."""
        if pinned := self._pinned.get():
            return pinned
        name = self._generation or self.generations.opened()
        opened = self._opened
        if opened is None or not opened.is_still(name):
            with self._opening:
                opened = self._opened
                if opened is None or not opened.is_still(name):
                    opened = self._opened = Opened.make(self.generations.path(name), name, self.chroma_url)
        return opened

    def warm(self) -> None:
        """Load the model, open the vector store and read what searches keep in memory, so that the first search is fast."""
        with self.pinned():
            self.catalogue.records()
            self.catalogue.columns.now()
            english_words()
            self._open().near.load()
            self.candidates("warm")

    def open_vectors(self) -> VectorStore:
        """Open the vector store of the generation in use anew, to check it.

        Raises:
            StoreError: it is missing, or cannot be read.
        """
        return self._open().open_store()

    def check_settings(self) -> None:
        """Check that the index was built with this model and the rules of this version.

        Raises:
            StoreError: it was not; the text says what to do.
        """
        check_settings(self.folder, self.catalogue.metadata(), self.embedder)

    @stage("search")
    def search(
        self,
        query: str,
        documents: Collection[str] | None = None,
        limit: int = 20,
        per_document: int | None = None,
        rerank: bool = True,
        weights: Weights = _WEIGHTS,
        said: Said = _ANYTHING,
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
            said: what the passages must say.
            authorities: leave out passages that their document tells to be about others than these; empty to leave out none.

        Raises:
            StoreError: the index was built with another model or other passage rules, or cannot be read.
        """
        with self.pinned():
            self.check_settings()
            candidates = {
                candidate.id: candidate
                for candidate in self.candidates(query, documents, rerank and self._compares_tokens, said)
            }
            return self._ranked(query, candidates, limit, per_document, rerank, weights, authorities)

    def _ranked(
        self,
        query: str,
        candidates: dict[str, Candidate],
        limit: int,
        per_document: int | None,
        rerank: bool,
        weights: Weights,
        authorities: Collection[str],
    ) -> list[SearchResult]:
        scores = fuse(list(candidates.values()), weights)
        passages = about(authorities, self.catalogue.passages(list(scores)))
        passages = spread(passages, per_document)
        if rerank and self._reranker and passages:
            texts = {stored.id: stored.passage.text for stored in passages[:RERANKED]}
            scores = rerank_scores(self._reranker, query, texts, scores, weights.late)
            passages.sort(key=lambda stored: -scores[stored.id])
        return [
            SearchResult(
                id=stored.id,
                record=record,
                passage=stored.passage,
                score=1 / (1 + math.exp(-scores[stored.id])),
                similarity=candidates[stored.id].similarity,
                bm25=candidates[stored.id].bm25,
                late=candidates[stored.id].late,
                fused=scores[stored.id],
            )
            for stored in passages[:limit]
            if (record := self.catalogue.record(stored.document))
        ]

    def candidates(
        self,
        query: str,
        documents: Collection[str] | None = None,
        compare_tokens: bool = True,
        said: Said = _ANYTHING,
    ) -> list[Candidate]:
        """The nearest passages and those with the best words, each with all its scores, in no order.

        Args:
            query: the topic to search for.
            documents: ids of the documents to search; None for all.
            compare_tokens: compare tokens by late interaction; otherwise that score is 0.
            said: what the passages must say.
        """
        with self.pinned():
            opened = self._open()
            search = CandidateSearch(opened.catalogue, opened.near, self._late_interaction if compare_tokens else None)
            return search.find(query, self._encode(query), opened.catalogue.columns.scope(documents, said))

    @property
    def _late_interaction(self) -> LateInteraction:
        return LateInteraction(self.catalogue, self.embedder, self.weigh)

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
        return word_weight(self.catalogue.uses(stem(word.lower())), self.catalogue.count_passages())

    @stage("embed")
    def _encode_query(self, query: str) -> EncodedText:
        return self.embedder.encode_with_tokens([query])[0]
