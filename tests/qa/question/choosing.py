"""A small language that states which documents a phrase is about: a Python expression over sets of paths.

`chosen('latest(of("Devon") & kind("minutes"))')` gives the paths. The expressions are test data and nothing else: `eval` reads them.
Sets combine with `&` (and), `|` (or) and `-` (but not). This module knows nothing of how questions are parsed, so that it can
contradict the parser.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import date

from index import Record
from ingest import Fact, Kind
from ingest.authorities import in_region, neighbours_of
from tests.qa.question import histories
from tests.qa.question.catalogue import TOPIC_OF_VISIT, records

Paths = frozenset[str]

_RECORDS = {record.path: record for record in records()}


def chosen(expression: str) -> Paths:
    """The paths that an expression of a table chooses."""
    return frozenset(eval(expression, {"__builtins__": {}}, _NAMES))


def dated(record: Record) -> date | None:
    """The day by which a record is newer or older than another."""
    return record.published or record.inspection_end


def where(test: Callable[[Record], bool]) -> Paths:
    """Every record that passes a test."""
    return frozenset(path for path, record in _RECORDS.items() if test(record))


def of(*names: str) -> Paths:
    """What is about one of these authorities, alone or with others."""
    return where(lambda record: not set(names).isdisjoint(record.authorities))


def region(*names: str) -> Paths:
    """What is about an authority of one of these regions."""
    return of(*(name for each in names for name in _known(each, in_region(each))))


def neighbours(name: str) -> Paths:
    """What is about a statistical neighbour of this authority, itself left out."""
    return of(*_known(name, neighbours_of(name)))


def _known(name: str, found: tuple[str, ...]) -> tuple[str, ...]:
    if not found:
        raise ValueError(f"{name} is no region, and no authority with neighbours")
    return found


def kind(*names: str) -> Paths:
    """Documents of these kinds, "focused-visit"."""
    kinds = {Kind(name) for name in names}
    return where(lambda record: record.kind in kinds)


def year(*years: int) -> Paths:
    """Documents of one of these years, by inspection or publication."""
    return where(lambda record: not set(years).isdisjoint(record.years))


def years(first: int, last: int) -> Paths:
    """Documents of the years from the first to the last, both included."""
    return year(*range(first, last + 1))


def between(first: str, last: str) -> Paths:
    """Documents with a day inside: of inspection, publication or meeting. A document without any day is never inside."""
    start, end = date.fromisoformat(first), date.fromisoformat(last)
    return where(lambda record: any(start <= day <= end for day in _days(record)))


def since(day: str) -> Paths:
    """Documents with a day on or after this one."""
    return between(day, "9999-12-31")


def until(day: str) -> Paths:
    """Documents with a day on or before this one."""
    return between("0001-01-01", day)


def _days(record: Record) -> Iterable[date]:
    return filter(None, (record.inspection_start, record.inspection_end, record.published, record.met))


def graded(*grades: str, area: str = "overall_effectiveness") -> Paths:
    """Inspections that themselves give one of these grades for the area."""
    return where(lambda record: histories.grade_of(record, area) in {histories.full(grade) for grade in grades})


def outcome(word: str) -> Paths:
    """Area SEND inspections by a word of their outcome: "positive", "inconsistent" or "widespread"."""
    return where(lambda record: word in (record.outcome or ""))


def visit(*topics: str) -> Paths:
    """Focused visits on one of these topics, "front-door"."""
    return where(lambda record: any(fact.value in topics for fact in _facts(record, TOPIC_OF_VISIT)))


def discussing(words: str) -> Paths:
    """Papers that discuss an inspection or visit, by words of its name or date: "2019", "monitoring visit"."""
    return where(lambda record: any(words in fact.value for fact in _facts(record, "inspection discussed")))


def _facts(record: Record, name: str) -> Iterable[Fact]:
    return (fact for fact in record.facts if fact.name == name)


def latest(paths: Paths, n: int = 1) -> Paths:
    """For each authority, the n newest; what has no day or no authority is left out."""
    return _picked(paths, lambda ordered: ordered[-n:])


def oldest(paths: Paths, n: int = 1) -> Paths:
    """For each authority, the n oldest."""
    return _picked(paths, lambda ordered: ordered[:n])


def nth(paths: Paths, k: int) -> Paths:
    """For each authority, the k-th oldest, counted from 1."""
    return _picked(paths, lambda ordered: ordered[k - 1 : k])


def previous(paths: Paths) -> Paths:
    """For each authority, the second newest."""
    return _picked(paths, lambda ordered: ordered[-2:-1])


def all_but_latest(paths: Paths) -> Paths:
    """For each authority, all but the newest."""
    return _picked(paths, lambda ordered: ordered[:-1])


def after(paths: Paths, events: Paths) -> Paths:
    """Those dated after the newest of the events of the same authority; none where it has no event."""
    return _beside(paths, events, lambda day, event: day > event)


def before(paths: Paths, events: Paths) -> Paths:
    """Those dated before the newest of the events of the same authority; none where it has no event."""
    return _beside(paths, events, lambda day, event: day < event)


def _by_authority(paths: Paths) -> dict[str, list[tuple[date, str]]]:
    """For each authority, the day and path of each, oldest first."""
    found = defaultdict(list)
    for path in paths:
        if day := dated(_RECORDS[path]):
            for name in _RECORDS[path].authorities:
                found[name].append((day, path))
    return {name: sorted(pairs) for name, pairs in found.items()}


def _picked(paths: Paths, pick: Callable[[list[str]], list[str]]) -> Paths:
    return frozenset(path for pairs in _by_authority(paths).values() for path in pick([path for _, path in pairs]))


def _beside(paths: Paths, events: Paths, test: Callable[[date, date], bool]) -> Paths:
    newest = {name: pairs[-1][0] for name, pairs in _by_authority(events).items()}
    placed = ((name, pair) for name, pairs in _by_authority(paths).items() if name in newest for pair in pairs)
    return frozenset(path for name, (day, path) in placed if test(day, newest[name]))


def _of_authorities(test: Callable[..., set[str]]) -> Callable[..., Paths]:
    return lambda *arguments, **named: of(*test(*arguments, **named))


_CHOICES = (of, region, neighbours, kind, year, years, between, since, until, graded, outcome, visit, discussing)
_IN_ORDER = (latest, oldest, nth, previous, all_but_latest, after, before)
_HISTORIES = "ever never times now no_longer moved improved declined".split()
_NAMES: dict[str, object] = {
    "everything": frozenset(_RECORDS),
    "nothing": frozenset(),
    "ofsted": where(lambda record: record.kind.of_ofsted),
    "inspections": kind("ilacs-inspection", "single-inspection", "area-send", "joint-inspection"),
    "visits": kind("focused-visit", "monitoring-visit"),
    "council_papers": kind("minutes", "report-to-council"),
    **{function.__name__: function for function in _CHOICES},
    **{function.__name__: function for function in _IN_ORDER},
    **{name: _of_authorities(getattr(histories, name)) for name in _HISTORIES},
}
