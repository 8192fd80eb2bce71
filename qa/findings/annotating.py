"""Finds the words of a document that judge something, for the index to store."""

import hashlib
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files

from index import Index, Record, SearchResult, StoredFinding
from qa.evidence.headlines import Paper, is_prose, read_paper
from qa.evidence.polarity import polarity_under
from qa.evidence.sections import lists_nothing
from qa.evidence.units import Evidence, make_units
from qa.themes import matters_of, themes, themes_about

_RULE = "2"  # a change to what counts as a finding, or to how its words are read, takes the next number
_LIKELY = 0.5  # that words tell of something good, or bad


class FindingAnnotator:
    """Finds the findings of an index's documents.

    Attributes:
        rule: changes with the rule, with the models of polarity and themes, and with the themes in use.
    """

    def __init__(self, index: Index) -> None:
        self._index = index
        self.rule = f"{_RULE}-{_models()}-{themes().version}"

    def findings(self, record: Record) -> Iterator[StoredFinding]:
        """The units of a document that judge something: not case studies, nor words that say there is nothing to list."""
        passages = self._index.catalogue.document_passages(record.id)
        ids = {stored.passage: stored.id for stored in passages}
        listed = _listed(read_paper(self._index, record))
        for unit in make_units(self._index, [SearchResult(each.id, record, each.passage) for each in passages]):
            evidence = unit.evidence
            items = [ids[item] for item in evidence.items]
            finding = read_finding(evidence, items, evidence.result.id in listed or not listed.isdisjoint(items))
            judges = max(finding.good, finding.bad) > _LIKELY
            if judges and not evidence.case_study and not lists_nothing(evidence.lead):
                yield finding


def read_finding(evidence: Evidence, items: Sequence[str] = (), listed: bool = False) -> StoredFinding:
    """Read the polarity, the themes and the matters of words, whether or not they judge something.

    Args:
        items: of a lead-in, the ids of the passages of its list.
        listed: they are an item of a list, whose heading says which way they point.
    """
    passage = evidence.result.passage
    said = polarity_under(evidence.quote, passage.stance if listed else None)
    return StoredFinding(
        evidence.result.id,
        evidence.start,
        evidence.end,
        tuple(items),
        said.good,
        said.bad,
        themes_about(evidence.quote, passage.headings),
        tuple(sorted(matters_of(evidence.quote))),
        listed,
    )


def _listed(paper: Paper) -> set[str]:
    """The ids of the passages that a paper's own lists hold; long sections of prose are no lists."""
    lists = (paper.strengths, paper.to_improve, paper.priorities)
    return {result.id for listed in lists if not is_prose(listed) for result in listed}


@cache
def _models() -> str:
    """A digest of the models' files."""
    digest = hashlib.sha256()
    for package, name in (("qa.evidence.polarity", "polarity.json"), ("qa.themes", "themes.json")):
        digest.update(files(package).joinpath(name).read_bytes())
    return digest.hexdigest()[:8]
