"""Reads the findings of documents: those that the index stores, and those of documents that it has not read for findings yet."""

from collections.abc import Collection, Mapping, Sequence

from index import Index, Record, SearchResult, StoredFinding
from qa.evidence import Evidence
from qa.findings.annotating import FindingAnnotator, read_finding
from qa.findings.finding import Finding


def findings_of(index: Index, records: Sequence[Record], themes: Collection[str] = ()) -> list[Finding]:
    """The findings of documents, in the order of the documents and of reading.

    Args:
        records: a few documents; those without stored findings are read anew, which takes a tenth of a second each.
        themes: only findings about one of these; empty for all.
    """
    stored = index.catalogue.findings.of([record.id for record in records], themes=themes)
    annotator = FindingAnnotator(index)
    return [
        finding
        for record in records
        for finding in _of_record(
            index, record, stored[record.id] if record.id in stored else list(annotator.findings(record))
        )
        if not themes or not set(themes).isdisjoint(finding.themes)
    ]


def findings_in(index: Index, results: Sequence[SearchResult]) -> list[Finding]:
    """The findings of passages that a search found, in the order of reading; those of documents without stored findings are read anew."""
    records = {result.record.id: result.record for result in results}
    wanted = {result.id for result in results}
    stored = index.catalogue.findings.of(records, wanted)
    annotator = FindingAnnotator(index)
    found = [
        each
        for record in records.values()
        for each in (stored[record.id] if record.id in stored else annotator.findings(record))
        if each.passage in wanted
    ]
    passages = index.catalogue.passages(list({id_ for each in found for id_ in (each.passage, *each.items)}))
    held = {each.id: SearchResult(each.id, records[each.document], each.passage) for each in passages}
    return _findings(found, held)


def whole_finding(finding: Finding) -> Finding:
    """The finding that the whole passage of a listed finding makes."""
    if finding.evidence.items:
        return finding
    whole = Evidence.whole(finding.evidence.result)
    return finding if whole == finding.evidence else Finding(whole, read_finding(whole, (), finding.stored.listed))


def _of_record(index: Index, record: Record, stored: Sequence[StoredFinding]) -> list[Finding]:
    passages = index.catalogue.document_passages(record.id) if stored else []
    return _findings(stored, {each.id: SearchResult(each.id, record, each.passage) for each in passages})


def _findings(stored: Sequence[StoredFinding], held: Mapping[str, SearchResult]) -> list[Finding]:
    """The findings whose passages are held; a run may just have taken one away."""
    return [
        Finding(
            Evidence(held[each.passage], each.start, each.end, tuple(held[id_].passage for id_ in each.items)), each
        )
        for each in stored
        if all(id_ in held for id_ in (each.passage, *each.items))
    ]
