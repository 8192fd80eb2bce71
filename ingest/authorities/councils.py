"""What gives an authority away without its name: its addresses on the web, the initials in use and the seat of its council."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from ingest.authorities.tables import read_rows, split_cell

_ANY_BUILDING = re.compile(
    r"\b(?:(?:town|county|city|shire|borough|guild) ?hall|guildhall|civic (?:centre|offices?|suite|hall)|"
    r"council (?:house|offices?|chamber|buildings?)|"
    r"county (?:offices?|buildings?)|municipal (?:offices?|buildings?)|offices?|house|committee room|council chambers?)\b",
    re.I,
)
_DOMAIN = re.compile(r"(?<![a-z0-9.-])[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:gov\.uk|org\.uk|co\.uk|org|com|info)\b", re.I)


@dataclass(frozen=True)
class Sign:
    """Characters `start:end` of a text that give authorities away without their name."""

    names: tuple[str, ...]
    start: int
    end: int


@dataclass(frozen=True)
class _Seat:
    """A council's seat: a line that has all of these words, in any order, is an address of it."""

    name: str
    parts: tuple[re.Pattern[str], ...]


def addresses(text: str) -> Iterator[Sign]:
    """Give each e-mail or web address in `text` that belongs to authorities of the list."""
    owners = _owners()
    for match in _DOMAIN.finditer(text):
        labels = match.group().lower().split(".")
        for first in range(len(labels) - 1):
            if names := owners.get(".".join(labels[first:])):
                yield Sign(names, match.start(), match.end())
                break


def initials(text: str) -> Iterator[Sign]:
    """Give each use of an authority's initials in `text`, written as they are in use."""
    pattern, owners = _initials()
    return (Sign((owners[match.group()],), match.start(), match.end()) for match in pattern.finditer(text))


def seat(line: str) -> tuple[str, ...]:
    """Give the authority whose council sits at the address in `line`; several if the line fits more than one, none if it fits none."""
    building = _ANY_BUILDING.search(line)
    seats = (found for found in _seats() if building or found.parts[0] is not _ANY_BUILDING)
    fits = [found for found in seats if all(part.search(line) for part in found.parts)]
    closest = [found for found in fits if found.parts[0] is not _ANY_BUILDING] or fits
    return tuple(dict.fromkeys(found.name for found in closest))


@cache
def _owners() -> dict[str, tuple[str, ...]]:
    areas = {
        domain: split_cell(row["authorities"])
        for row in read_rows("areas.csv")
        for domain in split_cell(row["domains"])
    }
    return areas | {
        domain: (row["name"],) for row in read_rows("councils.csv") for domain in split_cell(row["domains"])
    }


@cache
def _initials() -> tuple[re.Pattern[str], dict[str, str]]:
    owners = {short: row["name"] for row in read_rows("councils.csv") for short in split_cell(row["initials"])}
    names = "|".join(re.escape(short) for short in sorted(owners, key=len, reverse=True))
    return re.compile(rf"(?<![\w&@.])(?:{names})(?![\w&@])"), owners


@cache
def _seats() -> tuple[_Seat, ...]:
    return tuple(
        _Seat(row["name"], tuple(_part(part) for part in cell.split("+")))
        for row in read_rows("councils.csv")
        for cell in split_cell(row["seats"])
    )


def _part(part: str) -> re.Pattern[str]:
    words = re.escape(part).replace(r"\ ", r"[\s-]+").replace(r"\-", r"[\s-]+").replace("'", "['’]?")
    return _ANY_BUILDING if part == "*" else re.compile(rf"(?<![\w-]){words}(?![\w-])", re.I)
