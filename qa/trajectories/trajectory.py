"""A trajectory: what an authority's papers say of a subject, through inspections, visits and the council's own papers."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from index import Index, Record
from ingest import Area
from qa.answer import Citation, document_reference
from qa.answer.citing import source_lines
from qa.answer.composing import Citer
from qa.findings import Finding, findings_of
from qa.trajectories.said import Said, choose, cite_all
from qa.trajectories.subject import Subject

_OF_OFSTED, _OF_COUNCIL = 4, 2  # quotations of one paper


@dataclass(frozen=True)
class Moment:
    """What one paper says.

    Attributes:
        strengths, weaknesses: how many of its findings on the subject tell of something good, and of something bad.
        grade: the overall grade that it gives, in words; empty if it gives none.
    """

    record: Record
    said: tuple[Said, ...]
    strengths: int
    weaknesses: int

    @property
    def grade(self) -> str:
        """The overall grade or the outcome that the paper gives; empty if it gives none."""
        overall = (judgement.grade.value for judgement in self.record.judgements if judgement.area is Area.OVERALL)
        return next(overall, "")

    @property
    def counts(self) -> str:
        """How many findings point which way: "3 strengths and 1 weakness"."""
        strengths = f"{self.strengths:,} {'strength' if self.strengths == 1 else 'strengths'}"
        weaknesses = f"{self.weaknesses:,} {'weakness' if self.weaknesses == 1 else 'weaknesses'}"
        return f"{strengths} and {weaknesses}"


@dataclass(frozen=True)
class Trajectory:
    """What an authority's papers say of a subject, oldest first.

    Attributes:
        moments: the papers that say something of it.
        silent: the reports and letters of Ofsted that say nothing of it.
        explanation: why there is nothing; empty if there is something.
    """

    place: str
    subject: Subject
    moments: tuple[Moment, ...] = ()
    silent: tuple[Record, ...] = ()
    explanation: str = ""

    @property
    def citations(self) -> tuple[Citation, ...]:
        """Every quotation, in order."""
        return tuple(said.citation for moment in self.moments for said in moment.said)

    @property
    def lead(self) -> str:
        """The first line: whose papers say something of what."""
        papers = f"{len(self.moments):,} paper{'' if len(self.moments) == 1 else 's'}"
        of = f" on {self.subject.words}" if self.subject.words else ""
        silent = f" {len(self.silent):,} of Ofsted’s say nothing of it." if self.silent else ""
        return f"{self.place}{of}: {papers}, oldest first.{silent}"

    @property
    def text(self) -> str:
        """The trajectory as text, with its sources."""
        if not self.moments:
            return self.explanation
        return "\n".join((self.lead, "", *self._lines(), *source_lines(self.citations)))

    def _lines(self) -> Iterator[str]:
        for moment in self.moments:
            overall = f"; overall {moment.grade}" if moment.grade else ""
            yield f"{document_reference(moment.record)}: {moment.counts}{overall}"
            for said in moment.said:
                yield f"  {said.tells.value}: “{said.citation.quote}” [{said.citation.number}]"
            yield ""


def follow_through(index: Index, place: str, words: str = "", inside: Sequence[Record] | None = None) -> Trajectory:
    """Follow a subject through an authority's papers in order of time.

    Args:
        place: the authority's official name.
        words: a theme ("Workforce"), what people call a matter ("supervision"), or any other words; empty for everything.
        inside: the documents to read; None for all of the authority.
    """
    subject = Subject.read(index, words)
    records = papers_of(index, place, inside)
    if not records:
        return Trajectory(place, subject, explanation=f"Kloe holds no papers on {place} within these limits.")
    by_paper: dict[str, list[Finding]] = {}
    for finding in filter(subject.is_about, findings_of(index, records)):
        by_paper.setdefault(finding.record.id, []).append(finding)
    citer = Citer(index)
    moments = [_moment(citer, record, by_paper[record.id], subject) for record in records if record.id in by_paper]
    silent = tuple(record for record in records if record.kind.of_ofsted and record.id not in by_paper)
    explanation = "" if moments else f"None of the {len(records):,} papers held on {place} says anything of {words}."
    return Trajectory(place, subject, tuple(moments), silent, explanation)


def papers_of(index: Index, place: str, inside: Sequence[Record] | None = None) -> list[Record]:
    """The papers on one authority, oldest first: Ofsted's and the council's own."""
    records = index.catalogue.records() if inside is None else inside
    of_place = [record for record in records if place in record.authorities and record.date]
    return sorted(of_place, key=lambda record: (record.day_number, record.id))


def _moment(citer: Citer, record: Record, findings: Sequence[Finding], subject: Subject) -> Moment:
    chosen = choose(findings, subject, _OF_OFSTED if record.kind.of_ofsted else _OF_COUNCIL)
    return Moment(
        record,
        cite_all(citer, chosen),
        sum(finding.praises for finding in findings),
        sum(finding.blames for finding in findings),
    )
