"""Questions for all that a section lists: what needs to improve, the strengths, the areas for priority action."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice

from index import Index, Record, SearchResult
from ingest import Kind, Stance

_MOST = 12  # passages of one question, shared by the authorities that it names
_TO_IMPROVE = (Stance.NEEDS_TO_IMPROVE, Stance.PRIORITY_ACTION)
_ASKED = (
    ((Stance.PRIORITY_ACTION,), r"(?:areas? (?:for|of) )?priority (?:and immediate )?actions?"),
    (
        _TO_IMPROVE,
        r"(?:needs?|needed|has|have|had|should|must|could|required|told|asked) (?:to )?(?:be )?(?:improved?|do better|get better)"
        r"|areas? (?:for|of|in need of) improvement|improvements? (?:needed|required|areas?)"
        r"|recommendations?|recommend(?:ed|s)?|weakness(?:es)?|shortfalls?|shortcomings?|failings?",
    ),
    ((Stance.STRENGTH,), r"strengths?|strong points?|(?:do(?:es|ing)?|did|done|works?|working|going|goes) well"),
)
_PATTERNS = tuple((stances, re.compile(rf"\b(?:{pattern})\b", re.I)) for stances, pattern in _ASKED)
_BESIDE = re.compile(
    r"\W*(?:(?:what|which|where|who|whose|is|are|was|were|be|been|the|an?|its|their|they|it|any|all|some|of|for|in|to|and|with|that"
    r"|main|key|biggest|top|did|do|does|doing|done|have|has|had|there|find|found|see|list|name|give|given|make|made|say|said|set"
    r"|identif(?:y|ied)|about|out|ofsted|inspectors?|authorit(?:y|ies)|councils?|services?|things?|get|got)\b\W*)*",
    re.I,
)
_NONE = re.compile(r"there (?:are|were|is|was) no\b|no (?:areas|priority|recommendations)|none\b|not applicable", re.I)


def stances_asked(topic: str) -> tuple[Stance, ...]:
    """What the sections say that a topic asks for all of; nothing where it asks for anything besides."""
    for stances, pattern in _PATTERNS:
        match = pattern.search(topic)
        if match and _BESIDE.fullmatch(f"{topic[: match.start()]} {topic[match.end() :]}"):
            return stances
    return ()


def holding(index: Index, stances: Sequence[Stance], inside: Sequence[Record]) -> list[Record]:
    """The documents with a section of these stances, the newest first."""
    held = index.catalogue.stances()
    records = [record for record in inside if not set(stances).isdisjoint(held.get(record.id, {}).values())]
    return sorted(records, key=lambda record: (-record.day_number, record.id))


def still_standing(records: Sequence[Record]) -> list[Record]:
    """Of each authority the newest inspection of children's services, and what came after it; newest first, as given.

    Joint and area SEND inspections, which are about other bodies too, come behind the others.
    """
    kept, inspected = [], set()
    for record in records:
        authority = record.authority or record.id
        if authority not in inspected:
            kept.append(record)
        if record.kind in (Kind.ILACS, Kind.SINGLE):
            inspected.add(authority)
    return sorted(kept, key=lambda record: record.kind in (Kind.AREA_SEND, Kind.JOINT))


def listed(index: Index, stances: Sequence[Stance], records: Sequence[Record], authorities: int) -> list[SearchResult]:
    """The passages of these documents' sections: of each authority its share, or one of each document where they are many.

    Args:
        authorities: how many authorities the question is about.
    """
    many = authorities > _MOST // 2
    share = _MOST // max(1, authorities)
    taken: Counter[str | None] = Counter()
    found: list[SearchResult] = []
    for record in records[: 2 * _MOST]:
        room = 1 if many else max(0, share - taken[record.authority])
        passages = list(islice(_passages(index, stances, record), room))
        taken[record.authority] += len(passages)
        found += passages
    return found


def _passages(index: Index, stances: Sequence[Stance], record: Record) -> Iterator[SearchResult]:
    for stored in index.catalogue.document_passages(record.id):
        if stored.passage.stance in stances and not _NONE.match(stored.passage.text):
            yield SearchResult(stored.id, record, stored.passage, 1.0, 1.0, 0.0)
