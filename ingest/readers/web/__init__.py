"""Reads web pages as a visitor sees them, and refuses pages that stand in for the one asked for."""

from ingest.readers.web.reader import read

__all__ = ["read"]
