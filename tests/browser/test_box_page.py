"""The page on which a developer tries the search box, and the box on another site against the real server."""

from typing import Any

import pytest

from tests.axe import violations
from tests.browser.serving import opened_page
from tests.test_box_browser import Host, served

expect = pytest.importorskip("playwright.sync_api").expect


def test_a_developer_tries_the_box_and_copies_its_markup(browser: Any, address: str) -> None:
    with opened_page(browser, f"{address}box", viewport={"width": 390, "height": 850}) as page:
        assert violations(page) == []
        page.get_by_label("authority").fill('Marlbridge "& Sons"')
        expect(page.locator("#snippet")).to_contain_text('authority="Marlbridge &quot;&amp; Sons&quot;"')
        page.get_by_label("authority").fill("Marlbridge")
        page.get_by_role("button", name="Copy").click()
        expect(page.locator("#copied")).to_have_text("Copied")
        copied = page.evaluate("navigator.clipboard.readText()")
        assert copied.endswith(f'<kloe-search src="{address.rstrip("/")}" authority="Marlbridge"></kloe-search>')
        page.get_by_role("combobox").fill("supervision")
        expect(page.get_by_role("option").first).to_contain_text("Marlbridge")
        page.get_by_role("option").first.click()
        page.wait_for_url(f"{address}?view=page*")


def test_a_site_that_the_real_server_does_not_list_is_told_so(browser: Any, address: str) -> None:
    Host.kloe = address.rstrip("/")
    with served(Host) as site, opened_page(browser, f"{site}/bare") as page:
        page.get_by_role("combobox").fill("supervision")
        expect(page.locator("kloe-search [part=developer]")).to_contain_text(f"KLOE_CORS_ORIGINS={site}")
