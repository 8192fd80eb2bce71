"""Vectors of passages: takes texts, gives their embeddings, stores them and finds the nearest."""

from index.vectors.cache import VectorCache
from index.vectors.embedder import DEFAULT_MODEL, Embedder, EncodedText, import_ahead
from index.vectors.main_axes import axes_of
from index.vectors.store import VectorStore

__all__ = ["DEFAULT_MODEL", "Embedder", "EncodedText", "VectorCache", "VectorStore", "axes_of", "import_ahead"]
