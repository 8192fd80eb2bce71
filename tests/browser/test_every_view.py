"""Every view at four widths, in light, in dark and in forced colours: axe finds nothing, nothing is cut off or squeezed."""

from typing import Any

import pytest

from tests.axe import violations
from tests.browser.serving import opened_page
from tests.browser.steps import ANSWERED

WIDTHS = (1280, 640, 390, 320)
COLOURS: dict[str, dict[str, Any]] = {
    "light": {"color_scheme": "light", "forced_colors": "none"},
    "dark": {"color_scheme": "dark", "forced_colors": "none"},
    "forced": {"color_scheme": "dark", "forced_colors": "active"},
}
VIEWS = {
    "?": ".kloe-start",
    "?view=council&name=Marlbridge": ".kloe-council[data-link]",
    "?view=ask&q=How%20good%20was%20supervision%20in%20Marlbridge%3F": f"{ANSWERED} .kloe-cite",
    "?view=ask&q=Which%20authorities%20were%20told%20that%20caseloads%20are%20too%20high%3F": ANSWERED,
    "?view=ask&q=How%20many%20authorities%20have%20been%20inspected%3F": ANSWERED,
    "?view=ask&q=How%20good%20is%20my%20council%3F": ".kloe-choose",
    "?view=ask&q=supervision%20in%20Marlbridge%20in%202012": ".kloe-onward",
    "?view=ask&q=how%20many%20learn%20the%20trombone%20in%20Marlbridge": ".kloe-nearest",
    "?view=search&q=caseloads&year=2022": "#results .kloe-found",
    "?view=precedents&finding=Management%20oversight%20is%20weak": ".kloe-precedents",
    "?view=trajectory&authority=Marlbridge&subject=supervision": ".kloe-findings .kloe-tracker",
    "?view=compare&authority=Marlbridge&authority=Northmere&subject=supervision": ".kloe-findings[data-link]",
    "?view=brief&authority=Marlbridge": ".kloe-findings[data-link] h3",
    "?view=documents&authority=Marlbridge": ".kloe-timeline",
    "?view=saved": "#saved article",
}

# axe's moderate faults that come of Gradio's own markup, which Kloe does not write.
OF_GRADIO = ()

# The text of each cell of a table that is laid out in columns, where the cell is narrower than six of its characters.
SQUEEZED = """() => [...document.querySelectorAll('.gradio-container :is(td, th)')].filter((cell) => {
  if (!cell.getClientRects().length || cell.closest('svg, .kloe-hidden') || getComputedStyle(cell).display !== 'table-cell') return false;
  const text = cell.innerText.trim();
  const em = parseFloat(getComputedStyle(cell).fontSize);
  return text.length >= 6 && cell.getBoundingClientRect().width < 6 * em * 0.5;
}).map((cell) => `${cell.getBoundingClientRect().width}px: ${cell.innerText.slice(0, 60)}`)"""
WIDER = """() => [...document.querySelectorAll('body *')].filter((part) => {
  const box = part.getBoundingClientRect();
  return document.documentElement.scrollWidth > innerWidth && box.right > innerWidth + 1;
}).slice(-3).map((part) => part.outerHTML.slice(0, 160))"""


@pytest.mark.parametrize("view", VIEWS)
def test_a_view_is_whole_at_every_width_and_in_all_colours(browser: Any, address: str, view: str) -> None:
    with opened_page(browser, address, viewport={"width": WIDTHS[0], "height": 850}, reduced_motion="reduce") as page:
        page.goto(address + view)
        page.wait_for_selector(VIEWS[view])
        faults = []
        for colours, media in COLOURS.items():
            page.emulate_media(**media)
            for width in WIDTHS:
                page.set_viewport_size({"width": width, "height": 850})
                page.wait_for_timeout(50)
                found = [
                    *page.evaluate(WIDER),
                    *page.evaluate(SQUEEZED),
                    *violations(page, without=OF_GRADIO, moderate=True),
                ]
                faults += [f"{colours} at {width} pixels: {fault}" for fault in found]
        assert not faults, "\n".join(faults)
