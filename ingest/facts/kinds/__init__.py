"""Reads the kind of a document: takes the head of its text, gives the kind, unknown where the clues leave it undecided."""

from ingest.facts.kinds.frameworks import read_kind

__all__ = ["read_kind"]
