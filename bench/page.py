"""Measures how soon the page can be used, in a real browser and a server that has just started.

    python -m bench.page [--index FOLDER] [--times 5] [--repeats 40]

Serves a copy of an index folder (by default, of the sample documents). It opens the first page as soon as the server listens,
before the models are loaded, and then the library and the search by their tabs. Once the models are loaded it does the same
again, each time with an empty browser cache. All figures are the browser's own (its performance API), in milliseconds: for the first
page from the click that opens it, and for the cold server also from the moment it listens; for the library and the facets
from the click on their tab until they are painted.

It also tells how long after its start the server was ready, and how long the first answer then took; and times what one reader does on
the page (`bench.acting`): the 95th percentile of each, beside what it may be, and as a ratio to a bare Chroma query in the same run.
"""

import argparse
import shutil
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

import httpx

from bench.acting import act
from bench.serving import lay_out, served, warm

if TYPE_CHECKING:
    from playwright.sync_api import Browser

QUIET = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
_PARTS = {
    "documents": "#documents .kloe-library tbody tr, #documents .kloe-library li",
    "search": "#facets .kloe-facet",
}
_MOMENTS = (
    "first byte",
    "first contentful paint",
    "DOM interactive",
    "question box can be typed in",
    "first view, with examples",
)
# Marks when each part can first be seen or used, by looking in every frame for the parts still missing.
_WATCH = """
(() => {
  const seen = (what) => { const part = document.querySelector(what); return part && part.getClientRects().length > 0; };
  const wanted = { box: () => seen("#question textarea:not(:disabled)"), start: () => seen("#answer .kloe-start"),
    ...Object.fromEntries(Object.entries(PARTS).map(([name, what]) => [name, () => seen(what)])) };
  const look = () => {
    for (const [name, come] of Object.entries(wanted))
      if (come()) { performance.mark(name); delete wanted[name]; }
    if (Object.keys(wanted).length) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
  addEventListener("pointerdown", (event) => performance.mark(`clicked ${event.target.textContent.trim().toLowerCase()}`), true);
  new PerformanceObserver((list) => list.getEntries().forEach((task) => (window.blocked = (window.blocked || 0) + task.duration)))
    .observe({ type: "longtask", buffered: true });
})();
"""
_READ = """() => {
  const at = (name) => performance.getEntriesByName(name)[0]?.startTime;
  const [visit] = performance.getEntriesByType("navigation");
  const files = [visit, ...performance.getEntriesByType("resource")];
  return {
    "first byte": visit.responseStart, "first contentful paint": at("first-contentful-paint"), "DOM interactive": visit.domInteractive,
    "question box can be typed in": at("box"), "first view, with examples": at("start"),
    "library, from its tab": at("documents") - at("clicked documents"), "facets, from their tab": at("search") - at("clicked search"),
    "scripts that blocked the page": window.blocked || 0, "kB fetched": files.reduce((sum, file) => sum + file.transferSize, 0) / 1024,
    opened: performance.timeOrigin,
  };
}"""


def visit(browser: "Browser", address: str) -> dict[str, float]:
    """Open the page with an empty cache, type, and open both other tabs; give the browser's figures by name."""
    context = browser.new_context(viewport={"width": 1280, "height": 850})
    page = context.new_page()
    page.add_init_script(f"const PARTS = {_PARTS!r};{_WATCH}")
    page.goto(address, wait_until="commit")
    page.locator("#question textarea").press_sequentially("caseloads")
    page.locator("#answer .kloe-start").wait_for()
    lost = page.locator("#question textarea").input_value() != "caseloads"
    for name, shown in _PARTS.items():
        page.get_by_role("tab", name=name.capitalize()).click()
        page.locator(shown).first.wait_for()
    page.wait_for_timeout(100)
    figures: dict[str, float] = page.evaluate(_READ) | {"visits that lost typing": float(lost)}
    context.close()
    return figures


def main() -> None:
    """Print the figures of a cold server and the medians of a warm one."""
    from playwright.sync_api import sync_playwright

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--index", type=Path, help="index folder to copy; by default the sample documents are indexed")
    parser.add_argument("--times", type=int, default=5, help="visits to the warm server")
    parser.add_argument("--repeats", type=int, default=40, help="how often each thing is done on the page")
    arguments = parser.parse_args()
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    with tempfile.TemporaryDirectory() as made, sync_playwright() as started:
        browser = started.chromium.launch(executable_path=chromium, args=QUIET)
        browser.new_page().close()  # so that the browser's own start is not measured
        lay_out(Path(made), arguments.index)
        with served(Path(made)) as (address, seconds):
            listening = time.time() * 1000
            cold = visit(browser, address)
            until_ready, first_answer = _start(address)
            visits = [visit(browser, address) for _ in range(arguments.times)]
            page = browser.new_page(viewport={"width": 1280, "height": 850})
            page.goto(address)
            page.locator("#answer .kloe-start").wait_for()
            measures, bare = act(page, Path(made) / "index", arguments.repeats)
            page.close()  # an open page would hold up the server's end
        browser.close()
    late = cold.pop("opened") - listening
    print(f"the server listened {seconds:.1f} s after its start; the page was opened {late:.0f} ms later\n")
    print(f"{'':32}{'cold':>8}{'since listening':>18}{f'warm, median of {arguments.times}':>22}")
    for name, figure in cold.items():
        since = f"{figure + late:.0f}" if name in _MOMENTS else ""
        print(f"{name:32}{figure:8.0f}{since:>18}{median(figures[name] for figures in visits):22.0f}")
    print(
        f"\ntime to ready, from the start of the process: {until_ready:.1f} s; the first answer then: {first_answer:.2f} s"
    )
    print(f"\n{'one reader, 95 of 100 times':32}{'within':>10}{'may be':>10}{'':11}{'to bare':>8}{'times':>8}")
    for measure in measures:
        print(measure.line(bare))
    print(f"{'a bare Chroma query':32}{bare:8.3f} s")


def _start(address: str) -> tuple[float, float]:
    """Wait until the server is ready; give how many seconds that was after its start, and those of the first answer."""
    while (told := httpx.get(f"{address}/ready", timeout=60).json())["step"]:
        time.sleep(0.1)
    if not told["ready"]:
        raise SystemExit(f"The server cannot be ready: {told['waiting_for']}")
    began = time.perf_counter()
    warm(address)
    return told["seconds_to_ready"], time.perf_counter() - began


if __name__ == "__main__":
    main()
