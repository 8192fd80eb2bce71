"""Late interaction: compares the tokens of a query with those of passages."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.catalogue import Catalogue, context_of, embedded_text
from index.ranking.tokens import Projection, QueryTokens, TokenVectors, query_tokens
from index.vectors.embedder import Embedder
from ingest import Passage


@dataclass(frozen=True)
class LateInteraction:
    """The token vectors of an index, compared with those of queries.

    Attributes:
        catalogue: holds the passages' token vectors.
        embedder: gives those of queries.
        weigh: the weight of a word of a query.
    """

    catalogue: Catalogue
    embedder: Embedder
    weigh: Callable[[str], float]

    def scores(self, query: str, tokens: TokenVectors, ids: Sequence[str]) -> dict[str, float]:
        """Late interaction of a query with passages, 0 to 1, by passage id.

        Args:
            tokens: the query's tokens.
        """
        weighted = self.query_tokens(query, tokens)
        if weighted is None:
            return {}
        vectors = self.token_vectors(ids)
        return dict(zip(vectors, weighted.similarity(list(vectors.values())).tolist(), strict=True))

    def query_tokens(self, query: str, tokens: TokenVectors) -> QueryTokens | None:
        """A query's weighted tokens, on the axes of the passages' tokens; None if the index is empty."""
        projection = self._projection
        return None if projection is None else query_tokens(query, tokens, projection, self.weigh)

    def token_vectors(self, ids: Sequence[str]) -> dict[str, NDArray[np.float32]]:
        """The token vectors of passages by id, each an array of shape (tokens, axes)."""
        projection = self._projection
        if projection is None:
            return {}
        return {id_: projection.unpack(packed) for id_, packed in self.catalogue.packed_tokens(ids).items()}

    def token_spans(self, passages: Sequence[Passage]) -> list[list[tuple[int, int]]]:
        """For each passage, `(start, end)` characters of each of its tokens; tokens of its context have negative ones."""
        texts = [embedded_text(context_of(passage), passage.text) for passage in passages]
        before = [len(text) - len(passage.text) for text, passage in zip(texts, passages, strict=True)]
        return [
            [(start - length, end - length) for start, end in spans]
            for spans, length in zip(self.embedder.token_spans(texts), before, strict=True)
        ]

    @property
    def _projection(self) -> Projection | None:
        return self.catalogue.axes(self.embedder.token_axes)
