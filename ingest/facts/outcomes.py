"""What an inspection or visit concludes apart from grades: the outcome for an area, and areas for priority action."""

import re
from collections.abc import Sequence

from ingest.document import Fact, Passage
from ingest.facts.head import Head
from ingest.vocabulary import Kind

_OUTCOME = re.compile(r"[Ii]nspection [Oo]utcome\s+(?P<outcome>[A-Z].{20,500}?\.)\s")
_PRIORITY_ACTION = re.compile(r"areas? for priority action|priority and immediate action", re.I)


def read_outcome(head: Head, kind: Kind) -> str | None:
    """Read the outcome of an area SEND inspection: the sentence it gives instead of grades."""
    match = _OUTCOME.search(head.flat)
    if kind is not Kind.AREA_SEND or not match:
        return None
    outcome = " ".join(match["outcome"].split())
    head.note("outcome", outcome, *match.span("outcome"))
    return outcome


def read_priority_actions(passages: Sequence[Passage]) -> list[Fact]:
    """Read the areas for priority action: every passage under that heading."""
    return [
        Fact("area for priority action", passage.text, passage.text, passage.page)
        for passage in passages
        if any(map(_PRIORITY_ACTION.match, passage.headings))
    ]
