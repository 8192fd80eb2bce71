"""A condition on the grades that a document itself gives: "good overall but inadequate for leaders" is two of them."""

from dataclasses import dataclass

from index import Record
from ingest import Area, Grade, ReportCardGrade


@dataclass(frozen=True)
class Judged:
    """One of these grades in one of these areas.

    Attributes:
        grades: any of them.
        areas: any of them; empty for any area at all.
        negated: the document must give none of these grades in these areas, and must give some other there.
    """

    grades: tuple[Grade, ...]
    areas: tuple[Area, ...] = (Area.OVERALL,)
    negated: bool = False

    def holds(self, record: Record) -> bool:
        """True if the document has such a judgement."""
        given = [grade for area, grade in grades_of(record).items() if not self.areas or area in self.areas]
        has_one = any(grade in self.grades for grade in given)
        return bool(given) and not has_one if self.negated else has_one

    def __str__(self) -> str:
        """Say "good or outstanding for care leavers"."""
        grades = " or ".join(grade.value for grade in self.grades)
        if not self.areas:
            where = " in any area"
        elif self.areas == (Area.OVERALL,):
            where = ""
        else:
            where = f" for {' or '.join(area.label for area in self.areas)}"
        return f"{'not ' if self.negated else ''}{grades}{where}"


def grades_of(record: Record) -> dict[Area, Grade | ReportCardGrade]:
    """The grade that a document gives for each area; care leavers not judged apart were judged with children in care."""
    grades = {judgement.area: judgement.grade for judgement in record.judgements}
    if Area.IN_CARE in grades:
        grades.setdefault(Area.CARE_LEAVERS, grades[Area.IN_CARE])
    return grades
