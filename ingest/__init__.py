"""Reads files as documents of passages: `read_document`."""

from ingest.document import (
    Area,
    Document,
    Fact,
    Furniture,
    Grade,
    Judgement,
    Kind,
    Page,
    Passage,
    Span,
    Stance,
)
from ingest.errors import KloeError, ReadError
from ingest.reading import read_document

__all__ = [
    "Area",
    "Document",
    "Fact",
    "Furniture",
    "Grade",
    "Judgement",
    "Kind",
    "KloeError",
    "Page",
    "Passage",
    "ReadError",
    "Span",
    "Stance",
    "read_document",
]
