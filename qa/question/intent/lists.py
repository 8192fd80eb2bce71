"""Which kinds of section a question asks to see in full: what needs to improve, strengths, areas for priority action."""

import re

from ingest import Stance

_TO_IMPROVE = (Stance.NEEDS_TO_IMPROVE, Stance.PRIORITY_ACTION)
_REQUESTS = (
    ((Stance.PRIORITY_ACTION,), r"(?:areas? (?:for|of) )?priority (?:and immediate )?actions?"),
    (
        _TO_IMPROVE,
        r"(?:needs?|needed|needing|has|have|had|should|must|could|required|told|asked) (?:to )?(?:be )?(?:improv(?:ed?"
        r"|ing)|do better|get better)"
        r"|areas? (?:for|of|in need of|needing|requiring|that needs?|which needs?) improvement|improvements? (?:needed|required|areas?)"
        r"|recommendations?|recommend(?:ed|s)?|weakness(?:es)?|shortfalls?|shortcomings?|failings?",
    ),
    ((Stance.STRENGTH,), r"strengths?|strong points?|(?:do(?:es|ing)?|did|done|works?|working|going|goes) well"),
)
_PATTERNS = tuple((stances, re.compile(rf"\b(?:{pattern})\b", re.I)) for stances, pattern in _REQUESTS)
_FILLERS = re.compile(
    r"\W*(?:(?:what|which|where|who|whose|everything|please|pls|can|could|i|you|told|one by one|as|bullet(?:ed|s)?|full"
    r"|complete|long|is|are|was|were|be|been|the|an?|its|their|they|it|any|all|some|our|we|of|for|in|to|and|with|that"
    r"|main|key|biggest|top|did|do|does|doing|done|have|has|had|there|find|found|see|list|name|give|given|make|made|say|said|set"
    r"|identif(?:y|ied)|list(?:ed)?|not(?:e|ed)|highlight(?:ed)?|mention(?:ed)?|report(?:ed)?|record(?:ed)?|rais(?:e|ed)|about|out|ofsted|inspectors?|authorit(?:y|ies)|councils?|services?|things?|areas?|points?|parts?"
    r"|works?|show|me|us|tell|well|must|should|set|by|get|got)\b\W*)*",
    re.I,
)

# "List the recommendations on caseloads" asks for what a section lists, though of one subject.
_OF_A_SUBJECT = re.compile(
    rf"^\W*(?:please )?(?:list|give|show|name|set out|tell)\b[^?]*?\b(?:{'|'.join(pattern for _, pattern in _REQUESTS)})\b",
    re.I,
)


def asks_for_section(asked: str, topic: str) -> bool:
    """True if a question asks to have listed what a section lists about one subject."""
    return bool(topic) and bool(_OF_A_SUBJECT.search(asked))


def requested_stances(topic: str) -> tuple[Stance, ...]:
    """The kinds of section that a topic asks to see in full; empty if it asks for anything else as well."""
    for stances, pattern in _PATTERNS:
        match = pattern.search(topic)
        if match and _FILLERS.fullmatch(f"{topic[: match.start()]} {topic[match.end() :]}"):
            return stances
    return ()
