"""Asking an index: takes a question or a query with filters, gives an answer, how it was understood, a list of passages, or counts."""

from app.asking.answering import PreviousTurn, answer, make_writer, previous_turn, writer
from app.asking.explaining import Understood, explain
from app.asking.facets import Facets, count_facets
from app.asking.filters import LATEST, LONGEST_QUESTION, Filters, Region, read_values
from app.asking.precedents import precedents
from app.asking.searching import ResultList, Sort, search

__all__ = [
    "LATEST",
    "LONGEST_QUESTION",
    "Facets",
    "Filters",
    "PreviousTurn",
    "Region",
    "ResultList",
    "Sort",
    "Understood",
    "answer",
    "count_facets",
    "explain",
    "make_writer",
    "precedents",
    "previous_turn",
    "read_values",
    "search",
    "writer",
]
