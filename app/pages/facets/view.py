"""The facets of a search as their template shows them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from app.asking import Facets, Match
from app.pages.addresses import SearchAddress
from app.pages.addresses.search import STANCES
from app.pages.facets.labels import OF_PASSAGES, TITLES, value_label
from app.pages.templating import counted, render
from app.root import query_in, rooted

_SHOWN = 8  # values of a facet shown before "more"
_OPEN = ("stance", "polarity", "judgement", "year")  # facets that are open before a person opens them
_DAYS = ("since", "until")


@dataclass(frozen=True)
class FacetValue:
    """A value of a facet.

    Attributes:
        query: of the link that chooses the value, or removes it if it is already chosen.
        unit: what is counted, in words: "12 documents".
    """

    label: str
    query: str
    slug: str
    count: int
    unit: str
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
class DaysForm:
    """The form for the first and the last day.

    Attributes:
        kept: names and values of the search that the form leaves as they are.
        clear_query: of the link without these days; empty if there are none.
    """

    kept: list[tuple[str, str]]
    since: str
    until: str
    clear_query: str


@dataclass(frozen=True)
class FacetsView:
    """All facets.

    Attributes:
        covered: which documents are counted, in words.
        clear_link: the link without any filter; empty if none is chosen.
        saved_link: the link to what the reader has saved.
    """

    covered: str
    has_words: bool
    passage_titles: str
    clear_link: str
    saved_link: str
    days: DaysForm
    groups: list[FacetGroup]


def render_facets(address: SearchAddress, counts: Facets) -> str:
    """Render the facets, each value with its number of documents (or passages)."""
    days = _days(address)
    is_filtered = bool(days.clear_query) or any(address.chosen(facet) for facet in TITLES)
    *first, last = (f"“{TITLES[facet]}”" for facet in OF_PASSAGES)
    facets = FacetsView(
        covered=_covered(counts),
        has_words=bool(counts.words),
        passage_titles=f"{', '.join(first)} and {last}",
        clear_link=SearchAddress(address.words, sort=address.sort).link if is_filtered else "",
        saved_link=rooted("/?view=saved"),
        days=days,
        groups=[group for facet in TITLES if (group := _group(address, facet, getattr(counts, facet)))],
    )
    return render("facets.html", facets=facets)


def _covered(counts: Facets) -> str:
    documents = counted(counts.documents, "document")
    if not counts.words:
        return f"{documents}."
    *first, last = (f"“{word}”" for word in counts.words)
    has = f"{documents} {'has' if counts.documents == 1 else 'have'} a passage with"
    if not first:
        return f"{has} {last}."
    if counts.match is Match.ALL:
        return f"{has} {', '.join(first)} and {last}."
    return f"No passage has all your words. {has} {', '.join(first)} or {last}."


def _days(address: SearchAddress) -> DaysForm:
    since, until = address.filters.since, address.filters.until
    return DaysForm(
        kept=[(name, value) for name, value in address.pairs if name not in (*_DAYS, "part")],
        since=since.isoformat() if since else "",
        until=until.isoformat() if until else "",
        clear_query=query_in(address.of_any_day.link) if since or until else "",
    )


def _group(address: SearchAddress, facet: str, counts: Mapping[str, int] | Mapping[int, int]) -> FacetGroup | None:
    chosen = address.chosen(facet)
    values = {str(value): count for value, count in counts.items()}
    if facet == "stance":
        values = {stance.value: values[stance.value] for stance in STANCES if stance.value in values}
    values |= {value: 0 for value in chosen if value not in values}
    if not values:
        return None
    # What is chosen stays where it is, so that a button does not move when it is pressed.
    shown = [value for place, value in enumerate(values) if place < _SHOWN or value in chosen]
    more = [value for value in values if value not in shown]
    if facet == "authority":
        more.sort()
    return FacetGroup(
        name=facet,
        title=TITLES[facet],
        is_open=bool(chosen) or facet in _OPEN,
        shown=[_value(address, facet, value, values[value]) for value in shown],
        more=[_value(address, facet, value, values[value]) for value in more],
    )


def _value(address: SearchAddress, facet: str, value: str, count: int) -> FacetValue:
    return FacetValue(
        label=value_label(facet, value),
        query=query_in(address.toggled(facet, value).link),
        slug=re.sub(r"[^a-z0-9]+", "-", value.lower()),
        count=count,
        unit=counted(count, "passage" if facet in OF_PASSAGES else "document"),
        is_chosen=value in address.chosen(facet),
    )
