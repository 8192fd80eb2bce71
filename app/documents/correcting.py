"""Corrects what a document is filed under: reads what a person sets, and sets it."""

import re
from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import UTC, date, datetime

from index import Index, Record, correct
from index.catalogue.corrections import Correction, Field
from index.catalogue.corrections.correction import TO
from ingest import Kind, KloeError
from ingest.authorities import fold, names_in_list
from ingest.dates import find_chains
from qa.findings import FindingAnnotator

NONE = "none"  # what a person writes where the document states nothing
_FORMS = ("%Y-%m-%d", "%d %B %Y", "%d %b %Y", "%d/%m/%Y")
_PERIOD = re.compile(r"\d{1,2}(?: [A-Za-z]+)? (?:to|[-–]) \d{1,2} [A-Za-z]+ \d{4}")
_AHEAD = 2  # years that a date may lie ahead
_WAIT = 5  # seconds for a run to end; otherwise that run files the document so
_MOST_SHOWN = 60  # characters of a value that cannot be


class WrongValue(KloeError):
    """A value that cannot be set; the text names it, and what can be."""


def values_of(record: Record) -> dict[Field, str]:
    """What a document is filed under, as `read_value` gives it; several authorities stand with "; " between."""
    first, last = record.inspection_start, record.inspection_end
    days = dict.fromkeys(day.isoformat() for day in (first, last) if day)
    return {
        Field.AUTHORITY: "; ".join(record.authorities),
        Field.KIND: record.kind.value,
        Field.DATE: record.published.isoformat() if record.published else "",
        Field.INSPECTED: TO.join(days),
    }


def read_value(field: Field, text: str) -> str:
    """Read what a person sets: an authority of the list, a kind, a day, or the days of an inspection; empty for "none".

    Raises:
        WrongValue: it is none of these.
    """
    text = " ".join(text.split())
    if text.lower() == NONE and field is not Field.KIND:
        return ""
    return {Field.AUTHORITY: _authority, Field.KIND: _kind, Field.DATE: _day, Field.INSPECTED: _days}[field](text)


def correct_document(
    index: Index, record: Record, values: Mapping[Field, str], taken_back: Sequence[Field] = (), person: str = ""
) -> bool:
    """Set what a document is filed under, and take back what was set.

    Args:
        values: as `read_value` gives them.
        person: who sets them.

    Returns:
        False if a run is under way: then it takes effect when that ends.

    Raises:
        KloeError: the index cannot be written.
    """
    today = datetime.now(UTC).date().isoformat()
    corrections = [Correction(record.id, field, value, person, today) for field, value in values.items()]
    return correct(index, record, corrections, taken_back, _WAIT, FindingAnnotator)


def correction_words(values: Mapping[Field, str], taken_back: Sequence[Field] = ()) -> str:
    """What is set and what is taken back, for the record: "authority: Kent; date: taken back"."""
    told = [f"{field}: {value or NONE}" for field, value in values.items()]
    return "; ".join([*told, *(f"{field}: taken back" for field in taken_back)])


def _authority(text: str) -> str:
    names = names_in_list().by_name.get(fold(text), ())
    if len(names) == 1:
        return names[0]
    if names:
        raise WrongValue(f"“{_shown(text)}” stands for {', '.join(names)}: name one of them")
    raise WrongValue(f"“{_shown(text)}” is no authority that Kloe knows: give its official name, or “{NONE}”")


def _kind(text: str) -> str:
    found = next((kind for kind in Kind if text.lower() in (kind.value, kind.label.lower())), None)
    if found is None:
        raise WrongValue(f"“{_shown(text)}” is no kind of document: the kinds are {', '.join(Kind)}")
    return found.value


def _day(text: str) -> str:
    for form in _FORMS:
        with suppress(ValueError):
            day = datetime.strptime(text, form).date()
            if date(1900, 1, 1) <= day <= date(datetime.now(UTC).year + _AHEAD, 12, 31):
                return day.isoformat()
    raise WrongValue(f"“{_shown(text)}” is no day: write it as 12 January 2026 or 2026-01-12, or write “{NONE}”")


def _days(text: str) -> str:
    """The first and the last day: "20 to 31 January 2026", or two whole days."""
    chain = next(find_chains(text), None) if _PERIOD.fullmatch(text) else None
    if chain and len(chain.days) == chain.parts:  # else it names a day that is none, or runs backwards
        days = [day.isoformat() for day in chain.period]
    elif chain:
        days = []
    else:
        days = [_day(part) for part in re.split(r" (?:to|[-–]) ", text)]
    if not 0 < len(days) < 3 or days != sorted(days):
        raise WrongValue(
            f"“{_shown(text)}” are no days of an inspection: write the first and the last, as 20 to 31 January 2026"
        )
    return TO.join(dict.fromkeys(days))


def _shown(text: str) -> str:
    return text if len(text) <= _MOST_SHOWN else f"{text[:_MOST_SHOWN].rpartition(' ')[0] or text[:_MOST_SHOWN]} …"
