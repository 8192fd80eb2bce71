"""The page for people who use it with the keyboard, at twice the size, in the dark, or while the model still loads."""

from pathlib import Path
from typing import Any

import pytest

from index import Index, update
from tests.browser.serving import opened_page, serving
from tests.browser.steps import ANSWERED, ask, go_to_tab
from tests.conftest import SAMPLE, WordEmbedder

VIEWS = {
    "": ".kloe-start",
    "?view=ask&q=How%20good%20was%20supervision%20in%20Marlbridge%3F": f"{ANSWERED} .kloe-cite",
    "?view=ask&q=supervision%20in%20Marlbridge%20in%202012": ".kloe-refusal",
    "?view=ask&q=how%20many%20learn%20the%20trombone%20in%20Marlbridge": ".kloe-nearest",
    "?view=search&q=caseloads&year=2022": "#results .kloe-found",
    "?view=documents&authority=Marlbridge": ".kloe-timeline",
}

# Each element must look different while it has the keyboard focus.
FOCUS_SHOWN = """() => {
  const style = getComputedStyle(document.activeElement);
  return (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2) || style.boxShadow !== 'none';
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_focus_is_seen_wherever_it_is(browser: Any, address: str, scheme: str) -> None:
    with opened_page(browser, address, viewport={"width": 1280, "height": 850}, color_scheme=scheme) as page:
        for view, shown in VIEWS.items():
            page.goto(address + view)
            page.wait_for_selector(shown)
            for _ in range(25):
                page.keyboard.press("Tab")
                if page.evaluate("document.activeElement !== document.body"):
                    assert page.evaluate(FOCUS_SHOWN), page.evaluate("document.activeElement.outerHTML.slice(0, 200)")


def test_at_twice_the_size(browser: Any, address: str) -> None:
    with opened_page(browser, address, viewport={"width": 640, "height": 425}, device_scale_factor=2) as page:
        page.wait_for_selector(".kloe-start")
        ask(page, "How good was supervision in Marlbridge in 2022?")
        page.locator("#answer .kloe-cite").first.click()
        page.wait_for_function("document.activeElement.matches('#source h2')")
        go_to_tab(page, "Documents")
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_the_page_can_be_used_while_the_model_loads(browser: Any, tmp_path: Path) -> None:
    index = Index(tmp_path / "index", WordEmbedder())
    update(index, [SAMPLE / "minutes"], tmp_path / "cache")
    ready = tmp_path / "ready"
    with serving(tmp_path, ready) as address, opened_page(browser, address) as page:
        page.wait_for_selector(".kloe-start")
        starting = page.locator("#kloe-starting")
        starting.get_by_text("Kloe is starting. The model is being loaded. (Step 2 of 4.)").wait_for()
        go_to_tab(page, "Documents")
        assert page.locator(".kloe-table tbody tr").count() == 4
        go_to_tab(page, "Ask")
        page.fill("#question textarea", "What was said about caseloads in Marlbridge?")
        page.click("#ask-button")
        page.locator(".kloe-busy", has_text="Searching 1 document").wait_for()
        starting.get_by_text("Your question is answered when that is done.").wait_for()
        page.fill("#question textarea", "And in 2022?")
        ready.touch()
        page.wait_for_selector(ANSWERED)
        starting.wait_for(state="hidden")
        page.wait_for_timeout(500)
        assert page.input_value("#question textarea") == "And in 2022?", "what is typed meanwhile stays"


def test_what_is_typed_before_the_first_draw_stays(browser: Any, address: str) -> None:
    with opened_page(browser, address) as page:
        page.fill("#question textarea", "How good")
        page.wait_for_selector(".kloe-start")
        page.wait_for_timeout(500)
        assert page.input_value("#question textarea") == "How good"
