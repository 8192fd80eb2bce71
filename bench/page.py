"""How soon the page can be used, in a real browser and a process that has just been started.

    python -m bench.page [--index FOLDER] [--times 5]

Serves a copy of an index folder (by default one of the sample documents). The first page is opened as soon as the process listens,
with the models still to be loaded; then the library and the search are opened by their tabs. The same is done again, each
time by a browser that holds nothing, once the models are loaded. All figures are the browser's own (its performance API), in
milliseconds: of the first page from the click that opens it, and for the cold process also from the moment when it listens; of the
library and the facets from the click on their tab until they are painted.
"""

import argparse
import shutil
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

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
    "what is held, and examples",
)
# Notes when each thing can first be seen or used: in every frame it looks for what has not come yet.
_WATCH = """
(() => {
  const seen = (what) => { const found = document.querySelector(what); return found && found.getClientRects().length > 0; };
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
    "question box can be typed in": at("box"), "what is held, and examples": at("start"),
    "library, from its tab": at("documents") - at("clicked documents"), "facets, from their tab": at("search") - at("clicked search"),
    "script that held up the page": window.blocked || 0, "kB fetched": files.reduce((sum, file) => sum + file.transferSize, 0) / 1024,
    opened: performance.timeOrigin,
  };
}"""


def visit(browser: "Browser", address: str) -> dict[str, float]:
    """Open the page with nothing kept from before, type, and open both other tabs; gives the browser's figures."""
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
    figures: dict[str, float] = page.evaluate(_READ) | {"visits whose typing was lost": float(lost)}
    context.close()
    return figures


def main() -> None:
    """Print the figures of a cold process and the medians of a warm one."""
    from playwright.sync_api import sync_playwright

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--index", type=Path, help="the index folder, which is copied; by default the sample's is made")
    parser.add_argument("--times", type=int, default=5, help="visits to the warm process")
    given = parser.parse_args()
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    with tempfile.TemporaryDirectory() as made, sync_playwright() as started:
        browser = started.chromium.launch(executable_path=chromium, args=QUIET)
        browser.new_page().close()  # the browser's own start is not what is measured
        lay_out(Path(made), given.index)
        with served(Path(made)) as (address, seconds):
            listening = time.time() * 1000
            cold = visit(browser, address)
            warm(address)
            visits = [visit(browser, address) for _ in range(given.times)]
        browser.close()
    late = cold.pop("opened") - listening
    print(f"process listens {seconds:.1f} s after its start; the page was opened {late:.0f} ms later\n")
    print(f"{'':32}{'cold':>8}{'since listening':>18}{f'warm, median of {given.times}':>22}")
    for name, figure in cold.items():
        since = f"{figure + late:.0f}" if name in _MOMENTS else ""
        print(f"{name:32}{figure:8.0f}{since:>18}{median(one[name] for one in visits):22.0f}")


if __name__ == "__main__":
    main()
