"""Papers as people call them, each with the first of its headline findings."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from app.feeds import cite_words
from app.pages.titles import people_title, placed_title
from app.pages.views.quotations import Source, source_of
from app.pages.views.record import record_link
from app.pages.views.steps import Link
from index import Index, Record
from qa.answer.newest import gist_of
from qa.evidence.headlines import read_paper

_FINDINGS = 2  # of one paper
_LONGEST = 420  # characters of one finding


@dataclass(frozen=True)
class PaperLine:
    """A paper: its title, the link to its record, its day, and the first of its headline findings."""

    title: str
    link: str
    findings: list[Source]


def newest_first(records: Iterable[Record]) -> list[Record]:
    """Papers by their day of publication, the newest first; those that tell no day or year last."""
    return sorted(records, key=lambda record: (-record.day_number, record.id))


def paper_lines(index: Index, records: Sequence[Record]) -> list[PaperLine]:
    """Papers of one authority with their headline findings."""
    return [PaperLine(people_title(each), record_link(each), _findings(index, each)) for each in records]


def new_papers(records: Sequence[Record], most: int) -> list[Link]:
    """The newest papers of a library that tell their day, each with its authority."""
    dated = [record for record in records if record.date]
    return [Link(placed_title(record), record_link(record)) for record in newest_first(dated)[:most]]


def _findings(index: Index, record: Record) -> list[Source]:
    """The first headline findings that are not too long to read at a glance; the first of all if all are."""
    said = gist_of(read_paper(index, record))
    short = [each for each in said if len(each.quote) <= _LONGEST] or said[:1]
    return list(map(source_of, cite_words(index, short[:_FINDINGS])))
