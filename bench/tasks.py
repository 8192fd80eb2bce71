"""Does the eighteen tasks of `docs/tasks.md` on the page, and prints the seconds and clicks of each.

    python -m bench.tasks [--index FOLDER] [--council Devon] [--pictures FOLDER] [--width 1280]

Serves a copy of an index folder (by default, of the sample documents), and does each task from a page that was just opened, as a
person would who knows the way: the seconds are the program's, and no person's. It asks about one council; by default, the one with
most documents.
"""

import argparse
import shutil
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import httpx

from bench.page import QUIET
from bench.serving import lay_out, served, warm

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

_ANSWERED = "#answer .kloe-turn[data-link]"
_LETTER = "{council} County Council\n\nMinutes\n\n12 January 2026\n\nMinutes:\n\n47. The committee noted the report on caseloads.\n"


@dataclass
class Hand:
    """A person's hand: clicks and types, and counts it.

    Attributes:
        council: the council that they ask about.
        folder: where files that they save may go.
    """

    page: "Page"
    council: str
    folder: Path
    clicks: int = field(default=0)
    words: int = field(default=0)

    def click(self, what: "str | Locator") -> None:
        """Click on something once it is there."""
        self.clicks += 1
        (self.page.locator(what).first if isinstance(what, str) else what).click()

    def type(self, where: str, text: str, enter: bool = True) -> None:
        """Type into a box, and press Enter."""
        self.words += len(text.split())
        self.page.locator(where).first.fill(text)
        if enter:
            self.page.locator(where).first.press("Enter")

    def see(self, what: str) -> None:
        """Wait until something is there."""
        self.page.locator(what).first.wait_for()

    def ask(self, question: str) -> None:
        """Ask, and wait for the whole answer."""
        self.type("#question textarea", question)
        self.page.wait_for_function(
            "([part, said]) => document.querySelector(`${part} h2`)?.innerText === said", arg=[_ANSWERED, question]
        )

    def tab(self, name: str) -> None:
        """Open a tab."""
        self.click(self.page.get_by_role("tab", name=name))

    def button(self, name: str) -> "Locator":
        """A button or a link by its words."""
        page = self.page
        return (
            page.get_by_role("button", name=name).or_(page.get_by_role("link", name=name)).locator("visible=true").first
        )

    def save(self, name: str, part: str) -> None:
        """Save something as a file."""
        with self.page.expect_download() as given:
            self.click(self.page.locator(part).get_by_role("link", name=name).first)
        given.value.save_as(self.folder / given.value.suggested_filename)


def choose(hand: Hand) -> None:
    """Choose my council."""
    hand.type("#council-name", hand.council)
    hand.see(".kloe-council .kloe-standing")


def newest(hand: Hand) -> None:
    choose(hand)
    hand.see(".kloe-council h3:has-text('Newest papers')")


def became(hand: Hand) -> None:
    choose(hand)
    hand.see(".kloe-council[data-announce]")
    hand.see(".kloe-council h3:has-text('What was asked for')")


def quoted(hand: Hand) -> None:
    hand.ask(f"What did Ofsted say about management oversight in {hand.council}?")
    hand.click(f"{_ANSWERED} .kloe-cite")
    hand.see("#source .kloe-source img")


def followed(hand: Hand) -> None:
    hand.ask(f"What did Ofsted say about care leavers in {hand.council}?")
    hand.ask("And about caseloads?")
    hand.page.go_back()
    hand.see(f"{_ANSWERED} h2:has-text('care leavers')")


def graded(hand: Hand) -> None:
    hand.ask(f"How has the overall grade changed in {hand.council}?")
    hand.see(f"{_ANSWERED} .kloe-cite")


def neighbours(hand: Hand) -> None:
    choose(hand)
    hand.see(".kloe-council .kloe-beside")


def briefed(hand: Hand) -> None:
    choose(hand)
    hand.click(hand.page.locator(".kloe-council").get_by_role("link", name="Briefing"))
    hand.see("#findings .kloe-briefing[data-link] .kloe-references")
    hand.save("Word", "#findings")


def shared(hand: Hand) -> None:
    hand.ask(f"What needs to improve in {hand.council}?")
    hand.click(hand.page.locator(_ANSWERED).get_by_role("button", name="Copy link"))
    link = hand.page.evaluate("navigator.clipboard.readText()")
    hand.page.goto(link)
    hand.see(_ANSWERED)


def kept(hand: Hand) -> None:
    hand.ask(f"What needs to improve in {hand.council}?")
    hand.click(f"{_ANSWERED} [data-save]")
    hand.tab("Saved")
    hand.see("#saved blockquote")


def which(hand: Hand) -> None:
    hand.ask("Which councils were told that caseloads are too high?")
    hand.see("#answer .kloe-which [data-verdict]")
    hand.click("#answer .kloe-order:has-text('Since')")
    hand.see("#answer th[aria-sort=ascending]")


def precedents(hand: Hand) -> None:
    hand.ask(f"What needs to improve in {hand.council}?")
    hand.click(f"{_ANSWERED} .kloe-who")
    hand.see("#findings .kloe-precedents")


