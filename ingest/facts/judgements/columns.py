"""What the head of a column says of the grades below it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.facts.judgements.newest import find_when, time_of

_NOT_OFSTED = re.compile(r"\b(?:target|self|own|our|predicted|expected|aim|view)\b", re.I)
_NAMES = re.compile(r"(?:(?:judge?ments?|areas?|of|evaluation)\W*)+", re.I)
_OLDER = re.compile(r"\b(?:previous|last|old|earlier)\b", re.I)
_NEWER = re.compile(r"\b(?:current|latest|new|this)\b", re.I)


@dataclass(frozen=True)
class Column:
    """A column of grades.

    Attributes:
        inspected: the inspection that it is of; empty where the head does not tell.
        newest: no other column is of a later inspection.
        counts: its grades are Ofsted's, and of an inspection that is told or the newest.
    """

    inspected: str = ""
    newest: bool = True
    counts: bool = True


def names_areas(head: str) -> bool:
    """True for the head of the column of areas, "Evaluation area"."""
    return bool(_NAMES.fullmatch(head))


def columns(heads: Sequence[str]) -> list[Column]:
    """Read the heads of a table's columns of grades; a head of the column of areas is left out."""
    heads = [head for place, head in enumerate(heads) if not (place == 0 and len(heads) > 1 and _NAMES.fullmatch(head))]
    whens = [next((when for _, _, when in find_when(head)), "") for head in heads]
    latest = max(map(time_of, whens), default=(0, 0))
    newer = any(_NEWER.search(head) for head in heads)
    found = []
    for head, when in zip(heads, whens, strict=True):
        newest = not _OLDER.search(head) if len(heads) > 1 and (newer or not any(whens)) else time_of(when) == latest
        counts = not _NOT_OFSTED.search(head) and (newest or bool(when))
        found.append(Column(when, newest, counts))
    return found
