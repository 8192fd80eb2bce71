"""What a feed may be of: a search, the precedents of a finding, a theme, or an authority."""

from collections.abc import Sequence
from typing import Annotated
from urllib.parse import urlencode

from pydantic import BaseModel, Field

from app.asking import LONGEST_QUESTION, Filters, SearchFilters, Sort, precedents, search
from app.asking.naming import NotNamed, authority_named
from app.feeds.entries import MOST, Entry, Feed, FeedError, cite_words, entries_of
from app.root import rooted
from index import Index, Record
from qa import Reason, Scope
from qa.answer.messages import unknown_words
from qa.answer.newest import gist_of
from qa.evidence import Evidence
from qa.evidence.headlines import read_paper
from qa.findings import findings_of
from qa.precedents import Order
from qa.themes import themes

_MOST_OF_COUNCIL = 12  # papers
_MOST_READ = 200  # papers, the newest: what is older is not new
_READ_AT_ONCE = 10  # papers
_MISTAKES = (Reason.UNKNOWN_AUTHORITY, Reason.NO_QUESTION)  # waiting for new papers does not mend these

Words = Annotated[str, Field(min_length=1, max_length=LONGEST_QUESTION)]


def query_of(asked: BaseModel, *without: str) -> str:
    """The parameters of a link that asks for the same; those with their usual values are left out."""
    values = asked.model_dump(mode="json", exclude_defaults=True, exclude=set(without))
    lists = ((name, given if isinstance(given, list) else [given]) for name, given in values.items())
    return urlencode([(name, "1" if value is True else value) for name, given in lists for value in given])


class SearchFeed(SearchFilters):
    """The passages that a search finds."""

    q: Words = Field(description="What to look for. Authorities and years in it limit the search.")

    @property
    def link(self) -> str:
        """The link to the feed."""
        return rooted(f"/feeds/search.atom?{query_of(self)}")

    def feed(self, index: Index) -> Feed:
        """Search: the newest of the hundred best passages.

        Raises:
            FeedError: there is nothing to look for, or no authority of a name.
        """
        found = search(index, self.q, self, MOST, sort=Sort.DATE)
        if found.reason in _MISTAKES:
            raise FeedError(found.explanation)
        entries = entries_of(cite_words(index, map(Evidence.whole, found.results)))
        page = rooted(f"/?view=search&{query_of(self)}&sort={Sort.DATE.value}")
        note = "" if entries else found.explanation or "No passages found."
        return Feed(f"Kloe: “{self.q}”", self.link, page, entries, note)


class PrecedentsFeed(Filters):
    """Which other authorities were told what a finding says."""

    finding: Words = Field(
        description="Words of a report, or a question such as “which other councils were told that …”."
    )
    own: str = Field(
        default="",
        max_length=200,
        description="The authority that asks, by any of its names; its own papers are left out.",
    )
    better: bool = Field(
        default=False, description="Only authorities of which a later paper says that things are better."
    )

    @property
    def link(self) -> str:
        """The link to the feed."""
        return rooted(f"/feeds/precedents.atom?{query_of(self)}")

    def feed(self, index: Index) -> Feed:
        """Find the newest precedents.

        Raises:
            FeedError: there is no authority of a name.
        """
        _check(self.scope(index), Filters(authority=[self.own]).scope(index) if self.own else None)
        found = precedents(index, self.finding, self, self.own, Order.DATE, self.better, MOST)
        entries = entries_of(entry.citation for entry in found.entries if entry.plain)
        page = rooted(f"/?view=precedents&{query_of(self)}&sort={Order.DATE.value}")
        return Feed(f"Kloe: who else was told “{self.finding}”", self.link, page, entries, found.explanation)


class ThemeFeed(Filters):
    """What Ofsted's papers judge of a theme."""

    theme: str = Field(
        min_length=1,
        max_length=200,
        description="The theme, such as “Management oversight”.",
        examples=["Care leavers"],
    )

    @property
    def link(self) -> str:
        """The link to the feed."""
        return rooted(f"/feeds/theme.atom?{query_of(self)}")

    def feed(self, index: Index) -> Feed:
        """Find the theme's newest findings.

        Raises:
            FeedError: there is no such theme, or no authority of a name.
        """
        theme = _theme_named(self.theme)
        scope = self.scope(index)
        _check(scope)
        papers = [record for record in (scope or Scope()).documents(index.catalogue.records()) if record.kind.of_ofsted]
        papers.sort(key=lambda record: -record.day_number)
        entries = _newest(index, papers[:_MOST_READ], theme)
        note = "" if entries else "Kloe holds no findings on this theme within these limits."
        return Feed(f"Kloe: {theme}", self.link, _page(theme, self.authority), entries, note)


class CouncilFeed(BaseModel):
    """What an authority's newest papers say first."""

    authority: str = Field(min_length=1, max_length=200, description="The authority, by any of its names.")

    @property
    def link(self) -> str:
        """The link to the feed."""
        return rooted(f"/feeds/council.atom?{query_of(self)}")

    def feed(self, index: Index) -> Feed:
        """Quote the headline findings of the newest papers.

        Raises:
            FeedError: there is no authority of the name.
        """
        try:
            place = authority_named(index, self.authority)
        except NotNamed as error:
            raise FeedError(str(error)) from error
        papers = [record for record in index.catalogue.records() if place in record.authorities]
        papers.sort(key=lambda record: -record.day_number)
        said = [cite_words(index, gist_of(read_paper(index, record))) for record in papers[:_MOST_OF_COUNCIL]]
        entries = entries_of(citation for citations in said for citation in citations)
        page = rooted(f"/?{urlencode({'view': 'council', 'name': place})}")
        return Feed(f"Kloe: {place}", self.link, page, entries, "" if entries else f"Kloe holds no papers on {place}.")


def _newest(index: Index, papers: Sequence[Record], theme: str) -> tuple[Entry, ...]:
    """The first findings on a theme, as many as fill a feed; no more papers are read than that takes."""
    entries: tuple[Entry, ...] = ()
    for first in range(0, len(papers), _READ_AT_ONCE):
        findings = findings_of(index, papers[first : first + _READ_AT_ONCE], themes=(theme,))
        entries += entries_of(cite_words(index, (finding.evidence for finding in findings)))
        if len(entries) >= MOST:
            break
    return entries[:MOST]


def _page(theme: str, places: Sequence[str]) -> str:
    """The link to the page of a theme over time, which is of one authority; the first page where there is not one."""
    if len(places) != 1:
        return rooted("/")
    return rooted(f"/?{urlencode({'view': 'trajectory', 'authority': places[0], 'subject': theme})}")


def _theme_named(name: str) -> str:
    """The theme of a name, in capital or small letters.

    Raises:
        FeedError: there is none.
    """
    named = {theme.casefold(): theme for theme in themes().names}
    if name.casefold() not in named:
        raise FeedError(f"Kloe has no theme “{name}”. Its themes are {', '.join(named.values())}.")
    return named[name.casefold()]


def _check(*scopes: Scope | None) -> None:
    """Check that filters name known authorities.

    Raises:
        FeedError: one does not.
    """
    for scope in scopes:
        if scope and scope.unknown:
            raise FeedError(unknown_words(scope))
