"""Saving quotations and searches, in a real browser."""

import io
from pathlib import Path
from typing import Any

import docx
import pytest

from app.access.users import Right, add_user
from index import Index, update
from tests.axe import violations
from tests.browser.serving import opened_page, serving
from tests.browser.steps import ask
from tests.conftest import SAMPLE, WordEmbedder

QUESTION = "What did Ofsted say about management oversight in Marlbridge in 2022?"
LISTED = "#saved .kloe-saved[data-link]"
PASSWORD = "long enough"


def press(page: Any, button: Any) -> None:
    """Press a button that saves, with the keyboard."""
    box = button.bounding_box()
    assert min(box["width"], box["height"]) >= 44
    button.focus()
    page.keyboard.press("Enter")
    page.wait_for_function("button => button.getAttribute('aria-pressed') === 'true'", arg=button.element_handle())


def saved_word(page: Any) -> str:
    with page.expect_download() as download:
        page.get_by_role("button", name="Save as Word").click()
    word = docx.Document(io.BytesIO(download.value.path().read_bytes()))
    return "\n".join(paragraph.text for paragraph in word.paragraphs)


def test_a_quotation_is_saved_by_keyboard_listed_and_exported(page: Any) -> None:
    ask(page, QUESTION)
    quote = page.locator("#answer blockquote").first.inner_text().split("”")[0].removeprefix("“")
    press(page, page.locator("#answer .kloe-save").first)
    page.reload()
    page.wait_for_selector("#answer .kloe-save[aria-pressed=true]")
    page.get_by_role("tab", name="Saved").focus()
    page.keyboard.press("Enter")
    page.wait_for_selector(LISTED)
    assert quote in page.inner_text("#saved blockquote")
    reference = page.locator("#saved .kloe-kept a").inner_text()
    assert violations(page) == []
    words = saved_word(page)
    assert f"“{quote}”\u00a0[1]" in words
    assert f"[1]\t{reference}." in words
    page.locator("#saved .kloe-kept a").click()
    page.wait_for_selector("#documents .kloe-passage mark")


def test_what_is_saved_can_be_removed_and_what_is_gone_is_said(page: Any) -> None:
    page.goto(page.url.split("?")[0] + "?view=search&q=caseloads+in+Marlbridge&year=2022")
    page.wait_for_selector("#results .kloe-results")
    press(page, page.locator("#results li .kloe-save").first)
    press(page, page.get_by_role("button", name="Save this search"))
    page.evaluate(
        """() => {
          const saved = JSON.parse(localStorage.getItem('kloe-saved'));
          const item = {type: 'quotation', document: '0123456789abcdef', spans: [{page: 3, start: 0, end: 9}]};
          localStorage.setItem('kloe-saved', JSON.stringify([...saved, {id: 'old', item}, {id: '<b>', item: 'words'}]));
        }"""
    )
    page.get_by_role("tab", name="Saved").click()
    page.wait_for_selector(LISTED)
    assert [text.split("Remove")[0].strip() for text in page.locator("#saved .kloe-gone").all_inner_texts()] == [
        "A quotation from page 3 of a document that is no longer in the index, or that a newer version has replaced.",
        "Something that was saved cannot be read.",
    ]
    feed = page.get_by_role("link", name="Feed of new findings").last.evaluate("link => link.href")
    assert page.request.get(feed).headers["content-type"] == "application/atom+xml"
    assert "no longer in the index" in saved_word(page)
    for left in (3, 2, 1, 0):
        page.locator("#saved [data-remove]").first.click()
        page.wait_for_function(f"document.querySelectorAll('#saved [data-remove]').length === {left}")
    page.get_by_text("Nothing is saved yet").wait_for()
    page.wait_for_function("document.activeElement.id === 'saved-heading'")
    page.go_back()
    page.wait_for_selector("#results .kloe-save")
    assert not page.locator("#results [aria-pressed=true]").count()


def sign_in(page: Any, name: str) -> None:
    page.fill("#name", name)
    page.fill("#password", PASSWORD)
    page.click("button[type=submit]")


def test_where_people_sign_in_each_has_a_list_of_their_own(browser: Any, tmp_path: Path) -> None:
    update(Index(tmp_path / "index", WordEmbedder()), [SAMPLE / "inspections"], tmp_path / "cache")
    for name in ("sam", "alex"):
        add_user(tmp_path / "users", name, [Right.READ], PASSWORD)
    with serving(tmp_path) as address:
        with opened_page(browser, address) as page:
            sign_in(page, "sam")
            page.wait_for_selector(".kloe-start")
            ask(page, QUESTION)
            press(page, page.locator("#answer .kloe-save").first)
            assert page.evaluate("localStorage.getItem('kloe-saved')") is None
        with opened_page(browser, f"{address}?view=saved") as page:
            sign_in(page, "sam")
            page.get_by_text("Kloe keeps this list for sam").wait_for()
            assert page.locator("#saved blockquote").count() == 1
            page.locator("#saved [data-remove]").click()
            page.get_by_text("Nothing is saved yet").wait_for()
        with opened_page(browser, f"{address}?view=saved") as page:
            sign_in(page, "alex")
            page.get_by_text("Kloe keeps this list for alex").wait_for()
            assert not page.locator("#saved blockquote").count()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_grave_in_an_empty_list(browser: Any, address: str, scheme: str) -> None:
    with opened_page(
        browser, f"{address}?view=saved", viewport={"width": 390, "height": 850}, color_scheme=scheme
    ) as page:
        page.wait_for_selector(LISTED)
        assert violations(page) == []
