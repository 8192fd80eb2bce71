"""A council's own page, in a real browser: chosen by keyboard, remembered, forgotten, printed, and offered to a question."""

import io
from typing import Any

from pypdf import PdfReader

from tests.axe import violations
from tests.browser.serving import opened_page
from tests.browser.steps import answered, ask

SHOWN = "#answer .kloe-council[data-announce]"
WHICH = "What was the overall grade at the last inspection?"


def choose(page: Any, name: str) -> None:
    """Type a council's name into the chooser of the start page, and press Enter."""
    page.focus("#council-name")
    page.keyboard.type(name)
    page.keyboard.press("Enter")
    page.wait_for_selector(SHOWN)


def test_a_council_is_chosen_by_keyboard_remembered_and_forgotten(page: Any, address: str) -> None:
    assert page.locator("#council-name-names option").count() > 150
    choose(page, "marlbridge council")
    assert page.inner_text("#council-heading") == "Marlbridge"
    assert "view=council&name=Marlbridge" in page.url
    assert "Questions that a member may ask" in page.inner_text(SHOWN)
    assert violations(page) == []
    page.goto(address)
    page.wait_for_selector(SHOWN)
    assert page.inner_text("#council-heading") == "Marlbridge"
    page.click("#council-all")
    page.wait_for_selector(".kloe-start")
    assert page.inner_text("#council-remembered") == "Go to Marlbridge"
    page.click("[data-forget]")
    page.goto(address)
    page.wait_for_selector(".kloe-start")
    assert not page.locator("[data-remembered]").is_visible()


def test_a_question_that_names_no_council_offers_the_one_remembered_first(page: Any) -> None:
    choose(page, "Westhaven")
    ask(page, WHICH)
    assert page.locator("#ask-authority-names option").count() > 1
    page.click("#ask-remembered")
    page.wait_for_selector("#answer .kloe-turn[data-link] .kloe-chip:has-text('Westhaven')")
    assert page.inner_text("#answer .kloe-turn h2") == WHICH


def test_a_question_asked_before_the_first_view_is_not_lost_to_the_council_remembered(page: Any, address: str) -> None:
    choose(page, "Westhaven")
    page.goto(address)
    question = "What needs to improve in Marlbridge?"
    page.fill("#question textarea", question)
    page.press("#question textarea", "Enter")
    answered(page, question)


def test_a_council_prints_on_two_sheets(page: Any, address: str) -> None:
    page.goto(f"{address}?view=council&name=Westhaven")
    page.wait_for_selector(SHOWN)
    sheets = [sheet.extract_text() for sheet in PdfReader(io.BytesIO(page.pdf(format="A4"))).pages]
    assert 1 <= len(sheets) <= 2
    assert sheets[0].startswith("Westhaven")
    assert "Choose another council" not in "".join(sheets)


def test_on_a_narrow_screen_an_unknown_name_is_explained(browser: Any, address: str) -> None:
    with opened_page(browser, address, viewport={"width": 320, "height": 700}) as page:
        page.wait_for_selector(".kloe-start")
        choose(page, "Marlbrige")
        page.goto(f"{address}?view=council&name=Northmere")
        page.wait_for_selector("#answer .kloe-council .kloe-note")
        assert "Northmere" in page.inner_text("#answer .kloe-note")
