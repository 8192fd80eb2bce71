"""The panels of the page, rendered from the query of a link: search, library, record, and a page of a document."""

from dataclasses import dataclass
from urllib.parse import parse_qs

from app.documents.links import marked_link
from app.pages.addresses import (
    count_address_facets,
    read_documents_address,
    read_search_address,
    search_address,
    topic_stems,
)
from app.pages.source import find_document, read_page_view
from app.pages.views import render_documents, render_facets, render_record, render_results, render_source
from index import Index
from qa import Answer


@dataclass(frozen=True)
class SearchPanels:
    """A search: its words, and the panels of facets and results."""

    words: str
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
        address.words,
        render_facets(address, count_address_facets(index, address)),
        render_results(address, found, topic_stems(index, address)),
    )


def documents_panel(index: Index, query: str) -> str:
    """List documents.

    Raises:
        LinkError: the query has an invalid value.
    """
    return render_documents(index, read_documents_address(query))


def record_panel(index: Index, query: str) -> str:
    """Show a document's record.

    Raises:
        LinkError: the index does not have the document.
    """
    document = parse_qs(query.removeprefix("?")).get("document", [""])[0]
    return render_record(index, find_document(index, document))


def page_panel(index: Index, query: str, beside: str = "") -> str:
    """Show a page of a document.

    Args:
        beside: the id of the panel beside an answer or a list; empty if the page has the view to itself.

    Raises:
        LinkError: there is no such document or page.
    """
    return render_source(read_page_view(index, query), beside)


def first_source(index: Index, answer: Answer) -> str:
    """Show the page of an answer's first quotation beside it; empty if the answer quotes nothing."""
    if not answer.citations:
        return ""
    first = answer.citations[0]
    link = marked_link(first.record, first.page, first.spans)
    return page_panel(index, link.removeprefix("/?"), "source")
