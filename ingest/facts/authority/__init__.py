"""Reads the authorities that a document is about: takes the head of its text and its kind, gives names with their clues."""

from ingest.facts.authority.choosing import read_authorities
from ingest.facts.authority.passages import authorities_of_passages

__all__ = ["authorities_of_passages", "read_authorities"]
