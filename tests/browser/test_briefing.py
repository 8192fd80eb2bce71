"""Briefings, in a real browser: from an authority's documents to two printed sheets, a file and the page of a quotation."""

import io
from typing import Any
from unicodedata import normalize

import docx
from pypdf import PdfReader

from tests.axe import violations
from tests.browser.steps import go_to_tab

MADE = "#findings .kloe-briefing[data-link] .kloe-references"


def test_a_briefing_is_opened_from_the_documents_and_saved(page: Any) -> None:
    go_to_tab(page, "Documents")
    page.select_option("#documents-authority", "Marlbridge")
    page.click("#documents-show")
    page.get_by_role("link", name="Briefing on Marlbridge").first.click()
    page.wait_for_selector(MADE)
    page.wait_for_function("document.activeElement.id === 'briefing-heading'")
    assert violations(page) == []
    with page.expect_download() as download:
        page.get_by_role("link", name="Word").click()
    assert download.value.suggested_filename == "Marlbridge-briefing-for-members.docx"
    assert docx.Document(str(download.value.path())).paragraphs[0].text == "Marlbridge: briefing for members"
    number = page.locator("#findings .kloe-briefing .kloe-cite").last
    number.focus()
    page.keyboard.press("Enter")
    page.wait_for_function("document.activeElement.matches('#findings-source h2')")
    page.keyboard.press("Escape")
    page.wait_for_function("document.activeElement.matches('.kloe-briefing .kloe-cite')")


def test_a_briefing_prints_on_two_sheets_and_nothing_else_with_it(page: Any, address: str) -> None:
    page.goto(f"{address}?view=brief&authority=Marlbridge")
    page.wait_for_selector(MADE)
    page.evaluate("window.print = () => { document.title = 'printed'; }")
    page.click("#brief-print")
    assert page.title() == "printed"
    printed = PdfReader(io.BytesIO(page.pdf(format="A4"))).pages
    sheets = [normalize("NFKC", sheet.extract_text()) for sheet in printed]  # a font may join "fi" in one sign
    assert 1 <= len(sheets) <= 2
    assert sheets[0].startswith("Marlbridge: briefing for members")
    assert "Key lines of enquiry" in "".join(sheets)
    assert "References" in sheets[-1]
    assert not {"Documents", "Print", "Make the briefing"} & set("\n".join(sheets).splitlines())


def test_an_unknown_authority_is_explained(page: Any, address: str) -> None:
    page.goto(f"{address}?view=brief")
    page.fill("#brief-authority", "Atlantis")
    page.keyboard.press("Enter")
    page.wait_for_selector("#findings .kloe-briefing[data-link] .kloe-note")
    assert "Atlantis" in page.inner_text("#findings .kloe-note")
