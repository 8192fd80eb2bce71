"""A tracker: each thing that a report asked for, beside what every later paper says of it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index import Index, Record
from qa.answer import Citation, document_reference
from qa.answer.citing import source_lines
from qa.answer.composing import Citer
from qa.findings import Finding, Outcome, Reader, findings_of, link, outcome_of, speaking, telling, whole_finding
from qa.trajectories.said import Said, cite_all, without_repeats
from qa.trajectories.subject import Subject
from qa.trajectories.trajectory import papers_of

_NONE_LATER = "no later report or letter is held"
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
        return "not mentioned again" if looked else _NONE_LATER


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
        unread = counts.pop(_NONE_LATER, 0)
        became = ", ".join(f"{words} {count:,}" for words, count in sorted(counts.items(), key=lambda pair: -pair[1]))
        by_newest = f" By the newest report or letter that speaks of each: {became}." if became else ""
        none = f" For {unread:,} of them {_NONE_LATER}." if unread else ""
        return f"{self.place}{of}: {things} asked for.{by_newest}{none}"

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
    by_paper: dict[str, list[Finding]] = {record.id: [] for record in records}
    for finding in findings_of(index, records):
        by_paper[finding.record.id].append(finding)
    citer, reader = Citer(index), Reader(index)
    items: list[Asked] = []
    for record in reversed(asking):
        asked = [finding for finding in _items_of(by_paper[record.id]) if subject.is_about(finding)]
        later = [by_paper[other.id] for other in records if other.day_number > record.day_number]
        items += _followed(citer, reader, asked, [findings for findings in later if findings])
    if not items:
        on = f" on {words}" if words else ""
        return Tracker(place, subject, explanation=f"No report or letter held on {place} lists what must improve{on}.")
    return Tracker(place, subject, tuple(items))


def _items_of(findings: Sequence[Finding]) -> list[Finding]:
    """Each thing that a paper's lists ask for, once: an item of several sentences is one."""
    by_passage: dict[str, Finding] = {}
    for finding in findings:
        if finding.asks:
            by_passage.setdefault(finding.evidence.result.id, whole_finding(finding))
    return list(by_passage.values())


def _followed(
    citer: Citer, reader: Reader, asked: Sequence[Finding], later: Sequence[Sequence[Finding]]
) -> Iterator[Asked]:
    """What one paper asked for, each thing with what the later papers say of it.

    Args:
        later: the findings of each later paper, oldest first.
    """
    likely = [link(reader, asked, of_paper) for of_paper in later]
    for number, finding in enumerate(asked):
        said = cite_all(citer, [finding])
        if said:
            told = (_told(citer, of_paper, each[number]) for of_paper, each in zip(later, likely, strict=True))
            yield Asked(said[0], tuple(each for each in told if each.said or each.record.kind.of_ofsted))


def _told(citer: Citer, findings: Sequence[Finding], likely: NDArray[np.float64]) -> Told:
    """What one later paper says: the findings that speak of the same matter and show best what became of it."""
    spoken = speaking(findings, likely)
    outcome = outcome_of(spoken)
    return Told(findings[0].record, outcome, cite_all(citer, without_repeats(telling(outcome, spoken), _MOST_SAID)))


def _citations(item: Asked) -> Iterator[Citation]:
    yield item.asked.citation
    for told in item.later:
        yield from (said.citation for said in told.said)
