"""Answers questions over an index, with citations: `ask`; or gives the passages alone: `parse` and `find`."""

from qa.answer import Answer, Citation, Reason, answer_parsed, ask, document_reference, find, parse, place
from qa.question.scope import ParsedQuestion, Scope

__all__ = [
    "Answer",
    "Citation",
    "ParsedQuestion",
    "Reason",
    "Scope",
    "answer_parsed",
    "ask",
    "document_reference",
    "find",
    "parse",
    "place",
]
