"""A search as its templates show it: the facets with their counts, and the passages with the words of the search marked."""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace

from app.asking.facets import Facets
from app.asking.searching import ResultList, Sort
from app.documents.links import marked_link
from app.pages.addresses import SearchAddress
from app.pages.addresses.search import PART, STANCES
from app.pages.saved import SaveButton, quotation_button, saved_search, search_button
from app.pages.templating import capitalised, counted, render
from app.pages.views.marks import Piece, mark_words
from app.pages.views.steps import Link, list_steps
from app.root import query_in
from index import SearchResult
from index.lexical import words
from ingest import AreaOutcome, Grade, Kind, Stance, VisitTopic
from qa import Pinpoint, place_reference

_SHOWN = 8  # values of a facet shown before "more"
_STANCES = {
    Stance.STRENGTH: "Strengths",
    Stance.NEEDS_TO_IMPROVE: "Needs to improve",
    Stance.PRIORITY_ACTION: "Priority actions",
    Stance.DECISION: "Decisions",
}
_TITLES = {
    "authority": "Authority",
    "region": "Region",
    "year": "Year",
    "kind": "Kind of document",
    "judgement": "Overall judgement",
    "topic_of_visit": "Focused visit on",
    "outcome": "Outcome for SEND",
    "stance": "Strength or weakness",
}


@dataclass(frozen=True)
class FacetValue:
    """A value of a facet. Its link chooses the value, or removes it if it is already chosen."""

    label: str
    link: str
    slug: str
    count: int
    is_chosen: bool


@dataclass(frozen=True)
class FacetGroup:
    """A facet with the values shown at once, and those shown on request."""

    name: str
    title: str
    is_open: bool
    shown: list[FacetValue]
    more: list[FacetValue]


@dataclass(frozen=True)
class FacetsView:
    """All facets; the link that clears them is empty if none is chosen."""

    documents: int
    passages_title: str
    clear_link: str
    groups: list[FacetGroup]


@dataclass(frozen=True)
class SortLink:
    """An order of the results."""

    name: str
    label: str
    link: str
    is_current: bool


@dataclass(frozen=True)
class ResultLine:
    """A passage; the stance is empty if its section takes none."""

    link: str
    reference: str
    stance: str
    heading: str
    pieces: list[Piece]
    save: SaveButton


@dataclass(frozen=True)
class ResultsView:
    """A part of the ranking, or none and the reason as its heading; `first` is the rank of the first passage.

    Attributes:
        save: saves the search; None if there are no words to search for.
        feed: the link to the feed of the search; empty if there are no words to search for.
    """

    link: str
    heading: str
    first: int
    sorts: list[SortLink]
    passages: list[ResultLine]
    steps: list[Link]
    save: SaveButton | None
    feed: str

    @property
    def query(self) -> str:
        """The query of the link."""
        return query_in(self.link)


def render_facets(address: SearchAddress, counts: Facets) -> str:
    """Render the facets, each value with its number of documents (or passages)."""
    is_filtered = any(address.chosen(facet) for facet in _TITLES)
    facets = FacetsView(
        documents=counts.documents,
        passages_title=_TITLES["stance"],
        clear_link=SearchAddress(address.words).link if is_filtered else "",
        groups=[group for facet in _TITLES if (group := _group(address, facet, getattr(counts, facet)))],
    )
    return render("facets.html", facets=facets)


def _group(address: SearchAddress, facet: str, counts: Mapping[str, int] | Mapping[int, int]) -> FacetGroup | None:
    chosen = address.chosen(facet)
    values = {str(value): count for value, count in counts.items()}
    if facet == "stance":
        values = {stance.value: values[stance.value] for stance in STANCES if stance.value in values}
    values = {value: 0 for value in chosen if value not in values} | values
    if not values:
        return None
    ordered = sorted(values, key=lambda value: value not in chosen)
    shown, more = ordered[:_SHOWN], ordered[_SHOWN:]
    if facet == "authority":
        more = sorted(more)
    return FacetGroup(
        name=facet,
        title=_TITLES[facet],
        is_open=bool(chosen) or facet in ("stance", "judgement", "year"),
        shown=[_value(address, facet, value, values[value]) for value in shown],
        more=[_value(address, facet, value, values[value]) for value in more],
    )


def _value(address: SearchAddress, facet: str, value: str, count: int) -> FacetValue:
    slug = re.sub(r"[^a-z0-9]+", "-", value.lower())
    is_chosen = value in address.chosen(facet)
    return FacetValue(value_label(facet, value), address.toggled(facet, value).link, slug, count, is_chosen)


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
            return _STANCES.get(Stance(value), value)
    return value


def render_results(address: SearchAddress, found: ResultList, stems: Collection[str]) -> str:
    """Render the passages that match, or why none do.

    Args:
        stems: the stems of the words to mark.
    """
    first = (address.part - 1) * PART + 1
    searched = saved_search(address) if words(address.words) else None
    results = ResultsView(
        link=address.link,
        heading=_heading(found, first),
        first=first,
        sorts=list(_sorts(address)),
        passages=[_result(result, stems) for result in found.results],
        steps=list_steps(address, found.total, PART),
        save=search_button(searched) if searched else None,
        feed=searched.feed if searched else "",
    )
    return render("results.html", results=results)


def _heading(found: ResultList, first: int) -> str:
    if not found.total:
        return found.explanation or "Type words to search for. Name an authority or a year to narrow the search."
    last = first + len(found.results) - 1
    scope = f" in {found.scope}" if str(found.scope) else ""
    part = f", showing {first} to {last}" if found.total > len(found.results) else ""
    return f"{counted(found.total, 'passage')}{scope}{part}"


def _sorts(address: SearchAddress) -> Iterator[SortLink]:
    for sort, label in ((Sort.RELEVANCE, "Best first"), (Sort.DATE, "Newest first")):
        yield SortLink(sort.value, label, replace(address, sort=sort, part=1).link, sort is address.sort)


def _result(result: SearchResult, stems: Collection[str]) -> ResultLine:
    passage, record = result.passage, result.record
    reference = place_reference(record, Pinpoint.of(passage))
    return ResultLine(
        link=marked_link(record, passage.page, passage.spans),
        reference=reference,
        stance=_STANCES.get(passage.stance, ""),
        heading=" › ".join(passage.headings),
        pieces=mark_words(passage.text, stems),
        save=quotation_button(record, passage.spans, reference),
    )
