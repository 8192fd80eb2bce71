"""Links into Kloe: to the page that shows words where they stand, and to the printed page as a picture."""

from collections.abc import Sequence
from urllib.parse import urlencode

from app.documents.page_images import write_marks
from index import Record
from ingest import Span

API = "/api/v1"


def page_link(record: Record, page: int, spans: Sequence[Span] = ()) -> str:
    """The link to Kloe's own view of a document's page, with the spans marked that stand on it."""
    marks = write_marks(spans, page)
    asked = {"view": "page", "document": record.id, "page": page} | ({"marks": marks} if marks else {})
    return f"/?{urlencode(asked, safe=',')}"


def image_link(record: Record, page: int, spans: Sequence[Span] = ()) -> str | None:
    """The link to the picture of a document's page; None where no file of it is called a PDF."""
    if not any(source.lower().endswith(".pdf") for source in record.sources):
        return None
    marks = write_marks(spans, page)
    return f"{API}/documents/{record.id}/pages/{page}.png{f'?marks={marks}' if marks else ''}"
