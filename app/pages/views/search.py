"""The results of a search as their template shows them: the passages with the words of the search marked."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

from app.asking.searching import ResultList, Sort
from app.documents.links import marked_link
from app.pages.addresses import SearchAddress
from app.pages.addresses.search import PART
from app.pages.facets import stance_label
from app.pages.saved import SaveButton, quotation_button, saved_search, search_button
from app.pages.templating import counted, render
from app.pages.views.marks import Piece, mark_words
from app.pages.views.steps import Link, list_steps
from app.root import query_in
from index import SearchResult
from index.lexical import words
from qa import Pinpoint, place_reference


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
        stance=stance_label(passage.stance),
        heading=" › ".join(passage.headings),
        pieces=mark_words(passage.text, stems),
        save=quotation_button(record, passage.spans, reference),
    )
