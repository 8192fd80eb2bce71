"""Times what people do on the page once Kloe is ready, and a bare Chroma query beside it, for `bench.page`.

One reader, one thing at a time, each time another council or another question, so that nothing is drawn from a cache. A thing is over
when what it asked for has been painted anew.
"""

import math
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from index import Embedder, Index

if TYPE_CHECKING:
    from playwright.sync_api import Page

_TOPICS = ("management oversight", "care leavers", "caseloads", "placement sufficiency", "plans for children")
_NEAREST = 20  # passages that a bare query asks Chroma for
_PATIENCE = 10_000  # milliseconds until something counts as not there
# Does one thing, and gives the milliseconds from then until a part that was not there before has been painted, with its picture.
_TIMED = """([act, part]) => new Promise((done, fail) => {
  document.querySelectorAll(part).forEach((old) => (old.dataset.before = ""));
  const fresh = () => [...document.querySelectorAll(part)].find((one) => !("before" in one.dataset) && one.getClientRects().length
    && (one.tagName !== "IMG" || (one.complete && one.naturalWidth)));
  const began = performance.now();
  const look = () => {
    if (fresh()) return requestAnimationFrame(() => done(performance.now() - began));
    if (performance.now() - began > PATIENCE) return fail(new Error(`nothing at ${part}`));
    requestAnimationFrame(look);
  };
  ACTS[act.name](act.given);
  look();
})"""
_ACTS = """({
  go: (query) => window.kloe.go(query),
  type: (words) => {
    const box = document.querySelector("#query textarea");
    box.value = words;
    box.dispatchEvent(new Event("input", { bubbles: true }));
  },
  click: (link) => document.querySelectorAll(link)[1].click(), // the first is open already
})"""


@dataclass(frozen=True)
class Measure:
    """What is timed.

    Attributes:
        name: what a person does.
        most: how many seconds 95 of 100 times may take at most; None if no bound is set.
        seconds: how long each time took; empty if this Kloe has no such view.
    """

    name: str
    most: float | None
    seconds: tuple[float, ...]

    def line(self, bare: float) -> str:
        """Its line of the table.

        Args:
            bare: the 95th percentile of a bare Chroma query in the same run, in seconds.
        """
        if not self.seconds:
            return f"{self.name:32}  not measured: nothing of the kind was drawn"
        slow = percentile(self.seconds, 95)
        verdict = "" if self.most is None else "kept" if slow <= self.most else "not kept"
        bound = "" if self.most is None else f"{self.most:.1f} s"
        return f"{self.name:32}{slow:8.2f} s{bound:>10}  {verdict:9}{slow / bare:8.1f}{len(self.seconds):8}"


def percentile(values: Sequence[float], share: int) -> float:
    """The value that `share` of 100 values do not exceed, one of the values themselves."""
    return sorted(values)[max(0, math.ceil(len(values) * share / 100) - 1)]


def act(page: "Page", index: Path, times: int) -> tuple[list[Measure], float]:
    """Time everything on an open page; give the measures, and the 95th percentile of a bare Chroma query in seconds.

    Args:
        index: the folder of the index that is served.
        times: how often each thing is done.
    """
    opened = Index(index, Embedder())
    councils = sorted({record.authority for record in opened.catalogue.records() if record.authority})
    asked = [(councils[n % len(councils)], _TOPICS[n % len(_TOPICS)]) for n in range(times)]
    found = Measures(page, asked)
    return [
        *found.councils(),
        Measure("search after the last key", 0.3, tuple(found.searches())),
        Measure("library", 0.3, tuple(found.libraries())),
        *found.answers(),
    ], percentile(list(_bare(opened, asked)), 95)


class Measures:
    """What is done on a page.

    Args:
        asked: a council and a topic for each time.
    """

    def __init__(self, page: "Page", asked: Sequence[tuple[str, str]]) -> None:
        self._page = page
        self._asked = asked

    def councils(self) -> list[Measure]:
        """Open the page of each council, and wait until it also says what became of what was asked for."""
        first: list[float] = []
        whole: list[float] = []
        for council, _ in self._asked:
            seconds = self._go({"view": "council", "name": council}, "#answer .kloe-council")
            if seconds is None:
                break
            began = time.perf_counter()
            self._page.locator("#answer .kloe-council[data-announce]").wait_for()
            first.append(seconds)
            whole.append(seconds + time.perf_counter() - began)
        return [Measure("my council", 0.5, tuple(first)), Measure("my council, whole", None, tuple(whole))]

    def searches(self) -> Iterator[float]:
        """Type a search; the time begins with the last key and holds the wait for another."""
        self._go({"view": "search"}, "#results .kloe-found, #facets .kloe-facet")
        for council, topic in self._asked:
            seconds = self._timed("type", f"{topic} {council}", "#results .kloe-found")
            if seconds is not None:
                yield seconds

    def libraries(self) -> Iterator[float]:
        """Go to the library from a document."""
        library = "#documents .kloe-library"
        if self._go({"view": "documents"}, library) is None:
            return
        documents = self._page.locator(f"{library} a[href*='view=document&']")
        links = [str(link.get_attribute("href")) for link in documents.all()[: len(self._asked)]]
        for link in links:
            self._timed("go", f"?{link.partition('?')[2]}", "#documents article")
            seconds = self._go({"view": "documents"}, library)
            if seconds is not None:
                yield seconds

    def answers(self) -> list[Measure]:
        """Ask each question, and open the page of its second quotation, which shows the page's picture."""
        answers: list[float] = []
        pictures: list[float] = []
        for council, topic in self._asked:
            question = f"What did Ofsted say about {topic} in {council}?"
            seconds = self._go({"view": "ask", "q": question}, "#answer .kloe-turn[data-link]")
            answers += [] if seconds is None else [seconds]
            if self._page.locator("#answer a.kloe-cite").count() > 1:
                self._page.wait_for_timeout(200)  # the first quotation's page is drawn with the answer
                drawn = self._timed("click", "#answer a.kloe-cite", "#source .kloe-source figure img")
                pictures += [] if drawn is None else [drawn]
        return [Measure("an answer", 1.0, tuple(answers)), Measure("a page picture", 0.5, tuple(pictures))]

    def _go(self, address: dict[str, str], part: str) -> float | None:
        return self._timed("go", f"?{urlencode(address)}", part)

    def _timed(self, name: str, given: str, part: str) -> float | None:
        """Seconds of one thing; None if what it should draw does not come."""
        from playwright.sync_api import Error

        script = _TIMED.replace("ACTS", _ACTS).replace("PATIENCE", str(_PATIENCE))
        try:
            milliseconds: float = self._page.evaluate(script, [{"name": name, "given": given}, part])
        except Error as error:
            if "nothing at" not in str(error):
                raise
            return None
        return milliseconds / 1000


def _bare(index: Index, asked: Sequence[tuple[str, str]]) -> Iterator[float]:
    """Seconds of the plainest search there is: embed the words, and ask Chroma for the nearest passages."""
    store = index.open_vectors()
    store.nearest(index.embedder.embed_query("warm"), _NEAREST)
    for council, topic in asked:
        began = time.perf_counter()
        store.nearest(index.embedder.embed_query(f"{topic} {council}"), _NEAREST)
        yield time.perf_counter() - began
