"""Gives passages their vectors: those that an index or the cache holds, and else the model's."""

from collections.abc import Iterable, Sequence
from typing import Protocol

from index.catalogue import Encoding, context_of, digest_of, embedded_text, pack_vector
from index.ranking.tokens import Projection
from index.vectors.cache import VectorCache
from index.vectors.embedder import Embedder
from ingest import Document


class Held(Protocol):
    """Holds encodings that the same model made, on the same axes."""

    def encodings(self, digests: Iterable[bytes]) -> dict[bytes, Encoding]:
        """The encodings of those of these texts that it holds, by digest."""


class PassageEncoder:
    """Encodes the passages of documents.

    Args:
        axes: those that token vectors are packed on.
        held: where encodings are looked for first.
        cache: where they are looked for next, and kept; None for no cache.

    Attributes:
        embedded: how many texts the model has read.
    """

    def __init__(
        self, embedder: Embedder, axes: Projection, held: Sequence[Held], cache: VectorCache | None = None
    ) -> None:
        self._embedder, self._axes, self._held, self._cache = embedder, axes, held, cache
        self.embedded = 0

    def encode(self, documents: Iterable[Document]) -> dict[bytes, Encoding]:
        """The encodings of all passages of some documents, by the digest of the embedded text."""
        texts = {
            digest_of(text): text
            for document in documents
            for passage in document.passages
            for text in [embedded_text(context_of(passage), passage.text)]
        }
        found: dict[bytes, Encoding] = {}
        for held in self._held:
            found |= held.encodings([digest for digest in texts if digest not in found])
        found |= self._cached([digest for digest in texts if digest not in found])
        new = [digest for digest in texts if digest not in found]
        return found | self._embed(new, [texts[digest] for digest in new])

    def _cached(self, digests: Sequence[bytes]) -> dict[bytes, Encoding]:
        if not self._cache:
            return {}
        return {digest: Encoding(digest, *kept) for digest, kept in self._cache.get(digests).items()}

    def _embed(self, digests: Sequence[bytes], texts: Sequence[str]) -> dict[bytes, Encoding]:
        if not texts:
            return {}
        self.embedded += len(texts)
        made = {
            digest: Encoding(digest, pack_vector(encoded.vector), self._axes.pack(encoded.tokens.vectors))
            for digest, encoded in zip(digests, self._embedder.encode_with_tokens(texts), strict=True)
        }
        if self._cache:
            self._cache.put([(each.digest, each.vector, each.tokens) for each in made.values()])
        return made
