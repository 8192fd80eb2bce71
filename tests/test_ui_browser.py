"""The pages in a real browser, as a person uses them."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import SAMPLE

playwright = pytest.importorskip("playwright.sync_api")
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no chromium on this machine (Debian: apt-get install chromium)"),
]
QUIET = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
EVIL = "<script>document.title='taken'</script><img src=x onerror=\"document.title='taken'\"> ${1+1} {{value}} **bold**"


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("ui")
    (folder / "evil").mkdir()
    (folder / "evil" / "minutes.txt").write_text(
        f"Agenda item\n\nMinutes:\n\nThe zeppelin was late {EVIL} for members.\n"
    )
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    environment = {**os.environ, "KLOE_INDEX": str(folder / "index"), "KLOE_CACHE": str(folder / "cache")}
    kloe = [sys.executable, "-m", "app.cli"]
    subprocess.run(
        [*kloe, "index", str(SAMPLE), str(folder / "evil")], env=environment, check=True, capture_output=True
    )
    server = subprocess.Popen([*kloe, "ui", "--port", str(port)], env=environment)
    try:
        _wait(f"http://127.0.0.1:{port}/health", server)
        yield f"http://127.0.0.1:{port}/"
    finally:
        server.terminate()
        server.wait(20)


def _wait(url: str, server: "subprocess.Popen[bytes]") -> None:
    for _ in range(120):
        assert server.poll() is None, "the server stopped"
        try:
            urllib.request.urlopen(url, timeout=2).close()
        except OSError:
            time.sleep(0.5)
        else:
            return
    pytest.fail("the server did not answer within a minute")


@pytest.fixture(scope="module")
def browser() -> Iterator[playwright.Browser]:
    with playwright.sync_playwright() as started:
        browser = started.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield browser
        browser.close()


@pytest.fixture(params=[1280, 390])
def page(browser: playwright.Browser, address: str, request: pytest.FixtureRequest) -> Iterator[playwright.Page]:
    page = browser.new_page(viewport={"width": request.param, "height": 850})
    page.set_default_timeout(90_000)
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(address)
    page.wait_for_selector("#question textarea")
    yield page
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), (
        "the page is wider than the screen"
    )
    page.close()
    assert not errors


def ask(page: playwright.Page, question: str) -> None:
    page.fill("#question textarea", question)
    page.click("#ask-button")


def test_ask_and_open_a_citation(page: playwright.Page, tmp_path: Path) -> None:
    ask(page, "What did Ofsted say about management oversight in Marlbridge in 2022?")
    page.wait_for_selector("#answer blockquote")
    quote = page.locator("#answer blockquote").nth(1).inner_text()
    page.locator("#answer blockquote .kloe-cite").nth(1).click()
    page.wait_for_function(
        "quote => quote.includes([...document.querySelectorAll('#source mark')].map(m => m.innerText).join(' '))"
        " && document.querySelector('#source mark')",
        arg=quote,
    )
    assert "18 March 2022" in page.inner_text("#source h3")
    assert page.locator("#source .kloe-passage mark").count() >= 1
    page.screenshot(path=str(tmp_path / "answer.png"), full_page=True)


def test_a_refusal_says_why(page: playwright.Page) -> None:
    ask(page, "What did Ofsted say about supervision in Marlbridge in 2012?")
    page.wait_for_selector("#answer .kloe-refusal")
    assert "no document held" in page.inner_text("#answer")
    assert "18 March 2022" in page.inner_text("#answer")


def test_document_text_stays_text(page: playwright.Page) -> None:
    ask(page, "Why was the zeppelin late?")
    page.wait_for_selector("#answer blockquote")
    assert EVIL.split(">")[0] in page.inner_text("#answer blockquote")
    assert "${1+1} {{value}} **bold**" in page.inner_text("#source mark")
    assert page.title() != "taken"


def test_search_and_documents(page: playwright.Page) -> None:
    page.get_by_role("tab", name="Search").click()
    page.fill("#query textarea", "caseloads in Marlbridge")
    page.click("#search-button")
    page.locator("#results .kloe-cite").first.click()
    page.wait_for_selector("#search-source .kloe-passage")
    assert "Marlbridge" in page.inner_text("#search-source h3")
    page.get_by_role("tab", name="Documents").click()
    page.get_by_text("16 of 16 documents").wait_for()
    page.locator("#library").get_by_text("Ashcombe").last.click()
    page.wait_for_selector("#record .kloe-record")
    assert "Ashcombe" in page.inner_text("#record table")


def test_a_filter_confines_the_answer(page: playwright.Page) -> None:
    page.get_by_text("Filters").click()
    page.locator("#authority input").click()
    page.get_by_role("option", name="Westhaven").click()
    page.keyboard.press("Escape")
    ask(page, "management oversight")
    page.wait_for_selector("#answer blockquote")
    headings = page.locator("#answer section h3").all_inner_texts()
    assert headings
    assert all(heading.startswith("Westhaven") for heading in headings)
