"""Answers a question: takes its words and an index, gives an `Answer` of citations, or a refusal with its reason."""

from qa.answer.citing import Citation, Pinpoint, Quoted, document_reference, hanging, place_reference, source_lines
from qa.answer.finding import find
from qa.answer.parsing import parse, settle
from qa.answer.pipeline import answer_parsed, answer_without_words
from qa.answer.types import Answer, Reason, Table, TableBar, TableRow

__all__ = [
    "Answer",
    "Citation",
    "Pinpoint",
    "Quoted",
    "Reason",
    "Table",
    "TableBar",
    "TableRow",
    "answer_parsed",
    "answer_without_words",
    "document_reference",
    "find",
    "hanging",
    "parse",
    "place_reference",
    "settle",
    "source_lines",
]
