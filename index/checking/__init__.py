"""Checks that an index keeps its promises: takes an index, gives what is wrong with it, in words."""

from index.checking.check import broken_documents, check, damage

__all__ = ["broken_documents", "check", "damage"]
