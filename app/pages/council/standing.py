"""Where an authority stands, by the catalogue: the grades of its inspections, and the outcomes of its other visits."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.documents.links import page_link
from app.pages.council.newest import newest_first
from app.pages.timeline import area_heading
from app.pages.titles import people_title
from app.pages.views.record import overall_grade, record_link
from app.pages.views.steps import Link
from index import Record
from ingest import Area, Kind

_VISITS = 3  # since the newest inspection
_FULL = (Kind.ILACS, Kind.SINGLE)
_WITHOUT_GRADES = (Kind.AREA_SEND, Kind.JOINT)


@dataclass(frozen=True)
class GradeLine:
    """The grade for one area, with the link to the page that prints it."""

    area: str
    grade: str
    link: str


@dataclass(frozen=True)
class Standing:
    """Where an authority stands.

    Attributes:
        newest: the newest full inspection; None if none is held.
        grades: what it judged, overall effectiveness first.
        before: the overall grade of the inspection before, in words; empty if none is held.
        others: the papers since, and the newest area SEND and joint inspections, each with what it says in a few words.
    """

    newest: Link | None
    grades: list[GradeLine]
    before: str
    before_link: str
    others: list[tuple[Link, str]]


def standing(records: Sequence[Record]) -> Standing:
    """Tell where an authority stands by its papers."""
    of_ofsted = newest_first(record for record in records if record.kind.of_ofsted and record.date)
    full = [record for record in of_ofsted if record.kind in _FULL]
    newest = full[0] if full else None
    before = next((record for record in full[1:] if overall_grade(record)), None)
    grade = overall_grade(before) if before else None
    return Standing(
        newest=_link(newest) if newest else None,
        grades=list(_grades(newest)) if newest else [],
        before=f"{grade.label} ({before.when})" if before and grade else "",
        before_link=record_link(before) if before else "",
        others=[(_link(record), _outcome(record)) for record in _others(of_ofsted, newest)],
    )


def newest_overall(records: Sequence[Record]) -> Record | None:
    """The newest inspection that gives an overall grade."""
    graded = [record for record in records if record.kind in _FULL and record.date and overall_grade(record)]
    return max(graded, key=lambda record: record.day_number, default=None)


def area_outcome(records: Sequence[Record]) -> Record | None:
    """The newest area SEND inspection that gives an outcome."""
    of_area = [record for record in records if record.area_outcome]
    return max(of_area, key=lambda record: record.day_number, default=None)


def _others(of_ofsted: Sequence[Record], newest: Record | None) -> list[Record]:
    visits = [record for record in of_ofsted if record.kind not in (*_FULL, *_WITHOUT_GRADES)]
    since = [record for record in visits if not newest or record.day_number > newest.day_number][:_VISITS]
    others = [next((record for record in of_ofsted if record.kind is kind), None) for kind in _WITHOUT_GRADES]
    return newest_first([*since, *filter(None, others)])


def _grades(record: Record) -> Iterator[GradeLine]:
    by_area = {judgement.area: judgement for judgement in reversed(record.judgements)}
    for area in Area:
        if judgement := by_area.get(area):
            yield GradeLine(area_heading(area), judgement.grade.label, page_link(record, judgement.page))


def _outcome(record: Record) -> str:
    """What a paper without grades says in a few words."""
    if record.area_outcome:
        return f"experiences and outcomes: {record.area_outcome.value}"
    topics = [topic.label for topic in record.visit_topics]
    return f"on {', '.join(topics)}" if topics else "no grades"


def _link(record: Record) -> Link:
    return Link(people_title(record), record_link(record))
