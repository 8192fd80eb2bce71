"""Answers questions over an index, with citations: `ask`; or gives the passages alone: `parse` and `find`."""

from qa.answer.pipeline import answer_parsed, ask, find, parse
from qa.answer.types import Answer, Citation, Reason, document_reference, place, place_reference
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
    "place_reference",
]
