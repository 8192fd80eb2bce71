"""The passages that a search may find, as a condition for SQLite."""

import json
from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

from ingest import Stance

LIKELY = 0.5  # how likely a finding must be to praise, or to criticise
_ONE_OF = "IN (SELECT value FROM json_each(?))"


class Polarity(StrEnum):
    """Which way a finding points; one may point both ways."""

    PRAISE = "praise"
    CRITICISM = "criticism"


_POINTS = {Polarity.PRAISE: f"findings.good > {LIKELY}", Polarity.CRITICISM: f"findings.bad > {LIKELY}"}


@dataclass(frozen=True)
class Said:
    """What a passage must say; an empty field asks for nothing.

    Attributes:
        stances: what its section says of the findings in it; any of them.
        polarities: which way a finding in it points; any of them.
        themes: what that same finding is about; any of them.
    """

    stances: Collection[Stance] = ()
    polarities: Collection[Polarity] = ()
    themes: Collection[str] = ()

    def __bool__(self) -> bool:
        return bool(self.stances or self.polarities or self.themes)

    @property
    def condition(self) -> tuple[str, list[str]]:
        """A condition on `passages` and its parameters, one for each question mark."""
        parts, parameters = [], []
        if self.stances:
            parts.append(f"passages.stance {_ONE_OF}")
            parameters.append(json.dumps(sorted(self.stances)))
        if self.polarities or self.themes:
            of_finding = [_POINTS[polarity] for polarity in set(self.polarities)]
            pointing = f"({' OR '.join(of_finding)})" if of_finding else "TRUE"
            about = f"EXISTS (SELECT 1 FROM json_each(findings.themes) AS theme WHERE theme.value {_ONE_OF})"  # noqa: S608 - fixed text
            told = f"{pointing} AND {about}" if self.themes else pointing
            parts.append(f"EXISTS (SELECT 1 FROM findings WHERE findings.passage = passages.id AND {told})")  # noqa: S608 - fixed text
            parameters += [json.dumps(sorted(self.themes))] if self.themes else []
        return " AND ".join(parts) or "TRUE", parameters


@dataclass(frozen=True)
class PassageScope:
    """Which passages a search may find.

    Attributes:
        documents: ids of their documents; None for all.
        said: what they must say.
        rows: those of them, where they have been looked up already; None to look them up.
    """

    documents: Collection[str] | None = None
    said: Said = Said()
    rows: Collection[int] | None = None

    @property
    def is_all(self) -> bool:
        """True if every passage is in the scope."""
        return self.documents is None and not self.said

    @property
    def condition(self) -> tuple[str, list[str]]:
        """A condition on `passages` and its parameters, one for each question mark."""
        said, parameters = self.said_condition
        if self.documents is None or self.rows is not None:
            return said, parameters
        return f"passages.document {_ONE_OF} AND {said}", [json.dumps(sorted(self.documents)), *parameters]

    @property
    def said_condition(self) -> tuple[str, list[str]]:
        """The condition on what passages must say; documents are left out, unless the rows are known."""
        if self.rows is None:
            return self.said.condition
        # The plus keeps SQLite from going through these rows one by one, and through all matches for each of them.
        return f"+passages.row {_ONE_OF}", [json.dumps(list(self.rows))]

    @property
    def document_condition(self) -> tuple[str, list[str]]:
        """A condition on `documents` and its parameters; what passages must say is left out."""
        if self.documents is None:
            return "TRUE", []
        return f"documents.id {_ONE_OF}", [json.dumps(sorted(self.documents))]
