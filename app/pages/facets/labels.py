"""Facets and their values in words."""

from app.pages.templating import capitalised
from ingest import AreaOutcome, Grade, Kind, Stance, VisitTopic

TITLES = {
    "authority": "Authority",
    "region": "Region",
    "year": "Year",
    "kind": "Kind of document",
    "judgement": "Overall judgement",
    "topic_of_visit": "Focused visit on",
    "outcome": "Outcome for SEND",
    "stance": "Strength or weakness",
    "polarity": "Praise or criticism",
    "theme": "Theme",
}
OF_PASSAGES = ("stance", "polarity", "theme")
_STANCES = {
    Stance.STRENGTH: "Strengths",
    Stance.NEEDS_TO_IMPROVE: "Needs to improve",
    Stance.PRIORITY_ACTION: "Priority actions",
    Stance.DECISION: "Decisions",
}


def stance_label(stance: Stance) -> str:
    """A kind of section in words; empty if its words are neither strengths nor weaknesses nor decisions."""
    return _STANCES.get(stance, "")


def value_label(facet: str, value: str) -> str:
    """A facet's value in words."""
    match facet:
        case "kind":
            return capitalised(Kind(value).plural)
        case "judgement":
            return Grade(value).label
        case "topic_of_visit":
            return capitalised(VisitTopic(value).label)
        case "outcome":
            return AreaOutcome(value).label
        case "stance":
            return stance_label(Stance(value)) or value
        case "polarity":
            return capitalised(value)
    return value
