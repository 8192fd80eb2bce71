"""The panels of the page, rendered from the query of a link: search, findings, library, record, and a page of a document."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qs

from app.asking import compare, tracker, trajectory
from app.asking.naming import NotNamed, authority_named
from app.documents.links import marked_link
from app.pages.addresses import (
    count_address_facets,
    read_documents_address,
    read_search_address,
    search_address,
    topic_stems,
)
from app.pages.addresses.findings import (
    find_address,
    read_compare_address,
    read_precedents_address,
    read_trajectory_address,
)
from app.pages.facets import render_facets
from app.pages.saved import render_saved, render_waiting
from app.pages.source import find_document, read_page_view
from app.pages.views import (
    render_comparison,
    render_documents,
    render_precedents,
    render_record,
    render_results,
    render_source,
    render_trajectory,
)
from app.root import query_in
from app.saved import MOST_SAVED, kept_items, look_up, read_items
from index import Index
from index.lexical import words
from qa import Answer


@dataclass(frozen=True)
class SearchPanels:
    """A search: the panels of facets and results."""

    facets: str
    results: str


def search_panels(index: Index, query: str) -> SearchPanels:
    """Search.

    Raises:
        LinkError: the query has an invalid value.
    """
    address = read_search_address(query)
    found = search_address(index, address)
    return SearchPanels(
        render_facets(address, count_address_facets(index, address)),
        render_results(address, found, topic_stems(index, address)),
    )


def precedents_panels(index: Index, query: str) -> Iterator[str]:
    """Show precedents: at first the form, then what is found.

    Raises:
        LinkError: the query has an invalid value.
    """
    address = read_precedents_address(query)
    is_asked = bool(words(address.finding))
    yield render_precedents(index, address, is_busy=is_asked)
    if is_asked:
        yield render_precedents(index, address, find_address(index, address))


def trajectory_panels(index: Index, query: str) -> Iterator[str]:
    """Show one authority over time: at first without its tracker, which takes longest."""
    address = read_trajectory_address(query)
    if not address.authority:
        explanation = "Name an authority." if address.subject else ""
        yield render_trajectory(index, address, explanation=explanation)
        return
    try:
        place = authority_named(index, address.authority)
    except NotNamed as error:
        yield render_trajectory(index, address, explanation=str(error))
        return
    followed = trajectory(index, place, address.subject) if address.subject else None
    yield render_trajectory(index, address, place, followed)
    yield render_trajectory(index, address, place, followed, tracker(index, place, address.subject))


def comparison_panels(index: Index, query: str) -> Iterator[str]:
    """Show a comparison."""
    address = read_compare_address(query)
    is_asked = address.authorities or address.periods or address.neighbours
    compared = (
        compare(index, address.authorities, address.subject, None, address.neighbours, address.periods)
        if is_asked
        else None
    )
    yield render_comparison(index, address, compared)


def documents_panel(index: Index, query: str) -> str:
    """List documents.

    Raises:
        LinkError: the query has an invalid value.
    """
    return render_documents(index, read_documents_address(query))


def record_panel(index: Index, query: str, may_remove: bool = False, may_correct: bool = False) -> str:
    """Show a document's record.

    Args:
        may_remove: True if whoever looks at it may remove it.
        may_correct: True if they may correct it.

    Raises:
        LinkError: the index does not have the document.
    """
    document = parse_qs(query.removeprefix("?")).get("document", [""])[0]
    return render_record(index, find_document(index, document), may_remove, may_correct)


def page_panel(index: Index, query: str, beside: str = "") -> str:
    """Show a page of a document.

    Args:
        beside: the id of the panel beside an answer or a list; empty if the page has the view to itself.

    Raises:
        LinkError: there is no such document or page.
    """
    return render_source(read_page_view(index, query), beside)


def saved_panel(index: Index, person: str | None, sent: Sequence[Any] | None) -> str:
    """Show a saved list.

    Args:
        person: whose it is; None if the browser keeps it.
        sent: what the browser keeps; None if it has not sent that yet.
    """
    if not person and sent is None:
        return render_waiting()
    items = kept_items(index, person) if person else read_items((sent or ())[:MOST_SAVED])
    return render_saved(look_up(index, items), items, person)


def first_source(index: Index, answer: Answer) -> str:
    """Show the page of an answer's first quotation beside it; empty if the answer quotes nothing."""
    if not answer.citations:
        return ""
    first = answer.citations[0]
    link = marked_link(first.record, first.page, first.spans)
    return page_panel(index, query_in(link), "source")
