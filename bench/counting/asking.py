"""Asks Kloe a counting question, and keeps what is compared."""

from dataclasses import dataclass
from typing import Any

from app.asking import Filters
from app.asking.counts import count
from app.schemas.counted import CountBody
from app.server import open_index


@dataclass(frozen=True)
class Group:
    label: str
    number: float
    of: int | None


@dataclass(frozen=True)
class Counted:
    """What Kloe counted.

    Attributes:
        computed: whether it gave a number or a list at all.
        of: of how many the number is a share.
        councils: the councils in the rows that it lists.
    """

    computed: bool
    number: float | None
    unit: str
    of: int | None
    groups: tuple[Group, ...]
    councils: frozenset[str]
    explanation: str

    @classmethod
    def read(cls, body: dict[str, Any]) -> "Counted":
        """Read what `kloe count --json` prints."""
        return cls(
            body["computed"],
            body["number"],
            body["unit"] or "",
            body["of"],
            tuple(Group(str(row["label"]), row["number"], row["of"]) for row in body["groups"]),
            frozenset(row["authority"] for row in body["rows"] if row["authority"]),
            body["explanation"] or "",
        )


def ask_kloe(question: str) -> Counted:
    """Ask Kloe over the index that the settings name."""
    counted = count(open_index(), question, Filters())
    return Counted.read(CountBody.of(counted).model_dump(mode="json", by_alias=True))
