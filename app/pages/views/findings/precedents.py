"""Precedents as their template shows them: the form, and each finding with what happened next."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from app.asking.filters import LONGEST_QUESTION, Region
from app.feeds import PrecedentsFeed
from app.pages.addresses.findings import OWN_REGION, PrecedentsAddress
from app.pages.templating import capitalised, render
from app.pages.views.documents import Option, Select
from app.pages.views.findings.layout import Names, SaidLine, ViewLink, paper_name, quoted, view_links
from app.pages.views.record import record_link
from app.pages.views.search import SortLink
from index import Index
from ingest import Kind
from qa import document_reference
from qa.precedents import Order, Precedent, Precedents

_ORDERS = {
    Order.CLOSENESS: "Closest first",
    Order.BETTER: "Better since first",
    Order.DATE: "Newest first",
}


@dataclass(frozen=True)
class LaterLine:
    """What a later paper says of the same matter.

    Attributes:
        is_nearest: no later paper plainly speaks of it, and this comes nearest.
    """

    paper: str
    link: str
    said: SaidLine
    is_nearest: bool


@dataclass(frozen=True)
class EntryView:
    """A finding elsewhere.

    Attributes:
        beside: the region and the overall grade of the authority at that time, as far as known.
        verdict: what became of it, in one or a few words.
        since: the same in full.
        grades: the overall grades since, oldest first.
    """

    name: str
    link: str
    beside: list[str]
    is_neighbour: bool
    said: SaidLine
    verdict: str
    since: str
    later: list[LaterLine]
    grades: list[str]


@dataclass(frozen=True)
class PrecedentsForm:
    """The form as it was sent.

    Attributes:
        limits: the values that the search can be limited to.
        order: the order of the list; empty for the usual one.
    """

    finding: str
    longest: int
    own: str
    better: bool
    neighbours: bool
    own_region: bool
    own_region_value: str
    limits: list[Select]
    is_limited: bool
    order: str


@dataclass(frozen=True)
class PrecedentsView:
    """Precedents, the reason why there are none, or the form alone.

    Attributes:
        is_busy: True while they are looked for.
        lead: how many authorities were told this; empty if there are none.
        searched: how many documents were searched.
        near_heading, near: the line above what only comes near, and that.
        all_link: shows more of them; empty if all are shown.
        feed: the link to their feed; empty if nothing is asked.
    """

    link: str
    views: list[ViewLink]
    names: Names
    form: PrecedentsForm
    is_busy: bool
    lead: str
    searched: int
    explanation: str
    sorts: list[SortLink]
    entries: list[EntryView]
    near_heading: str
    near: list[EntryView]
    all_link: str
    all_label: str
    feed: str

    @property
    def announcement(self) -> str:
        """What a screen reader announces."""
        return self.lead or self.explanation or "Precedents"


def render_precedents(
    index: Index, address: PrecedentsAddress, found: Precedents | None = None, is_busy: bool = False
) -> str:
    """Render precedents, or the form alone where none were looked for.

    Args:
        is_busy: they are being looked for.
    """
    entries = found.entries if found else ()
    more = found is not None and found.found > len(entries) and not address.is_long
    view = PrecedentsView(
        link=address.link,
        views=view_links("precedents", found.own if found else address.own),
        names=Names.held(index),
        form=_form(index, address),
        is_busy=is_busy,
        lead=found.lead if found and entries else "",
        searched=found.searched if found else 0,
        explanation=found.explanation if found else "",
        sorts=list(_sorts(address)),
        entries=[_entry(entry) for entry in entries if entry.plain],
        near_heading=found.near_line if found else "",
        near=[_entry(entry) for entry in entries if not entry.plain],
        all_link=replace(address, is_long=True).link if more else "",
        all_label=f"Show more of the {found.found:,} findings" if found else "",
        feed=_feed(index, address) if found and found.searched else "",
    )
    return render("precedents.html", view=view)


def _form(index: Index, address: PrecedentsAddress) -> PrecedentsForm:
    filters = address.filters
    papers = [record for record in index.catalogue.records() if record.kind.of_ofsted]
    held = {record.kind for record in papers}
    years = sorted({year for record in papers for year in record.years}, reverse=True)
    limits = [
        _limit("region", "Region", {str(region): str(region) for region in Region}, filters.region),
        _limit("kind", "Kind", {kind.value: capitalised(kind.plural) for kind in Kind if kind in held}, filters.kind),
        _limit("year", "Year", {str(year): str(year) for year in years}, map(str, filters.year)),
    ]
    return PrecedentsForm(
        finding=address.finding,
        longest=LONGEST_QUESTION,
        own=address.own,
        better=address.better,
        neighbours=address.neighbours,
        own_region=address.own_region,
        own_region_value=OWN_REGION,
        limits=limits,
        is_limited=bool(filters.region or filters.kind or filters.year),
        order="" if address.order is Order.CLOSENESS else address.order.value,
    )


def _limit(name: str, label: str, values: dict[str, str], chosen: Iterable[str]) -> Select:
    selected = set(map(str, chosen))
    return Select(name, label, [Option(value, words, value in selected) for value, words in values.items()])


def _sorts(address: PrecedentsAddress) -> Iterator[SortLink]:
    for order, label in _ORDERS.items():
        yield SortLink(order.value, label, address.sorted_by(order).link, order is address.order)


def _entry(entry: Precedent) -> EntryView:
    beside = [entry.region, f"overall {entry.grade_then}" if entry.grade_then else ""]
    return EntryView(
        name=document_reference(entry.record),
        link=record_link(entry.record),
        beside=[words for words in beside if words],
        is_neighbour=entry.neighbour,
        said=quoted(entry.citation),
        verdict=entry.verdict.value,
        since=capitalised(entry.since),
        later=[
            LaterLine(paper_name(each.record), record_link(each.record), quoted(each), each.near)
            for each in entry.later
        ],
        grades=list(map(str, entry.grades_since)),
    )


def _feed(index: Index, address: PrecedentsAddress) -> str:
    filters = address.within(index).model_dump(exclude_none=True)
    return PrecedentsFeed(finding=address.finding, own=address.own, better=address.better, **filters).link
