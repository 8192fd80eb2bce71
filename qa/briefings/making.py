"""Makes a briefing."""

from collections.abc import Sequence

from index import Index, Record
from qa.answer.messages import joined
from qa.briefings.asked import tell_asked
from qa.briefings.briefing import Briefing
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


def make_briefing(index: Index, place: str) -> Briefing:
    """Make the briefing on an authority: two pages, in quotations.

    Args:
        place: its official name.
    """
    papers = Papers.of(index, place)
    if not papers.held:
        return Briefing(place, explanation=f"Kloe holds no papers on {place}.")
    numbering = Numbering(index)
    tracked = track(index, place, inside=[*papers.newest, *papers.before])
    matters, before = (matters_of(tracked, records) for records in (papers.newest, papers.before))
    opened = open_matters(papers, matters, before)
    still = _with_room(opened)
    priorities = [matter.asked for matter in matters if matter.is_priority][:_PRIORITIES]
    sections = (
        tell_standing(index, papers, numbering),
        tell_found(index, papers, priorities, numbering),
        tell_asked(papers, matters, before, still, len(opened), numbering),
        tell_decided(index, papers, numbering),
        tell_elsewhere(index, papers, still, numbering),
        tell_enquiry(papers, still, numbering),
    )
    return Briefing(place, _lead(papers.held), sections)


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
