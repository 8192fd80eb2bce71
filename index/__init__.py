"""Holds passages and finds them: `Index` to search, `update` to bring it up to date with files."""

from index.catalogue.catalogue import Record
from index.errors import StoreError
from index.index import Index, SearchResult
from index.updating.update import Summary, update
from index.vectors.embedder import DEFAULT_MODEL, Embedder

__all__ = ["DEFAULT_MODEL", "Embedder", "Index", "Record", "SearchResult", "StoreError", "Summary", "update"]
