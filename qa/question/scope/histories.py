"""How an authority's grades ran from inspection to inspection: "went from inadequate to good", "never inadequate"."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from index import Record
from ingest import Area, Grade, Kind
from qa.question.scope.judged import grades_of

_INSPECTIONS = (Kind.ILACS, Kind.SINGLE)


class Course(StrEnum):
    """The courses that a run of grades can take."""

    EVER = "ever"  # had one of the grades
    NEVER = "never"  # was inspected, and never had one of them
    TIMES = "at least so many times"
    ALWAYS = "always"
    MOVED = "moved"  # had one of the grades, and later one of those in `then`
    NO_LONGER = "no longer"  # had one of them, and has another now
    NOW = "now"  # has one of them by the latest inspection
    IMPROVED = "improved"  # the latest grade is better than the one before
    DECLINED = "declined"  # the latest grade is worse than the one before
    UNCHANGED = "unchanged"  # the latest grade is the same as the one before


@dataclass(frozen=True)
class History:
    """A condition on an authority's grades for one area, over its ILACS and single inspections.

    Attributes:
        grades: any of them; empty where the course needs none.
        then: of `MOVED`, the later grades.
        times: of `TIMES`, how many inspections at the least.
        negated: the course must not be so, of an authority that was inspected.
        next: of `MOVED`, the later grades are those of the very next inspection.
    """

    course: Course
    grades: tuple[Grade, ...] = ()
    then: tuple[Grade, ...] = ()
    area: Area = Area.OVERALL
    times: int = 2
    negated: bool = False
    next: bool = False

    def authorities(self, records: Iterable[Record]) -> frozenset[str]:
        """The authorities whose grades ran so."""
        runs = grades_by_authority(records, self.area)
        return frozenset(name for name, run in runs.items() if self._ran(run) is not self.negated)

    def _ran(self, run: Sequence[Grade]) -> bool:
        had = [grade in self.grades for grade in run]
        match self.course:
            case Course.EVER:
                return any(had)
            case Course.NEVER:
                return not any(had)
            case Course.TIMES:
                return sum(had) >= self.times
            case Course.ALWAYS:
                return all(had)
            case Course.MOVED if self.next:
                return any(earlier in self.grades and later in self.then for earlier, later in pairwise(run))
            case Course.MOVED:
                first = had.index(True) if True in had else len(run)
                return any(grade in self.then for grade in run[first + 1 :])
            case Course.NO_LONGER:
                return any(had) and not had[-1]
            case Course.NOW:
                return had[-1]
            case _:
                return self._last_step(run)

    def _last_step(self, run: Sequence[Grade]) -> bool:
        order = list(Grade)
        steps = [order.index(before) - order.index(after) for before, after in pairwise(run)]
        if not steps:
            return False
        better = {Course.IMPROVED: steps[-1] > 0, Course.DECLINED: steps[-1] < 0}
        return better.get(self.course, steps[-1] == 0)

    def __str__(self) -> str:
        """Say "never inadequate", "inadequate at least 2 times for leaders", "inadequate, then good"."""
        grades = " or ".join(grade.value for grade in self.grades)
        then = " or ".join(grade.value for grade in self.then)
        where = "" if self.area is Area.OVERALL else f" for {self.area.label}"
        words = {
            Course.TIMES: f"{grades} at least {self.times} times",
            Course.MOVED: f"{grades}, {'next' if self.next else 'later'} {then}",
        }.get(self.course, f"{self.course.value} {grades}".strip())
        return f"{'not ' if self.negated else ''}{words}{where}"


def grades_by_authority(records: Iterable[Record], area: Area) -> dict[str, list[Grade]]:
    """Each authority's grades for one area, oldest first."""
    runs: dict[str, list[Grade]] = {}
    for record in sorted(records, key=lambda record: record.day_number):
        if record.kind not in _INSPECTIONS:
            continue
        grade = grades_of(record).get(area)
        if isinstance(grade, Grade):
            for name in record.authorities:
                runs.setdefault(name, []).append(grade)
    return runs
