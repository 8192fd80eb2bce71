"""Answers questions over an index with citations (`ask`), or finds only the passages (`parse`, then `find`)."""

from qa.answer import (
    Answer,
    Citation,
    Reason,
    answer_parsed,
    ask,
    document_reference,
    find,
    parse,
    place,
    place_reference,
)
from qa.question import ParsedQuestion, Scope

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
