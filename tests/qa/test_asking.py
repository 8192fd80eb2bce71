"""Questions that count or list are answered by counting, and all others by quoting."""

from contextlib import closing

from index import Index
from index.catalogue import CatalogueWriter
from index.updating.annotating import annotate
from ingest import Kind
from qa import ask
from qa.findings import FindingAnnotator


def test_a_question_that_counts_gives_the_number_and_the_list(sample_index: Index) -> None:
    visits = [record for record in sample_index.catalogue.records() if record.kind is Kind.FOCUSED_VISIT]
    answer = ask(sample_index, "How many focused visits have there been?")
    assert answer.table
    assert len(answer.table.rows) == len(visits)
    assert answer.lead.startswith(str(len(visits)))
    numbers = {citation.number for citation in answer.citations}
    assert all(row.numbers and numbers.issuperset(row.numbers) for row in answer.table.rows)


def test_the_most_frequent_themes_are_counted(sample_index: Index) -> None:
    with closing(CatalogueWriter(sample_index.catalogue.file.parent)) as writer:
        annotate(sample_index, writer, FindingAnnotator, lambda *_: None)
    answer = ask(sample_index, "What are the most common areas for improvement?")
    assert answer.table
    assert answer.table.bars
    assert answer.lead.startswith(answer.table.bars[0].label)
    assert "most common" not in answer.not_applied
    assert [bar.number for bar in answer.table.bars] == sorted((bar.number for bar in answer.table.bars), reverse=True)


def test_any_other_question_is_answered_by_quoting(sample_index: Index) -> None:
    assert ask(sample_index, "What did Ofsted say about supervision in Marlbridge?").table is None
    assert not ask(sample_index, "?").answered
