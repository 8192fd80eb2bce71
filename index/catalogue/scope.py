"""The passages that a search may find, as a condition for SQLite."""

import json
from collections.abc import Collection
from dataclasses import dataclass

from ingest import Stance


@dataclass(frozen=True)
class PassageScope:
    """Which passages a search may find.

    Attributes:
        documents: ids of their documents; None for all.
        stances: their stances; empty for all.
    """

    documents: Collection[str] | None = None
    stances: Collection[Stance] = ()

    @property
    def is_all(self) -> bool:
        """True if every passage is in the scope."""
        return self.documents is None and not self.stances

    @property
    def condition(self) -> tuple[str, list[str]]:
        """A condition on `passages` and its parameters, one for each question mark."""
        parts, parameters = [], []
        if self.documents is not None:
            parts.append("passages.document IN (SELECT value FROM json_each(?))")
            parameters.append(json.dumps(sorted(self.documents)))
        if self.stances:
            parts.append("passages.stance IN (SELECT value FROM json_each(?))")
            parameters.append(json.dumps(sorted(self.stances)))
        return " AND ".join(parts) or "TRUE", parameters

    @property
    def document_condition(self) -> tuple[str, list[str]]:
        """A condition on `documents` and its parameters; stances are left out."""
        if self.documents is None:
            return "TRUE", []
        return "documents.id IN (SELECT value FROM json_each(?))", [json.dumps(sorted(self.documents))]
