"""Alternatives within a question: "Devon in 2019 and Kent in 2022" means neither Devon in 2022 nor Kent in 2019."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby, pairwise

from qa.question.scope import Scope
from qa.question.spans import Span

# Between two alternatives: "…'s inspection report with the …".
_LINK = re.compile(
    r"\)?(?:['’]s?)?(?:\s+(?:ofsted|inspections?|reports?|letters?|visits?|ones?|focused|monitoring|ilacs|minutes))*"
    r"[\s,;]*(?P<link>,|;|&|\b(?:and|or|with|to|v|vs|versus|against|than|as well as)\b\.?)"
    r"\s*(?:(?:also|then|in|at|for|from|the|that|those|of|its)\s+)*\(?",
    re.I,
)


def find_alternatives(text: str, places: Iterable[Span], times: Iterable[Span], kinds: Iterable[Span]) -> list[str]:
    """Cut a question into its alternatives, each with its own places, times and kinds; none where it has no two of them.

    Args:
        places: spans of the authorities and regions that limit the question.
        times: spans of the dates that limit it.
        kinds: spans of the kinds of document that it asks for.
    """
    of_sort = {"place": tuple(places), "time": tuple(times), "kind": tuple(kinds)}
    # A sort that only one alternative names may hold for all: "minutes of Devon in 2019 and of Kent in 2022".
    for sorts in (("place", "time", "kind"), ("place", "time"), ("place", "kind"), ("time", "kind")):
        groups = _groups({sort: of_sort[sort] for sort in sorts})
        cuts = list(_cuts(text, groups))
        if groups and len(cuts) == len(groups) - 1:
            return [text[start:end] for start, end in pairwise([0, *cuts, len(text)])]
    return []


def _groups(of_sort: Mapping[str, Sequence[Span]]) -> list[list[Span]]:
    """The spans of each alternative, if all have every sort and in one order; else none."""
    marked = sorted((span, sort) for sort, spans in of_sort.items() for span in spans)
    runs = [(sort, [span for span, _ in run]) for sort, run in groupby(marked, key=lambda item: item[1])]
    size = len(of_sort)
    order = [sort for sort, _ in runs]
    if (
        len(runs) < 2 * size
        or len(runs) % size
        or len(set(order[:size])) < size
        or order != order[:size] * (len(runs) // size)
    ):
        return []
    return [[span for _, spans in runs[n : n + size] for span in spans] for n in range(0, len(runs), size)]


def _cuts(text: str, groups: Sequence[Sequence[Span]]) -> Iterator[int]:
    """Where a link stands between a group and the next, and nothing else."""
    for group, following in pairwise(groups):
        if link := _LINK.fullmatch(text, max(end for _, end in group), following[0][0]):
            yield link.start("link")


def either_of(scopes: Iterable[Scope]) -> tuple[Scope, ...]:
    """What tells each alternative from the others: its places, times and documents."""
    return tuple(
        Scope(
            authorities=scope.authorities,
            regions=scope.regions,
            years=scope.years,
            months=scope.months,
            periods=scope.periods,
            kinds=scope.kinds,
            pick=scope.pick,
        )
        for scope in scopes
    )
