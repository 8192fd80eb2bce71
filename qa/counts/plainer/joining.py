"""Joins two counts of authorities: those of which both hold."""

from collections.abc import Sequence
from dataclasses import replace

from qa.answer import Citation
from qa.counts.telling import of_one
from qa.counts.types import Counted, Row, number_words

_THAT = " that "


def join(first: Counted, second: Counted) -> Counted | None:
    """Those that the second counts among those that the first does; None if one of them counts no authorities.

    What each leaves out is told of both.
    """
    if not all(
        each.computed and each.unit == "authorities" and not each.groups and _THAT in each.asked
        for each in (first, second)
    ):
        return None
    others = {row.authority: row for row in second.rows}
    if not _lists_all(first) or not _lists_all(second):
        return None
    rows = _numbered([(row, others[row.authority]) for row in first.rows if row.authority in others])
    also = second.asked.split(_THAT, 1)[1]
    of = len(first.rows)
    share = f" ({number_words(round(100 * len(rows) / of, 1))}%)" if of else ""
    return replace(
        first,
        asked=f"{first.asked} and{_THAT}{also}",
        number=float(len(rows)),
        of=of,
        of_words=first.asked,
        missing=tuple(dict.fromkeys((*first.missing, *second.missing))),
        rows=rows,
        lead=f"{len(rows):,} of {of:,} {first.asked}{share} {of_one(also, len(rows))}.",
    )


def _lists_all(counted: Counted) -> bool:
    """True if the list behind a count is whole."""
    return len({row.authority for row in counted.rows}) == len(counted.rows) == counted.number


def _numbered(pairs: Sequence[tuple[Row, Row]]) -> tuple[Row, ...]:
    """One row of each two, with the citations of both, numbered in order."""
    numbers: dict[Citation, int] = {}
    rows = []
    for one, other in pairs:
        cited = []
        for citation in (*one.citations, *other.citations):
            number = numbers.setdefault(replace(citation, number=0), len(numbers) + 1)
            cited.append(replace(citation, number=number))
        newest = max(one.record, other.record, key=lambda record: record.day_number)
        rows.append(Row(one.authority, newest, f"{one.value}; {other.value}", tuple(dict.fromkeys(cited))))
    return tuple(rows)
