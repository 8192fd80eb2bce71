"""Findings of the sample documents: what is stored, what is read, and what became of them."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace

import pytest

from index import Index, Record
from index.catalogue import CatalogueWriter
from index.updating.annotating import annotate
from ingest import Kind
from qa.findings import Finding, FindingAnnotator, Outcome, Reader, Speaking, findings_of, link, outcome_of


@pytest.fixture(scope="module")
def report(sample_index: Index) -> Record:
    """The newest ILACS report of the sample."""
    reports = [record for record in sample_index.catalogue.records() if record.kind is Kind.ILACS]
    return max(reports, key=lambda record: record.day_number)


@pytest.fixture
def writer(sample_index: Index) -> Iterator[CatalogueWriter]:
    with closing(CatalogueWriter(sample_index.catalogue.file.parent)) as writer:
        yield writer


@pytest.fixture(scope="module")
def findings(sample_index: Index, report: Record) -> list[Finding]:
    return findings_of(sample_index, [report])


def test_a_finding_judges_something_and_what_is_to_improve_is_bad(findings: list[Finding]) -> None:
    assert findings
    assert all(finding.praises or finding.blames for finding in findings)
    asked = [finding for finding in findings if finding.asks]
    assert asked
    assert all(finding.blames and not finding.praises for finding in asked)
    assert not any(finding.evidence.case_study for finding in findings)


def test_findings_are_the_same_whether_they_are_stored_or_read_anew(
    sample_index: Index, report: Record, writer: CatalogueWriter
) -> None:
    annotator = FindingAnnotator(sample_index)
    fresh = list(annotator.findings(report))
    writer.findings.put(report.id, annotator.rule, fresh)
    stored = [finding.stored for finding in findings_of(sample_index, [report])]
    assert [(each.passage, each.start, each.themes) for each in stored] == [
        (each.passage, each.start, each.themes) for each in fresh
    ]


def test_only_findings_on_a_theme_are_given(sample_index: Index, report: Record, findings: list[Finding]) -> None:
    theme = findings[0].themes[0]
    on_theme = findings_of(sample_index, [report], themes=[theme])
    assert on_theme
    assert all(theme in finding.themes for finding in on_theme)
    assert len(on_theme) < len(findings)


def test_a_document_is_read_once_until_the_rule_changes(sample_index: Index, writer: CatalogueWriter) -> None:
    annotate(sample_index, writer, FindingAnnotator, lambda *_: None)
    rule = FindingAnnotator(sample_index).rule
    assert sample_index.catalogue.findings.without(rule) == []
    annotate(sample_index, writer, FindingAnnotator, lambda *_: pytest.fail("a document was read again"))
    assert sample_index.catalogue.findings.without("another rule") == sorted(
        record.id for record in sample_index.catalogue.records()
    )


def test_a_finding_is_likeliest_to_speak_of_its_own_matter(sample_index: Index, findings: list[Finding]) -> None:
    few = findings[:6]
    likely = link(Reader(sample_index), few, few)
    assert likely.shape == (6, 6)
    assert all(row.argmax() == number for number, row in enumerate(likely))
    assert link(Reader(sample_index), few, []).shape == (6, 0)


def test_what_became_of_a_finding_is_read_off_the_later_ones(findings: list[Finding]) -> None:
    def telling(good: float, bad: float, likely: float = 0.8) -> Speaking:
        return Speaking(replace(findings[0], stored=replace(findings[0].stored, good=good, bad=bad)), likely)

    assert outcome_of([]) is Outcome.SILENT
    assert outcome_of([telling(0.9, 0.1)]) is Outcome.BETTER
    assert outcome_of([telling(0.1, 0.9)]) is Outcome.NO_BETTER
    assert outcome_of([telling(0.9, 0.1), telling(0.1, 0.9)]) is Outcome.IN_PART
    assert outcome_of([telling(0.9, 0.1), telling(0.1, 0.9, 0.35)]) is Outcome.BETTER
