"""Holds passages and finds them: `Index` searches, `update` reads files into it."""

from index.catalogue import Record, authorities_of, file_of
from index.errors import StoreError
from index.index import Index
from index.results import SearchResult
from index.updating import Summary, update
from index.vectors import DEFAULT_MODEL, Embedder

__all__ = [
    "DEFAULT_MODEL",
    "Embedder",
    "Index",
    "Record",
    "SearchResult",
    "StoreError",
    "Summary",
    "authorities_of",
    "file_of",
    "update",
]
