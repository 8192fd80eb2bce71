"""What happened after a finding: what later papers of the same authority say of the matter, and its grades since."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from index import Index, Record
from ingest import Area
from qa.findings import Finding, Outcome, Reader, findings_in, link, outcome_of, speaking, telling
from qa.precedents.precedent import Graded

_READ = 400  # passages of the later papers together
_OF_DOCUMENT = 8  # passages of each
_NEAREST = 0.2  # how likely a finding must be to speak of the same matter, to be shown where none plainly does


@dataclass(frozen=True)
class Became:
    """What became of a finding.

    Attributes:
        told: of each later paper that speaks of it, the words that show best what it tells, and the outcome; oldest first.
        nearest: where none plainly does, what comes nearest; None if nothing does.
    """

    told: tuple[tuple[Finding, Outcome], ...] = ()
    nearest: Finding | None = None

    @property
    def verdict(self) -> Outcome:
        """The outcome by the newest paper that speaks of it."""
        return self.told[-1][1] if self.told else Outcome.SILENT


@dataclass(frozen=True)
class Afterwards:
    """What later papers say that is near to a matter.

    Attributes:
        reader: reads what is compared.
        found: the findings of each document, by its id.
    """

    reader: Reader
    found: dict[str, list[Finding]]

    @classmethod
    def read(cls, index: Index, topic: str, told: Sequence[Finding], papers: Iterable[Record]) -> "Afterwards":
        """Read what papers say of a matter, whichever way.

        Args:
            topic: the matter, in words.
            told: the findings that it is compared with.
            papers: those that come after one of these.
        """
        ids = {paper.id for paper in papers}
        found: dict[str, list[Finding]] = {}
        near = findings_in(index, index.search(topic, ids, _READ, _OF_DOCUMENT)) if ids else []
        for finding in near:
            found.setdefault(finding.record.id, []).append(finding)
        reader = Reader(index)
        reader.read([*told, *near])  # all at once, which is quicker than a few at a time
        return cls(reader, found)

    def of(self, finding: Finding, papers: Sequence[Record]) -> Became:
        """What became of a finding, by what papers say of the same matter.

        Args:
            papers: the authority's later papers, oldest first.
        """
        later = [each for paper in papers for each in self.found.get(paper.id, [])]
        likely = link(self.reader, [finding], later)[0]
        spoken = speaking(later, likely)
        told = []
        for paper in papers:
            of_paper = [each for each in spoken if each.finding.record.id == paper.id]
            if of_paper:
                outcome = outcome_of(of_paper)
                told.append((telling(outcome, of_paper)[0], outcome))
        nearest = None if told or not later else later[int(likely.argmax())]
        return Became(tuple(told), nearest if likely.max(initial=0.0) > _NEAREST else None)


def later_papers(record: Record, records: Iterable[Record]) -> list[Record]:
    """Ofsted's papers on the same authority after this one, oldest first."""
    after = [
        other
        for other in records
        if other.kind.of_ofsted and other.authority == record.authority and other.day_number > record.day_number
    ]
    return sorted(after, key=lambda other: (other.day_number, other.id))


def overall_grades(record: Record, records: Iterable[Record]) -> tuple[Graded | None, tuple[Graded, ...]]:
    """The authority's overall grade when a paper was written, and those since, oldest first."""
    graded = [
        Graded(other, judgement)
        for other in sorted(records, key=lambda other: (other.day_number, other.id))
        if other.authority == record.authority
        for judgement in other.judgements
        if judgement.area is Area.OVERALL
    ]
    before = [each for each in graded if each.record.day_number <= record.day_number]
    return (before[-1] if before else None), tuple(graded[len(before) :])
