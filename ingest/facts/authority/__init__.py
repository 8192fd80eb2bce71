"""Reads the authorities that a document is about: takes the head of its text and its kind, gives names with their clues."""

from ingest.facts.authority.choosing import OWN_KINDS, read_authorities
from ingest.facts.authority.passages import authorities_of_passages

__all__ = ["OWN_KINDS", "authorities_of_passages", "read_authorities"]
