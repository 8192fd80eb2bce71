"""An index opened for search: `Index`."""

import math
import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from pathlib import Path
from threading import RLock

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import process
from rapidfuzz.distance import OSA
from spellchecker import SpellChecker

from index.catalogue.catalogue import Catalogue, Record, StoredPassage, context_of, embedded_text
from index.lexical import STOPWORDS, any_of, stem, topic_words, words
from index.ranking.fusion import Candidate, Weights, fuse, standardise
from index.ranking.reranking import LATE_INTERACTION, NONE, Reranker, make_reranker
from index.ranking.tokens import Projection, QueryTokens, TokenVectors, query_tokens
from index.vectors.embedder import Embedder, Encoded
from index.vectors.store import VectorStore
from ingest import Passage, Stance

CANDIDATES = 100  # passages that each of the two searches gives to their fusion
_SCORED = 1000  # passages whose lexical score is known; one that is not among them has none to speak of
RERANKED = 24  # passages that a cross-encoder looks at again
_KEPT = 16  # queries whose vectors are kept
_FEW = 500  # passages up to which every one is compared
_WEIGHTS = Weights()


@dataclass(frozen=True)
class SearchResult:
    """One passage that was found.

    Attributes:
        score: by which results are ordered, 0 to 1; it compares results of one search, and no others. None for a passage
            that was looked up, not searched for; the figures below are then 0.
        similarity: cosine of question and passage.
        bm25: lexical score; 0 for a passage with no word of the question.
        late: late interaction of question and passage, 0 to 1; 0 where it was not asked for.
        fused: the weighed sum of them, in standard deviations over the candidates; `score` is its logistic.
    """

    id: str
    record: Record
    passage: Passage
    score: float | None = None
    similarity: float = 0.0
    bm25: float = 0.0
    late: float = 0.0
    fused: float = 0.0


