"""An answer on which authorities were told something, as its template shows it: a row each, with what later papers say."""

from collections.abc import Mapping
from dataclasses import dataclass

from app.pages.addresses.findings import TrajectoryAddress
from app.pages.templating import capitalised
from app.pages.views.findings.layout import paper_name
from app.pages.views.quotations import Source, source_of
from app.pages.views.record import record_link
from app.pages.views.steps import Link
from qa import Answer, Citation
from qa.precedents import Since, asks_which

_SHORT = 10  # rows that are shown before the reader asks for all


@dataclass(frozen=True)
class SinceView:
    """What later papers say of a finding.

    Attributes:
        verdict: in one or a few words, for the colour.
        words: the same in full.
        shown: the words that it was read off, a link to their page; None if there are none.
    """

    verdict: str
    words: str
    shown: Link | None


@dataclass(frozen=True)
class ToldRow:
    """A finding on an authority.

    Attributes:
        day: of the paper, as a number to sort by.
        since: None while later papers are still read, and where none can be.
    """

    council: Link
    paper: Link
    day: int
    source: Source
    since: SinceView | None


@dataclass(frozen=True)
class ToldView:
    """What authorities were told.

    Attributes:
        short: how many rows are shown at first.
        is_read: True if later papers have been read.
    """

    councils: int
    rows: tuple[ToldRow, ...]
    short: int
    is_read: bool


def told_view(answer: Answer, since: Mapping[int, Since] | None = None) -> ToldView | None:
    """Prepare what an answer quotes of several authorities; None if the question did not ask which.

    Args:
        since: what later papers say, by the number of the citation; None while they are still read.
    """
    if not asks_which(answer):
        return None
    rows = tuple(_row(citation, (since or {}).get(citation.number)) for citation in answer.plain)
    return ToldView(len({row.council.label for row in rows}), rows, _SHORT, since is not None)


def _row(citation: Citation, since: Since | None) -> ToldRow:
    record = citation.record
    return ToldRow(
        council=Link(record.place, TrajectoryAddress(record.authority).link)
        if record.authority
        else Link(record.place, ""),
        paper=Link(paper_name(record), record_link(record)),
        day=record.day_number,
        source=source_of(citation),
        since=_since(since) if since else None,
    )


def _since(since: Since) -> SinceView:
    shown = since.shown
    link = Link(paper_name(shown.record), source_of(shown).link) if shown else None
    return SinceView(since.verdict.value, capitalised(since.words), link)
