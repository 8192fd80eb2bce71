"""A search in the page's address: words, facets, order and part of the list; and its results."""

from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import parse_qs, urlencode

import qa
from app.asking import Facets, ResultList, SearchFilters, Sort, count_search, search
from app.asking.filters import LONGEST_QUESTION
from app.pages.addresses.question import filter_pairs, read_filters, read_part
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
    """A search; `part` is the part of the list, from 1."""

    words: str = ""
    filters: SearchFilters = field(default_factory=SearchFilters)
    sort: Sort = Sort.RELEVANCE
    part: int = 1

    @property
    def pairs(self) -> list[tuple[str, str]]:
        """The names and values of its link."""
        given = [("view", "search")]
        given += [("q", self.words)] if self.words else []
        given += filter_pairs(self.filters)
        given += [("sort", self.sort.value)] if self.sort is not Sort.RELEVANCE else []
        return given + ([("part", str(self.part))] if self.part > 1 else [])

    @property
    def link(self) -> str:
        """The link that repeats this search."""
        return rooted(f"/?{urlencode(self.pairs)}")

    def chosen(self, facet: str) -> list[str]:
        """The chosen values of a facet, as they are written in a link."""
        return [str(value) for value in getattr(self.filters, facet)]

    def toggled(self, facet: str, value: str) -> "SearchAddress":
        """The same search with a facet's value added, or removed where it is chosen."""
        chosen = self.chosen(facet)
        changed = [other for other in chosen if other != value] if value in chosen else [*chosen, value]
        return self._with(**{facet: changed})

    @property
    def of_any_day(self) -> "SearchAddress":
        """The same search without its days."""
        return replace(self, filters=self.filters.model_copy(update={"since": None, "until": None}), part=1)

    def _with(self, **changed: Any) -> "SearchAddress":
        """The same search with other values; they are checked when the link is read, so that one strange value hides no others."""
        return replace(self, filters=self.filters.model_copy(update=changed), part=1)


def read_search_address(query: str) -> SearchAddress:
    """Read a search from the query of a link.

    Raises:
        LinkError: a value is invalid.
    """
    given = parse_qs(query.removeprefix("?"))
    try:
        sort = Sort(given.get("sort", [Sort.RELEVANCE.value])[0])
    except ValueError as error:
        raise LinkError(f"the link has an invalid value: {str(error)[:120]}") from error
    typed = given.get("q", [""])[0][:LONGEST_QUESTION]
    return SearchAddress(typed, read_filters(given, SearchFilters), sort, read_part(given))


def search_address(index: Index, address: SearchAddress) -> ResultList:
    """Search; without words to search for, the results are empty and give no reason."""
    if not words(address.words):
        return ResultList(address.filters.scope(index) or Scope(), (), 0)
    offset = (address.part - 1) * PART
    return search(index, address.words, address.filters, PART, offset, address.sort)


def count_address_facets(index: Index, address: SearchAddress) -> Facets:
    """Count what a search covers by each facet; a facet is counted as if none of its own values were chosen."""
    return count_search(index, address.words, address.filters, beside=True)


def topic_stems(index: Index, address: SearchAddress) -> frozenset[str]:
    """The stems of the words searched for, which are marked in the results."""
    if not words(address.words):
        return frozenset()
    topic = qa.parse(index, address.words, address.filters.scope(index)).topic
    return frozenset(map(stem, topic_words(topic)))
