"""An authority's own page as its template shows it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.asking.council import decided, followed
from app.asking.filters import Filters
from app.asking.naming import NotNamed, authority_named
from app.feeds import CouncilFeed
from app.pages.addresses import DocumentsAddress
from app.pages.addresses.briefing import BriefingAddress
from app.pages.addresses.council import CouncilAddress, read_council_address
from app.pages.addresses.findings import TrajectoryAddress
from app.pages.council.chooser import suggested_names
from app.pages.council.neighbours import Neighbours, neighbours
from app.pages.council.newest import PaperLine, newest_first, paper_lines
from app.pages.council.standing import Standing, standing
from app.pages.council.told import ToldSection, told_section
from app.pages.templating import render
from app.pages.timeline import TimelineView, timeline, timeline_view
from app.pages.views.steps import Link
from index import Index, Record, one_state
from ingest.authorities import related
from qa.briefings import Briefing, Heading

_NEWEST = 3  # papers
_MADE = Briefing("")


@dataclass(frozen=True)
class CouncilView:
    """An authority's page, or the form alone with the reason why there is no more.

    Attributes:
        place: the official name; empty if none is named, or Kloe does not know it.
        explanation: why there is no page; empty if there is one.
        names: those that the chooser suggests.
        held: how many papers are held.
        actions: links to more on the authority.
        related: links to the authorities that replaced it, or that it replaced.
        asked, questions: what was asked for, and questions that a member may ask; None while they are made.
        is_busy: True while they are made.
    """

    link: str
    place: str
    explanation: str
    names: list[str]
    held: int
    actions: list[Link]
    feed: str
    related: list[Link]
    standing: Standing | None = None
    timeline: TimelineView | None = None
    papers: Sequence[PaperLine] = ()
    decided: ToldSection | None = None
    asked: ToldSection | None = None
    questions: ToldSection | None = None
    neighbours: Neighbours | None = None
    is_busy: bool = False

    @property
    def title(self) -> str:
        """The heading."""
        return self.place or "Choose a council"

    @property
    def announcement(self) -> str:
        """What a screen reader announces."""
        return self.explanation or f"{self.title}: {'the page is complete' if self.held else 'no papers held'}"


def council_panels(index: Index, query: str) -> Iterator[str]:
    """Show an authority's page: at first without what was asked for, which takes longest to follow."""
    address = read_council_address(query)
    try:
        place = authority_named(index, address.name) if address.name else ""
    except NotNamed as error:
        yield render("council.html", view=_empty(index, address, explanation=str(error)))
        return
    records = newest_first(record for record in index.catalogue.records() if place in record.authorities)
    if not records:
        yield render("council.html", view=_empty(index, address, place))
        return
    shown = _shown(index, place, records)
    yield render("council.html", view=_view(index, shown, is_busy=True))
    yield render("council.html", view=_view(index, shown, followed(index, place)))


@dataclass(frozen=True)
class _Shown:
    """What both drawings of a page show."""

    place: str
    records: Sequence[Record]
    papers: list[PaperLine]
    decided: ToldSection | None


@one_state
def _shown(index: Index, place: str, records: Sequence[Record]) -> _Shown:
    minutes = told_section(decided(index, place), Heading.DECIDED)
    return _Shown(place, records, paper_lines(index, records[:_NEWEST]), minutes)


def _view(index: Index, shown: _Shown, made: Briefing = _MADE, is_busy: bool = False) -> CouncilView:
    place = shown.place
    events = timeline(shown.records)
    return CouncilView(
        link=CouncilAddress(place).link,
        place=place,
        explanation="",
        names=suggested_names(index),
        held=len(shown.records),
        actions=_actions(place),
        feed=CouncilFeed(authority=place).link,
        related=_related(place),
        standing=standing(shown.records),
        timeline=timeline_view(events) if events else None,
        papers=shown.papers,
        decided=shown.decided,
        asked=told_section(made, Heading.ASKED),
        questions=told_section(made, Heading.ENQUIRY),
        neighbours=neighbours(place, index.catalogue.records()),
        is_busy=is_busy,
    )


def _empty(index: Index, address: CouncilAddress, place: str = "", explanation: str = "") -> CouncilView:
    """The page of an authority without papers, or the form alone."""
    return CouncilView(
        link=CouncilAddress(place or address.name).link,
        place=place,
        explanation=explanation or (f"Kloe holds no papers on {place}." if place else ""),
        names=suggested_names(index),
        held=0,
        actions=[],
        feed="",
        related=_related(place),
        neighbours=neighbours(place, index.catalogue.records()) if place else None,
    )


def _actions(place: str) -> list[Link]:
    return [
        Link("Briefing", BriefingAddress(place).link),
        Link("Over time", TrajectoryAddress(place).link),
        Link("All papers", DocumentsAddress(filters=Filters(authority=[place])).link),
    ]


def _related(place: str) -> list[Link]:
    return [Link(name, CouncilAddress(name).link) for name in related(place)] if place else []
