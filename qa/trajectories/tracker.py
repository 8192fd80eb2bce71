"""A tracker: each thing that a report asked for, beside what every later paper says of it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index import Index, Record
from qa.answer import Citation, document_reference
from qa.answer.citing import source_lines
from qa.answer.composing import Citer
from qa.evidence.headlines import is_prose, read_paper
from qa.findings import SPOKEN, Finding, Outcome, findings_of, link, outcome_of, telling
from qa.trajectories.said import Said, cite_all
from qa.trajectories.subject import Subject
from qa.trajectories.trajectory import papers_of

_MOST_SAID = 2  # quotations of one later paper


@dataclass(frozen=True)
class Told:
    """What a later paper says of one thing that was asked for."""

    record: Record
    outcome: Outcome
    said: tuple[Said, ...]

    @property
    def words(self) -> str:
        """The outcome in words: "still asked for" where the paper lists it again."""
        if self.outcome is Outcome.NO_BETTER and any(said.tells.asks for said in self.said):
            return "still asked for"
        return _WORDS[self.outcome]


_WORDS = {
    Outcome.BETTER: "improved",
    Outcome.IN_PART: "improved in part",
    Outcome.NO_BETTER: "no better",
    Outcome.SILENT: "not mentioned",
}


@dataclass(frozen=True)
class Asked:
    """One thing that a report asked for.

    Attributes:
        asked: the quotation.
        later: each later paper of Ofsted, and each later paper of the council that speaks of it; oldest first.
    """

    asked: Said
    later: tuple[Told, ...]

    @property
    def newest(self) -> Told | None:
        """What the newest of Ofsted's papers that speak of it says; None if none does."""
        spoken = [told for told in self.later if told.record.kind.of_ofsted and told.said]
        return spoken[-1] if spoken else None

    @property
    def now(self) -> str:
        """What became of it, in words: "improved", "not mentioned again", "no later report or letter is held"."""
        if self.newest:
            return self.newest.words
        looked = any(told.record.kind.of_ofsted for told in self.later)
        return "not mentioned again" if looked else "no later report or letter is held"


@dataclass(frozen=True)
class Tracker:
    """What an authority's reports asked for, newest report first, and what became of it.

    Attributes:
        explanation: why there is nothing; empty if there is something.
    """

    place: str
    subject: Subject
    items: tuple[Asked, ...] = ()
    explanation: str = ""

    @property
    def citations(self) -> tuple[Citation, ...]:
        """Every quotation, in order."""
        return tuple(citation for item in self.items for citation in _citations(item))

    @property
    def lead(self) -> str:
        """The first line: how much was asked for, and what became of it."""
        counts: dict[str, int] = {}
        for item in self.items:
            counts[item.now] = counts.get(item.now, 0) + 1
        of = f" on {self.subject.words}" if self.subject.words else ""
        things = "1 thing was" if len(self.items) == 1 else f"{len(self.items):,} things were"
        became = ", ".join(f"{count:,} {words}" for words, count in sorted(counts.items(), key=lambda pair: -pair[1]))
        return f"{self.place}{of}: {things} asked for. By the newest report or letter that speaks of each: {became}."

    @property
    def text(self) -> str:
        """The tracker as text, with its sources."""
        if not self.items:
            return self.explanation
        return "\n".join((self.lead, "", *self._lines(), *source_lines(self.citations)))

    def _lines(self) -> Iterator[str]:
        paper = None
        for item in self.items:
            if item.asked.citation.record != paper:
                paper = item.asked.citation.record
                yield f"Asked for in {document_reference(paper)}:"
            yield f"  “{item.asked.citation.quote}” [{item.asked.citation.number}]: {item.now}"
            for told in item.later:
                quotes = "; ".join(f"“{said.citation.quote}” [{said.citation.number}]" for said in told.said)
                yield f"    {document_reference(told.record)}: {told.words}{f': {quotes}' if quotes else ''}"
            yield ""


def track(index: Index, place: str, words: str = "", inside: Sequence[Record] | None = None) -> Tracker:
    """Set each thing that an authority's reports asked for beside what every later paper says of it.

    Args:
        place: the authority's official name.
        words: only what was asked for on this theme or matter; empty for everything.
        inside: the reports whose lists are read; None for all. Later papers are read whatever they are.
    """
    subject = Subject.read(index, words)
    records = papers_of(index, place)
    asking = [record for record in papers_of(index, place, inside) if record.kind.of_ofsted]
    findings = findings_of(index, records)
    asked = [finding for record in reversed(asking) for finding in _asked(index, record, findings, subject)]
    if not asked:
        on = f" on {words}" if words else ""
        return Tracker(place, subject, explanation=f"No report or letter held on {place} lists what must improve{on}.")
    likely = link(index, asked, findings)
    citer = Citer(index)
    items = []
    for number, finding in enumerate(asked):
        said = cite_all(citer, [finding])
        if said:
            later = [record for record in records if record.day_number > finding.record.day_number]
            told = (_told(citer, record, findings, likely[number]) for record in later)
            items.append(Asked(said[0], tuple(each for each in told if each.said or each.record.kind.of_ofsted)))
    return Tracker(place, subject, tuple(items))


def _asked(index: Index, record: Record, findings: Sequence[Finding], subject: Subject) -> list[Finding]:
    """What a report's own lists ask for; not what it tells at length, nor lists of other bodies further on."""
    paper = read_paper(index, record)
    listed = [*paper.priorities, *(() if is_prose(paper.to_improve) else paper.to_improve)]
    ids = {result.id for result in listed}
    return [finding for finding in findings if finding.evidence.result.id in ids and subject.is_about(finding)]


def _told(citer: Citer, record: Record, findings: Sequence[Finding], likely: NDArray[np.float64]) -> Told:
    """What one later paper says: the likeliest findings that speak of the same matter."""
    inside = [number for number, finding in enumerate(findings) if finding.record.id == record.id]
    spoken = sorted((number for number in inside if likely[number] > SPOKEN), key=lambda number: -likely[number])
    later = [findings[number] for number in spoken]
    outcome = outcome_of(later)
    return Told(record, outcome, cite_all(citer, telling(outcome, later)[:_MOST_SAID]))


def _citations(item: Asked) -> Iterator[Citation]:
    yield item.asked.citation
    for told in item.later:
        yield from (said.citation for said in told.said)
