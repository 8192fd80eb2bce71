"""Reads the invented catalogue: real names of English authorities, and documents that do not exist."""

import csv
from dataclasses import fields
from datetime import date
from functools import cache
from pathlib import Path

from index import Index, Record
from index.folder import Generations
from ingest import Area, Description, Document, Fact, Grade, Judgement, Kind, Page
from tests.index.made import EMBEDDER, put, writer_of

TODAY = date(2025, 6, 1)  # the day on which every phrase is asked
TOPIC_OF_VISIT = "topic of the visit"  # the name of the fact

_FILE = Path(__file__).with_name("catalogue.csv")
_AREAS = (Area.OVERALL, Area.LEADERS, Area.HELP_AND_PROTECTION, Area.IN_CARE, Area.CARE_LEAVERS)
_AREA_COLUMNS = ("overall", "leaders", "help_and_protection", "in_care", "care_leavers")


@cache
def records() -> tuple[Record, ...]:
    """Every record of the invented catalogue, by path."""
    with _FILE.open(encoding="utf-8", newline="") as file:
        return tuple(_record(row) for row in csv.DictReader(file))


def index_of_records(folder: Path) -> Index:
    """An index that holds every record of the invented catalogue, as a document without words."""
    name = Generations(folder).make()
    writer = writer_of(Generations(folder).path(name))
    for record in records():
        facts = {each.name: getattr(record, each.name) for each in fields(Description)}
        put(writer, Document(**facts, pages=(Page(1, "No words."),), passages=()), record.path)
    writer.close()
    Generations(folder).use(name)
    return Index(folder, EMBEDDER)


def _record(row: dict[str, str]) -> Record:
    start, end, published, met = (
        _day(row[name]) for name in ("inspection_start", "inspection_end", "published", "met")
    )
    kind, authorities = Kind(row["kind"]), tuple(filter(None, row["authorities"].split("|")))
    return Record(
        id=row["path"].replace("/", "-"),
        title=f"{kind.label}: {', '.join(authorities)}" if authorities else kind.label,
        kind=kind,
        authorities=authorities,
        inspection_start=start,
        inspection_end=end,
        published=published,
        met=met,
        lead_inspector=row["lead_inspector"] or None,
        outcome=row["outcome"] or None,
        judgements=_judgements(row),
        reported=(),
        facts=_facts(row),
        years=tuple(sorted({day.year for day in (start, end, published) if day})),
        notes=(),
        sources=(row["path"],),
        pages=2,
        passages=10,
    )


def _judgements(row: dict[str, str]) -> tuple[Judgement, ...]:
    grades = [(area, row[column]) for area, column in zip(_AREAS, _AREA_COLUMNS, strict=True)]
    return tuple(Judgement(area, Grade(grade), f"{area.label}: {grade}", 1) for area, grade in grades if grade)


def _facts(row: dict[str, str]) -> tuple[Fact, ...]:
    named = ((TOPIC_OF_VISIT, row["visit_topic"]), ("inspection discussed", row["discusses"]))
    return tuple(Fact(name, value, value, 1) for name, value in named if value)


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
