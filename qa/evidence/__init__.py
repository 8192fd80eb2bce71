"""Chooses what to quote: takes search results, gives the sentences, figures, facts and sections that answer, or none."""

from qa.evidence.answerability import Signals, is_answered, read_signals
from qa.evidence.choosing import MANY_AUTHORITIES, ONE_AUTHORITY, Selection, choose
from qa.evidence.discussed import discussed_document
from qa.evidence.fact_values import FactValue, InspectedFact, InspectorFact, JudgedFact, MeetingFact, PublishedFact
from qa.evidence.facts import (
    StatedFact,
    describe_change,
    find_contradictions,
    find_facts,
    find_meeting_facts,
    judged_fact,
)
from qa.evidence.figures import find_figures
from qa.evidence.quotable import Evidence, repeats
from qa.evidence.relevance import Topic, weigh_topic
from qa.evidence.sections import latest_inspections, list_sections, with_sections

__all__ = [
    "MANY_AUTHORITIES",
    "ONE_AUTHORITY",
    "Evidence",
    "FactValue",
    "InspectedFact",
    "InspectorFact",
    "JudgedFact",
    "MeetingFact",
    "PublishedFact",
    "Selection",
    "Signals",
    "StatedFact",
    "Topic",
    "choose",
    "describe_change",
    "discussed_document",
    "find_contradictions",
    "find_facts",
    "find_figures",
    "find_meeting_facts",
    "is_answered",
    "judged_fact",
    "latest_inspections",
    "list_sections",
    "read_signals",
    "repeats",
    "weigh_topic",
    "with_sections",
]
