"""Decides whether what Kloe counted is right."""

from bench.counting.asking import Counted, Group
from bench.counting.records import plain_name
from bench.counting.truth import Cannot, Count, Days, Groups, Most, Truth

RIGHT, WRONG, DECLINED = "right", "wrong", "declined"
_DAYS = {"day": 1.0, "week": 7.0, "month": 365.25 / 12, "year": 365.25}
_ROUNDING = 0.6  # percentage points by which a share may be rounded


def judge(truth: Truth, got: Counted) -> str:
    """Give “right”, “wrong”, or “declined” for a question that the documents do answer."""
    if isinstance(truth, Cannot):
        return WRONG if got.computed else RIGHT
    if not got.computed:
        return DECLINED
    return RIGHT if _agrees(truth, got) else WRONG


def _agrees(truth: Count | Days | Groups | Most, got: Counted) -> bool:
    if isinstance(truth, Groups):
        return _same_groups(truth, got)
    if isinstance(truth, Most):
        return _same_most(truth, got)
    if isinstance(truth, Count) and truth.councils:
        names = {plain_name(council) for council in truth.councils}
        return names == set(map(plain_name, got.councils)) and got.number in (None, truth.number)
    return got.number is not None and _same_value(truth, got.number, got.of, got.unit)


def _same_value(truth: Count | Days, number: float, of: int | None, unit: str) -> bool:
    if isinstance(truth, Days):
        return abs(number * _days_in(unit) - truth.number) <= truth.tolerance + 1e-6
    if not truth.of:
        return number == truth.number
    if (number, of) == (truth.number, truth.of):
        return True
    is_percent = "%" in unit or "cent" in unit or number > 1
    percent = number if is_percent else 100 * number
    return of in (None, 100, truth.of) and abs(percent - 100 * truth.number / truth.of) <= _ROUNDING


def _days_in(unit: str) -> float:
    """The days in a unit such as “months”; 1 if the unit is no length of time."""
    return next((days for name, days in _DAYS.items() if name in unit.lower()), 1.0)


def _same_groups(truth: Groups, got: Counted) -> bool:
    """Whether every group agrees; a group that is not named, here or there, has none."""
    wanted = {_plain_label(label): value for label, value in truth.by_label.items()}
    given = {_plain_label(group.label): group for group in got.groups}
    return all(
        _same_value(value, group.number, group.of, got.unit)
        for label, value in wanted.items()
        for group in [given.get(label, Group(label, 0, None))]
    ) and not any(group.number for label, group in given.items() if label not in wanted)


def _same_most(truth: Most, got: Counted) -> bool:
    """Whether the largest group is the one wanted, or the explanation names it with the right number."""
    label = _plain_label(truth.label)
    if got.groups:
        largest = max(got.groups, key=lambda group: group.number)
        return _plain_label(largest.label) == label and largest.number == truth.number
    return got.number == truth.number and label in got.explanation.lower()


def _plain_label(label: str) -> str:
    return plain_name(label).removesuffix(" to be good")
