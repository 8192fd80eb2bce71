"""What was last found: the plainest strengths and weaknesses of the newest papers, and their priority actions."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from index import Index, Record
from qa.answer import Citation
from qa.answer.messages import joined
from qa.briefings.alone import stands_alone
from qa.briefings.briefing import Entry, Group, Heading, Quotation, Section
from qa.briefings.numbering import Numbering
from qa.briefings.papers import Papers, day, in_sentence
from qa.evidence import repeats
from qa.evidence.headlines import read_paper
from qa.findings import Finding, findings_of

_STRENGTHS, _WEAKNESSES = 3, 4
_PAPERS = 3  # that share these
_SHORT, _LONG = 60, 230  # characters; what is shorter tells little alone, what is longer takes too much of two pages
_HEADLINE = 1.0  # how much more a headline counts than what is said further on, beside how plain the words are
_STRENGTH = re.compile(r"\bstrengths?\b", re.I)
_NONE = {
    "Strengths": "no strength in words that can be quoted alone",
    "Weaknesses": "no weakness in words that can be quoted alone",
    "Priority actions": "no areas for priority action",
}


@dataclass(frozen=True)
class _Read:
    """A paper's findings that may be quoted, and the ids of the passages that open it or stand under its headlines."""

    findings: tuple[Finding, ...]
    headlines: frozenset[str]


def tell_found(index: Index, papers: Papers, priorities: Sequence[Citation], numbering: Numbering) -> Section:
    """Tell what the newest papers found.

    Args:
        priorities: the priority actions, numbered after the rest.
    """
    read = [_read(index, record) for record in papers.newest[:_PAPERS]]
    strengths = _choose(read, lambda finding: finding.praises and not finding.blames, _STRENGTHS)
    weaknesses = _choose(read, _is_weakness, _WEAKNESSES)
    groups = (
        _group("Strengths", papers, _cited(strengths, numbering)),
        _group("Weaknesses", papers, _cited(weaknesses, numbering)),
        _group("Priority actions", papers, map(numbering.number, priorities)),
    )
    told = tuple(group for group in groups if group.entries)
    return Section(Heading.FOUND, _lead(papers, told), told)


def _lead(papers: Papers, told: Sequence[Group]) -> str:
    """Which papers are quoted, and of which kind of finding there is none."""
    if not papers.newest:
        return f"Kloe holds no report or letter of Ofsted on {papers.place}."
    records = {citation.record for group in told for entry in group.entries for citation in entry.citations}
    quoted = f"From {in_sentence(record for record in papers.newest if record in records)}." if records else ""
    titles = [group.title for group in told]
    missing = [words for title, words in _NONE.items() if title not in titles]
    return " ".join(filter(None, (quoted, f"Kloe found {joined(missing)}." if missing else "")))


def _read(index: Index, record: Record) -> _Read:
    findings = tuple(finding for finding in findings_of(index, [record]) if _is_quotable(finding))
    return _Read(findings, frozenset(result.id for result in read_paper(index, record).headlines))


def _is_quotable(finding: Finding) -> bool:
    """True for words of middle length in the paper's own voice that stand alone; what it lists to improve is told apart."""
    quote = finding.evidence.quote
    return (
        not finding.asks
        and not finding.evidence.result.passage.said_by
        and _SHORT <= len(quote) <= _LONG
        and stands_alone(quote)
    )


def _is_weakness(finding: Finding) -> bool:
    """True for words that blame alone; those that call something a strength are read wrongly."""
    return finding.blames and not finding.praises and not _STRENGTH.search(finding.evidence.quote)


def _choose(read: Sequence[_Read], wanted: Callable[[Finding], bool], most: int) -> list[Finding]:
    """The best findings of each paper in turns, each on another theme where that can be."""
    chosen: list[Finding] = []
    turns = (_ranked(paper, wanted) for paper in read)
    waiting = [finding for turn in zip_longest(*turns) for finding in turn if finding]
    for fresh in (True, False):
        for finding in waiting:
            taken = {theme for other in chosen for theme in other.themes[:1]}
            told = any(finding is other or repeats(finding.evidence, other.evidence) for other in chosen)
            if len(chosen) < most and not told and not (fresh and taken & set(finding.themes[:1])):
                chosen.append(finding)
    return sorted(chosen, key=waiting.index)


def _ranked(paper: _Read, wanted: Callable[[Finding], bool]) -> list[Finding]:
    """A paper's findings of one kind, its headlines and the plainest first."""

    def rank(finding: Finding) -> float:
        headline = finding.evidence.result.id in paper.headlines
        return abs(finding.stored.good - finding.stored.bad) + _HEADLINE * headline

    return sorted(filter(wanted, paper.findings), key=rank, reverse=True)


def _cited(findings: Iterable[Finding], numbering: Numbering) -> Iterator[Citation]:
    return (citation for finding in findings if (citation := numbering.cite(finding.evidence)))


def _group(title: str, papers: Papers, citations: Iterable[Citation]) -> Group:
    several = len(papers.newest) > 1
    quotations = (Quotation(day(citation.record) if several else "", citation) for citation in citations)
    return Group(title, tuple(Entry(quotations=(quotation,)) for quotation in quotations))
