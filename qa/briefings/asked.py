"""What was asked for, and what became of it: how much, what is still open, and what a later paper calls improved."""

from collections import Counter
from collections.abc import Iterable, Sequence

from qa.briefings.alone import stands_alone
from qa.briefings.briefing import Entry, Group, Heading, Quotation, Section
from qa.briefings.matters import OUTCOMES, Matter
from qa.briefings.numbering import Numbering
from qa.briefings.papers import Papers, day, in_sentence

_IMPROVED = 2
_ROOM = 500  # characters of what is called improved, with what tells so


def tell_asked(
    papers: Papers,
    matters: Sequence[Matter],
    before: Sequence[Matter],
    still: Sequence[Matter],
    total: int,
    numbering: Numbering,
) -> Section:
    """Tell what became of what was asked for.

    Args:
        matters, before: what the newest papers, and the inspection before, asked for.
        still: the open matters that are shown.
        total: how many there are.
    """
    if not papers.newest:
        return Section(Heading.ASKED, f"Kloe holds no report or letter of Ofsted on {papers.place}.")
    leads = [_counted(matters), _counted(before)]
    lead = " ".join(filter(None, leads)) or "The newest papers list nothing that must improve."
    improved = _improved([*matters, *before])
    title = "Still open" if len(still) == total else f"Still open ({len(still):,} of {total:,})"
    groups = (
        Group(title, tuple(_entry(matter, numbering) for matter in still)),
        Group("Reported as improved", tuple(_entry(matter, numbering) for matter in improved)),
    )
    return Section(Heading.ASKED, lead, tuple(group for group in groups if group.entries))


def _counted(matters: Sequence[Matter]) -> str:
    """How much some papers asked for, and what became of it, in sentences; empty for nothing."""
    if not matters:
        return ""
    asking = in_sentence(dict.fromkeys(matter.record for matter in matters))
    things = "1 thing" if len(matters) == 1 else f"{len(matters):,} things"
    counts = Counter(matter.now for matter in matters if matter.looked)
    waiting = sum(not matter.looked for matter in matters)
    became = ", ".join(f"{counts[words]:,} {words}" for words in OUTCOMES if counts[words])
    later = f"By later papers: {became}." if became else ""
    none = f"Kloe holds no later paper that could tell of {_of(waiting, len(matters))}." if waiting else ""
    return " ".join(filter(None, (f"{asking[:1].upper()}{asking[1:]} asked for {things}.", later, none)))


def _of(some: int, everything: int) -> str:
    if some == everything:
        return "it" if everything == 1 else "them"
    return f"{some:,} of them"


def _improved(matters: Iterable[Matter]) -> list[Matter]:
    """What is called improved, as much as there is room for, the newest first."""
    chosen: list[Matter] = []
    room = _ROOM
    for matter in matters:
        told = matter.tells
        length = len(matter.asked.quote) + sum(len(citation.quote) for citation in told)
        is_told = not matter.is_open and bool(told) and stands_alone(told[0].quote)
        if is_told and length <= room and len(chosen) < _IMPROVED:
            chosen.append(matter)
            room -= length
    return chosen


def _entry(matter: Matter, numbering: Numbering) -> Entry:
    asked = numbering.number(matter.asked)
    first = Quotation(f"{day(matter.record)}, asked for", asked, repeats=matter.is_priority)
    told = (Quotation(f"{day(each.record)}, {matter.now}", numbering.number(each)) for each in matter.tells)
    return Entry(quotations=(first, *told))
