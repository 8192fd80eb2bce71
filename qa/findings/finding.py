"""`Finding`: words of a document that judge something."""

from dataclasses import dataclass

from index import Record, StoredFinding
from ingest import Stance
from qa.evidence import Evidence

_LIKELY = 0.5


@dataclass(frozen=True)
class Finding:
    """Words that judge something.

    Attributes:
        evidence: the words and where they stand.
        stored: how they were read.
    """

    evidence: Evidence
    stored: StoredFinding

    @property
    def record(self) -> Record:
        """The document."""
        return self.evidence.result.record

    @property
    def stance(self) -> Stance:
        """What the section that lists it says of it."""
        return self.evidence.result.passage.stance

    @property
    def praises(self) -> bool:
        """True if it tells of something good, whatever else it tells."""
        return self.stored.good > _LIKELY

    @property
    def blames(self) -> bool:
        """True if it tells of something bad, whatever else it tells."""
        return self.stored.bad > _LIKELY

    @property
    def asks(self) -> bool:
        """True if it is an item of a list of what must improve."""
        return self.stored.listed and self.stance in (Stance.NEEDS_TO_IMPROVE, Stance.PRIORITY_ACTION)

    @property
    def is_priority(self) -> bool:
        """True if it is an item of a list of areas for priority action."""
        return self.stored.listed and self.stance is Stance.PRIORITY_ACTION

    @property
    def themes(self) -> tuple[str, ...]:
        """What it is about, the likeliest theme first."""
        return self.stored.themes

    @property
    def matters(self) -> tuple[str, ...]:
        """The matters that it names."""
        return self.stored.matters
