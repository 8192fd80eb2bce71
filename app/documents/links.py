"""Links to a document's pages: to Kloe's own view of a page, and to the picture of the printed page."""

from collections.abc import Sequence
from urllib.parse import urlencode

from app.documents.page_images import write_marks
from app.root import rooted
from index import Record, file_of
from ingest import Span

API = "/api/v1"


def page_link(record: Record, page: int, spans: Sequence[Span] = ()) -> str:
    """The link to Kloe's view of a page, with the spans on that page marked."""
    marks = write_marks(spans, page)
    query = {"view": "page", "document": record.id, "page": page} | ({"marks": marks} if marks else {})
    return rooted(f"/?{urlencode(query, safe=',')}")


def marked_link(record: Record, page: int, spans: Sequence[Span]) -> str:
    """The link to the view of a page, with the spans on it and on the next page marked."""
    after = write_marks(spans, page + 1)
    return page_link(record, page, spans) + (f"&{urlencode({'after': after}, safe=',')}" if after else "")


def image_link(record: Record, page: int, spans: Sequence[Span] = ()) -> str | None:
    """The link to a page's picture, with the spans on that page marked; None if the document is not a PDF."""
    if not any(file_of(source).lower().endswith(".pdf") for source in record.sources):
        return None
    marks = write_marks(spans, page)
    return rooted(f"{API}/documents/{record.id}/pages/{page}.png{f'?marks={marks}' if marks else ''}")
