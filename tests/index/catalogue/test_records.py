"""A document's own date is never that of an inspection which it only discusses, and its name leads to its file."""

import os
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from index import Index
from index.catalogue import Source, printable
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


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (b"caf\xe9.txt", "caf\\xe9.txt"),
        (b"caf\xe8.txt", "caf\\xe8.txt"),
        ("café.txt".encode(), "café.txt"),
        (b"a\\xe9.txt", "a\\x5cxe9.txt"),
    ],
)
def test_a_name_is_text_and_still_leads_to_its_file(tmp_path: Path, name: bytes, text: str) -> None:
    (tmp_path / os.fsdecode(name)).write_text("words")
    source = Source(str(tmp_path), printable(os.fsdecode(name)))
    assert source.path == text
    assert source.location.read_text() == "words"
    assert replace(source, path=f"{text}#page=3").location == source.location
