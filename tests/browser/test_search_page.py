"""Searching, in a real browser."""

import io
from typing import Any

import docx
import pytest

from tests.browser.serving import opened_page
from tests.browser.steps import go_to_tab

FOUND = "#results .kloe-results"


def search(page: Any, words: str) -> None:
    go_to_tab(page, "Search")
    page.locator("#query textarea").press_sequentially(words)
    page.wait_for_function("words => new URLSearchParams(location.search).get('q') === words", arg=words)
    page.wait_for_selector(FOUND)


def choose(page: Any, facet: str, label: str) -> None:
    page.evaluate("() => document.querySelectorAll('#facets details').forEach((one) => { one.open = true; })")
    page.locator(f"#facet-{facet} button", has_text=label).first.click()
    page.wait_for_selector(f"#facet-{facet} [aria-pressed=true]", state="attached")


def test_results_come_as_one_types_with_the_words_marked(page: Any) -> None:
    search(page, "caseloads in Marlbridge")
    assert "in Marlbridge" in page.inner_text("#results h2")
    assert {mark.lower() for mark in page.locator(f"{FOUND} mark").all_inner_texts()} <= {"caseload", "caseloads"}
    assert page.locator(f"{FOUND} mark").count() > 1
    assert all("Marlbridge" in name for name in page.locator(".kloe-result").all_inner_texts())


def test_a_facet_confines_and_lets_go(page: Any) -> None:
    search(page, "supervision")
    choose(page, "authority", "Westhaven")
    page.wait_for_function("document.querySelector('#results h2').innerText.includes('in Westhaven')")
    assert all("Westhaven" in name for name in page.locator(".kloe-result").all_inner_texts())
    counts = page.locator("#facet-authority .kloe-count")
    assert counts.count() == 3  # the other authorities can still be put in
    choose(page, "stance", "Needs to improve")
    page.wait_for_function(
        "document.querySelectorAll('.kloe-results .kloe-tag').length === document.querySelectorAll('.kloe-result').length"
    )
    page.reload()
    page.wait_for_selector(FOUND)
    assert all("Westhaven" in name for name in page.locator(".kloe-result").all_inner_texts())
    page.evaluate("() => document.querySelectorAll('#facets details').forEach((one) => { one.open = true; })")
    page.get_by_role("link", name="Clear all filters").click()
    page.wait_for_function("!document.querySelector('#results h2').innerText.includes('Westhaven')")
    assert page.input_value("#query textarea") == "supervision"


def test_counts_follow_the_words_and_values_are_chosen_by_keyboard(page: Any) -> None:
    search(page, "caseloads in Marlbridge")
    assert "a passage with “caseloads”" in page.locator("#facets-covered").text_content()
    for part in ("facets-all", "facet-kind", "facet-days"):  # as a person opens them, so that they stay open
        if not page.evaluate("id => document.getElementById(id).open", part):
            page.locator(f"#{part} > summary").click()
    kind = page.locator("#facet-kind button").first
    name, count = kind.get_attribute("id"), int(kind.locator(".kloe-count").inner_text())
    assert kind.get_attribute("aria-label").endswith(f", {count} document{'' if count == 1 else 's'}")
    kind.focus()
    page.keyboard.press("Space")
    page.wait_for_selector(f"#{name}[aria-pressed=true]")
    assert page.evaluate("document.activeElement.id") == name
    assert f"{count} document" in page.locator("#facets-covered").text_content()
    page.keyboard.press("Enter")
    page.wait_for_selector(f"#{name}[aria-pressed=false]")
    page.locator("#facet-since").fill("2022-01-01")
    assert "since" not in page.url
    page.locator("#facet-days-apply").click()
    page.wait_for_function("location.search.includes('since=2022-01-01')")
    page.locator("#results h2", has_text="1 January 2022 or later").wait_for()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_the_newest_can_come_first(page: Any) -> None:
    search(page, "supervision")
    page.get_by_role("link", name="Newest first").click()
    page.wait_for_function("document.querySelector('#sort-date')?.getAttribute('aria-current') === 'true'")
    assert "2025" in page.locator(".kloe-result").first.inner_text()


def test_a_result_opens_its_page_and_the_list_is_saved(page: Any) -> None:
    search(page, "caseloads")
    text = page.locator(f"{FOUND} li > p:last-child").first.inner_text()
    page.locator(".kloe-result").first.click()
    page.wait_for_selector("#search-source .kloe-passage")
    assert page.inner_text("#search-source .kloe-passage").endswith(text)
    with page.expect_download() as saved:
        page.get_by_role("link", name="Save as Word").last.click()
    word = docx.Document(io.BytesIO(saved.value.path().read_bytes()))
    assert text in "\n".join(paragraph.text for paragraph in word.paragraphs)


def test_nothing_found_is_said(page: Any) -> None:
    search(page, "caseloads in ")
    page.locator("#query textarea").press_sequentially("Marlbridge in 2012")
    page.locator("#results", has_text="2012").wait_for()  # each letter typed searches, so earlier words show first
    assert not page.locator("#results .kloe-results").count()


@pytest.mark.parametrize(("width", "is_open"), [(1280, True), (390, False)])
def test_filters_are_folded_where_there_is_little_room(browser: Any, address: str, width: int, is_open: bool) -> None:
    link = f"{address}?view=search&q=supervision&year=2022"
    with opened_page(browser, link, viewport={"width": width, "height": 850}) as page:
        page.wait_for_selector(FOUND)
        page.wait_for_timeout(300)
        assert page.evaluate("document.getElementById('facets-all').open") is is_open
        page.locator("#facets-all > summary").click()
        page.fill("#query textarea", "supervision of social workers")
        page.wait_for_function(
            "document.querySelector('#results mark')?.innerText && location.search.includes('workers')"
        )
        assert page.evaluate("document.getElementById('facets-all').open") is not is_open, "as the person left it"
