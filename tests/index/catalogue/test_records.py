"""A document's own date is never that of an inspection which it only discusses."""

from dataclasses import replace
from datetime import date

from index import Index
from ingest import Kind
from qa import document_reference


def test_minutes_do_not_take_the_day_of_a_visit_for_their_own(sample_index: Index) -> None:
    visit = next(record for record in sample_index.catalogue.records() if record.kind is Kind.MONITORING_VISIT)
    letter = replace(visit, published=None)
    minutes = replace(letter, kind=Kind.MINUTES)
    assert letter.date == visit.inspection_end
    assert (minutes.date, minutes.when) == (None, "")
    assert document_reference(minutes) == f"{visit.authority}, council minutes"
    assert replace(minutes, published=date(2023, 3, 14)).when == "14 March 2023"


def test_a_paper_without_days_is_dated_by_the_year_of_its_name(sample_index: Index) -> None:
    record = sample_index.catalogue.records()[0]
    paper = replace(record, kind=Kind.NEWS, published=None, inspection_start=None, inspection_end=None, years=(2015,))
    assert paper.when == "2015"
