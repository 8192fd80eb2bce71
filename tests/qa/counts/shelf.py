"""A shelf of invented papers on real authorities, as an index holds them."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any

from index import Record
from index.catalogue import StoredPassage
from ingest import VISIT_TOPIC, Area, Fact, Grade, Judgement, Kind, Page, VisitTopic
from tests.qa.answer.made import record

GOOD, INADEQUATE, OUTSTANDING = Grade.GOOD, Grade.INADEQUATE, Grade.OUTSTANDING
REQUIRES = Grade.REQUIRES_IMPROVEMENT


def paper(kind: Kind, name: str, published: date, ended: date | None = None, **changes: Any) -> Record:
    """A paper of Ofsted that prints the days of its inspection, which ended a month before by default."""
    ended = ended or date.fromordinal(published.toordinal() - 30)
    words = f"Inspection dates: {ended:%d %B %Y}"
    facts = (Fact("inspected", f"{ended} to {ended}", words, 1), Fact("published", str(published), "name.pdf", None))
    made = record(
        id=f"{kind}-{name}-{published}",
        kind=kind,
        authorities=(name,),
        inspection_start=ended,
        inspection_end=ended,
        published=published,
        years=tuple(sorted({ended.year, published.year})),
        sources=(f"{name}/{kind}-{published}/name.pdf",),
        facts=facts,
    )
    return replace(made, **changes)


def inspection(name: str, published: date, overall: Grade, ended: date | None = None, **areas: Grade) -> Record:
    """An ILACS inspection with its grades; other areas by their name in the catalogue."""
    grades = {Area.OVERALL: overall, **{Area(area): grade for area, grade in areas.items()}}
    judgements = tuple(Judgement(area, grade, f"{area.label} {grade.label}", 1) for area, grade in grades.items())
    return paper(Kind.ILACS, name, published, ended, judgements=judgements)


def visit(name: str, published: date, *topics: VisitTopic) -> Record:
    """A focused visit on these topics."""
    made = paper(Kind.FOCUSED_VISIT, name, published)
    told = tuple(Fact(VISIT_TOPIC, topic.value, f"Inspectors looked at {topic.label}", 1) for topic in topics)
    return replace(made, facts=(*made.facts, *told))


class _Catalogue:
    def __init__(self, records: Iterable[Record]) -> None:
        self._records = list(records)

    def records(self) -> list[Record]:
        return list(self._records)

    def labelled(self, wanted: object, inside: object = None) -> list[Record]:
        return list(self._records)  # more than have the labels: those that do not are then left out one by one

    def contains_phrase(self, text: str) -> bool:
        return False

    def pages(self, document: str) -> tuple[Page, ...]:
        held = next(record for record in self._records if record.id == document)
        lines = [*(fact.words for fact in held.facts if fact.page), *(j.words for j in held.judgements)]
        return (Page(1, "\n".join(lines)),)

    def match(self, query: str, limit: int, documents: Iterable[str] | None = None) -> list[tuple[str, float]]:
        return []

    def passages(self, ids: Iterable[str]) -> list[StoredPassage]:
        return []


class Shelf:
    """Stands in for an index of these papers."""

    def __init__(self, *records: Record) -> None:
        self.catalogue = _Catalogue(records)

    def correct(self, text: str) -> str:
        return text


def shelf() -> Any:
    """Four authorities, two of them in London, with six inspections and three visits."""
    return Shelf(
        inspection("Kent", date(2017, 5, 1), INADEQUATE, leaders=INADEQUATE),
        inspection("Kent", date(2022, 5, 1), GOOD, leaders=REQUIRES, in_care=INADEQUATE),
        inspection("Leeds", date(2018, 1, 10), INADEQUATE, date(2017, 11, 30), in_care=GOOD),
        inspection("Leeds", date(2023, 3, 1), INADEQUATE, in_care=GOOD, care_leavers=INADEQUATE),
        inspection("Camden", date(2022, 6, 1), OUTSTANDING, leaders=OUTSTANDING),
        inspection("Barnet", date(2018, 6, 1), GOOD, leaders=GOOD),
        visit("Kent", date(2019, 4, 1), VisitTopic.FRONT_DOOR),
        visit("Kent", date(2021, 1, 10), VisitTopic.CARE_LEAVERS, VisitTopic.PERMANENCE),
        visit("Leeds", date(2021, 7, 1)),
    )
