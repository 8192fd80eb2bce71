"""Reads a question by rule: takes its words, gives a `ParsedQuestion` with intent, scope and topic."""

from qa.question.follow_ups import counts_from_quoted, follow, is_courtesy
from qa.question.intent import (
    Act,
    Direction,
    FactsAsked,
    Gist,
    Intent,
    Measure,
    Purpose,
    Sides,
    Unit,
    asks_only_for_facts,
)
from qa.question.parsed import ParsedQuestion
from qa.question.parser import QuestionParser
from qa.question.places import nearest_authorities, says_neighbours
from qa.question.scope import Scope
from qa.question.vocabulary import COUNCIL_PAPERS

__all__ = [
    "COUNCIL_PAPERS",
    "Act",
    "Direction",
    "FactsAsked",
    "Gist",
    "Intent",
    "Measure",
    "ParsedQuestion",
    "Purpose",
    "QuestionParser",
    "Scope",
    "Sides",
    "Unit",
    "asks_only_for_facts",
    "counts_from_quoted",
    "follow",
    "is_courtesy",
    "nearest_authorities",
    "says_neighbours",
]
