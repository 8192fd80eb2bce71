"""Signing in, signing out, a right that is refused, and a document removed, by keyboard alone."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from app.access.users import Right, add_user
from index import Index, update
from tests.axe import violations
from tests.browser.serving import opened_page, serving
from tests.conftest import SAMPLE, WordEmbedder

PASSWORD = "long enough"
RECORD = "#documents .kloe-record"


@pytest.fixture(scope="module")
def closed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Index]]:
    """The address of pages that people sign in to, and the index behind them."""
    folder = tmp_path_factory.mktemp("closed")
    index = Index(folder / "index", WordEmbedder())
    update(index, [SAMPLE / "inspections"], folder / "cache")
    add_user(folder / "users", "sam", [Right.READ], PASSWORD)
    add_user(folder / "users", "alex", list(Right), PASSWORD)
    with serving(folder) as address:
        yield address, index


@pytest.fixture(params=[(1280, "light"), (390, "dark")], ids=["wide", "narrow-and-dark"])
def page(browser: Any, closed: tuple[str, Index], request: pytest.FixtureRequest) -> Iterator[Any]:
    width, scheme = request.param
    with opened_page(browser, closed[0], viewport={"width": width, "height": 850}, color_scheme=scheme) as page:
        page.set_default_timeout(30_000)
        page.wait_for_selector("h1")
        yield page


def sign_in(page: Any, name: str, password: str = PASSWORD) -> None:
    """Fill in the form by keyboard."""
    page.locator("#name").focus()
    page.keyboard.press("Control+A")
    page.keyboard.type(name)
    page.keyboard.press("Tab")
    page.keyboard.type(password)
    page.keyboard.press("Enter")


def tab_to(page: Any, words: str) -> None:
    """Press Tab until the element with these words has the focus."""
    for _ in range(80):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.textContent.trim()") == words:
            return
    raise AssertionError(f"Tab never reaches {words!r}")


def test_a_person_signs_in_and_out(page: Any) -> None:
    assert page.title() == "Sign in – Kloe"
    assert violations(page) == []
    sign_in(page, "sam", "a wrong password")
    page.get_by_role("alert").get_by_text("not right").wait_for()
    assert page.input_value("#name") == "sam"
    assert violations(page) == []
    sign_in(page, "sam")
    page.get_by_text("Signed in as sam").wait_for()
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    assert "kloe_session" not in page.evaluate("document.cookie")
    tab_to(page, "Sign out")
    page.keyboard.press("Enter")
    page.wait_for_selector("#password")
    page.go_back()
    page.wait_for_selector("#password")


def test_after_signing_in_the_page_that_was_asked_for_opens(page: Any, closed: tuple[str, Index]) -> None:
    page.goto(f"{closed[0]}?view=search&q=caseloads")
    sign_in(page, "sam")
    page.wait_for_selector("#results .kloe-found")


def test_who_is_signed_out_meanwhile_is_told_so(page: Any, closed: tuple[str, Index]) -> None:
    sign_in(page, "sam")
    page.get_by_text("Signed in as sam").wait_for()
    page.context.clear_cookies()
    page.locator("#question input, #question textarea").fill("How good was supervision?")
    page.keyboard.press("Enter")
    page.get_by_role("link", name="Sign in again").wait_for()
    page.get_by_role("link", name="Sign in again").press("Enter")
    page.wait_for_selector("#password")


def test_who_may_not_remove_is_not_offered_it_and_is_refused(page: Any, closed: tuple[str, Index]) -> None:
    address, index = closed
    record = index.catalogue.records()[0]
    sign_in(page, "sam")
    page.get_by_text("Signed in as sam").wait_for()
    page.goto(f"{address}?view=document&document={record.id}")
    page.wait_for_selector(RECORD)
    assert not page.get_by_role("link", name="Remove").count()
    page.goto(f"{address}remove/{record.id}")
    page.get_by_text("You do not have permission to remove documents.").wait_for()


def test_an_administrator_removes_a_document(page: Any, closed: tuple[str, Index]) -> None:
    address, index = closed
    sign_in(page, "alex")
    page.get_by_text("Signed in as alex").wait_for()
    record = index.catalogue.records()[0]
    page.goto(f"{address}?view=document&document={record.id}")
    page.wait_for_selector(RECORD)
    tab_to(page, "Remove…")
    page.keyboard.press("Enter")
    page.wait_for_selector("h1:text('Remove this document?')")
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    tab_to(page, "Remove")
    page.keyboard.press("Enter")
    page.wait_for_url("**view=documents*")
    page.wait_for_selector("#documents table, #documents li")
    assert index.catalogue.record(record.id) is None
    files = {source.sha256 for source in index.catalogue.sources().values()}
    update(index, [SAMPLE / "inspections"])
    assert {source.sha256 for source in index.catalogue.sources().values()} == files


def test_the_plain_pages_need_no_script(browser: Any, closed: tuple[str, Index], tmp_path: Path) -> None:
    with opened_page(browser, closed[0], java_script_enabled=False) as page:
        sign_in(page, "alex")
        page.wait_for_url(closed[0])
