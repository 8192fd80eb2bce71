"""A list with its lead-in: "… with a particular focus on:" and every item under it."""

from collections.abc import Iterator, Sequence

from index import Index, SearchResult
from index.catalogue import StoredPassage
from ingest import Passage

_LONGEST_LIST = 2000  # characters of all items; what is longer is a discussion, whose points are quoted one by one
_LONGEST_ITEM = 400  # characters of an item that no heading ties to its lead-in


def list_of(index: Index, result: SearchResult) -> tuple[SearchResult, tuple[Passage, ...]] | None:
    """The list that a passage is the lead-in or an item of: the lead-in, and all its items in order; None if there is no list."""
    if not any(map(is_lead_in, (result.passage.text, *result.passage.headings[-1:]))):
        return None
    passages = index.catalogue.document_passages(result.record.id)
    for lead in _leads_of(result, passages):
        items = _items(lead, passages)
        if items and sum(len(item.text) for item in items) <= _LONGEST_LIST:
            return SearchResult(lead.id, result.record, lead.passage), items
    return None


def is_lead_in(text: str) -> bool:
    """True for words that a list must follow."""
    return text.rstrip().endswith(":")


def _leads_of(result: SearchResult, passages: Sequence[StoredPassage]) -> Iterator[StoredPassage]:
    """The lead-ins that a passage may belong to: itself, and the nearest one before it that it stands under."""
    place = next((number for number, stored in enumerate(passages) if stored.id == result.id), None)
    if place is None:
        return
    if is_lead_in(result.passage.text):
        yield passages[place]
    heading = result.passage.headings[-1:]
    if any(map(is_lead_in, heading)):
        yield from [stored for stored in reversed(passages[:place]) if (stored.passage.text,) == heading][:1]


def _items(lead: StoredPassage, passages: Sequence[StoredPassage]) -> tuple[Passage, ...]:
    """The items under a lead-in: those that have it among their headings, or the short lines that follow it directly."""
    after = passages[[stored.id for stored in passages].index(lead.id) + 1 :]
    items: list[Passage] = []
    by_heading = any(lead.passage.text in stored.passage.headings for stored in after[:1])
    for stored in after:
        passage = stored.passage
        # Not the last heading alone: an item may lead in a list of its own.
        tied = lead.passage.text in passage.headings
        if not tied and (by_heading or not _reads_as_item(passage) or passage.headings != lead.passage.headings):
            break
        items.append(passage)
    return tuple(items)


def _reads_as_item(passage: Passage) -> bool:
    """True for a line that goes on a sentence: it begins with a small letter, a dash or a figure."""
    first = passage.text[:1]
    return (
        passage.number is None
        and len(passage.text) <= _LONGEST_ITEM
        and (first.islower() or first in "–-•" or first.isdigit())
    )
