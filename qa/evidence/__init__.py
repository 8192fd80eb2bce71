"""Chooses what to quote: takes search results, gives the sentences, figures, facts and sections that answer, or none."""

from qa.evidence.answerability import Signals, is_answered, read_signals
from qa.evidence.choosing import MANY_AUTHORITIES, ONE_AUTHORITY, Selection, choose
from qa.evidence.discussed import discussed_document
from qa.evidence.fact_values import FactValue, InspectedFact, InspectorFact, JudgedFact, PublishedFact
from qa.evidence.facts import StatedFact, describe_change, find_contradictions, find_facts, judged_fact
from qa.evidence.figures import asks_for_figure, find_figures
from qa.evidence.quotable import Evidence, repeats
from qa.evidence.relevance import Topic, weigh_topic
from qa.evidence.sections import latest_inspections, list_sections, requested_stances, with_sections

__all__ = [
    "MANY_AUTHORITIES",
    "ONE_AUTHORITY",
    "Evidence",
    "FactValue",
    "InspectedFact",
    "InspectorFact",
    "JudgedFact",
    "PublishedFact",
    "Selection",
    "Signals",
    "StatedFact",
    "Topic",
    "asks_for_figure",
    "choose",
    "describe_change",
    "discussed_document",
    "find_contradictions",
    "find_facts",
    "find_figures",
    "is_answered",
    "judged_fact",
    "latest_inspections",
    "list_sections",
    "read_signals",
    "repeats",
    "requested_stances",
    "weigh_topic",
    "with_sections",
]
