"""Buttons that save a quotation or a search."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.pages.addresses import SearchAddress
from app.saved import SavedQuotation, SavedSearch, id_of, value_of
from index import Record
from ingest import Span


@dataclass(frozen=True)
class SaveButton:
    """A button that saves something.

    Attributes:
        id: the id of what it saves.
        item: what it saves, as JSON.
        name: what it saves, in words.
    """

    id: str
    item: str
    name: str


def quotation_button(record: Record, spans: Sequence[Span], reference: str) -> SaveButton:
    """The button that saves the words at some spans."""
    return _button(SavedQuotation.of(record.id, spans), reference)


def search_button(search: SavedSearch) -> SaveButton:
    """The button that saves a search."""
    return _button(search, f"“{search.q}”")


def saved_search(address: SearchAddress) -> SavedSearch:
    """A search as it is saved; its address must have words."""
    return SavedSearch(
        type="search", q=address.words, sort=address.sort, **address.filters.model_dump(exclude_none=True)
    )


def _button(item: SavedQuotation | SavedSearch, name: str) -> SaveButton:
    return SaveButton(id_of(item), value_of(item), name)
