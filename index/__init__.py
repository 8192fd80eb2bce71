"""Holds passages and finds them: `Index` to search, `update` to bring it up to date with files."""

from index.catalogue import Record
from index.embedder import DEFAULT_MODEL, Embedder
from index.errors import IndexFault
from index.indexing import Summary, update
from index.search import Index, SearchResult

__all__ = ["DEFAULT_MODEL", "Embedder", "Index", "IndexFault", "Record", "SearchResult", "Summary", "update"]
