"""Files made to take all time and memory are refused with a clear cause, or read in a time that grows with their size alone."""

import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from ingest import ReadError
from ingest.readers import other, read_pages, web, word
from ingest.reading import try_read
from tests.index.updating import malformed, malformed_pdfs

SECONDS = 8  # what a quick file takes at most on a busy machine; without their bounds these take minutes


@pytest.mark.parametrize(
    ("name", "make", "cause"),
    [
        ("a.pdf", malformed_pdfs.deep_content, "is a PDF nested too deeply to read"),
        ("a.pdf", malformed_pdfs.length_loop, r"beyond what Kloe reads \(Detected loop .* for object 4\.\)"),
        ("a.pdf", malformed_pdfs.many_filters, "beyond what Kloe reads"),
        ("a.pdf", malformed_pdfs.page_many_times, "has more than 20,000 pages"),
        ("a.docx", malformed.docx_deep, r"in its part word/document\.xml \(Excessive depth"),
        ("a.docx", malformed.docx_laughs, "entity amplification"),
        ("a.docx", malformed.docx_full_of_paragraphs, "has more than 4 million tags"),
        ("a.xlsx", malformed.xlsx_one_long_string, "more than 20 million characters"),
        ("a.html", malformed.html_long_line, "more than 20 million characters"),
        ("a.txt", malformed.text_blank_lines, "more than 20 million characters"),
        ("a.eml", malformed.mail_deep, "is an e-mail nested too deeply to read"),
    ],
    ids=lambda value: getattr(value, "__name__", None),
)
def test_a_hostile_file_is_refused(tmp_path: Path, name: str, make: Callable[[], bytes], cause: str) -> None:
    (tmp_path / name).write_bytes(make())
    with pytest.raises(ReadError, match=cause):
        read_pages(tmp_path / name)


@pytest.mark.parametrize(
    ("name", "make"),
    [
        ("a.rtf", malformed.rtf_fonts),
        ("a.txt", malformed.text_bars),
        ("a.eml", malformed.mail_odd_header),
        ("a.html", malformed.html_many_hidden_names),
        ("a.html", lambda: b"<html><body>" + b"<h2>See also</h2>" * 15_000),
    ],
    ids=["fonts", "bars", "header", "hidden names", "headings"],
)
def test_time_grows_with_the_size_alone(tmp_path: Path, name: str, make: Callable[[], bytes]) -> None:
    (tmp_path / name).write_bytes(make())
    begun = time.process_time()
    with suppress(ReadError):  # one of them holds no text
        read_pages(tmp_path / name)
    assert time.process_time() - begun < SECONDS


@pytest.mark.parametrize(
    ("module", "name", "data"),
    [
        (word.reader, "Package", malformed.docx(b"")),
        (other.sheets, "load_workbook", malformed.xlsx(b"")),
        (other.mail, "message_from_bytes", b"MIME-Version: 1.0\nFrom: a@a.example\n\nwords"),
    ],
    ids=["docx", "xlsx", "mail"],
)
def test_too_little_memory_is_not_called_damage(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, module: Any, name: str, data: bytes
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise MemoryError

    monkeypatch.setattr(module, name, fail)
    (tmp_path / "a").write_bytes(data)
    assert try_read(tmp_path / "a", "a").cause == "needs more memory than one file may take"


def test_fonts_of_rich_text_tell_its_encoding(tmp_path: Path) -> None:
    fonts = (
        rb"{\fonttbl{\f0\froman\fcharset0\fprq2{\*\panose 02020603}Times New Roman;}{\f1\fswiss\fcharset238 Arial CE;}}"
    )
    (tmp_path / "a.rtf").write_bytes(rb"{\rtf1\ansi" + fonts + rb"\f0 caf\'e9 and \f1 \'b3aski were named.\par}")
    assert [line.text for line in read_pages(tmp_path / "a.rtf").pages[0]] == ["café and łaski were named."]


def test_a_bar_without_words_on_both_sides_makes_no_table(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Item | Grade\n----|----\nCare | Good\n")
    assert [line.text for line in read_pages(tmp_path / "a.txt").pages[0] if line.text] == [
        "Item | Grade",
        "Care | Good",
    ]
    (tmp_path / "b.txt").write_text("| Item\n| Grade\n")
    assert [line.text for line in read_pages(tmp_path / "b.txt").pages[0] if line.text] == ["Item", "Grade"]


def test_links_after_a_heading_are_marked_up_to_the_next_text(tmp_path: Path) -> None:
    body = (
        "<h2>See also</h2>text of the page<ul><li><a href=x>Budget agreed</a></ul><p>The members thanked the staff.</p>"
    )
    blocks = web.read(tmp_path / "a.html", f"<html><body>{body}</body></html>").pages[0]
    assert [line.text for line in blocks if not line.furniture] == [
        "text of the page",
        "The members thanked the staff.",
    ]
