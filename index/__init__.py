"""Holds passages and finds them: `Index` searches, `update` reads files into it."""

from index.catalogue import Record, StoredFinding, authorities_of, file_of
from index.errors import StoreError
from index.index import Index
from index.results import SearchResult
from index.updating import Annotator, Summary, update
from index.vectors import DEFAULT_MODEL, Embedder

__all__ = [
    "DEFAULT_MODEL",
    "Annotator",
    "Embedder",
    "Index",
    "Record",
    "SearchResult",
    "StoreError",
    "StoredFinding",
    "Summary",
    "authorities_of",
    "file_of",
    "update",
]
