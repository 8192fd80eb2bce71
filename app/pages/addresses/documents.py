"""The library on the page, as the page's address says it: which documents are listed, and in which part of the list."""

from dataclasses import dataclass, field
from urllib.parse import parse_qs, urlencode

from app.asking.filters import Filters
from app.pages.addresses.question import filter_pairs, read_filters, read_part
from index import Index, Record
from index.lexical import words

PART = 50  # documents shown at once


@dataclass(frozen=True)
class DocumentsAsked:
    """Which documents are listed.

    Attributes:
        words: words that stand in a document's authority, kind or path.
        part: which part of the list, from 1.
    """

    words: str = ""
    filters: Filters = field(default_factory=Filters)
    part: int = 1

    @property
    def link(self) -> str:
        """The link that lists these again."""
        given = [("view", "documents"), *([("q", self.words)] if self.words else []), *filter_pairs(self.filters)]
        return f"/?{urlencode([*given, *([('part', str(self.part))] if self.part > 1 else [])])}"

    @property
    def authority(self) -> str | None:
        """The one authority that is chosen; None where there is none, or several."""
        return self.filters.authority[0] if len(self.filters.authority) == 1 else None


def read_documents(query: str) -> DocumentsAsked:
    """Read which documents are listed from the query of a link; empty values of its form count for nothing.

    Raises:
        LinkError: a value does not fit.
    """
    given = parse_qs(query.removeprefix("?"))
    return DocumentsAsked(given.get("q", [""])[0][:200], read_filters(given), read_part(given))


def listed_documents(index: Index, asked: DocumentsAsked) -> list[Record]:
    """The documents that are asked for, by authority, the newest first."""
    scope = asked.filters.scope(index)
    records = index.catalogue.records()
    inside = ([] if scope.unknown else scope.documents(records)) if scope else records
    wanted = words(asked.words)
    found = [record for record in inside if all(word in _said(record) for word in wanted)]
    return sorted(found, key=lambda record: (record.authority or "~", -record.day_number, record.path))


def _said(record: Record) -> str:
    said = (record.authority or "", record.kind.label, record.title, record.path, *map(str, record.years))
    return " ".join(words(" ".join(said)))
