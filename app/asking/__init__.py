"""Asking an index: takes a question, a query or names with filters, gives an answer, its understanding, passages, findings or counts."""

from app.asking.answering import PreviousTurn, answer, make_writer, previous_turn, writer
from app.asking.briefing import briefing
from app.asking.comparing import compare
from app.asking.counts import count
from app.asking.explaining import Understood, explain
from app.asking.facets import Facets, Match, count_facets, count_search
from app.asking.filters import LATEST, LONGEST_QUESTION, Filters, Region, SearchFilters, check_length, read_values
from app.asking.precedents import precedents
from app.asking.searching import ResultList, Sort, search
from app.asking.trajectories import tracker, trajectory

__all__ = [
    "LATEST",
    "LONGEST_QUESTION",
    "Facets",
    "Filters",
    "Match",
    "PreviousTurn",
    "Region",
    "ResultList",
    "SearchFilters",
    "Sort",
    "Understood",
    "answer",
    "briefing",
    "check_length",
    "compare",
    "count",
    "count_facets",
    "count_search",
    "explain",
    "make_writer",
    "precedents",
    "previous_turn",
    "read_values",
    "search",
    "tracker",
    "trajectory",
    "writer",
]
