"""Findings, in a real browser: precedents, one authority over time and comparisons, with the keyboard."""

from typing import Any
from urllib.parse import urlencode

import pytest

from tests.axe import violations
from tests.browser.serving import opened_page
from tests.browser.steps import ask

SHOWN = "#findings .kloe-findings[data-link]"
FINDING = "Management oversight is weak"
VIEWS: dict[str, dict[str, Any]] = {
    "precedents": {"finding": FINDING, "own": "Westhaven"},
    "trajectory": {"authority": "Westhaven", "subject": "management oversight"},
    "compare": {"authority": ["Marlbridge", "Westhaven"], "subject": "supervision"},
}


def address_of(view: str) -> str:
    return f"?{urlencode({'view': view, **VIEWS[view]}, doseq=True)}"


def press(page: Any, element: Any) -> None:
    """Press Enter on an element that a person reaches with the Tab key."""
    element.focus()
    page.keyboard.press("Enter")


def fill_by_keyboard(page: Any, box: str, words: str) -> None:
    page.locator(box).focus()
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.type(words)


def follow_a_quotation(page: Any, within: str) -> None:
    """Open the page of a view's first quotation, and come back to it."""
    place = page.locator(f"{within} a.kloe-place").first
    quote = page.locator(f"{within} blockquote").first.inner_text().partition("“")[2].partition("”")[0]
    press(page, place)
    page.wait_for_function("document.activeElement.matches('#findings-source h2')")
    marks = page.locator("#findings-source .kloe-passage mark").all_inner_texts()
    assert " ".join(" ".join(marks).split()) == " ".join(quote.split())
    page.keyboard.press("Escape")
    page.wait_for_function("document.activeElement.matches('a.kloe-place')")


def test_precedents_by_keyboard(page: Any) -> None:
    press(page, page.get_by_role("tab", name="Findings"))
    page.wait_for_selector(SHOWN)
    fill_by_keyboard(page, "#precedents-finding", FINDING)
    fill_by_keyboard(page, "#precedents-own", "Westhaven")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "precedents-better-1"
    press(page, page.locator("#precedents-find"))
    page.wait_for_selector("#findings .kloe-precedents")
    assert page.evaluate("document.activeElement.id") == "precedents-find"
    names = page.locator(".kloe-precedents h4").all_inner_texts()
    assert names
    assert all("Westhaven" not in name for name in names)
    assert "What happened next: Better" in page.inner_text(".kloe-precedents")
    follow_a_quotation(page, ".kloe-precedents")
    press(page, page.get_by_role("link", name="Newest first"))
    page.wait_for_function("document.querySelector('#precedents-sort-date')?.getAttribute('aria-current') === 'true'")
    page.go_back()
    page.wait_for_function(
        "document.querySelector('#precedents-sort-closeness')?.getAttribute('aria-current') === 'true'"
    )
    page.reload()
    page.wait_for_selector("#findings .kloe-precedents")
    assert page.input_value("#precedents-finding") == FINDING


def test_one_authority_over_time_by_keyboard(page: Any) -> None:
    press(page, page.get_by_role("tab", name="Findings"))
    page.wait_for_selector(SHOWN)
    press(page, page.locator("#findings-trajectory"))
    page.wait_for_selector("#trajectory-authority")
    fill_by_keyboard(page, "#trajectory-authority", "Westhaven")
    fill_by_keyboard(page, "#trajectory-subject", "management oversight")
    page.keyboard.press("Enter")
    page.wait_for_selector(f"{SHOWN} .kloe-tracker")
    assert page.locator("#findings .kloe-timeline svg:visible").count() == 1
    follow_a_quotation(page, ".kloe-moments")
    press(page, page.locator(".kloe-tracker .kloe-who").first)
    page.wait_for_selector("#findings #precedents-finding")
    page.wait_for_function("document.activeElement.id === 'findings-heading'")
    assert page.input_value("#precedents-own") == "Westhaven"
    page.go_back()
    page.wait_for_selector(f"{SHOWN} .kloe-tracker")


def test_a_comparison_by_keyboard(page: Any) -> None:
    press(page, page.get_by_role("tab", name="Findings"))
    page.wait_for_selector(SHOWN)
    press(page, page.locator("#findings-compare"))
    page.wait_for_selector("#compare-authority-1")
    fill_by_keyboard(page, "#compare-authority-1", "Marlbridge")
    page.keyboard.press("Tab")
    page.keyboard.type("Westhaven")
    fill_by_keyboard(page, "#compare-subject", "supervision")
    page.keyboard.press("Enter")
    page.wait_for_selector("#findings .kloe-facing")
    left, right = (side.bounding_box() for side in page.locator(".kloe-facing > div").all())
    is_wide = page.viewport_size["width"] > 700
    assert (left["x"] < right["x"]) is is_wide
    assert (left["y"] < right["y"]) is not is_wide
    follow_a_quotation(page, ".kloe-facing")


def test_from_a_quotation_to_its_precedents(page: Any) -> None:
    ask(page, "What did Ofsted say about management oversight in Marlbridge in 2022?")
    press(page, page.locator("#answer .kloe-who").first)
    page.wait_for_selector(SHOWN)
    assert page.input_value("#precedents-own") == "Marlbridge"
    assert page.input_value("#precedents-finding")
    page.go_back()
    page.wait_for_selector("#answer .kloe-who")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_axe_finds_nothing_grave_in_findings(browser: Any, address: str, width: int, scheme: str) -> None:
    with opened_page(browser, address, viewport={"width": width, "height": 850}, color_scheme=scheme) as page:
        for view in VIEWS:
            for query in (f"?view={view}", address_of(view)):
                page.goto(address + query)
                page.wait_for_selector(SHOWN)
                assert violations(page) == [], query
                excess = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
                assert excess <= 0, query


def test_a_tracker_is_cards_on_a_telephone(browser: Any, address: str) -> None:
    for width, display in ((1280, "table-row"), (390, "block")):
        with opened_page(browser, address + address_of("trajectory"), viewport={"width": width, "height": 850}) as page:
            row = page.locator(".kloe-tracker tbody tr").first
            row.wait_for()
            assert row.evaluate("row => getComputedStyle(row).display") == display


def test_what_a_form_is_sent_stays_text(browser: Any, address: str) -> None:
    evil = "<img src=x onerror=\"document.title='taken'\">"
    for view, box in (("precedents", "finding"), ("trajectory", "authority"), ("compare", "authority")):
        with opened_page(browser, f"{address}?{urlencode({'view': view, box: evil, 'own': evil})}") as page:
            page.wait_for_selector(SHOWN)
            assert page.title() != "taken"
            assert page.locator("img[src=x]").count() == 0
