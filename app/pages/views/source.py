"""A page of a document as its template shows it: picture, reference, the quoted words in context, and links onward."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.documents.links import page_link
from app.pages.addresses.findings import PrecedentsAddress
from app.pages.source import PageView
from app.pages.templating import render
from app.pages.titles import placed_title
from app.pages.views.marks import Piece, mark_spans, page_lines
from app.pages.views.record import record_link
from app.pages.views.steps import Link
from app.published import Origin, origin_of
from index import Record
from index.catalogue import StoredPassage
from ingest import Span
from qa import document_reference


@dataclass(frozen=True)
class ContextPassage:
    """A passage with quoted words, or one before or after it.

    Attributes:
        heading: the headings above it; empty if they are those of the passage before it.
        number: its printed number; None if it has none.
    """

    heading: str
    number: str | None
    pieces: list[Piece]
    is_quoted: bool


@dataclass(frozen=True)
class SourceView:
    """What is shown of a page.

    Attributes:
        title: what people call the document.
        beside: the id of the panel beside an answer or a list in which links open; empty if the page has the view to itself.
        without_picture: why there is no picture; empty if there is one.
        is_quoted: True if there are words to mark.
        is_marked: True if the picture has all the marks.
        turning: links to the page before and after.
        precedents: the link to the other authorities that were told the same; empty if nothing is marked.
    """

    beside: str
    document: str
    title: str
    reference: str
    origin: Origin
    number: int
    pages: int
    link: str
    record_link: str
    original: str
    picture: str
    without_picture: str
    is_quoted: bool
    is_marked: bool
    turning: list[Link]
    context: list[ContextPassage]
    lines: list[list[Piece]]
    precedents: str


def render_source(view: PageView, beside: str = "") -> str:
    """Render a page with its quoted words marked.

    Args:
        beside: the id of the panel beside an answer or a list; empty if the page has the view to itself.
    """
    number = view.page.number
    context = list(_context(view))
    source = SourceView(
        beside=beside,
        document=document_reference(view.record),
        title=placed_title(view.record),
        reference=view.reference,
        origin=origin_of(view.record),
        number=number,
        pages=view.pages,
        link=view.link,
        record_link=record_link(view.record),
        original=view.original,
        picture=view.picture,
        without_picture=view.without_picture,
        is_quoted=bool(view.marks),
        is_marked=view.is_marked,
        turning=list(_turning(view)),
        context=context,
        lines=page_lines(view.page, [span for span in view.marks if span.page == number]),
        precedents=_precedents(view.record, context),
    )
    return render("source.html", source=source)


def _precedents(record: Record, context: Sequence[ContextPassage]) -> str:
    words = " ".join(piece.text for passage in context for piece in passage.pieces if piece.is_marked)
    return PrecedentsAddress.of(words, record).link if words else ""


def _turning(view: PageView) -> Iterator[Link]:
    for number, label in ((view.page.number - 1, "Previous page"), (view.page.number + 1, "Next page")):
        if view.record.first_page <= number < view.record.first_page + view.pages:
            marks = [span for span in view.marks if span.page == number]
            yield Link(label, page_link(view.record, number, marks))


def _context(view: PageView) -> Iterator[ContextPassage]:
    previous = ""
    for stored in view.around:
        heading = " › ".join(stored.passage.headings)
        is_quoted = stored in view.marked
        pieces = _pieces(stored, view.marks) if is_quoted else [Piece(stored.passage.text)]
        yield ContextPassage("" if heading == previous else heading, stored.passage.number, pieces, is_quoted)
        previous = heading


def _pieces(stored: StoredPassage, marks: Sequence[Span]) -> list[Piece]:
    """A passage's text with its quoted words marked, span by span, as the text joins them."""
    text, pieces, at = stored.passage.text, [], 0
    for span in stored.passage.spans:
        length = span.end - span.start
        pieces += mark_spans(text[at : at + length], span.start, [mark for mark in marks if mark.page == span.page])
        at += length
        if text[at : at + 1] == " ":
            pieces.append(Piece(" "))
            at += 1
    return pieces
