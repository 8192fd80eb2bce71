"""Answers questions over an index, with citations: `ask`; or gives the passages alone: `parse` and `find`."""

from qa.answer import Answer, Citation, Reason, document_reference, place
from qa.asking import ask, find, parse
from qa.scope import ParsedQuestion, Scope

__all__ = [
    "Answer",
    "Citation",
    "ParsedQuestion",
    "Reason",
    "Scope",
    "ask",
    "document_reference",
    "find",
    "parse",
    "place",
]
