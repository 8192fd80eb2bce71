"""The library in the page's address: which documents are listed, and which part of the list."""

from dataclasses import dataclass, field
from urllib.parse import parse_qs, urlencode

from app.asking.filters import Filters
from app.pages.addresses.question import filter_pairs, read_filters, read_part
from app.root import rooted
from index import Index, Record
from index.lexical import words

PART = 50  # documents shown at once


@dataclass(frozen=True)
class DocumentsAddress:
    """Which documents are listed.

    Attributes:
        words: words of a document's authority, kind, title, path or years.
        part: the part of the list, from 1.
    """

    words: str = ""
    filters: Filters = field(default_factory=Filters)
    part: int = 1

    @property
    def link(self) -> str:
        """The link that lists these documents again."""
        given = [("view", "documents"), *([("q", self.words)] if self.words else []), *filter_pairs(self.filters)]
        return rooted(f"/?{urlencode([*given, *([('part', str(self.part))] if self.part > 1 else [])])}")

    @property
    def authority(self) -> str | None:
        """The chosen authority; None if there is none, or more than one."""
        return self.filters.authority[0] if len(self.filters.authority) == 1 else None


def read_documents_address(query: str) -> DocumentsAddress:
    """Read which documents to list from the query of a link; the form's empty values are ignored.

    Raises:
        LinkError: a value is invalid.
    """
    given = parse_qs(query.removeprefix("?"))
    return DocumentsAddress(given.get("q", [""])[0][:200], read_filters(given, Filters), read_part(given))


def list_documents(index: Index, address: DocumentsAddress) -> list[Record]:
    """The documents at an address, by authority, the newest first."""
    scope = address.filters.scope(index)
    inside = scope.held_by(index) if scope else index.catalogue.records()
    wanted = words(address.words)
    matches = [record for record in inside if all(word in _words(record) for word in wanted)]
    return sorted(matches, key=lambda record: (record.place or "~", -record.day_number, record.path))


def _words(record: Record) -> str:
    texts = (record.place, record.kind.label, record.title, record.path, *map(str, record.years))
    return " ".join(words(" ".join(texts)))
