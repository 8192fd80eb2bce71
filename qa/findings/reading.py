"""Reads the findings of documents: those that the index stores, and those of documents that it has not read for findings yet."""

from collections.abc import Collection, Sequence

from index import Index, Record, SearchResult, StoredFinding
from qa.evidence import Evidence
from qa.findings.annotating import FindingAnnotator
from qa.findings.finding import Finding


def findings_of(index: Index, records: Sequence[Record], themes: Collection[str] = ()) -> list[Finding]:
    """The findings of documents, in the order of the documents and of reading.

    Args:
        records: a few documents; those without stored findings are read anew, which takes a tenth of a second each.
        themes: only findings about one of these; empty for all.
    """
    stored = index.catalogue.findings.of([record.id for record in records])
    annotator = FindingAnnotator(index)
    return [
        finding
        for record in records
        for finding in _of_record(
            index, record, stored[record.id] if record.id in stored else list(annotator.findings(record))
        )
        if not themes or not set(themes).isdisjoint(finding.themes)
    ]


def _of_record(index: Index, record: Record, stored: Sequence[StoredFinding]) -> list[Finding]:
    results = {
        passage.id: SearchResult(passage.id, record, passage.passage)
        for passage in index.catalogue.document_passages(record.id)
    }
    evidence = ((_evidence(each, results), each) for each in stored)
    return [Finding(words, each) for words, each in evidence if words]


def _evidence(stored: StoredFinding, results: dict[str, SearchResult]) -> Evidence | None:
    """The words of a stored finding; None if a run has just taken one of its passages away."""
    if any(id_ not in results for id_ in (stored.passage, *stored.items)):
        return None
    items = tuple(results[id_].passage for id_ in stored.items)
    return Evidence(results[stored.passage], stored.start, stored.end, items)
