"""A saved list as its template shows it."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.documents.links import marked_link
from app.pages.templating import counted, render
from app.root import rooted
from app.saved import Gone, Quoted, Saved, SavedQuotation, SavedSearch, Searched, value_of


@dataclass(frozen=True)
class QuotationLine:
    """A saved quotation with its reference and the link to its page."""

    id: str
    quote: str
    section: str | None
    case_study: bool
    reference: str
    link: str


@dataclass(frozen=True)
class SearchLine:
    """A saved search in words, with the links to its results and to its feed."""

    id: str
    words: str
    link: str
    feed: str


@dataclass(frozen=True)
class SavedView:
    """A saved list.

    Attributes:
        person: whose it is; None if the browser keeps it.
        announcement: what a screen reader announces.
        items: all that it holds as JSON, for the Word document.
    """

    person: str | None
    link: str
    announcement: str
    documents: list[tuple[str, list[QuotationLine]]]
    searches: list[SearchLine]
    gone: tuple[Gone, ...]
    items: str


def render_saved(
    saved: Saved, items: Sequence[tuple[str, SavedQuotation | SavedSearch | None]], person: str | None
) -> str:
    """Render a saved list.

    Args:
        items: what it was looked up from.
        person: whose it is; None if the browser keeps it.
    """
    view = SavedView(
        person=person,
        link=rooted("/?view=saved"),
        announcement=_announcement(saved),
        documents=[(name, list(map(_quotation, quoted))) for name, quoted in saved.documents],
        searches=list(map(_search, saved.searches)),
        gone=saved.gone,
        items=f"[{','.join(value_of(item) for _, item in items if isinstance(item, SavedQuotation))}]",
    )
    return render("saved.html", saved=view)


def render_waiting() -> str:
    """Render what is shown until the browser has sent the list that it keeps."""
    return render("saved.html", saved=None)


def _quotation(quoted: Quoted) -> QuotationLine:
    citation = quoted.citation
    link = marked_link(citation.record, citation.page, citation.spans)
    return QuotationLine(quoted.id, citation.quote, citation.section, citation.case_study, citation.reference, link)


def _search(searched: Searched) -> SearchLine:
    return SearchLine(searched.id, searched.words, searched.search.link, searched.search.feed)


def _announcement(saved: Saved) -> str:
    quotations = counted(len(saved.quotations), "quotation")
    gone = f" {counted(len(saved.gone), 'entry', 'entries')} cannot be shown." if saved.gone else ""
    return f"Saved: {quotations} and {counted(len(saved.searches), 'search', 'searches')}.{gone}"
