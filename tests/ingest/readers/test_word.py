"""Word documents are read with changes accepted; what is hidden, struck or a code is no text."""

import zipfile
from io import BytesIO
from pathlib import Path

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from ingest import ReadError
from ingest.document import Furniture
from ingest.readers import Reading, read_pages
from ingest.structure import gather_passages

NAMES = nsdecls("w")


def _read(folder: Path, word: object, name: str = "paper.docx") -> Reading:
    word.save(str(folder / name))
    return read_pages(folder / name)


def _texts(reading: Reading, furniture: Furniture | None = None) -> list[str]:
    return [line.text for line in reading.pages[0] if line.furniture is furniture]


def test_a_deleted_paragraph_mark_joins_paragraphs(tmp_path: Path) -> None:
    word = docx.Document()
    first = word.add_paragraph("The home in the north ")
    first._p.get_or_add_pPr().append(parse_xml(f'<w:rPr {NAMES}><w:del w:id="1" w:author="A"/></w:rPr>'))
    word.add_paragraph("stays open.")
    word.add_paragraph("The next paragraph stands apart.")
    assert _texts(_read(tmp_path, word)) == ["The home in the north stays open.", "The next paragraph stands apart."]


def test_vanish_switched_off_is_seen(tmp_path: Path) -> None:
    word = docx.Document()
    run = '<w:r {0}><w:rPr><w:vanish{1}/></w:rPr><w:t xml:space="preserve">{2}</w:t></w:r>'
    paragraph = word.add_paragraph()
    paragraph._p.append(parse_xml(run.format(NAMES, ' w:val="0"', "Seen ")))
    paragraph._p.append(parse_xml(run.format(NAMES, "", "unseen ")))
    paragraph.add_run("words.")
    assert _texts(_read(tmp_path, word)) == ["Seen words."]


def test_numbers_that_word_prints_stand_before_the_paragraph(tmp_path: Path) -> None:
    word = docx.Document()
    for text in ("Apologies were received.", "The minutes were agreed."):
        word.add_paragraph(text, style="List Number")
    assert _texts(_read(tmp_path, word)) == ["1. Apologies were received.", "2. The minutes were agreed."]


def test_a_header_with_draft_is_noted_and_no_passage(tmp_path: Path) -> None:
    word = docx.Document()
    word.sections[0].header.paragraphs[0].text = "DRAFT"
    word.add_paragraph("A first draft of the plan was read by the members.")
    reading = _read(tmp_path, word)
    assert reading.notes == ("the page header or footer says “DRAFT”",)
    assert _texts(reading, Furniture.RUNNING_LINE) == ["DRAFT"]


def test_a_draft_that_the_text_speaks_of_is_not_noted(tmp_path: Path) -> None:
    word = docx.Document()
    word.sections[0].header.paragraphs[0].text = "Scrutiny board"
    word.add_paragraph("A draft of the plan was read by the members.")
    assert not _read(tmp_path, word).notes


def test_column_heads_stand_above_each_row_and_end_with_the_table(tmp_path: Path) -> None:
    word = docx.Document()
    rows = (("", "2024 grade", "2021 grade"), ("Children in care", "", "Inadequate"), ("Care leavers", "Good", ""))
    table = word.add_table(3, 3)
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    word.add_paragraph("Members welcomed the report of the director.")
    _, passages = gather_passages(_read(tmp_path, word).pages)
    assert [(passage.text, passage.headings) for passage in passages] == [
        ("Children in care | | Inadequate", ("| 2024 grade | 2021 grade",)),
        ("Care leavers | Good |", ("| 2024 grade | 2021 grade",)),
        ("Members welcomed the report of the director.", ()),
    ]


def test_a_merged_cell_is_said_once(tmp_path: Path) -> None:
    word = docx.Document()
    table = word.add_table(3, 3)
    table.cell(0, 1).merge(table.cell(0, 2)).text = "Caseload"
    for at, text in enumerate(("Team", "", "")):
        table.cell(0, at).text = text or table.cell(0, at).text
    for row, texts in enumerate((("", "2024", "2025"), ("Duty", "19", "17")), 1):
        for column, text in enumerate(texts):
            table.cell(row, column).text = text
    lines = [line.text for line in _read(tmp_path, word).pages[0]]
    assert lines == ["Team | Caseload |", "| 2024 | 2025", "Duty | 19 | 17"]


def test_a_part_too_large_is_refused(tmp_path: Path) -> None:
    word = docx.Document()
    word.save(str(tmp_path / "paper.docx"))
    with zipfile.ZipFile(tmp_path / "paper.docx", "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/comments.xml", b" " * (41 * 2**20))
    with pytest.raises(ReadError, match="unpacks to a part of 41 MB"):
        read_pages(tmp_path / "paper.docx")


def test_other_archives_are_named(tmp_path: Path) -> None:
    for part, said in (("ppt/presentation.xml", "PowerPoint"), ("notes.txt", "unpack it")):
        file = BytesIO()
        with zipfile.ZipFile(file, "w") as archive:
            archive.writestr(part, "x")
        (tmp_path / "paper.docx").write_bytes(file.getvalue())
        with pytest.raises(ReadError, match=said):
            read_pages(tmp_path / "paper.docx")
