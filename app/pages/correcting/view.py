"""The page on which a person corrects a document, as its template shows it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from app.documents.correcting import NONE, read_value, values_of
from app.pages.templating import capitalised
from app.pages.views.documents import Option, day_range
from app.pages.views.record import fact_value
from index import Index, Record
from index.catalogue.corrections import Field, told_facts
from index.catalogue.corrections.correction import TO
from index.folder import CorrectionStore
from ingest import Kind
from ingest.authorities import authorities
from ingest.dates import day_words
from qa import document_reference

AS_IT_IS = "as it is"  # a choice for authorities that the list cannot name: several, or one that it does not have
_FACTS = {"authority": Field.AUTHORITY, "kind": Field.KIND, "published": Field.DATE, "inspected": Field.INSPECTED}


@dataclass(frozen=True)
class SetBefore:
    """What somebody has set: its field, and who, when, and what was read instead, in words."""

    field: str
    label: str
    words: str


@dataclass(frozen=True)
class CorrectingView:
    """The page.

    Attributes:
        title: the document, as people say it.
        date, inspected: in the words of a person; empty if it states none.
        fault: why what was sent could not be set; empty if nothing was sent.
        is_waiting: True if it takes effect only when a run ends.
    """

    document: str
    title: str
    authorities: list[Option]
    kinds: list[Option]
    date: str
    inspected: str
    set_before: list[SetBefore]
    fault: str
    is_waiting: bool


def given_values(record: Record, given: Mapping[Field, str]) -> dict[Field, str]:
    """What a person has changed on the page; an empty field means that the document states none.

    Raises:
        WrongValue: a value cannot be; the text names it.
    """
    held = values_of(record)
    read = {
        field: read_value(field, text) if text.strip() else ""
        for field, text in given.items()
        if text != AS_IT_IS and (text.strip() or field is not Field.KIND)
    }
    return {field: value for field, value in read.items() if value != held[field]}


def correcting_view(
    index: Index, record: Record, given: Mapping[Field, str] | None, fault: str, is_waiting: bool
) -> CorrectingView:
    """The page as it is asked for, or with what was given."""
    shown = dict(given or _shown(record))
    return CorrectingView(
        document=record.id,
        title=document_reference(record),
        authorities=list(_authorities(record, shown[Field.AUTHORITY])),
        kinds=[Option(kind.value, capitalised(kind.label), kind.value == shown[Field.KIND]) for kind in Kind],
        date=shown[Field.DATE],
        inspected=shown[Field.INSPECTED],
        set_before=list(_set_before(index, record)),
        fault=fault,
        is_waiting=is_waiting,
    )


def _shown(record: Record) -> dict[Field, str]:
    """What a document is filed under, in the words of a person."""
    return values_of(record) | {
        Field.DATE: day_words(record.published) if record.published else "",
        Field.INSPECTED: day_range(record.inspection_start, record.inspection_end),
    }


def _authorities(record: Record, chosen: str) -> Iterator[Option]:
    names = [authority.name for authority in authorities()]
    if record.authorities and values_of(record)[Field.AUTHORITY] not in names:
        yield Option(AS_IT_IS, f"{record.place} (as it is)", chosen not in (*names, "", NONE))
    yield Option(NONE, "None", chosen in ("", NONE))
    for name in names:
        yield Option(name, name, name == chosen)


def _set_before(index: Index, record: Record) -> Iterator[SetBefore]:
    """What is set, also where a run that is under way has not taken it in yet."""
    read = {
        _FACTS[told.fact.name]: told for told in told_facts(record.facts) if told.read_as and told.fact.name in _FACTS
    }
    for correction in CorrectionStore(index.folder).of(record.id):
        told = read.get(correction.field)
        was_read = f"; read as {fact_value(told.fact.name, told.read_as)}" if told and told.read_as else ""
        value = _value(correction.field, correction.value) if correction.value else "none"
        yield SetBefore(correction.field.value, LABELS[correction.field], f"{value}, {correction.words}{was_read}")


def _value(field: Field, value: str) -> str:
    if field in (Field.DATE, Field.INSPECTED):
        days = [date.fromisoformat(day) for day in value.split(TO)]
        return day_range(days[0], days[-1])
    return fact_value(field.value, value)


LABELS = {
    Field.AUTHORITY: "Authority",
    Field.KIND: "Kind of document",
    Field.DATE: "Date",
    Field.INSPECTED: "Days of the inspection",
}
