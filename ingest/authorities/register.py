"""The closed list of English children's services authorities: their regions, successors and statistical neighbours."""

from dataclasses import dataclass
from datetime import date
from functools import cache

from ingest.authorities.spelling import fold
from ingest.authorities.tables import read_rows, split_cell


@dataclass(frozen=True)
class Authority:
    """One authority: official name, Department for Education code, region, and other names in use.

    Attributes:
        successors: official names of the authorities that replaced it, if it is abolished.
        until: its last day, if it is abolished.
        neighbours: official names of its statistical neighbours, in the order of the published list.
    """

    name: str
    la_code: str
    region: str
    aliases: tuple[str, ...]
    successors: tuple[str, ...] = ()
    until: date | None = None
    neighbours: tuple[str, ...] = ()


@cache
def authorities() -> tuple[Authority, ...]:
    """Give the closed list, by name: today's authorities, and abolished ones whose inspections are still read."""
    rows = read_rows("authorities.csv")
    by_code = {row["la_code"]: row["name"] for row in rows}
    return tuple(
        Authority(
            name=row["name"],
            la_code=row["la_code"],
            region=row["region"],
            aliases=split_cell(row["aliases"]),
            successors=split_cell(row["successors"]),
            until=date.fromisoformat(row["until"]) if row["until"] else None,
            neighbours=tuple(by_code[code] for code in split_cell(row["neighbours"])),
        )
        for row in rows
    )


@cache
def regions() -> tuple[str, ...]:
    """Give the official names of the nine regions."""
    return tuple(sorted({authority.region for authority in authorities()}))


def in_region(region: str) -> tuple[str, ...]:
    """Give the authorities of a region, abolished ones included; none if there is no such region."""
    return tuple(authority.name for authority in authorities() if fold(authority.region) == fold(region))


def neighbours_of(name: str) -> tuple[str, ...]:
    """Give the statistical neighbours of an authority, by its official name; none if none are known."""
    return next((authority.neighbours for authority in authorities() if authority.name == name), ())


def related(name: str) -> tuple[str, ...]:
    """Give the successors of an abolished authority, or else the authorities that an existing one replaced."""
    successors = next((authority.successors for authority in authorities() if authority.name == name), ())
    return successors or tuple(authority.name for authority in authorities() if name in authority.successors)
