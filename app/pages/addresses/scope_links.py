"""A scope as the names and values of a link, and back: "authority=Devon&year=2022&pick=latest"."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from urllib.parse import parse_qs, urlencode

from ingest import Area, AreaOutcome, Grade, Kind, KloeError, VisitTopic
from qa import Scope
from qa.question.scope import LATEST, Course, Event, History, Judged, Period, Pick, Side

_ANY, _NOT = "any", "not-"
_MONTH = re.compile(r"(\d{4})-(\d{1,2})")
_FIELDS = {
    "authority": "authorities",
    "region": "regions",
    "without": "without",
    "unknown": "unknown",
    "year": "years",
    "kind": "kinds",
    "neighbours": "neighbours_of",
    "topic_of_visit": "topics",
    "outcome": "outcomes",
}


class LinkError(KloeError):
    """A link into the page that cannot be read; the text says why."""


def scope_pairs(scope: Scope) -> Iterator[tuple[str, str]]:
    """The names and values of a scope. A year or kind that documents only speak of is written as any other, to be settled again."""
    scope = scope.as_asked()
    for name, attribute in _FIELDS.items():
        values: Sequence[object] = getattr(scope, attribute)
        yield from ((name, str(value)) for value in values)
    yield from (("month", f"{year}-{month:02}") for year, month in scope.months)
    yield from (("period", f"{p.first}..{p.last}{f'..{p.words}' if p.words else ''}") for p in scope.periods)
    yield from (("judgement", _judged_word(judged)) for judged in scope.judged)
    yield from (("history", _history_word(history)) for history in scope.histories)
    yield from (("event", f"{event.side}:{urlencode(list(scope_pairs(event.of)))}") for event in scope.events)
    yield from (("either", urlencode(list(scope_pairs(either)))) for either in scope.either)
    yield from (("neither", urlencode(list(scope_pairs(neither)))) for neither in scope.neither)
    if scope.latest:
        yield "latest", "1"
    elif scope.pick:
        yield "pick", _pick_word(scope.pick)


def read_scope(given: Mapping[str, Sequence[str]]) -> Scope:
    """The scope that a link's names and values give.

    Raises:
        LinkError: a value is invalid.
    """
    try:
        return _read(given)
    except (ValueError, RecursionError) as error:
        raise LinkError(f"the link has an invalid scope: {str(error)[:120]}") from error


def _read(given: Mapping[str, Sequence[str]]) -> Scope:
    pick = _pick(given["pick"][0]) if given.get("pick") else None
    return Scope(
        authorities=tuple(given.get("authority", ())),
        years=tuple(int(year) for year in given.get("year", ())),
        months=tuple(_month(month) for month in given.get("month", ())),
        kinds=tuple(Kind(kind) for kind in given.get("kind", ())),
        without=tuple(given.get("without", ())),
        unknown=tuple(given.get("unknown", ())),
        regions=tuple(given.get("region", ())),
        neighbours_of=tuple(given.get("neighbours", ())),
        judged=_all_judged(given.get("judgement", ())),
        pick=LATEST if "latest" in given else pick,
        periods=tuple(_period(value) for value in given.get("period", ())),
        topics=tuple(VisitTopic(value) for value in given.get("topic_of_visit", ())),
        outcomes=tuple(AreaOutcome(value) for value in given.get("outcome", ())),
        histories=tuple(_history(value) for value in given.get("history", ())),
        events=tuple(_event(value) for value in given.get("event", ())),
        either=tuple(_read(parse_qs(value)) for value in given.get("either", ())),
        neither=tuple(_read(parse_qs(value)) for value in given.get("neither", ())),
    )


def _month(text: str) -> tuple[int, int]:
    match = _MONTH.fullmatch(text)
    if not match or not 1 <= int(match[2]) <= 12:
        raise ValueError(f"{text!r} is not a month")
    return int(match[1]), int(match[2])


def _period(text: str) -> Period:
    first, _, rest = text.partition("..")
    last, _, words = rest.partition("..")
    return Period(date.fromisoformat(first), date.fromisoformat(last), words)


def _judged_word(judged: Judged) -> str:
    areas = "|".join(judged.areas) or _ANY
    return f"{_NOT if judged.negated else ''}{areas}:{'|'.join(judged.grades)}"


def _all_judged(values: Sequence[str]) -> tuple[Judged, ...]:
    """The conditions on grades; several grades for the same areas are alternatives."""
    grades: dict[tuple[bool, tuple[Area, ...]], dict[Grade, None]] = {}
    for value in values:
        words, _, named = value.rpartition(":")
        negated, words = words.startswith(_NOT), words.removeprefix(_NOT)
        areas = () if words == _ANY else tuple(Area(area or Area.OVERALL) for area in words.split("|"))
        grades.setdefault((negated, areas), {}).update(dict.fromkeys(map(Grade, named.split("|"))))
    return tuple(Judged(tuple(of), areas, negated) for (negated, areas), of in grades.items())


def _history_word(history: History) -> str:
    grades, then = "|".join(history.grades), "|".join(history.then)
    words = f"{history.course}:{grades}:{then}:{history.area}:{history.times}"
    return f"{_NOT if history.negated else ''}{words}"


def _history(text: str) -> History:
    course, grades, then, area, times = text.removeprefix(_NOT).split(":")
    return History(Course(course), _grades(grades), _grades(then), Area(area), int(times), text.startswith(_NOT))


def _grades(text: str) -> tuple[Grade, ...]:
    return tuple(Grade(grade) for grade in text.split("|") if grade)


def _pick_word(pick: Pick) -> str:
    return f"{'oldest' if pick.oldest else 'newest'}:{pick.skip}:{'' if pick.count is None else pick.count}"


def _pick(text: str) -> Pick:
    end, skip, count = text.split(":")
    return Pick(int(count) if count else None, int(skip), end == "oldest")


def _event(text: str) -> Event:
    side, _, of = text.partition(":")
    return Event(Side(side), _read(parse_qs(of)))
