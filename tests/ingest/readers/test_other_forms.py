"""Formats beside Word, PDF and HTML are read, or named with what to do; a language that is not searched is noted."""

from pathlib import Path

import pytest

from ingest import ReadError
from ingest.readers import read_pages
from ingest.readers.language import language_notes

WELSH = "Dywedodd y cyfarwyddwr fod nifer y plant wedi gostwng yn ystod y flwyddyn, a gofynnodd yr aelodau am adroddiad arall."
ENGLISH = (
    "The director said that the number of children had fallen in the year, and the members asked for another report."
)


@pytest.mark.parametrize(
    ("name", "data", "cause"),
    [
        (
            "old.doc",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + "WordDocument".encode("utf-16-le"),
            "Word 97.*save it as .docx",
        ),
        (
            "old.xls",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + "Workbook".encode("utf-16-le"),
            "Excel 97.*save it as",
        ),
        ("scan.png", b"\x89PNG\r\n\x1a\n" + b"\0" * 50, "picture.*save it as PDF"),
        ("papers.7z", b"7z\xbc\xaf\x27\x1c" + b"\0" * 50, "unpack it"),
        ("data.xml", b"<?xml version='1.0'?><rows/>", "XML"),
    ],
)
def test_a_form_that_is_not_read_is_named(tmp_path: Path, name: str, data: bytes, cause: str) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(ReadError, match=cause):
        read_pages(tmp_path / name)


def test_a_memo_is_no_mail(tmp_path: Path) -> None:
    (tmp_path / "memo.txt").write_text("To: All members\nFrom: The clerk\nDate: 4 May 2025\n\nThe hall is closed.\n")
    assert read_pages(tmp_path / "memo.txt").form == "text"


def test_a_paper_in_welsh_is_named() -> None:
    assert language_notes([WELSH, WELSH]) == ("is in Welsh, a language that Kloe does not search",)


def test_a_bilingual_paper_is_noted() -> None:
    assert language_notes([WELSH, ENGLISH, WELSH, ENGLISH])[0].startswith("is partly in Welsh")


def test_an_english_paper_with_a_welsh_name_is_not() -> None:
    assert not language_notes([ENGLISH] * 9 + ["Cyngor Sir Ynys Môn a Chyngor Gwynedd"])


def test_markdown_signs_are_not_quoted(tmp_path: Path) -> None:
    (tmp_path / "plan.md").write_text(
        "# Plan\n\n**RESOLVED** that [the plan](https://a.example) be *noted*, at 3 * 4 * 5 pounds.\n"
    )
    assert read_pages(tmp_path / "plan.md").pages[0][2].text == "RESOLVED that the plan be noted, at 3 * 4 * 5 pounds."
