"""What an answer to a counting question may be."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Count:
    """A number of reports, letters or councils, or a share of them.

    Attributes:
        of: of how many it is a share; 0 for a plain number.
        councils: which councils must be listed; none where only the number counts.
    """

    number: int
    of: int = 0
    councils: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Days:
    """A length of time, in days, and by how many days an answer may differ."""

    number: float
    tolerance: float = 0


@dataclass(frozen=True)
class Groups:
    """A count or a time for each label; a label that is not named has none."""

    by_label: dict[str, Count | Days]


@dataclass(frozen=True)
class Most:
    """The label with the most, and how many it has."""

    label: str
    number: int


@dataclass(frozen=True)
class Cannot:
    """The documents do not give it: the question must be declined."""


Truth = Count | Days | Groups | Most | Cannot
