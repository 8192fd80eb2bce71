"""Short invented papers of every kind, each with what a careful reader would note of it."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path


@dataclass(frozen=True)
class Short:
    """A short paper and what it tells.

    Attributes:
        authorities: those of the list; a paper may also name one that is not in it.
        inspected: the first and last day of the inspection, or none.
        day: of the meeting or else of publication.
        title: that its file gives beside its text.
    """

    kind: str
    authorities: tuple[str, ...]
    inspected: tuple[date, ...]
    day: date | None
    title: str
    text: str


def read_short(name: str) -> list[Short]:
    """Read the papers in a file beside this module: a line of what each tells, then its text."""
    blocks = (Path(__file__).parent / name).read_text(encoding="utf-8").split("=== ")[1:]
    return [_read(*block.split("\n", 1)) for block in blocks]


def _read(told: str, text: str) -> Short:
    kind, authorities, inspected, day, title = ("" if part == "-" else part for part in told.split(" | ", 4))
    days = tuple(date.fromisoformat(one) for one in inspected.split())
    names = tuple(filter(None, authorities.split(";")))
    return Short(kind, names, days, date.fromisoformat(day) if day else None, title, text)
