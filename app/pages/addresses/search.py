"""A search on the page, as the page's address says it: words, facets, order, part of the list; and what it gives."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qs, urlencode

import qa
from app.asking.facets import Facets, count_facets
from app.asking.filters import LONGEST_QUESTION, Filters
from app.asking.searching import ResultList, Sort, search
from app.pages.addresses.question import LISTED, LinkError, filter_pairs, read_filters, read_part
from index import Index
from index.lexical import stem, topic_words, words
from ingest import Stance
from qa import Scope

PART = 20  # passages shown at once
STANCES = (Stance.STRENGTH, Stance.NEEDS_TO_IMPROVE, Stance.PRIORITY_ACTION)


@dataclass(frozen=True)
class SearchAsked:
    """What is searched for.

    Attributes:
        stances: only passages whose section says this of its findings.
        part: which part of the list, from 1.
    """

    words: str = ""
    filters: Filters = field(default_factory=Filters)
    stances: tuple[Stance, ...] = ()
    sort: Sort = Sort.RELEVANCE
    part: int = 1

    @property
    def link(self) -> str:
        """The link that searches for this again."""
        given: list[tuple[str, Any]] = [("view", "search")]
        given += [("q", self.words)] if self.words else []
        given += [*filter_pairs(self.filters), *(("stance", stance.value) for stance in self.stances)]
        given += [("sort", self.sort.value)] if self.sort is not Sort.RELEVANCE else []
        given += [("part", str(self.part))] if self.part > 1 else []
        return f"/?{urlencode(given)}"

    def held(self, facet: str) -> list[str]:
        """The values of a facet that are chosen, as a link has them."""
        if facet == "stance":
            return [stance.value for stance in self.stances]
        values: Iterable[Any] = getattr(self.filters, facet)
        return [str(value) for value in values]

    def toggled(self, facet: str, value: str) -> "SearchAsked":
        """The same search with a facet's value put in, or taken out where it is in."""
        held = self.held(facet)
        now = [one for one in held if one != value] if value in held else [*held, value]
        return self._with(facet, now)

    def freed(self, facet: str) -> "SearchAsked":
        """The same search with a facet left open."""
        return self._with(facet, [])

    def _with(self, facet: str, values: list[str]) -> "SearchAsked":
        if facet == "stance":
            return SearchAsked(self.words, self.filters, tuple(map(Stance, values)), self.sort)
        given = self.filters.model_dump(mode="json") | {facet: values}
        return SearchAsked(self.words, Filters(**given), self.stances, self.sort)


def read_search(query: str) -> SearchAsked:
    """Read what is searched for from the query of a link.

    Raises:
        LinkError: a value does not fit.
    """
    given = parse_qs(query.removeprefix("?"))
    try:
        stances = tuple(Stance(value) for value in given.get("stance", ()))
        sort = Sort(given.get("sort", [Sort.RELEVANCE.value])[0])
    except ValueError as error:
        raise LinkError(f"the link has a value that does not fit: {str(error)[:120]}") from error
    said = given.get("q", [""])[0][:LONGEST_QUESTION]
    return SearchAsked(said, read_filters(given), stances, sort, read_part(given))


def search_asked(index: Index, asked: SearchAsked) -> ResultList:
    """Search for what is asked; with nothing to search for, nothing is found and nothing said."""
    if not words(asked.words):
        return ResultList(asked.filters.scope(index) or Scope(), (), 0)
    offset = (asked.part - 1) * PART
    return search(index, asked.words, asked.filters, asked.stances, PART, offset, asked.sort)


def facets_asked(index: Index, asked: SearchAsked) -> Facets:
    """Count what lies inside a search by each facet; a facet with a value chosen is counted as if it had none."""
    counts = _count(index, asked)
    for facet in LISTED:
        if asked.held(facet):
            free = _count(index, asked.freed(facet))
            counts = Facets(**{**vars(counts), facet: getattr(free, facet)})
    return counts


def _count(index: Index, asked: SearchAsked) -> Facets:
    chosen = asked.filters.scope(index)
    scope = qa.parse(index, asked.words, chosen).scope if words(asked.words) else chosen or Scope()
    return count_facets(index, [] if scope.unknown else scope.documents(index.catalogue.records()))


def topic_stems(index: Index, asked: SearchAsked) -> frozenset[str]:
    """The stems of the words that are searched for, which the list marks."""
    if not words(asked.words):
        return frozenset()
    topic = qa.parse(index, asked.words, asked.filters.scope(index)).topic
    return frozenset(map(stem, topic_words(topic)))
