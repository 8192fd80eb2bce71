"""What a feed holds: its title, and its entries, each a quotation with its reference."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import NAMESPACE_URL, uuid5

from app.documents import marked_link
from index import Index
from ingest import KloeError
from qa import Citation, ParsedQuestion, Scope
from qa.answer.composing import cite
from qa.evidence import Evidence

MOST = 50  # entries
_ASKED_NOTHING = ParsedQuestion("", Scope(), "")


class FeedError(KloeError):
    """A feed cannot be made as it is asked for; the text says why."""


@dataclass(frozen=True)
class Entry:
    """A quotation in a feed.

    Attributes:
        id: made from the document and the place in it, so that it stays as it is.
        title: the reference.
        words: the quotation; a lead-in and the items of its list stand on a line each.
        link: to the page in Kloe, relative to the server's root.
        updated: the date of the paper; its year's first day if it tells no more.
    """

    id: str
    title: str
    words: str
    link: str
    updated: date


@dataclass(frozen=True)
class Feed:
    """A feed.

    Attributes:
        title: what it is of.
        address: its own link, relative to the server's root, which is also what its id is made from.
        page: the link to Kloe's page of the same, relative to the server's root.
        entries: newest first.
        note: why it is empty; empty if it is not.
    """

    title: str
    address: str
    page: str
    entries: tuple[Entry, ...]
    note: str = ""

    @property
    def id(self) -> str:
        """What tells this feed from others."""
        return _urn(self.address)


def entries_of(citations: Iterable[Citation]) -> tuple[Entry, ...]:
    """The newest quotations as entries; those of papers without any date are left out, because nothing says that they are new."""
    dated = [citation for citation in citations if citation.record.date or citation.record.years]
    newest = sorted(dated, key=lambda citation: -citation.record.day_number)
    return tuple(dict.fromkeys(map(_entry, newest)))[:MOST]


def cite_words(index: Index, evidence: Iterable[Evidence]) -> list[Citation]:
    """Quote words in the order given, each checked against its page."""
    return [citation for each in evidence for citation in cite(index, [each], _ASKED_NOTHING)]


def _entry(citation: Citation) -> Entry:
    record = citation.record
    place = ",".join(f"{span.page}:{span.start}-{span.end}" for span in citation.spans)
    return Entry(
        id=_urn(f"{record.id}/{place}"),
        title=citation.reference,
        words=citation.quote,
        link=marked_link(record, citation.page, citation.spans),
        updated=date.fromordinal(record.day_number),
    )


def _urn(name: str) -> str:
    return uuid5(NAMESPACE_URL, f"kloe:{name}").urn
