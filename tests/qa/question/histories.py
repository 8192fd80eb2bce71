"""Which authorities have a history of grades, by their ILACS and single inspections alone."""

from functools import cache

from index import Record
from ingest import Grade, Kind
from tests.qa.question.catalogue import records

OVERALL = "overall_effectiveness"

_BEST_FIRST = [grade.value for grade in Grade]


def full(grade: str) -> str:
    """The grade in full: "requires improvement" is short for "requires improvement to be good"."""
    return Grade(f"{grade} to be good" if grade == "requires improvement" else grade).value


def grade_of(record: Record, area: str) -> str | None:
    """The grade that a record itself gives for an area."""
    return next((each.grade.value for each in record.judgements if each.area == area), None)


def ever(grade: str, area: str = OVERALL) -> set[str]:
    """Authorities that were ever given the grade."""
    return times(grade, 1, area)


def never(grade: str, area: str = OVERALL) -> set[str]:
    """Authorities with a grade for the area, and never this one."""
    return set(_histories(area)) - ever(grade, area)


def times(grade: str, n: int, area: str = OVERALL) -> set[str]:
    """Authorities that were given the grade by n inspections or more."""
    return {name for name, grades in _histories(area).items() if grades.count(full(grade)) >= n}


def now(grade: str, area: str = OVERALL) -> set[str]:
    """Authorities whose latest grade for the area is this one."""
    return {name for name, grades in _histories(area).items() if grades[-1] == full(grade)}


def no_longer(grade: str, area: str = OVERALL) -> set[str]:
    """Authorities that were given the grade once, and whose latest is another."""
    return ever(grade, area) - now(grade, area)


def moved(first: str, later: str, area: str = OVERALL) -> set[str]:
    """Authorities that were given the first grade, and at some later inspection the other."""
    return {
        name
        for name, grades in _histories(area).items()
        if full(first) in grades and full(later) in grades[grades.index(full(first)) + 1 :]
    }


def improved(area: str = OVERALL) -> set[str]:
    """Authorities whose latest grade is better than the one before it."""
    return {name for name, steps in _last_steps(area).items() if steps[1] < steps[0]}


def declined(area: str = OVERALL) -> set[str]:
    """Authorities whose latest grade is worse than the one before it."""
    return {name for name, steps in _last_steps(area).items() if steps[1] > steps[0]}


def _last_steps(area: str) -> dict[str, list[int]]:
    both = {name: grades[-2:] for name, grades in _histories(area).items() if len(grades) > 1}
    return {name: [_BEST_FIRST.index(grade) for grade in grades] for name, grades in both.items()}


@cache
def _histories(area: str) -> dict[str, list[str]]:
    """For each authority, its grades for an area, oldest first."""
    judged = [record for record in records() if record.kind in (Kind.ILACS, Kind.SINGLE) and record.inspection_end]
    found: dict[str, list[str]] = {}
    for record in sorted(judged, key=lambda record: str(record.inspection_end)):
        if grade := grade_of(record, area):
            for name in record.authorities:
                found.setdefault(name, []).append(grade)
    return found
