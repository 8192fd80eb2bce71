"""Applies what people have set to a document, and takes it back. Nothing is read again: a correction only files a document anew."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import PurePath

from index.catalogue.corrections.correction import TO, Correction, Field
from index.catalogue.corrections.telling import AS_READ, NONE, is_value_read, value_read, values_read
from ingest import Document, Fact, Kind
from ingest.facts import authorities_of_passages
from ingest.facts.days import years_of

_BETWEEN = "; "  # authorities that were read


def corrected(document: Document, corrections: Iterable[Correction], path: str) -> Document:
    """The document as people have set it.

    Args:
        document: as it was read, or as it is held; what was set in it before is taken back first.
        path: its path below the indexed folder, which can give its years.
    """
    document = as_read(document, path)
    for correction in sorted(corrections, key=lambda each: list(Field).index(each.field)):
        document = _APPLIED[correction.field](document, correction)
    return _filed(document, path) if values_read(document.facts) else document


def as_read(document: Document, path: str) -> Document:
    """The document without what people have set."""
    read = values_read(document.facts)
    if not read:
        return document
    kept = (fact for fact in document.facts if fact.name not in read and not is_value_read(fact))
    facts = tuple(replace(fact, name=fact.name.removesuffix(AS_READ)) for fact in kept)
    document = replace(document, facts=facts)
    if "authority" in read:
        document = replace(document, authorities=tuple(filter(None, read["authority"].split(_BETWEEN))))
    if "kind" in read:
        document = _back_to_kind(document, Kind(read["kind"]))
    if "published" in read:
        document = replace(document, published=_day(read["published"]))
    if "met" in read:
        document = replace(document, met=_day(read["met"]))
    if "inspected" in read:
        first, _, last = read["inspected"].partition(TO)
        document = replace(document, inspection_start=_day(first), inspection_end=_day(last))
    return _filed(document, path)


def _authority(document: Document, correction: Correction) -> Document:
    facts = _set(document, correction, "authority", _BETWEEN.join(document.authorities))
    return replace(document, facts=facts, authorities=(correction.value,) if correction.value else ())


def _kind(document: Document, correction: Correction) -> Document:
    facts = _set(document, correction, "kind", document.kind.value)
    return _of_kind(replace(document, facts=facts), Kind(correction.value))


def _date(document: Document, correction: Correction) -> Document:
    day, _ = correction.days
    is_of_meeting = document.kind is Kind.MINUTES or (document.met and document.met == document.published)
    facts = _set(document, correction, "published", _text(document.published))
    document = replace(document, facts=facts, published=day)
    if is_of_meeting:
        document = replace(document, facts=_set(document, correction, "met", _text(document.met)), met=day)
    return document


def _inspected(document: Document, correction: Correction) -> Document:
    first, last = correction.days
    held = document.inspection_start or document.inspection_end
    read = f"{_text(document.inspection_start)}{TO}{_text(document.inspection_end)}" if held else ""
    return replace(
        document,
        facts=_set(document, correction, "inspected", read),
        inspection_start=first,
        inspection_end=last,
    )


_APPLIED = {Field.AUTHORITY: _authority, Field.KIND: _kind, Field.DATE: _date, Field.INSPECTED: _inspected}


def _set(document: Document, correction: Correction, name: str, read: str) -> tuple[Fact, ...]:
    """The document's facts with one that a person has set, first; what was read keeps its words under another name."""
    others = (replace(fact, name=f"{name}{AS_READ}") if fact.name == name else fact for fact in document.facts)
    return (Fact(name, correction.value or NONE, correction.words, None), value_read(name, read), *others)


def _of_kind(document: Document, kind: Kind) -> Document:
    """The document as one of another kind. Only an inspection's own report gives grades; in any other paper they are reported."""
    if document.kind.of_ofsted and not kind.of_ofsted:
        reported = (*document.judgements, *document.reported)
        return replace(document, kind=kind, judgements=(), reported=reported)
    return replace(document, kind=kind)


def _back_to_kind(document: Document, kind: Kind) -> Document:
    """The document as one of the kind that was read, with its own grades, which name no inspection; reports name that of older ones."""
    if document.kind.of_ofsted or not kind.of_ofsted:
        return replace(document, kind=kind)
    own = tuple(one for one in document.reported if not one.inspected)
    older = tuple(one for one in document.reported if one.inspected)
    return replace(document, kind=kind, judgements=own, reported=older)


def _filed(document: Document, path: str) -> Document:
    """The document with the years and the authorities of its passages that its days and its authorities give."""
    days = (document.inspection_start, document.inspection_end, document.published, document.met)
    plain = [replace(passage, authorities=()) for passage in document.passages]
    return replace(
        document,
        years=years_of([day for day in days if day], PurePath(path)),
        passages=tuple(authorities_of_passages(plain, document.authorities)),
    )


def _text(day: date | None) -> str:
    return day.isoformat() if day else ""


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
