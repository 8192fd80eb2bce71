"""Holds passages and finds them: `Index` searches, `update` reads files into it."""

from index.catalogue import Label, PassageScope, Polarity, Record, Said, StoredFinding, authorities_of, file_of
from index.checking import check
from index.errors import StoreError
from index.index import Index
from index.one_state import one_state
from index.results import SearchResult
from index.updating import Annotator, Bounds, Summary, correct, forget, update, withdraw
from index.vectors import DEFAULT_MODEL, Embedder

__all__ = [
    "DEFAULT_MODEL",
    "Annotator",
    "Bounds",
    "Embedder",
    "Index",
    "Label",
    "PassageScope",
    "Polarity",
    "Record",
    "Said",
    "SearchResult",
    "StoreError",
    "StoredFinding",
    "Summary",
    "authorities_of",
    "check",
    "correct",
    "file_of",
    "forget",
    "one_state",
    "update",
    "withdraw",
]
