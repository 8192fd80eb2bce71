"""Counts the themes of what reports and letters list: how many authorities were asked to improve each."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from index import Index, Record
from ingest import Stance


@dataclass(frozen=True)
class ThemeCount:
    """A theme, and the papers that list something on it, newest first.

    Attributes:
        authorities: how many authorities they are on.
    """

    theme: str
    papers: tuple[Record, ...]

    @property
    def authorities(self) -> int:
        """How many authorities the papers are on."""
        return len({record.place for record in self.papers})


@dataclass(frozen=True)
class ThemeCounts:
    """How often each theme is listed, the most frequent first.

    Attributes:
        listing: the papers that list anything.
        unread: how many papers the index has not read for findings.
    """

    counts: tuple[ThemeCount, ...]
    listing: tuple[Record, ...]
    unread: int


def count_themes(index: Index, records: Sequence[Record], stances: Collection[Stance]) -> ThemeCounts:
    """Count the themes of what papers list in sections of these stances, each paper once a theme.

    Only stored findings are read: to read hundreds of papers anew would take minutes.
    """
    found = index.catalogue.findings.of([record.id for record in records], stances=stances)
    papers: dict[str, dict[str, Record]] = {}
    for record in sorted(records, key=lambda record: (-record.day_number, record.id)):
        for finding in found.get(record.id, ()):
            for theme in finding.themes:
                papers.setdefault(theme, {})[record.id] = record
    counts = [ThemeCount(theme, tuple(of_theme.values())) for theme, of_theme in papers.items()]
    return ThemeCounts(
        tuple(sorted(counts, key=lambda count: (-count.authorities, -len(count.papers), count.theme))),
        tuple(record for record in records if found.get(record.id)),
        sum(record.id not in found for record in records),
    )