class Index:
    """An index folder: the catalogue, and the vector store opened on first use.

    Args:
        folder: the index folder.
        embedder: the model that made it; another is refused when the index is searched.
        chroma_url: address of a Chroma server that holds the vectors in place of the folder.
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
        self._encode = lru_cache(_KEPT)(self._encode_query)  # an answer compares with its question more than once
        self._late = reranker != NONE
        self._reranker = make_reranker(reranker)

    @cached_property
    def vectors(self) -> VectorStore:
        """The vector store."""
        with self._opening:
            name = self.catalogue.made_by()["name"]
            return VectorStore(self.folder / "vectors", self._chroma_url, name, self.catalogue.vectors_state)

    def warm(self) -> None:
        """Read what searches keep, load the model and open the vector store, so that the first question need not wait."""
        self.catalogue.stances()
        self.catalogue.stem_counts()
        _english()
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
    ) -> list[SearchResult]:
        """Find passages by meaning and by words, and look closer at what was found.

        Args:
            query: the topic asked for.
            documents: ids of the documents to confine the search to; None for all.
            per_document: at most so many results of one document, so that the list is spread over many.
            rerank: look closer: by late interaction, or with the cross-encoder that is set.
            stances: only passages whose section says this of its findings; none for all.

        Raises:
            StoreError: another model or other passage rules made the index.
        """
        self.catalogue.check_made_by()
        candidates = self.candidates(query, documents, rerank and self._late, stances)
        found = {candidate.id: candidate for candidate in candidates}
        scores = fuse(list(found.values()), weights)
        stored = _spread(self.catalogue.passages(list(scores)), per_document)
        if rerank and self._reranker and stored:
            scores = self._rerank(self._reranker, query, stored[:RERANKED], scores, weights.late)
            stored.sort(key=lambda one: -scores[one.id])
        records = {record.id: record for record in self.catalogue.records()}
        stored = [one for one in stored if one.document in records]  # a run may just have taken one out
        return [
            SearchResult(
                one.id,
                records[one.document],
                one.passage,
                1 / (1 + math.exp(-scores[one.id])),
                found[one.id].similarity,
                found[one.id].bm25,
                found[one.id].late,
                scores[one.id],
            )
            for one in stored[:limit]
        ]

    def candidates(
        self,
        query: str,
        documents: Collection[str] | None = None,
        late: bool = True,
        stances: Collection[Stance] = (),
    ) -> list[Candidate]:
        """The nearest passages and those with the best words, each with all its scores, in no order.

        Args:
            late: compare their tokens too; else that score is 0.
            stances: only passages whose section says this of its findings; none for all.
        """
        only = self._of_stance(stances, documents) if stances else None
        asked = self._encode(query)
        vector = asked.vector.tolist()
        dense = self._nearest(vector, documents, only)
        terms = topic_words(query)
        lexical = dict(self.catalogue.match(any_of(terms), _SCORED, documents)) if terms else {}
        lexical = {id_: score for id_, score in lexical.items() if only is None or id_ in only}
        dense |= self.vectors.similarities(vector, [id_ for id_ in list(lexical)[:CANDIDATES] if id_ not in dense])
        alike = self.late_interaction(query, asked.tokens, list(dense)) if late else {}
        return [
            Candidate(id_, similarity, lexical.get(id_, 0.0), alike.get(id_, 0.0)) for id_, similarity in dense.items()
        ]

    def _of_stance(self, stances: Collection[Stance], documents: Collection[str] | None) -> set[str]:
        """The ids of the passages of these stances."""
        return {
            id_
            for document, held in self.catalogue.stances().items()
            if documents is None or document in documents
            for id_, stance in held.items()
            if stance in stances
        }

    def _nearest(
        self, vector: Sequence[float], documents: Collection[str] | None, only: Collection[str] | None
    ) -> dict[str, float]:
        """The nearest passages with their similarity; of few documents by their ids, which Chroma finds much faster."""
        if only is not None:
            return dict(self.vectors.nearest(vector, CANDIDATES, ids=sorted(only)))
        inside = [record for record in self.catalogue.records() if documents is None or record.id in documents]
        if sum(record.passages for record in inside) <= _FEW:
            all_of_them = self.vectors.similarities(vector, self.catalogue.passage_ids(record.id for record in inside))
            return dict(sorted(all_of_them.items(), key=lambda item: (-item[1], item[0]))[:CANDIDATES])
        return dict(self.vectors.nearest(vector, CANDIDATES, documents))

    def late_interaction(self, query: str, tokens: TokenVectors, ids: Sequence[str]) -> dict[str, float]:
        """Late interaction of a question with passages, 0 to 1, by id."""
        held = self.token_vectors(ids)
        asked = self.query_tokens(query, tokens)
        return dict(zip(held, asked.similarity(list(held.values())).tolist(), strict=True)) if asked else {}

    def query_tokens(self, query: str, tokens: TokenVectors | None = None) -> QueryTokens | None:
        """A question's tokens as they are compared with those of passages; None where the index holds no passage."""
        projection = self._projection
        if projection is None:
            return None
        return query_tokens(query, tokens or self._encode(query).tokens, projection, self.weigh)

    def _encode_query(self, query: str) -> Encoded:
        """The vectors of a query."""
        return self.embedder.encode_with_tokens([query])[0]

    def token_vectors(self, ids: Sequence[str]) -> dict[str, NDArray[np.float32]]:
        """The token vectors (tokens, axes) of passages, by id."""
        projection = self._projection
        if projection is None:
            return {}
        return {id_: projection.unpack(packed) for id_, packed in self.catalogue.packed_tokens(ids).items()}

    def token_spans(self, passage: Passage) -> list[tuple[int, int]]:
        """`(start, end)` characters of each of a passage's tokens; those of its context stand before it, below 0."""
        text = embedded_text(context_of(passage), passage.text)
        before = len(text) - len(passage.text)
        return [(start - before, end - before) for start, end in self.embedder.token_spans(text)]

    @property
    def _projection(self) -> Projection | None:
        return self.catalogue.projection(self.embedder.token_axes)

    @staticmethod
    def _rerank(
        reranker: Reranker, query: str, stored: Sequence[StoredPassage], scores: dict[str, float], weight: float
    ) -> dict[str, float]:
        """The scores with the reranker's added to those that it has looked at; all others stay below these."""
        again = standardise(reranker.score(query, [one.passage.text for one in stored]).tolist())
        sums = {one.id: scores[one.id] + weight * float(more) for one, more in zip(stored, again, strict=True)}
        others = {id_: score for id_, score in scores.items() if id_ not in sums}
        drop = max(0.0, max(others.values(), default=0.0) - min(sums.values(), default=0.0)) + 1e-9  # none is level
        return sums | {id_: score - drop for id_, score in others.items()}

    def correct(self, text: str) -> str:
        """Write a text with each word that no passage uses as the word that it misspells, where one is a letter or two away."""
        return re.sub(r"[A-Za-z]{5,}", lambda match: self._meant(match.group()), text)

    def _meant(self, word: str) -> str:
        counts = self.catalogue.stem_counts()
        unknown = stem(word.lower())
        if unknown in counts or word.lower() in STOPWORDS or word.lower() in _english():
            return word
        allowed = 1 if len(unknown) < 9 else 2
        near = process.extract(unknown, counts.keys(), scorer=OSA.distance, score_cutoff=allowed, limit=20)
        near = [found for found in near if found[1] < 2 or found[0][:3] == unknown[:3]]
        if not near:
            return word
        best = max(near, key=lambda found: counts[found[0]])[0]
        stored = self.catalogue.passages([id_ for id_, _ in self.catalogue.match(any_of([best]) + "*", 30)])
        spelt = {used for one in stored for used in words(one.passage.text) if stem(used) == best}
        return min(spelt, key=lambda used: (OSA.distance(used, word.lower()), used), default=word)

    def weigh(self, word: str) -> float:
        """How rare a word is in the passages (inverse document frequency), 0 to 1; 1 where none uses it."""
        passages = max(2, self.passages)
        uses = self.catalogue.stem_counts().get(stem(word.lower()), 0)
        return math.log(1 + passages / (uses + 1)) / math.log(1 + passages)

    @property
    def passages(self) -> int:
        """How many passages the index holds."""
        return self.catalogue.count_passages()


@cache
def _english() -> SpellChecker:
    """English words, which are no misspellings even where no passage uses them."""
    return SpellChecker(language="en")


def _spread(stored: list[StoredPassage], per_document: int | None) -> list[StoredPassage]:
    """At most so many of each document, in their order."""
    if not per_document:
        return stored
    taken: Counter[str] = Counter()
    kept = []
    for one in stored:
        taken[one.document] += 1
        if taken[one.document] <= per_document:
            kept.append(one)
    return kept
