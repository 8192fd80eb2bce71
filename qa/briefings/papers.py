"""The papers that a briefing is made from, and their names in it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from index import Index, Record
from ingest import Kind
from qa.answer import document_reference
from qa.answer.messages import joined
from qa.evidence import newest_papers


@dataclass(frozen=True)
class Papers:
    """One authority's papers, newest first.

    Attributes:
        place: the authority's official name.
        held: all of them; those that print no day last.
        newest: the newest inspection, the visits after it, and the newest area SEND and joint inspections that still tell.
        before: the inspection before the newest.
    """

    place: str
    held: tuple[Record, ...]
    newest: tuple[Record, ...]
    before: tuple[Record, ...]

    @classmethod
    def of(cls, index: Index, place: str) -> "Papers":
        """The papers held on an authority."""
        held = [record for record in index.catalogue.records() if place in record.authorities]
        held.sort(key=lambda record: (-record.day_number, record.id))
        dated = [record for record in held if record.date]
        newest = newest_papers(dated)
        both = newest_papers(dated, with_previous=True)
        return cls(place, tuple(held), tuple(newest), tuple(record for record in both if record not in newest))

    @property
    def of_ofsted(self) -> tuple[Record, ...]:
        """Ofsted's reports and letters."""
        return tuple(record for record in self.held if record.kind.of_ofsted)

    def name(self, record: Record) -> str:
        """A paper's name beside others on the authority: "ILACS inspection report, 17 March 2020"."""
        short = document_reference(record).removeprefix(f"{self.place}, ")
        return short[:1].upper() + short[1:]


def in_sentence(records: Iterable[Record]) -> str:
    """Papers in a sentence: "the focused visit letters of 4 May 2023 and 3 March 2022 and the ILACS inspection report of 2020"."""
    days: dict[Kind, list[str]] = {}
    for record in records:
        days.setdefault(record.kind, []).append(record.when)
    return joined([_of_kind(kind, dated) for kind, dated in days.items()])


def _of_kind(kind: Kind, days: Sequence[str]) -> str:
    dated = list(filter(None, days))
    name = kind.label if len(days) == 1 else kind.plural
    return f"the {name} of {joined(dated)}" if dated else f"{name} without a date"


def day(record: Record) -> str:
    """A paper's day, or its years, at the head of a quotation."""
    return record.when or "undated"


def share_remit(asking: Record, telling: Record) -> bool:
    """True if one paper can tell what became of what the other asked for: area SEND inspections look at other services than the rest."""
    return (asking.kind is Kind.AREA_SEND) == (telling.kind is Kind.AREA_SEND)
