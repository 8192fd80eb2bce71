"""A briefing as a Word document, opened again."""

import io
from datetime import date

import docx
import pytest
from docx.shared import Cm

from app.exports import briefing_docx
from qa.briefings import Briefing
from tests.qa.answer.made import LIST
from tests.qa.briefings.made import briefing

MADE = date(2026, 3, 2)


def opened(made: Briefing) -> list[str]:
    return [paragraph.text for paragraph in docx.Document(io.BytesIO(briefing_docx(made, MADE))).paragraphs]


def test_a_briefing_in_word_has_its_sections_quotations_and_references() -> None:
    written = opened(briefing())
    assert written[:2] == ["Marlbridge: briefing for members", "Made with Kloe on 2 March 2026."]
    assert "Where it stands" in written
    assert "In 2022: good [1]" in written
    lead_in, *items, last = LIST.split("\n")
    assert f"2022: “{lead_in}" in written
    assert all(item in written for item in items)
    assert f"{last}”\u00a0[2]" in written
    assert "1. What has been done?" in written
    assert "[2], quoted above" in written
    assert any("[1] paragraph 12, page 2; [2]" in line and "marlbridge/report.pdf" in line for line in written)


def test_a_briefing_in_word_is_a4_with_small_margins() -> None:
    section = docx.Document(io.BytesIO(briefing_docx(briefing(), MADE))).sections[0]
    assert (section.page_width, section.page_height) == (
        pytest.approx(Cm(21), rel=0.01),
        pytest.approx(Cm(29.7), rel=0.01),
    )
    assert section.left_margin == pytest.approx(Cm(1.5), rel=0.01)


def test_what_word_cannot_hold_is_left_out() -> None:
    assert "“\x1b[31mred\x00”" not in " ".join(opened(briefing("\x1b[31mred\x00", place="A\x0bB")))


def test_without_a_briefing_the_document_says_why() -> None:
    assert opened(Briefing("Atlantis", explanation="Kloe knows of no Atlantis."))[-1] == "Kloe knows of no Atlantis."
