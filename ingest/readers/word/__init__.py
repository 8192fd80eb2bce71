"""Reads Word documents as a reader sees them: changes accepted, hidden and struck words left out."""

from ingest.readers.word.reader import read

__all__ = ["read"]
