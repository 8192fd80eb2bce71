"""Reads a question by rule: takes its words, gives a `ParsedQuestion` with scope and topic, and the facts that it asks for."""

from qa.question.facts import FactsAsked, asks_only_for_facts, read_facts_asked
from qa.question.follow_ups import counts_from_quoted_years, follow
from qa.question.parser import ParsedQuestion, QuestionParser
from qa.question.places import nearest_authorities, says_neighbours
from qa.question.remit import out_of_remit
from qa.question.scope import Scope
from qa.question.vocabulary import COUNCIL_PAPERS

__all__ = [
    "COUNCIL_PAPERS",
    "FactsAsked",
    "ParsedQuestion",
    "QuestionParser",
    "Scope",
    "asks_only_for_facts",
    "counts_from_quoted_years",
    "follow",
    "nearest_authorities",
    "out_of_remit",
    "read_facts_asked",
    "says_neighbours",
]
