"""A council beside its statistical neighbours, and where it stands, by the catalogue alone."""

from dataclasses import replace
from datetime import date

from app.pages.council.neighbours import neighbours
from app.pages.council.standing import standing
from index import Record
from ingest import Area, Grade, Judgement, Kind
from ingest.authorities import neighbours_of
from tests.app.pages.test_titles import PAPER


def report(place: str, year: int, grade: Grade | None, kind: Kind = Kind.ILACS) -> Record:
    day = date(year, 5, 4)
    judged = (Judgement(Area.OVERALL, grade, grade.value, 2),) if grade else ()
    return replace(
        PAPER,
        id=f"{place}{year}{kind}",
        authorities=(place,),
        kind=kind,
        published=day,
        judgements=judged,
        years=(year,),
    )


def test_neighbours_are_told_by_their_newest_grades() -> None:
    first, *others = neighbours_of("Devon")
    held = [
        report("Devon", 2020, Grade.INADEQUATE),
        report(first, 2019, Grade.GOOD),
        report(first, 2023, Grade.OUTSTANDING),
    ]
    beside = neighbours("Devon", held)
    assert beside
    assert [(row.place.label, row.overall and row.overall.label, row.is_own) for row in beside.rows] == [
        ("Devon", "Inadequate", True),
        (first, "Outstanding", False),
    ]
    assert beside.without == others
    assert "neighbours=1" in beside.compare
    assert neighbours("Marlbridge", held) is None


def test_standing_is_that_of_the_newest_inspection_with_what_came_since() -> None:
    before, now = report("Devon", 2020, Grade.INADEQUATE), report("Devon", 2024, Grade.GOOD)
    visits = [report("Devon", year, None, Kind.FOCUSED_VISIT) for year in (2022, 2025)]
    stands = standing([before, now, *visits])
    assert [(line.area, line.grade) for line in stands.grades] == [("Overall effectiveness", "Good")]
    assert stands.before == "Inadequate (4 May 2020)"
    assert [link.label for link, _ in stands.others] == ["Ofsted’s focused visit letter of 4 May 2025"]
    assert standing(visits).newest is None
