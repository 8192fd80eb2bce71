"""What became of the findings that an answer about many authorities quotes."""

from collections.abc import Sequence
from dataclasses import dataclass

from index import Index, Record, SearchResult, one_state
from qa.answer.citing import Citation
from qa.answer.composing import Citer
from qa.answer.types import Answer
from qa.evidence import Evidence
from qa.findings import Finding, Outcome, read_finding
from qa.precedents.afterwards import Afterwards, later_papers
from qa.precedents.finding import matter
from qa.precedents.precedent import since_words
from qa.question import Purpose


@dataclass(frozen=True)
class Since:
    """What later papers say of the matter of a quoted finding.

    Attributes:
        verdict: by the newest later paper that speaks of it; silent if none does.
        words: the same in words, or why there is none.
        shown: the words that it was read off, in that paper; None if there are none.
    """

    verdict: Outcome
    words: str
    shown: Citation | None = None


def asks_which(answer: Answer) -> bool:
    """True if an answer quotes what several authorities were told, and counts nothing."""
    if not answer.parsed or answer.parsed.intent.purpose is not Purpose.WHICH or answer.table:
        return False
    return len({citation.record.place for citation in answer.plain}) > 1


@one_state
def since(index: Index, answer: Answer) -> dict[int, Since]:
    """What became of each finding that plainly says what was asked, by the number of its citation.

    Findings in papers that are not Ofsted's, or that are about several authorities or none, are left out.
    """
    found = {result.id: result for result in answer.results}
    cited = {
        citation.number: _finding(citation, found[citation.passage_id])
        for citation in answer.plain
        if citation.passage_id in found and citation.record.kind.of_ofsted and citation.record.authority
    }
    records = index.catalogue.records()
    later = {number: later_papers(finding.record, records) for number, finding in cited.items()}
    every = {paper.id: paper for papers in later.values() for paper in papers}.values()
    topic = answer.parsed.topic if answer.parsed else answer.question
    after, citer = Afterwards.read(index, matter(topic), list(cited.values()), every), Citer(index)
    return {number: _since(after, finding, later[number], citer) for number, finding in cited.items()}


def _finding(citation: Citation, result: SearchResult) -> Finding:
    """The finding that a quotation makes; of a list, its lead-in."""
    lead = citation.quote.split("\n")[0]
    start = max(0, result.passage.text.find(lead))
    evidence = Evidence(result, start, start + len(lead))
    return Finding(evidence, read_finding(evidence))


def _since(after: Afterwards, finding: Finding, papers: Sequence[Record], citer: Citer) -> Since:
    became = after.of(finding, papers)
    newest = became.told[-1][0] if became.told else None
    shown = citer.cite(newest.evidence) if newest else None
    return Since(became.verdict, since_words(became.verdict, len(papers)), shown)
