"""Divides what was counted into groups: by region, year, grade, kind, topic, outcome or authority."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from statistics import mean, median

from ingest import Grade, ReportCardGrade, VisitTopic
from ingest.authorities import authorities
from qa.counts.asking import By, CountAsked, Extreme, Measure, Subject
from qa.counts.papers import Item, Papers
from qa.counts.tally import Hit, Tally
from qa.counts.types import Group
from qa.question import Scope
from qa.question.scope.judged import grades_of

_ORDERED = (*(grade.label for grade in (*Grade, *ReportCardGrade)), *(topic.label for topic in VisitTopic))
_VALUES = (By.GRADE, By.KIND, By.TOPIC, By.OUTCOME)
_NO_REGION = "no region"


def number_of(asked: CountAsked, hits: Sequence[Hit], of: Sequence[Item]) -> float | None:
    """What is worked out of those that were counted; None if there are none to work it out of."""
    amounts = [hit.amount for hit in hits if hit.amount is not None]
    match asked.measure:
        case Measure.AVERAGE if asked.subject.lasts:
            return round(mean(amounts), 1) if amounts else None
        case Measure.MEDIAN:
            return float(median(amounts)) if amounts else None
        case Measure.LONGEST:
            return max(amounts, default=None)
        case Measure.SHORTEST:
            return min(amounts, default=None)
        case Measure.SHARE:
            among = how_many(asked, of)
            return round(100 * how_many(asked, hits) / among, 1) if among else None
        case _:
            return float(how_many(asked, hits))


def how_many(asked: CountAsked, counted: Sequence[Hit] | Sequence[Item]) -> int:
    """How many were counted: authorities each once, and papers each once."""
    pairs = [(each.authority, each.record) if isinstance(each, Hit) else each for each in counted]
    if asked.subject.lasts:
        return len(pairs)
    return len({name if asked.subject is Subject.AUTHORITIES else record.id for name, record in pairs})


@dataclass(frozen=True)
class Division:
    """A group, and what was counted in it."""

    group: Group
    hits: tuple[Hit, ...]


def divide(asked: CountAsked, scope: Scope, papers: Papers, tally: Tally) -> tuple[Division, ...]:
    """Divide what was counted as the question asks; groups of which nothing can be worked out are left out."""
    if not asked.by:
        return ()
    labels = _Labels(asked, scope, papers)
    hits: dict[str, list[Hit]] = {}
    of: dict[str, list[Item]] = {}
    for hit in tally.hits:
        for label in labels.of((hit.authority, hit.record)):
            hits.setdefault(label, []).append(hit)
    for item in tally.of:
        for label in labels.among(item):
            of.setdefault(label, []).append(item)
    found = []
    for label in labels.all({label for item in tally.of for label in labels.of(item)}):
        among = of.get(labels.whole(label), [])
        number = number_of(asked, hits.get(label, []), among)
        if number is not None:
            found.append(Division(Group(label, number, how_many(asked, among)), tuple(hits.get(label, []))))
    return tuple(found)


def extreme_of(asked: CountAsked, divisions: Sequence[Division]) -> tuple[Division, ...]:
    """Those with the most or the fewest; several if they tie, and none if the question asks for all."""
    if not divisions or asked.extreme is None:
        return ()
    numbers = [each.group.number for each in divisions]
    best = max(numbers) if asked.extreme is Extreme.MOST else min(numbers)
    return tuple(each for each in divisions if each.group.number == best)


class _Labels:
    """Names the groups that something belongs to."""

    def __init__(self, asked: CountAsked, scope: Scope, papers: Papers) -> None:
        self._asked = asked
        self._scope = scope
        self._papers = papers
        self._regions = {authority.name: authority.region for authority in authorities()}

    def of(self, item: Item) -> Iterator[str]:
        """The groups of an authority and a paper; none if it tells nothing of that sort."""
        parts = [list(self._of(by, item)) for by in self._asked.by]
        yield from (": ".join(part) for part in product(*parts))

    def among(self, item: Item) -> set[str]:
        """The wholes that an authority and a paper belong to: of grades by region, those of the region."""
        return {self.whole(label) for label in self.of(item)}

    def whole(self, label: str) -> str:
        """The whole that a group is a part of: itself, or of grades and the like, all that have one."""
        parts = zip(label.split(": "), self._asked.by, strict=True)
        return ": ".join(part for part, by in parts if by not in _VALUES)

    def all(self, found: set[str]) -> list[str]:
        """The groups in their order: years one by one, grades from the best on, others by name."""
        if self._asked.by == (By.YEAR,):
            years = [int(label) for label in found] + list(self._scope.years)
            return [str(year) for year in range(min(years, default=0), max(years, default=-1) + 1)]
        if self._asked.by == (By.REGION,):
            found |= {self._regions.get(name, _NO_REGION) for name in self._papers.authorities}
        if self._asked.by == (By.AUTHORITY,):
            found |= set(self._papers.authorities)
        return sorted(found, key=lambda label: [_place(part) for part in label.split(": ")])

    def _of(self, by: By, item: Item) -> Iterator[str]:
        name, record = item
        match by:
            case By.REGION:
                yield self._regions.get(name, _NO_REGION)
            case By.YEAR:
                year = self._papers.year(record)
                yield from [str(year)] if year else []
            case By.GRADE:
                grade = grades_of(record).get(self._asked.area)
                yield from [grade.label] if grade else []
            case By.KIND:
                yield record.kind.label
            case By.TOPIC:
                yield from dict.fromkeys(topic.label for topic in record.visit_topics)
            case By.OUTCOME:
                yield from [record.area_outcome.label] if record.area_outcome else []
            case By.AUTHORITY:
                yield name


def _place(label: str) -> tuple[int, str]:
    return (_ORDERED.index(label) if label in _ORDERED else len(_ORDERED), label)
