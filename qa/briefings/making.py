"""Makes a briefing."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from index import Index, Record
from qa.answer import Citation
from qa.answer.messages import joined
from qa.briefings.asked import tell_asked
from qa.briefings.briefing import Briefing, Heading, Section
from qa.briefings.decided import tell_decided
from qa.briefings.elsewhere import tell_elsewhere
from qa.briefings.enquiry import tell_enquiry
from qa.briefings.found import tell_found
from qa.briefings.matters import Matter, matters_of, open_matters
from qa.briefings.numbering import Numbering
from qa.briefings.papers import Papers
from qa.briefings.standing import tell_standing
from qa.trajectories import track

_OPEN, _LEAST_OPEN = 5, 3
_ROOM = 1500  # characters of what is still open
_PRIORITIES = 3
_FOLLOWS = frozenset({Heading.FOUND, Heading.ASKED, Heading.ELSEWHERE, Heading.ENQUIRY})


@dataclass(frozen=True)
class _Followed:
    """What was asked for, followed through later papers: by the newest papers, by those before, and what is open and shown.

    Attributes:
        total: how many matters are open.
        priorities: what the newest papers ask for first.
    """

    matters: Sequence[Matter] = ()
    before: Sequence[Matter] = ()
    still: Sequence[Matter] = ()
    total: int = 0
    priorities: Sequence[Citation] = ()


def make_briefing(index: Index, place: str, headings: Collection[Heading] = tuple(Heading)) -> Briefing:
    """Make the briefing on an authority: two pages, in quotations.

    Args:
        place: its official name.
        headings: the sections to make. Those that follow what was asked for take longest.
    """
    papers = Papers.of(index, place)
    if not papers.held:
        return Briefing(place, explanation=f"Kloe holds no papers on {place}.")
    numbering = Numbering(index)
    followed = _follow(index, papers) if _FOLLOWS & set(headings) else _Followed()
    make: dict[Heading, Callable[[], Section]] = {
        Heading.STANDS: lambda: tell_standing(index, papers, numbering),
        Heading.FOUND: lambda: tell_found(index, papers, followed.priorities, numbering),
        Heading.ASKED: lambda: tell_asked(
            papers, followed.matters, followed.before, followed.still, followed.total, numbering
        ),
        Heading.DECIDED: lambda: tell_decided(index, papers, numbering),
        Heading.ELSEWHERE: lambda: tell_elsewhere(index, papers, followed.still, numbering),
        Heading.ENQUIRY: lambda: tell_enquiry(papers, followed.still, numbering),
    }
    return Briefing(place, _lead(papers.held), tuple(make[heading]() for heading in Heading if heading in headings))


def _follow(index: Index, papers: Papers) -> _Followed:
    tracked = track(index, papers.place, inside=[*papers.newest, *papers.before])
    matters, before = (matters_of(tracked, records) for records in (papers.newest, papers.before))
    opened = open_matters(papers, matters, before)
    priorities = [matter.asked for matter in matters if matter.is_priority][:_PRIORITIES]
    return _Followed(matters, before, _with_room(opened), len(opened), priorities)


def _with_room(matters: Sequence[Matter]) -> list[Matter]:
    """The first open matters, fewer where their words, and those that tell of them, are long."""
    shown: list[Matter] = []
    room = _ROOM
    for matter in matters[:_OPEN]:
        room -= sum(len(citation.quote) for citation in (matter.asked, *matter.tells))
        if room >= 0 or len(shown) < _LEAST_OPEN:
            shown.append(matter)
    return shown


def _lead(held: Sequence[Record]) -> str:
    """What the briefing is made from, in a sentence."""
    of_ofsted = sum(record.kind.of_ofsted for record in held)
    counts = (
        _counted(of_ofsted, "report or letter of Ofsted", "reports and letters of Ofsted"),
        _counted(len(held) - of_ofsted, "other paper", "other papers"),
    )
    newest = next((record.when for record in held if record.date), "")
    dated = f", {'the newest ' if len(held) > 1 else ''}of {newest}" if newest else ""
    return f"Made from {joined(list(filter(None, counts)))}{dated}."


def _counted(number: int, noun: str, plural: str) -> str:
    return f"{number:,} {noun if number == 1 else plural}" if number else ""
