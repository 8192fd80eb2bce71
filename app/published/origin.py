"""Where a document comes from: its published address, when that was retrieved, and the licence under which it was published."""

from dataclasses import dataclass
from datetime import date
from functools import cache

from app.published.given import given, is_address
from corpus.published import published_address
from index import Record, file_of
from ingest import PUBLISHED_AT
from ingest.authorities import authorities
from ingest.dates import day_words


@dataclass(frozen=True)
class Licence:
    """A licence: the line that it asks for, and its text on the web."""

    words: str
    url: str


OPEN_GOVERNMENT = Licence(
    "Contains public sector information licensed under the Open Government Licence v3.0.",
    "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/",
)


@dataclass(frozen=True)
class Origin:
    """What is known of where a document comes from. What is not known is empty or None, never guessed.

    Attributes:
        url: the address where it was published.
        retrieved: the day on which it was retrieved from there.
        licence: the licence of Ofsted's own papers; None for all others.
        stated: where no address is known, the one that a saved web page gives as its own. Nobody has checked it, so it is no link:
            a page could name any.
    """

    url: str = ""
    retrieved: date | None = None
    licence: Licence | None = None
    stated: str = ""

    @property
    def retrieved_words(self) -> str:
        """When it was retrieved, as a reference says it: "retrieved 3 May 2025"; empty if that is not known."""
        return f"retrieved {day_words(self.retrieved)}" if self.retrieved else ""


def origin_of(record: Record) -> Origin:
    """Where a document comes from: as the user's list says, or else Kloe's own; and else what a saved web page says of itself."""
    licence = _licence(record)
    for source in record.sources:
        if told := given(file_of(source)):
            return Origin(told.url, told.retrieved, licence)
    listed = _listed(record)
    return Origin(listed, None, licence, "" if listed else _stated(record))


def _listed(record: Record) -> str:
    if record.authority and record.published:
        return published_address(record.kind, record.authority, record.published)
    return ""


def _stated(record: Record) -> str:
    """The address that a saved web page gives as its own."""
    stated = (fact.value for fact in record.facts if fact.name == PUBLISHED_AT)
    return next(filter(is_address, stated), "")


def _licence(record: Record) -> Licence | None:
    """Ofsted's papers are under the Open Government Licence; a paper on an authority that is not in England's list may be anybody's."""
    known = record.kind.of_ofsted and record.authorities and _names().issuperset(record.authorities)
    return OPEN_GOVERNMENT if known else None


@cache
def _names() -> frozenset[str]:
    return frozenset(authority.name for authority in authorities())
