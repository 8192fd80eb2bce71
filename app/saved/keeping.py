"""Keeps a person's list in the catalogue."""

from datetime import UTC, datetime

from app.saved.items import SavedQuotation, SavedSearch, id_of, read_item, value_of
from app.saved.quoting import quote_again
from index import Index
from index.folder import SavedRow
from ingest import KloeError

MOST_SAVED = 500  # items of one person


class SavedError(KloeError):
    """Something cannot be saved; the text says why."""


class NotThere(SavedError):
    """The words to save do not stand where they should."""


def keep(index: Index, person: str, item: SavedQuotation | SavedSearch) -> str:
    """Save something for a person; what is saved already stays as it is. Returns its id.

    Raises:
        NotThere: there is no such document, or it has no such words.
        SavedError: the list is full.
    """
    if isinstance(item, SavedQuotation) and quote_again(index, item) is None:
        raise NotThere("There is no such document in the index, or no such words in it.")
    row = SavedRow(id_of(item), item.type, value_of(item), datetime.now(UTC).isoformat())
    if not index.saved.put(person, row, MOST_SAVED):
        raise SavedError(f"Your list is full: it holds {MOST_SAVED}. Remove something first.")
    return row.id


def kept_items(index: Index, person: str) -> list[tuple[str, SavedQuotation | SavedSearch | None]]:
    """A person's list in the order in which it was saved, each item with its id; None for what an older version kept in another form."""
    return [(row.id, read_item(row.value)) for row in index.saved.of(person)]


def remove(index: Index, person: str, id_: str) -> bool:
    """Take something off a person's list; False if it was not there."""
    return index.saved.remove(person, id_)
