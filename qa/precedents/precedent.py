"""What a precedent is: a finding elsewhere like the one that was asked about, and what later papers say of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from index import Record
from ingest import Judgement
from qa.answer import Citation, document_reference
from qa.answer.citing import source_lines
from qa.answer.messages import near_words
from qa.findings import Outcome


class Order(StrEnum):
    """How precedents are sorted: the closest finding first, those that are better since first, or the newest first."""

    CLOSENESS = "closeness"
    BETTER = "better"
    DATE = "date"


@dataclass(frozen=True)
class Graded:
    """The overall grade that an inspection gave."""

    record: Record
    judgement: Judgement

    def __str__(self) -> str:
        """Say "good (4 May 2023)"."""
        return f"{self.judgement.grade.value} ({self.record.when})" if self.record.when else self.judgement.grade.value


@dataclass(frozen=True)
class Precedent:
    """A finding on another authority.

    Attributes:
        citation: the finding.
        closeness: how likely its words are to say what was asked about, 0 to 1.
        plain: they plainly say it; otherwise they come near.
        region: of the authority; empty if the list of authorities has none.
        neighbour: the authority is a statistical neighbour of the one that asks.
        grade_then: the authority's overall grade at that time; None if no paper held gives it.
        papers_since: how many later reports and letters of Ofsted on that authority are held.
        later: what later papers say of the same matter, oldest first, one quotation of each; where none plainly does, the one
            that comes nearest, which is `near`.
        grades_since: the overall grades after that, oldest first.
        verdict: what became of it, read off the newest later paper that speaks of it; silent if none does.
    """

    citation: Citation
    closeness: float
    plain: bool
    region: str
    neighbour: bool
    grade_then: Graded | None
    papers_since: int
    later: tuple[Citation, ...]
    grades_since: tuple[Graded, ...]
    verdict: Outcome

    @property
    def record(self) -> Record:
        """The document of the finding."""
        return self.citation.record

    @property
    def since(self) -> str:
        """What happened next, in words: the verdict, and where there is none, why."""
        return since_words(self.verdict, self.papers_since)


def since_words(verdict: Outcome, papers: int) -> str:
    """What happened next, in words: the verdict, and where there is none, why.

    Args:
        papers: how many later reports and letters of Ofsted are held.
    """
    if verdict is not Outcome.SILENT:
        return verdict.value
    if not papers:
        return "no later paper is held"
    do = "1 later paper does" if papers == 1 else f"{papers:,} later papers do"
    return f"not looked at again ({do} not speak of it plainly)"


@dataclass(frozen=True)
class Precedents:
    """The precedents of a finding.

    Attributes:
        finding: the words that were asked about.
        own: the authority that asks, whose papers are left out; empty if it is not known.
        searched: how many documents were searched.
        told, better: how many authorities were plainly told this, and how many of them are better since; those not shown too.
        near: how many entries come near it.
        found: how many entries there are with those not shown.
        explanation: why there is none; empty if there are some.
    """

    finding: str
    own: str
    searched: int
    told: int = 0
    better: int = 0
    near: int = 0
    found: int = 0
    entries: tuple[Precedent, ...] = ()
    explanation: str = ""

    @property
    def text(self) -> str:
        """The precedents as text, with their sources."""
        if not self.entries:
            return self.explanation
        citations = [citation for entry in self.entries for citation in (entry.citation, *entry.later)]
        return "\n".join((self.lead, "", *self._lines(), *source_lines(citations)))

    @property
    def lead(self) -> str:
        """The first line: how many authorities were told this, how many of them are better since, and how much comes near."""
        told = f"{self.told:,} other {'authority was' if self.told == 1 else 'authorities were'} told this"
        better = f"{self.better:,} of them {'is' if self.better == 1 else 'are'} better at it"
        words = [
            f"{told}; later papers say that {better}." if self.told else "No other authority was plainly told this."
        ]
        if self.near:
            words.append("1 finding comes near it." if self.near == 1 else f"{self.near:,} findings come near it.")
        if self.found > len(self.entries):
            words.append(f"{len(self.entries):,} of {self.found:,} findings are shown.")
        return " ".join(words)

    @property
    def near_line(self) -> str:
        """The line above the entries that only come near."""
        return near_words(sum(not entry.plain for entry in self.entries))

    def _lines(self) -> Iterator[str]:
        near = next((entry for entry in self.entries if not entry.plain), None)
        for entry in self.entries:
            if entry is near:
                yield from (self.near_line, "")
            beside = [entry.region, "statistical neighbour" * entry.neighbour]
            if entry.grade_then:
                beside.append(f"overall {entry.grade_then}")
            yield "; ".join(filter(None, (document_reference(entry.record), *beside)))
            yield f"  “{entry.citation.quote}” [{entry.citation.number}]"
            since = f" Overall since: {', '.join(map(str, entry.grades_since))}." if entry.grades_since else ""
            yield f"  What happened next: {entry.since}.{since}"
            for citation in entry.later:
                nearest = "nearest to it: " if citation.near else ""
                yield f"    {nearest}{document_reference(citation.record)}: “{citation.quote}” [{citation.number}]"
            yield ""
