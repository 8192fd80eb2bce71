"""What happened after a finding: what later papers of the same authority say of the matter, and its grades since."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from index import Index, Record
from ingest import Area
from qa.evidence import Evidence, Judged, judge, weigh_topic
from qa.evidence.polarity import Polarity, polarity_under
from qa.precedents.precedent import Graded, Verdict
from qa.question import ParsedQuestion

SAID = 0.5  # how likely a unit of a later paper must be to speak of the matter
_LIKELY = 0.5  # that words tell of something good, or bad
_READ = 120  # passages of the later papers together
_OF_DOCUMENT = 3  # passages of each


@dataclass(frozen=True)
class Afterwards:
    """What the papers held say of a matter, by document.

    Attributes:
        said: the likeliest unit of each document that speaks of the matter.
    """

    said: dict[str, Evidence]

    @classmethod
    def read(cls, index: Index, parsed: ParsedQuestion, records: Sequence[Record]) -> "Afterwards":
        """Read what papers say of a matter, whichever way.

        Args:
            parsed: a question for the matter alone, without a direction.
            records: the papers that come after a finding.
        """
        if not records:
            return cls({})
        ids = {record.id for record in records}
        results = index.search(parsed.topic, ids, _READ, _OF_DOCUMENT)
        said: dict[str, Evidence] = {}
        for item in judge(index, parsed, weigh_topic(index, parsed.topic), results, many=True).units:
            if item.answers >= SAID and _tells(item):
                said.setdefault(item.evidence.result.record.id, item.evidence)
        return cls(said)

    def of(self, papers: Iterable[Record]) -> list[Evidence]:
        """What these papers say of the matter, in their order."""
        return [self.said[paper.id] for paper in papers if paper.id in self.said]


def verdict_of(later: Sequence[Evidence]) -> Verdict:
    """Read off the newest of the later papers whether things are better."""
    if not later:
        return Verdict.NOT_LOOKED_AT
    told = _said(later[-1])
    good, bad = told.good > _LIKELY, told.bad > _LIKELY
    if good and bad:
        return Verdict.IN_PART
    return Verdict.BETTER if good else Verdict.NO_BETTER


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


def _tells(item: Judged) -> bool:
    said = _said(item.evidence)
    return not item.evidence.case_study and max(said.good, said.bad) > _LIKELY


def _said(evidence: Evidence) -> Polarity:
    """Whether words tell of something good or bad."""
    return polarity_under(evidence.quote, evidence.result.passage.stance)
