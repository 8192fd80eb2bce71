"""The clues to the kind of a paper: what its lines look like, where they stand and how much each tells."""

import re
from dataclasses import dataclass
from enum import StrEnum

from ingest.vocabulary import Kind


class Zone(StrEnum):
    """The part of a paper that a clue is looked for in."""

    TITLE = "the title that the file gives beside its text"
    FIRST = "the first few lines"
    TOP = "the first lines"
    HEAD = "the head"
    WHOLE = "all of it"


@dataclass(frozen=True)
class Clue:
    """One clue to a kind.

    Attributes:
        kind: the kind that it tells of; None stands for all of Ofsted's own, which are told apart afterwards.
        weight: how much one match tells; a negative weight tells against the kind.
        most: how many matches count.
    """

    kind: Kind | None
    weight: float
    pattern: re.Pattern[str]
    zone: Zone = Zone.WHOLE
    most: int = 1


DAY = (
    r"(?:(?:\w+day,? )?(?:the )?\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]{2,8},? \d{4}|[A-Z][a-z]{2,8} \d{1,2},? \d{4}|\d{4}-\d\d-\d\d|"
    r"\d{4}[./]\d\d[./]\d\d|\d{1,2}[./]\d{1,2}[./]\d{2,4})"
)
_MARK = r"^[#*|>•\- ]*"  # Markdown's marks and a table's bar before a line's first word
_NUMBER = r"(?:[\dA-Z]{1,4}(?:\.\d{1,3}){0,3}[.)]? )?"
_END = r"[ *:]*$"


def clue(
    kind: Kind | None, weight: float, pattern: str, zone: Zone = Zone.WHOLE, most: int = 1, case: bool = False
) -> Clue:
    """Make a clue that can stand anywhere in its zone; no mark that it skips at the start of a line reaches over the line's end."""
    within_line = pattern.replace(r"^\W*", r"^[^\w\n]*").replace(r"\W*$", r"[^\w\n]*$")
    return Clue(kind, weight, re.compile(within_line, re.M if case else re.M | re.I), zone, most)


def line(kind: Kind | None, weight: float, pattern: str, zone: Zone = Zone.WHOLE, most: int = 1) -> Clue:
    """Make a clue that is a line of its own, whatever marks and number stand before it."""
    return clue(kind, weight, rf"{_MARK}{_NUMBER}(?:{pattern}){_END}", zone, most)


def starts(kind: Kind | None, weight: float, pattern: str, zone: Zone = Zone.WHOLE, most: int = 1) -> Clue:
    """Make a clue that begins a line."""
    return clue(kind, weight, rf"{_MARK}{_NUMBER}(?:{pattern})", zone, most)
