"""Answers questions from an index, with citations: `ask`; or finds the passages alone: `parse`, then `find`."""

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
