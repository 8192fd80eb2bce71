"""References in files open the page in Kloe and the published address, and name the licence once."""

import csv
import io
from datetime import date

import docx
from docx.document import Document as Word

from app.exports import answer_csv, answer_docx, briefing_docx, conversation_docx
from app.schemas import AnswerBody
from ingest import Kind
from qa import Answer, Scope
from tests.qa.answer.made import cited, record, refused
from tests.qa.briefings.made import briefing

SITE = "https://kloe.example.org"
LICENCE = "Contains public sector information licensed under the Open Government Licence v3.0."
ADDRESS = "https://files.ofsted.gov.uk/v1/file/50285308"


def answered() -> AnswerBody:
    held = record(kind=Kind.ILACS, authorities=("Bedford",), published=date(2025, 8, 27))
    other = record(id="d2", kind=Kind.MINUTES)
    citations = (cited(1, "Plans are late.", held), cited(2, "So are visits.", held), cited(3, "Noted.", other))
    return AnswerBody.of(Answer("Are plans late?", Scope(), citations, (), "", lead="Yes."))


def read(written: bytes) -> Word:
    return docx.Document(io.BytesIO(written))


def addresses(word: Word) -> list[str]:
    return [
        link.address + (f"#{link.fragment}" if link.fragment else "")
        for line in word.paragraphs
        for link in line.hyperlinks
    ]


def test_references_in_word_are_links() -> None:
    body = answered()
    word = read(answer_docx(body, site=SITE))
    pages = [f"{SITE}{citation.url}" for citation in body.citations]
    licence = body.citations[0].licence_url
    assert addresses(word) == [pages[0], ADDRESS, pages[1], ADDRESS, pages[2], licence]
    text = [line.text for line in word.paragraphs]
    assert text.count(LICENCE) == 1
    assert f"[1]\t{body.citations[0].reference}. Published at {ADDRESS}." in text
    assert f"[3]\t{body.citations[2].reference}. marlbridge/report.pdf" in text


def test_without_a_server_only_published_addresses_are_links() -> None:
    assert set(addresses(read(answer_docx(answered())))) == {ADDRESS, answered().citations[0].licence_url}


def test_a_spreadsheet_has_a_column_for_each() -> None:
    text = answer_csv(answered(), SITE).removeprefix("\ufeff")
    first, _, last = csv.DictReader(io.StringIO(text, newline=""))
    assert (first["published at"], first["retrieved"], first["licence"]) == (ADDRESS, "", LICENCE)
    assert first["link"].startswith(f"{SITE}/?view=page&document=d1")
    assert (last["published at"], last["licence"]) == ("", "")


def test_a_conversation_is_one_file_with_each_question_above_its_answer() -> None:
    word = read(conversation_docx([answered(), AnswerBody.of(refused())], date(2026, 3, 2), SITE))
    headings = [line.text for line in word.paragraphs if line.style.name == "Heading 1"]
    assert headings == ["Are plans late?", refused().question]
    assert [line.text for line in word.paragraphs if line.style.name == "Heading 2"].count("References") == 2


def test_a_briefing_in_word_links_each_place() -> None:
    links = addresses(read(briefing_docx(briefing(), site=SITE)))
    assert links
    assert all(link.startswith(f"{SITE}/?view=page&") for link in links)
