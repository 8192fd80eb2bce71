"""Reads plain text and Markdown."""

from ingest.readers.plain.text import decode, read, read_text

__all__ = ["decode", "read", "read_text"]
