"""Makes a saved quotation anew from the stored text of its pages."""

from collections.abc import Sequence

from app.feeds import cite_words
from app.saved.items import SavedQuotation
from index import Index, Record, SearchResult
from index.catalogue import StoredPassage
from ingest import Passage, Span
from qa import Citation
from qa.evidence import Evidence


def quote_again(index: Index, saved: SavedQuotation) -> Citation | None:
    """The quotation at the place that was saved; None if the document is gone, or if no passage has words just there."""
    record = index.catalogue.record(saved.document)
    if record is None:
        return None
    evidence = _evidence(record, index.catalogue.document_passages(record.id), saved.places)
    return next(iter(cite_words(index, [evidence])), None) if evidence else None


def _evidence(record: Record, passages: Sequence[StoredPassage], spans: tuple[Span, ...]) -> Evidence | None:
    """The words at some spans: a part of one passage, or a whole passage with those that follow it directly."""
    for number, lead in enumerate(passages):
        found = _part(lead.passage, spans)
        if found is None:
            continue
        start, end, rest = found
        items = _items(passages[number + 1 :], rest)
        if items is not None and (not items or (start, end) == (0, len(lead.passage.text))):
            return Evidence(SearchResult(lead.id, record, lead.passage), start, end, items)
    return None


def _part(passage: Passage, spans: tuple[Span, ...]) -> tuple[int, int, tuple[Span, ...]] | None:
    """The part of a passage with which some spans begin: its first and last character, and the spans after it; None if there is none."""
    start = _character(passage, spans[0].page, spans[0].start)
    if start is None:
        return None
    for count in range(len(spans), 0, -1):
        last = spans[count - 1]
        end = _character(passage, last.page, last.end)
        if end is not None and start < end and passage.locate(start, end) == spans[:count]:
            return start, end, spans[count:]
    return None


def _character(passage: Passage, page: int, place: int) -> int | None:
    """Where a place on a page is in a passage; None if it is outside."""
    at = 0
    for span in passage.spans:
        if span.page == page and span.start <= place <= span.end:
            return at + place - span.start
        at += span.end - span.start
        at += passage.text[at : at + 1] == " "
    return None


def _items(passages: Sequence[StoredPassage], spans: tuple[Span, ...]) -> tuple[Passage, ...] | None:
    """The passages, from the first on, that fill some spans; None if they do not."""
    items = []
    for stored in passages:
        if not spans:
            break
        whole = stored.passage.locate(0, len(stored.passage.text))
        if spans[: len(whole)] != whole:
            return None
        items.append(stored.passage)
        spans = spans[len(whole) :]
    return None if spans else tuple(items)
