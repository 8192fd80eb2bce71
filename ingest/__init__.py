"""Reads files as documents of passages: `read_document`."""

from ingest.document import Document, Kind, Page, Passage, Span
from ingest.errors import KloeError, ReadError
from ingest.reading import read_document

__all__ = ["Document", "Kind", "KloeError", "Page", "Passage", "ReadError", "Span", "read_document"]
