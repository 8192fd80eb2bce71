"""Takes the screenshots in `docs/`, with only the sample documents.

    python -m bench.screenshots [--into docs]

It opens each page as a person would and takes a picture 1280 pixels wide, and one of the answer 390 wide. The search box is shown
in the sample page that embeds it. The pictures have 256 colours and only the height that the page needs.
"""

import argparse
import os
import shutil
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from PIL import Image

from bench.page import QUIET
from bench.serving import SAMPLE, lay_out, served, warm

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

WIDE, NARROW, TALLEST = 1280, 390, 1500
_HOME = "http://127.0.0.1:7860"  # Kloe's address in the page that embeds the box
_QUESTION = "What did Ofsted say about management oversight in Marlbridge in 2022?"


def ask(page: "Page") -> None:
    """Ask, and wait for the answer and the page of its first quotation."""
    page.locator("#answer .kloe-start").wait_for()
    page.fill("#question textarea", _QUESTION)
    page.keyboard.press("Enter")
    page.locator("#answer blockquote").first.wait_for()
    page.locator("#source .kloe-source").wait_for()


def search(page: "Page") -> None:
    """Search, and open a passage."""
    page.get_by_role("tab", name="Search").click()
    page.locator("#facets .kloe-facet").first.wait_for()
    page.fill("#query textarea", "social workers' caseloads")
    page.locator("#results mark").first.wait_for()
    page.locator("#results a[data-beside]").first.click()
    page.locator("#search-source .kloe-source").wait_for()


def documents(page: "Page") -> None:
    """Open the library."""
    page.get_by_role("tab", name="Documents").click()
    page.locator("#documents .kloe-library").wait_for()


def timeline(page: "Page") -> None:
    """Open one authority's inspections and grades over the years."""
    documents(page)
    page.locator("#documents select[name=authority]").select_option("Marlbridge")
    page.click("#documents-show")
    page.locator("#documents .kloe-timeline").wait_for()


def box(page: "Page") -> None:
    """Search in the box on another site's page."""
    page.get_by_role("combobox").press_sequentially("management oversight")
    page.get_by_role("option").first.wait_for()
    page.keyboard.press("ArrowDown")


def council(page: "Page") -> None:
    """Choose a council, and wait until its page is whole."""
    page.locator("#council-name").fill("Marlbridge")
    page.keyboard.press("Enter")
    page.locator(".kloe-council[data-announce]").wait_for()


def which(page: "Page") -> None:
    """Ask which authorities were told something, and wait for what later papers say."""
    page.locator("#answer .kloe-start").wait_for()
    page.fill("#question textarea", "Which authorities were told that management oversight is weak?")
    page.keyboard.press("Enter")
    page.locator("#told [data-verdict]").first.wait_for()


PICTURES = {
    "ask": (ask, WIDE),
    "search": (search, WIDE),
    "documents": (documents, WIDE),
    "timeline": (timeline, WIDE),
    "ask-narrow": (ask, NARROW),
    "council": (council, WIDE),
    "which": (which, WIDE),
    "box": (box, WIDE),
}


def photograph(browser: "Browser", address: str, name: str) -> bytes:
    """Do what the picture shows, and give the picture as PNG."""
    do, width = PICTURES[name]
    page = browser.new_page(viewport={"width": width, "height": 900}, reduced_motion="reduce")
    page.goto(address)
    do(page)
    if name == "box":
        page.wait_for_load_state("networkidle")
    else:
        page.wait_for_timeout(1500)  # Kloe's own page keeps a connection open, so it is never idle
        page.evaluate("document.activeElement?.blur()")
    height = min(TALLEST, page.evaluate("document.documentElement.scrollHeight"))
    page.set_viewport_size({"width": width, "height": height})
    page.evaluate("scrollTo(0, 0)")
    picture = page.screenshot()
    page.close()
    return picture


def shrink(png: bytes) -> bytes:
    """Reduce a PNG to 256 colours."""
    with Image.open(BytesIO(png)) as image:
        few = image.convert("RGB").quantize(256, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    small = BytesIO()
    few.save(small, "PNG", optimize=True)
    return small.getvalue()


class _Embedding(SimpleHTTPRequestHandler):
    """Serves the sample page that embeds the box."""

    kloe = _HOME

    def do_GET(self) -> None:
        page = (SAMPLE.parent / "embedded.html").read_text("utf-8").replace(_HOME, self.kloe)
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(page.encode())

    def log_message(self, *_: object) -> None: ...


@contextmanager
def embedding() -> Iterator[str]:
    """Serve the page that embeds the box; yield its address."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Embedding)) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def main() -> None:
    """Take the pictures, and print their sizes."""
    from playwright.sync_api import sync_playwright

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--into", type=Path, default=Path("docs"))
    into = parser.parse_args().into
    into.mkdir(exist_ok=True)
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    with tempfile.TemporaryDirectory() as made, embedding() as other, sync_playwright() as started:
        lay_out(Path(made), None)
        os.environ["KLOE_CORS_ORIGINS"] = other
        browser = started.chromium.launch(executable_path=chromium, args=QUIET)
        with served(Path(made)) as (address, _):
            _Embedding.kloe = address
            warm(address)
            for name in PICTURES:
                picture = shrink(photograph(browser, other if name == "box" else address, name))
                (into / f"{name}.png").write_bytes(picture)
                print(f"{into / name}.png: {len(picture) // 1024} kB")
            browser.close()


if __name__ == "__main__":
    main()
