"""The kind of a document, which of Ofsted's own it is, and the framework that an inspection or visit was made under."""

import re

from ingest.document import Fact
from ingest.facts.head import Head
from ingest.facts.kinds.weighing import heaviest, weigh
from ingest.vocabulary import Kind

# The pattern that matches first in the head of the text decides which of Ofsted's own kinds it is.
_OWN: tuple[tuple[Kind, str], ...] = (
    (Kind.AREA_SEND, r"area send inspection|local area partnership report|joint area send"),
    (Kind.JOINT, r"joint targeted area inspection|joint area child protection inspection|joint inspection of"),
    (Kind.MONITORING_VISIT, r"^monitoring visit (?:to|of)|letter summarises the findings of the (?:\w+ )?monitoring"),
    (Kind.FOCUSED_VISIT, r"^\W*focus+ed visit (?:to|of)|findings of (?:a|the) focus+ed visit"),
    (Kind.SINGLE, r"inspection of services for children in need of help and protection"),
    (
        Kind.ILACS,
        r"inspection of .{0,80}children.s (?:social care )?services|inspection of children.s social care"
        r"|children.s services\W{1,3}(?:inspection )?report card|type of inspection\W[^\n]{0,40}\bILACS",
    ),
)
_FRAMEWORKS = {
    Kind.ILACS: "inspection of local authority children’s services (ILACS)",
    Kind.SINGLE: "single inspection framework",
    Kind.AREA_SEND: "area SEND inspection",
    Kind.JOINT: "joint inspection",
}
_UNDER = re.compile(r"(?:in line with|under) the (?P<name>[^.]{0,70}?\bframework)\b", re.I)


def read_kind(head: Head) -> Kind:
    """Read the kind of a document from the weight of its clues; note the framework of an inspection or visit of Ofsted's."""
    kind = heaviest(weigh(head))
    return kind or _own_kind(head)


def _own_kind(head: Head) -> Kind:
    """Tell Ofsted's own kinds apart, and note the framework."""
    flat = re.sub(r"[^\S\n]+", " ", head.text.replace("’", "'"))
    folded = re.sub(r"\n(?=\S)", " ", flat)
    matches = [
        (match.start(), kind, " ".join(match.group().split()))
        for kind, pattern in _OWN
        for form in (flat, folded)
        if (match := re.search(pattern, form, re.I | re.M))
    ]
    if not matches:
        return Kind.UNKNOWN
    _, kind, words = min(matches)
    _note_framework(head, kind, words)
    return kind


def _note_framework(head: Head, kind: Kind, words: str) -> None:
    """Note the framework: a report's title implies it, a visit's letter names it."""
    if kind in _FRAMEWORKS:
        head.facts.append(Fact("framework", _FRAMEWORKS[kind], words, head.page_of(words)))
    elif kind in (Kind.FOCUSED_VISIT, Kind.MONITORING_VISIT) and (match := _UNDER.search(head.flat)):
        ilacs = "ilacs" in match["name"].lower() or "inspection of local authority" in match["name"].lower()
        head.note("framework", _FRAMEWORKS[Kind.ILACS] if ilacs else match["name"], *match.span())
