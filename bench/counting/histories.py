"""Works out the answers that follow councils from one report to the next."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from statistics import mean

from bench.counting.choosing import BETTER, graded, number_by, region_of
from bench.counting.records import Library, Report
from bench.counting.truth import Count, Days, Truth

_GRADES = ("inadequate", "requires improvement", "good", "outstanding")  # worst first
_DAYS_OF_A_MONTH = 31  # by which an answer given in whole months may differ
_Step = tuple[Report, Report]


@dataclass(frozen=True)
class Histories:
    """The reports of each council, oldest first."""

    by_council: dict[str, list[Report]]

    @classmethod
    def of(cls, reports: Iterable[Report]) -> "Histories":
        """Sort reports, which must come oldest first, by council."""
        by_council: dict[str, list[Report]] = defaultdict(list)
        for report in reports:
            by_council[report.authority].append(report)
        return cls(dict(by_council))

    @property
    def latest(self) -> list[Report]:
        return [reports[-1] for reports in self.by_council.values()]

    @property
    def latest_steps(self) -> list[_Step]:
        """The last two reports of each council that has two."""
        return [(reports[-2], reports[-1]) for reports in self.by_council.values() if len(reports) > 1]

    def steps(self, before: str, after: str) -> list[_Step]:
        """Each two neighbouring reports of a council whose overall grades are these."""
        return [
            (old, new)
            for reports in self.by_council.values()
            for old, new in pairwise(reports)
            if (old.overall, new.overall) == (before, after)
        ]

    def ever(self, grade: str, times: int = 1) -> set[str]:
        """The councils that had an overall grade at least so many times."""
        return {
            council
            for council, reports in self.by_council.items()
            if sum(report.overall == grade for report in reports) >= times
        }


def of_histories(ilacs: list[Report]) -> dict[str, Truth]:
    histories = Histories.of(ilacs)
    ever = histories.ever("inadequate")
    still = graded(histories.latest, "inadequate")
    rose = histories.steps("inadequate", "good")
    times = [(new.published - old.published).days for old, new in rose]
    return {
        "never inadequate": Count(len(histories.by_council) - len(ever)),
        "twice outstanding": Count(len(histories.ever("outstanding", times=2))),
        "no longer inadequate": Count(len(ever) - len(still)),
        "inadequate to good": _listed(rose),
        "time from inadequate to good": Days(mean(times), _DAYS_OF_A_MONTH),
        "requires improvement to good": Count(len(histories.steps("requires improvement", "good"))),
        "good to inadequate": _listed(histories.steps("good", "inadequate")),
        "worse than before": Count(sum(_is_worse(old, new) for old, new in histories.latest_steps)),
        "still inadequate by region": number_by(still, region_of),
    }


def of_all_histories(reports: list[Report]) -> dict[str, Truth]:
    """Answers for which the single inspections count too."""
    everything = Histories.of(reports)
    rose = [step for grade in BETTER for step in everything.steps("inadequate", grade)]
    latest = {report.authority: report for report in reports if report.is_ilacs}
    once = {report.authority for report in reports if report.published.year < 2018 and report.overall == "inadequate"}
    return {
        "twice inadequate": Count(len(everything.ever("inadequate", times=2))),
        "up from inadequate in 2022": Count(sum(new.is_ilacs and new.published.year == 2022 for _, new in rose)),
        "good since a single inspection": Count(sum(latest[council].overall in BETTER for council in once)),
    }


def of_visits(library: Library, ilacs: list[Report]) -> dict[str, Truth]:
    visited = {visit.authority for visit in library.visits}
    ever = {report.authority for report in graded(ilacs, "inadequate")}
    first = min(report.published for report in ilacs if report.authority == "Sheffield")
    early = [visit for visit in library.visits if visit.authority == "Sheffield" and visit.published < first]
    return {
        "visited and never inadequate": Count(len(visited - ever)),
        "visits before the first report": Count(len(early)),
        "visited and not jointly inspected": Count(len(visited - {paper.authority for paper in library.joint})),
    }


def _is_worse(old: Report, new: Report) -> bool:
    return _GRADES.index(new.overall) < _GRADES.index(old.overall)


def _listed(steps: list[_Step]) -> Count:
    return Count(len(steps), councils=frozenset(new.authority for _, new in steps))
