"""Chooses what to quote: takes search results, gives the sentences, figures, facts and sections that answer, or none."""

from qa.evidence.answering import Judged, Judgement, judge
from qa.evidence.choosing import (
    ANSWERED,
    MOST_OF_DOCUMENT,
    NEAR_OF_MANY,
    QUOTED,
    QUOTED_OF_MANY,
    choose,
    choose_near,
    choose_of_many,
    choose_otherwise,
    likely_enough,
    told_of_many,
    whole_if_short,
)
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
from qa.evidence.relevance import Topic, TopicSimilarity, weigh_topic
from qa.evidence.sections import list_sections, newest_papers, with_sections
from qa.evidence.units import Evidence, repeats

__all__ = [
    "ANSWERED",
    "MOST_OF_DOCUMENT",
    "NEAR_OF_MANY",
    "QUOTED",
    "QUOTED_OF_MANY",
    "Evidence",
    "FactValue",
    "InspectedFact",
    "InspectorFact",
    "Judged",
    "JudgedFact",
    "Judgement",
    "MeetingFact",
    "PublishedFact",
    "StatedFact",
    "Topic",
    "TopicSimilarity",
    "choose",
    "choose_near",
    "choose_of_many",
    "choose_otherwise",
    "describe_change",
    "discussed_document",
    "find_contradictions",
    "find_facts",
    "find_figures",
    "find_meeting_facts",
    "judge",
    "judged_fact",
    "likely_enough",
    "list_sections",
    "newest_papers",
    "repeats",
    "told_of_many",
    "weigh_topic",
    "whole_if_short",
    "with_sections",
]
