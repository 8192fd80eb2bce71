"""A scope in words: "Devon, 2022, council minutes; judged inadequate; latest only"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from ingest import Kind
from qa.question.vocabulary import INSPECTIONS, OF_OFSTED, VISITS

if TYPE_CHECKING:
    from qa.question.scope.scope import Scope


def scope_words(scope: Scope) -> str:
    """The scope in words; empty if nothing limits it."""
    told = () if _tells_each(scope) else (*_places(scope), _times(scope))
    filters = ", ".join(filter(None, (*told, _kind_words(scope.kinds), _without(scope))))
    parts = [filters, *_other_parts(scope)]
    parts.append(" or ".join(str(either) for either in scope.either))
    parts += [f"excluding {neither}" for neither in scope.neither]
    return "; ".join(filter(None, parts))


def _tells_each(scope: Scope) -> bool:
    """True if the alternatives say again where and when: "Devon, 2019 or Kent, 2022"."""
    told = {name for either in scope.either for name in (*either.authorities, *either.regions)}
    return bool(scope.either) and told == {*scope.authorities, *scope.regions}


def _places(scope: Scope) -> list[str]:
    authorities = ", ".join(scope.authorities)
    if scope.neighbours_of:
        authorities = f"the statistical neighbours of {' and '.join(scope.neighbours_of)} ({authorities})"
    return [authorities, *scope.regions]


def _without(scope: Scope) -> str:
    return f"excluding {', '.join(scope.without)}" if scope.without else ""


def _times(scope: Scope) -> str:
    months = ", ".join(f"{date(year, month, 1):%B %Y}" for year, month in scope.months)
    periods = " or ".join(str(period) for period in scope.periods)
    return ", ".join(filter(None, (months or _year_words(scope.years), periods)))


def _other_parts(scope: Scope) -> Iterator[str]:
    if scope.topics:
        yield f"visits on {' or '.join(topic.label for topic in scope.topics)}"
    if scope.judged:
        yield f"judged {' and '.join(str(judged) for judged in scope.judged)}"
    if scope.outcomes:
        yield f"outcome {' or '.join(outcome.value for outcome in scope.outcomes)}"
    if scope.histories:
        yield f"authorities {' and '.join(str(history) for history in scope.histories)}"
    yield from (str(event) for event in scope.events)
    if scope.pick:
        yield _pick_words(scope)
    if scope.spoken.years:
        yield f"speaking of {_year_words(scope.spoken.years)}"
    if scope.spoken.kinds:
        yield f"speaking of {', '.join(kind.plural for kind in scope.spoken.kinds)}"


def _pick_words(scope: Scope) -> str:
    is_of_one = len(scope.authorities) == 1 and not scope.regions
    if scope.kinds:
        return f"{scope.pick} only" if is_of_one else f"{scope.pick} of each"
    several = scope.pick and scope.pick.count != 1
    picked = f"{scope.pick} inspection{'s' if several else ''}"
    return picked if is_of_one else f"{picked} of each"


def event_words(scope: Scope) -> str:
    """Name what a scope's documents report, for "after the …"."""
    is_of_one_kind = len(scope.kinds) == 1 or set(scope.kinds) == set(VISITS)
    kinds = " or ".join(kind.label for kind in scope.kinds) if is_of_one_kind else "inspection"
    pick = str(scope.pick) if scope.pick else ""
    judged = " and ".join(f"judged {judged}" for judged in scope.judged)
    return " ".join(filter(None, (pick, kinds, judged, _times(scope) and f"of {_times(scope)}")))


def _year_words(years: Sequence[int]) -> str:
    ordered = sorted(years)
    if len(ordered) > 2 and ordered[-1] - ordered[0] == len(ordered) - 1:
        return f"{ordered[0]} to {ordered[-1]}"
    return ", ".join(map(str, ordered))


def _kind_words(kinds: Sequence[Kind]) -> str:
    if set(kinds) == set(OF_OFSTED):
        return "inspections and visits"
    if set(kinds) == set(INSPECTIONS):
        return "inspections"
    others = [kind for kind in Kind if kind not in kinds]
    if kinds and len(others) < len(kinds):
        return f"excluding {', '.join(kind.plural for kind in others)}"
    return ", ".join(kind.plural for kind in kinds)
