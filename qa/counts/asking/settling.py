"""Settles which inspections the grades of a question are of: the newest, any of a time, or all that an authority had."""

from collections.abc import Sequence
from dataclasses import dataclass

from qa.counts.asking.grades import Condition
from qa.question.scope import Course, History, Judged

_STEPS = (Course.MOVED, Course.IMPROVED, Course.DECLINED, Course.UNCHANGED)
_OF_A_TIME = (*_STEPS, Course.TIMES, Course.NEVER, Course.ALWAYS)


@dataclass(frozen=True)
class Settled:
    """The grades by which things are picked.

    Attributes:
        judged: those that one inspection gave, all of them.
        histories: how an authority's grades ran, all of them.
        newest: that inspection is the newest of its authority.
        presumed: no word says that the newest is meant: "good authorities".
    """

    judged: tuple[Judged, ...] = ()
    histories: tuple[History, ...] = ()
    newest: bool = False
    presumed: bool = False


def settle_of_inspections(conditions: Sequence[Condition]) -> Settled | None:
    """Settle the grades of inspections; None if they are in doubt."""
    judged = tuple(each.of for each in conditions if isinstance(each.of, Judged))
    return Settled(judged) if len(judged) == len(conditions) else None


def settle_of_authorities(conditions: Sequence[Condition], timed: bool, yearly: bool) -> Settled | None:
    """Settle the grades of authorities; None if they are in doubt.

    Args:
        timed: the question names a time.
        yearly: it asks for each year.
    """
    by_course: dict[Course | None, list[Judged]] = {}
    histories: list[History] = []
    for each in conditions:
        of = each.of_one_inspection()
        if isinstance(of, Judged):
            course = Course.EVER if of is not each.of else each.course
            by_course.setdefault(course, []).append(of)
        else:
            histories.append(of)
    ever, now, bare = (tuple(by_course.pop(course, ())) for course in (Course.EVER, Course.NOW, None))
    if by_course:  # "never inadequate in any area"
        return None
    if conditions and (timed or yearly):
        return None if now else _in_time((*bare, *ever), tuple(histories), yearly)
    if not (bare or now):
        return Settled(ever, tuple(histories))
    return _newest(ever, now, bare, tuple(histories))


def _newest(
    ever: tuple[Judged, ...], now: tuple[Judged, ...], bare: tuple[Judged, ...], histories: tuple[History, ...]
) -> Settled | None:
    """Grades of the newest inspection: those that are said to be so now, and those of which no word says when."""
    if any(each.course in _STEPS for each in histories):  # "good authorities became inadequate"
        return None
    if not now and all(len(each.areas) == 1 for each in bare):
        told = tuple(History(Course.NOW, each.grades, area=each.areas[0], negated=each.negated) for each in bare)
        return Settled(ever, (*told, *histories), presumed=True)
    return None if ever or histories else Settled((*now, *bare), newest=True, presumed=bool(bare))


def _in_time(judged: tuple[Judged, ...], histories: tuple[History, ...], yearly: bool) -> Settled | None:
    """Of a time, and of each year: what one inspection gave, or one course that can be told of that time."""
    courses = {each.course for each in histories}
    if judged and all(each.negated for each in judged):  # "were not good" means at none of several inspections
        first = judged[0]
        if yearly or histories or len(judged) > 1 or len(first.areas) != 1:
            return None
        return Settled((), (History(Course.NEVER, first.grades, area=first.areas[0]),))
    if judged:
        return Settled(judged, histories) if not histories or (courses == {Course.NOW} and not yearly) else None
    told = _STEPS if yearly else _OF_A_TIME
    return Settled((), histories) if len(histories) == 1 and courses <= set(told) else None
