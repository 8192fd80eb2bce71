"""A tracker as its template shows it: a table for each report, with each thing that it asked for and what became of it."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from app.pages.templating import capitalised, counted
from app.pages.views.findings.layout import SaidLine, paper_links, paper_name, paper_words, said_lines
from app.pages.views.record import record_link
from app.pages.views.steps import Link
from qa.trajectories import Asked, Told, Tracker


@dataclass(frozen=True)
class ToldLine:
    """What a later paper says of one thing; the words tell which way it points."""

    paper: str
    link: str
    words: str
    said: list[SaidLine]


@dataclass(frozen=True)
class AskedRow:
    """One thing that was asked for.

    Attributes:
        later: the later papers that speak of it, oldest first.
        silent: the later papers of Ofsted that do not.
        now: what became of it, in words.
    """

    asked: SaidLine
    later: list[ToldLine]
    silent: list[Link]
    now: str


@dataclass(frozen=True)
class ReportView:
    """What one report asked for.

    Attributes:
        words: its name inside a sentence.
        became: how many things of it became what: "improved: 3", "not mentioned again: 2".
        is_followed: False if no later paper is held that could tell what became of it.
        is_open: True if it is unfolded at first.
    """

    name: str
    words: str
    link: str
    count: str
    became: list[str]
    rows: list[AskedRow]
    is_followed: bool
    is_open: bool


@dataclass(frozen=True)
class TrackerView:
    """A tracker, or the reason why there is nothing in it.

    Attributes:
        reports: the newest first.
    """

    count: str
    became: list[str]
    explanation: str
    reports: list[ReportView]

    @property
    def announcement(self) -> str:
        """What a screen reader announces."""
        return self.explanation or f"{self.count} asked for. {'; '.join(self.became)}."


def tracker_view(tracker: Tracker) -> TrackerView:
    """Prepare a tracker for its template."""
    return TrackerView(_things(tracker.items), _became(tracker.items), tracker.explanation, list(_reports(tracker)))


def _reports(tracker: Tracker) -> Iterator[ReportView]:
    """The reports, of which the newest are unfolded, down to the first that later papers follow."""
    is_open = True
    for record, group in groupby(tracker.items, lambda item: item.asked.citation.record):
        items = list(group)
        is_followed = any(item.later for item in items)
        yield ReportView(
            name=paper_name(record),
            words=paper_words(record),
            link=record_link(record),
            count=_things(items),
            became=_became(items) if is_followed else [],
            rows=list(map(_row, items)),
            is_followed=is_followed,
            is_open=is_open,
        )
        is_open = is_open and not is_followed


def _things(items: Sequence[Asked]) -> str:
    return counted(len(items), "thing")


def _became(items: Sequence[Asked]) -> list[str]:
    """How many things became what, the commonest first."""
    return [f"{words}: {count:,}" for words, count in Counter(item.now for item in items).most_common()]


def _row(item: Asked) -> AskedRow:
    return AskedRow(
        asked=said_lines([item.asked])[0],
        later=[_told(told) for told in item.later if told.said],
        silent=paper_links([told.record for told in item.later if not told.said]),
        now=capitalised(item.now),
    )


def _told(told: Told) -> ToldLine:
    return ToldLine(paper_name(told.record), record_link(told.record), told.words, said_lines(told.said))