def filtered(hand: Hand) -> None:
    hand.tab("Search")
    hand.type("#query textarea", "caseloads", enter=False)
    hand.see("#results mark")
    value = hand.page.locator("#facets #facet-polarity button").first
    if not value.is_visible():
        hand.click("#facets #facet-polarity summary")
    hand.click(value)
    hand.see("#facets #facet-polarity button[aria-pressed=true]")
    hand.save("Save as CSV", "#results")


def watched(hand: Hand) -> None:
    hand.tab("Search")
    hand.type("#query textarea", "caseloads", enter=False)
    hand.see("#results mark")
    hand.click("#results button:has-text('Save this search')")
    hand.see("#results [data-save][aria-pressed=true]")


def added(hand: Hand) -> None:
    """Add minutes, and see what was read."""
    letter = hand.folder / "minutes.txt"
    letter.write_text(_LETTER.format(council=hand.council), encoding="utf-8")
    hand.tab("Documents")
    hand.see("#documents .kloe-library")
    hand.clicks += 1
    hand.page.locator("#upload input[type=file]").set_input_files(letter)
    hand.see("#added a")


def corrected(hand: Hand) -> None:
    added(hand)
    hand.click(hand.page.locator("#added").get_by_role("link", name="Correct"))
    hand.type("#date", "13 January 2026")
    hand.see("text=set by")


def removed(hand: Hand) -> None:
    added(hand)
    hand.click("#added a")
    hand.see("#documents .kloe-record")
    hand.click(hand.page.locator("#documents").get_by_role("link", name="Remove…"))
    hand.click(hand.page.locator("main button").first)
    hand.page.wait_for_load_state()


def cited(hand: Hand) -> None:
    quoted(hand)
    hand.click(hand.page.locator("#source").get_by_role("button", name="Copy reference"))


TASKS: dict[str, dict[str, Callable[[Hand], None]]] = {
    "councillor": {
        "Choose my council and see where it stands": choose,
        "Read what its newest papers found": newest,
        "See what was asked for and what became of it": became,
        "Ask about a subject and read the page": quoted,
        "Ask a follow-up, and go back": followed,
        "See how the grade has changed": graded,
        "Look at the statistical neighbours": neighbours,
        "Save the briefing as Word": briefed,
        "Send on an answer": shared,
        "Keep a quotation": kept,
    },
    "officer": {
        "Find which councils were told something": which,
        "Find precedents of a finding": precedents,
        "Search with a filter and save as CSV": filtered,
        "Keep a search": watched,
        "Add a document and see what was read": added,
        "Correct its date": corrected,
        "Remove it": removed,
        "Copy a reference": cited,
    },
}


def do(browser: Any, address: str, council: str, task: Callable[[Hand], None], width: int, picture: Path | None) -> str:
    """Do a task from a page that was just opened; give its seconds and clicks as a part of a line."""
    from playwright.sync_api import Error

    context = browser.new_context(viewport={"width": width, "height": 900}, accept_downloads=True)
    context.set_default_timeout(20_000)
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = context.new_page()
    with tempfile.TemporaryDirectory() as files:
        hand = Hand(page, council, Path(files))
        page.goto(address)
        hand.see(".kloe-start")
        begun = time.perf_counter()
        try:
            task(hand)
        except Error as error:
            return f"  not done: {str(error).splitlines()[0]}"
        seconds = time.perf_counter() - begun
    if picture:
        page.wait_for_timeout(700)  # so that the picture of a page is there
        page.screenshot(path=picture)
    context.close()
    return f"{seconds:7.1f} s{hand.clicks:8}{hand.words:8}"


def main() -> None:
    """Do the tasks, and print a line for each."""
    from playwright.sync_api import sync_playwright

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--index", type=Path, help="index folder to copy; by default the sample documents are indexed")
    parser.add_argument("--council", help="the council that is asked about; by default, the one with most documents")
    parser.add_argument("--pictures", type=Path, help="folder for a picture of the page at the end of each task")
    parser.add_argument("--width", type=int, default=1280, help="of the page, in pixels")
    arguments = parser.parse_args()
    if arguments.pictures:
        arguments.pictures.mkdir(parents=True, exist_ok=True)
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    with tempfile.TemporaryDirectory() as made, sync_playwright() as started:
        lay_out(Path(made), arguments.index)
        browser = started.chromium.launch(executable_path=chromium, args=QUIET)
        with served(Path(made)) as (address, _):
            warm(address)
            council = arguments.council or _most_papers(address)
            print(f"{'about ' + council:58}{'time':>9}{'clicks':>8}{'words':>8}")
            for who, tasks in TASKS.items():
                for number, (name, task) in enumerate(tasks.items(), 1):
                    picture = arguments.pictures / f"{who}-{number}.png" if arguments.pictures else None
                    done = do(browser, address, council, task, arguments.width, picture)
                    print(f"{who:11}{number:3} {name:43}{done}", flush=True)
        browser.close()


def _most_papers(address: str) -> str:
    """The authority with most documents."""
    listed = httpx.get(f"{address}/api/v1/facets", timeout=60).json()["authority"]
    return str(listed[0]["value"])


if __name__ == "__main__":
    main()
