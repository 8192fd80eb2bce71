"""A search in the page's address: words, facets, order and part of the list; and its results."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qs, urlencode

import qa
from app.asking.facets import Facets, count_facets
from app.asking.filters import LONGEST_QUESTION, Filters
from app.asking.searching import ResultList, Sort, search
from app.pages.addresses.question import LIST_FILTERS, filter_pairs, read_filters, read_part
from app.pages.addresses.scope_links import LinkError
from app.root import rooted
from index import Index
from index.lexical import stem, topic_words, words
from ingest import Stance
from qa import Scope

PART = 20  # passages shown at once
STANCES = (Stance.STRENGTH, Stance.NEEDS_TO_IMPROVE, Stance.PRIORITY_ACTION, Stance.DECISION)


@dataclass(frozen=True)
class SearchAddress:
    """A search.

    Attributes:
        stances: only passages from sections on these, such as strengths.
        part: the part of the list, from 1.
    """

    words: str = ""
    filters: Filters = field(default_factory=Filters)
    stances: tuple[Stance, ...] = ()
    sort: Sort = Sort.RELEVANCE
    part: int = 1

    @property
    def link(self) -> str:
        """The link that repeats this search."""
        given: list[tuple[str, Any]] = [("view", "search")]
        given += [("q", self.words)] if self.words else []
        given += [*filter_pairs(self.filters), *(("stance", stance.value) for stance in self.stances)]
        given += [("sort", self.sort.value)] if self.sort is not Sort.RELEVANCE else []
        given += [("part", str(self.part))] if self.part > 1 else []
        return rooted(f"/?{urlencode(given)}")

    def chosen(self, facet: str) -> list[str]:
        """The chosen values of a facet, as they are written in a link."""
        if facet == "stance":
            return [stance.value for stance in self.stances]
        values: Iterable[Any] = getattr(self.filters, facet)
        return [str(value) for value in values]

    def toggled(self, facet: str, value: str) -> "SearchAddress":
        """The same search with a facet's value added, or removed where it is chosen."""
        chosen = self.chosen(facet)
        changed = [other for other in chosen if other != value] if value in chosen else [*chosen, value]
        return self._with(facet, changed)

    def cleared(self, facet: str) -> "SearchAddress":
        """The same search without a facet's values."""
        return self._with(facet, [])

    def _with(self, facet: str, values: list[str]) -> "SearchAddress":
        if facet == "stance":
            return SearchAddress(self.words, self.filters, tuple(map(Stance, values)), self.sort)
        given = self.filters.model_dump(mode="json") | {facet: values}
        return SearchAddress(self.words, Filters(**given), self.stances, self.sort)


def read_search_address(query: str) -> SearchAddress:
    """Read a search from the query of a link.

    Raises:
        LinkError: a value is invalid.
    """
    given = parse_qs(query.removeprefix("?"))
    try:
        stances = tuple(Stance(value) for value in given.get("stance", ()))
        sort = Sort(given.get("sort", [Sort.RELEVANCE.value])[0])
    except ValueError as error:
        raise LinkError(f"the link has an invalid value: {str(error)[:120]}") from error
    typed = given.get("q", [""])[0][:LONGEST_QUESTION]
    return SearchAddress(typed, read_filters(given), stances, sort, read_part(given))


def search_address(index: Index, address: SearchAddress) -> ResultList:
    """Search; without words to search for, the results are empty and give no reason."""
    if not words(address.words):
        return ResultList(address.filters.scope(index) or Scope(), (), 0)
    offset = (address.part - 1) * PART
    return search(index, address.words, address.filters, address.stances, PART, offset, address.sort)


def count_address_facets(index: Index, address: SearchAddress) -> Facets:
    """Count what a search covers by each facet; a facet is counted as if none of its own values were chosen."""
    counts = _count(index, address)
    for facet in LIST_FILTERS:
        if address.chosen(facet):
            without = _count(index, address.cleared(facet))
            counts = Facets(**{**vars(counts), facet: getattr(without, facet)})
    return counts


def _count(index: Index, address: SearchAddress) -> Facets:
    chosen = address.filters.scope(index)
    scope = qa.parse(index, address.words, chosen).scope if words(address.words) else chosen or Scope()
    return count_facets(index, scope.held_by(index))


def topic_stems(index: Index, address: SearchAddress) -> frozenset[str]:
    """The stems of the words searched for, which are marked in the results."""
    if not words(address.words):
        return frozenset()
    topic = qa.parse(index, address.words, address.filters.scope(index)).topic
    return frozenset(map(stem, topic_words(topic)))
