"""Which inspection a reported grade belongs to, and which grades are those of the newest."""

import re
from collections.abc import Iterable, Sequence

from ingest.dates import MONTH, month_number
from ingest.document import Judgement

_WORD_YEARS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty".split()
_SPOKEN = rf"twenty (?:{'|'.join(reversed(_WORD_YEARS))})(?: (?:one|two|three|four|five|six|seven|eight|nine))?"
_WHEN = re.compile(
    rf"(?P<lead>\b(?:published|dated|issued|released|by|until|before|aged|report of|since) (?:in |on )?)?"
    rf"\b(?P<when>(?:(?:\d{{1,2}}(?:st|nd|rd|th)? )?(?:{MONTH}),? )?20\d\d|{_SPOKEN})\b(?!-\d)(?P<tail>,? when)?",
    re.I,
)


def find_when(text: str) -> list[tuple[int, int, str]]:
    """Find the times of inspections that a text names, each as `(start, end, words)`.

    The days of publication and the ends of periods are none, nor is "since 2019", unless it goes on with "when".
    """
    found = []
    for match in _WHEN.finditer(text):
        lead = (match["lead"] or "").lower()
        if not lead or (lead.startswith("since") and match["tail"]):
            found.append((match.start("when"), match.end("when"), match["when"]))
    return found


def time_of(inspected: str) -> tuple[int, int]:
    """Give the last year and month that words name, for order alone; `(0, 0)` where none is in figures."""
    years = re.findall(r"20\d\d", inspected)
    months = [number for word in re.findall(MONTH, inspected, re.I) if (number := month_number(word))]
    return (int(years[-1]) if years else 0, months[-1] if months else 0)


def current(reported: Sequence[Judgement]) -> tuple[Judgement, ...]:
    """Give the grades of the newest inspection among those that a paper reports.

    A grade without a told inspection is of the one that the paper is about; if every grade tells its inspection, the latest counts.
    """
    undated = tuple(one for one in reported if not one.inspected)
    if undated or not reported:
        return undated
    latest = max(time_of(one.inspected) for one in reported)
    # A paper can tell the same inspection by month in one place and by year in another.
    return tuple(one for one in reported if time_of(one.inspected)[0] == latest[0])


def in_order(reported: Iterable[Judgement]) -> list[Judgement]:
    """Put the oldest first, and those without a told inspection last, because these are the paper's own."""
    return sorted(reported, key=lambda one: (not one.inspected, *time_of(one.inspected)))
