"""Answers questions over an index with citations (`ask`), or finds only the passages (`parse`, then `find`)."""

from qa.answer import (
    Answer,
    Citation,
    Pinpoint,
    Reason,
    document_reference,
    find,
    parse,
    place_reference,
    settle,
)
from qa.asking import answer_parsed, ask
from qa.evidence import discussed_document
from qa.question import ParsedQuestion, Scope

__all__ = [
    "Answer",
    "Citation",
    "ParsedQuestion",
    "Pinpoint",
    "Reason",
    "Scope",
    "answer_parsed",
    "ask",
    "discussed_document",
    "document_reference",
    "find",
    "parse",
    "place_reference",
    "settle",
]
