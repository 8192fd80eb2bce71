"""One page of a document, shown beside an answer: its picture, the quoted words, and the passages around them."""

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import parse_qs

from app.documents.links import marked_link
from app.documents.page_images import PictureError, page_image, parse_marks, write_marks
from app.pages.addresses import LinkError
from app.root import rooted
from index import Index, Record, one_state
from index.catalogue import StoredPassage
from ingest import Page, ReadError, Span
from qa import Pinpoint, place_reference

_MOST_MARKS = 40  # a list has one for each item


@dataclass(frozen=True)
class PageView:
    """What is shown of a page.

    Attributes:
        marks: the words to mark, on this page and perhaps on the next.
        around: the passages with marked words, with the one before and the one after; empty if nothing is marked.
        without_picture: why there is no picture; empty if there is one.
        is_marked: False if some of the words could not be marked in the picture.
    """

    record: Record
    page: Page
    pages: int
    marks: tuple[Span, ...]
    around: tuple[StoredPassage, ...]
    without_picture: str = ""
    is_marked: bool = True

    @property
    def marked(self) -> tuple[StoredPassage, ...]:
        """The passages with marked words."""
        return tuple(stored for stored in self.around if _has_marks(stored, self.marks))

    @property
    def reference(self) -> str:
        """The reference of the marked words, as a citation writes it: document, paragraph and page."""
        marked = next((stored.passage for stored in self.marked), None)
        number = self.page.number
        return place_reference(self.record, Pinpoint.of(marked, number) if marked else Pinpoint(number))

    @property
    def link(self) -> str:
        """The link to this view."""
        return marked_link(self.record, self.page.number, self.marks)

    @property
    def picture(self) -> str:
        """The link to the page's picture."""
        marks = write_marks(self.marks, self.page.number)
        return rooted(f"/pictures/{self.record.id}/{self.page.number}.png{f'?marks={marks}' if marks else ''}")

    @property
    def original(self) -> str:
        """The link to the original file, at this page."""
        return rooted(f"/originals/{self.record.id}#page={self.page.number}")


@one_state
def read_page_view(index: Index, query: str) -> PageView:
    """Read the view of a page from the query of a link.

    Raises:
        LinkError: there is no such document or page.
    """
    given = {name: values[0] for name, values in parse_qs(query.removeprefix("?")).items()}
    record = find_document(index, given.get("document", ""))
    pages = index.catalogue.pages(record.id)
    number = int(given["page"]) if given.get("page", "").isdecimal() and len(given["page"]) < 7 else record.first_page
    page = next((page for page in pages if page.number == number), None)
    if page is None:
        raise LinkError(f"{record.path} has {len(pages)} pages, so there is no page {number}")
    marks = tuple(
        Span(at, start, end)
        for at, name in ((number, "marks"), (number + 1, "after"))
        for start, end in parse_marks(given.get(name, ""))[:_MOST_MARKS]
    )
    around = _around(index.catalogue.document_passages(record.id), marks)
    try:
        drawn = page_image(index, record, number, [(span.start, span.end) for span in marks if span.page == number])
    except PictureError as error:
        return PageView(record, page, len(pages), marks, around, str(error))
    except ReadError as error:
        return PageView(record, page, len(pages), marks, around, f"The page {error.cause}.")
    wanted = sum(span.page == number and span.start < len(page.text) for span in marks)
    return PageView(record, page, len(pages), marks, around, is_marked=drawn.marked >= wanted)


def find_document(index: Index, document: str) -> Record:
    """Find a document by its id.

    Raises:
        LinkError: the index does not have it.
    """
    record = index.catalogue.record(document)
    if record is None:
        raise LinkError("the document in this link is not in the index, or a newer version has replaced it")
    return record


def _around(passages: Sequence[StoredPassage], marks: Sequence[Span]) -> tuple[StoredPassage, ...]:
    marked = [number for number, stored in enumerate(passages) if _has_marks(stored, marks)]
    return tuple(passages[max(0, marked[0] - 1) : marked[-1] + 2]) if marked else ()


def _has_marks(stored: StoredPassage, marks: Sequence[Span]) -> bool:
    return any(
        mark.page == span.page and mark.start < span.end and span.start < mark.end
        for mark in marks
        for span in stored.passage.spans
    )
