"""Chooses reports, and counts them by a label."""

from collections import Counter
from collections.abc import Callable

from bench.counting.records import Report
from bench.counting.truth import Count, Groups, Most

BETTER = ("good", "outstanding")


def year_of(report: Report) -> str:
    return str(report.published.year)


def region_of(report: Report) -> str:
    return report.region


def published_in(reports: list[Report], year: int) -> list[Report]:
    return [report for report in reports if report.published.year == year]


def published_since(reports: list[Report], year: int) -> list[Report]:
    return [report for report in reports if report.published.year >= year]


def graded(reports: list[Report], *grades: str, area: str = "overall_effectiveness") -> list[Report]:
    return [report for report in reports if report.grades.get(area) in grades]


def number_by(reports: list[Report], label: Callable[[Report], str]) -> Groups:
    return Groups({name: Count(number) for name, number in Counter(map(label, reports)).items()})


def share_by(reports: list[Report], label: Callable[[Report], str], counted: Callable[[Report], bool]) -> Groups:
    everything, chosen = Counter(map(label, reports)), Counter(map(label, filter(counted, reports)))
    return Groups({name: Count(chosen[name], number) for name, number in everything.items()})


def most_common(counts: Counter[str]) -> Most:
    [(label, number), (_, second)] = counts.most_common(2)
    if number == second:
        raise ValueError(f"{label} is not alone in having the most")
    return Most(label, number)
