"""Each view has an address that gives it again."""

from typing import Any
from urllib.parse import quote

import pytest

from app.documents.links import marked_link
from index import Index
from qa import find, parse
from tests.browser.serving import opened_page

VIEWS = {
    "?view=ask&q=How%20good%20was%20supervision%20in%20Marlbridge%3F&scope=set&year=2022": "#answer blockquote",
    "?view=ask&q=management%20oversight&authority=Westhaven": "#answer blockquote",
    "?view=search&q=caseloads&authority=Marlbridge&stance=strength": "#results .kloe-found",
    "?view=documents&authority=Ashcombe": ".kloe-timeline",
    "?view=nowhere": "#answer .kloe-refusal",
    "?view=page&document=0000000000000000&page=1": "#documents .kloe-refusal",
    "?view=ask&q=x&year=soon": "#answer .kloe-refusal",
    "?view=search&q=x&kind=poem": "#results .kloe-refusal",
}


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("view", VIEWS)
def test_an_address_gives_its_view(browser: Any, address: str, view: str, width: int) -> None:
    with opened_page(browser, address + view, viewport={"width": width, "height": 850}) as page:
        page.wait_for_selector(VIEWS[view])


@pytest.mark.parametrize("width", [1280, 390])
def test_the_link_to_a_page_shows_it_with_the_words_marked(
    browser: Any, address: str, index: Index, width: int
) -> None:
    result = find(index, parse(index, "caseloads in Marlbridge in 2022"))[0]
    link = marked_link(result.record, result.passage.page, result.passage.spans)
    with opened_page(browser, address.rstrip("/") + link, viewport={"width": width, "height": 850}) as page:
        page.wait_for_selector("#documents .kloe-passage mark")
        marked = " ".join(page.locator("#documents .kloe-passage mark").all_inner_texts())
        assert marked == result.passage.text
        page.wait_for_function("document.querySelector('#documents figure img').naturalWidth > 0")


def test_the_copied_link_of_an_answer_gives_the_answer(page: Any, browser: Any) -> None:
    question = "How good was supervision in Marlbridge in 2022?"
    page.goto(f"{page.url.split('?')[0]}?view=ask&q={quote(question)}")
    page.get_by_role("button", name="Copy link").first.wait_for()
    page.locator("#answer").get_by_role("button", name="Copy link").click()
    page.get_by_role("button", name="Copied").wait_for()
    answer = page.locator("#answer blockquote").all_inner_texts()
    with opened_page(browser, page.evaluate("navigator.clipboard.readText()")) as other:
        other.wait_for_selector("#answer .kloe-turn[data-link]")
        assert other.locator("#answer blockquote").all_inner_texts() == answer


def test_what_a_link_says_stays_text(browser: Any, address: str) -> None:
    evil = "<img src=x onerror=\"document.title='taken'\">"
    for view in ("ask", "search", "documents"):
        with opened_page(browser, f"{address}?view={view}&q={quote(evil)}&authority={quote(evil)}") as page:
            page.wait_for_selector("#answer article, #results section, #documents article, .kloe-refusal")
            assert page.title() != "taken"
            assert page.locator("img[src=x]").count() == 0
