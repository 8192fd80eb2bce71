"""The search box in a page of another origin, by keyboard, at two widths, against a small stand-in for the HTTP interface."""

import json
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.axe import violations
from tests.conftest import ROOT

playwright = pytest.importorskip("playwright.sync_api")
expect = playwright.expect
SCRIPT = ROOT / "app" / "pages" / "static" / "kloe-search.js"
EMBEDDED = ROOT / "corpus" / "sample" / "embedded.html"
EVIL = "<img src=x onerror=\"document.title='taken'\"><script>document.title='taken'</script> ${1+1}"


def result(
    number: int, text: str = "Managers do not oversee practice well enough.", url: str | None = None
) -> dict[str, Any]:
    return {
        "text": text,
        "reference": f"Marlbridge, ILACS inspection report, 18 March 2022, paragraph {number}, page 3",
        "authority": "Marlbridge",
        "kind": "ilacs-inspection",
        "published": "2022-03-18",
        "page": 3,
        "paragraph": str(number),
        "url": url or f"/?view=page&document=d{number}&page=3&marks=0-10",
    }


def answered(*results: dict[str, Any], total: int | None = None, explanation: str | None = None) -> tuple[int, Any]:
    return 200, {"results": results, "explanation": explanation, "total": len(results) if total is None else total}


ANSWERS = {
    "supervision": answered(*(result(number) for number in range(1, 6)), total=132),
    "slow words": answered(result(9, "Words that came too late.")),
    "evil": answered(
        result(1, EVIL), result(2, url="https://elsewhere.example/"), result(3, url="javascript:alert(1)")
    ),
    "list": answered(result(1, "Leaders must improve:\nplans for children\nvisits")),
    "nothing": answered(explanation="Kloe holds no document for Marlbridge, 2012."),
    "none": answered(),
    "one": answered(result(1)),
    "published": answered(
        result(1) | {"published_url": "https://reports.example.org/file/50?x=1"},
        result(2) | {"published_url": "javascript:alert(1)"},
        result(3) | {"published_url": None},
    ),
    "too many": (429, {"detail": "rate"}),
    "closed": (401, {"detail": "no key"}),
    "wrong": (422, {"detail": "The request has values that do not fit: query.year"}),
    "fault": (500, {"detail": "trace"}),
    "garbled": (200, "<html>"),
    "shapeless": (200, {"detail": "x"}),
}


class Kloe(BaseHTTPRequestHandler):
    """The script, the search and the page that a result leads to; keeps what it was asked."""

    is_listed = True
    asked: list[dict[str, list[str]]]
    headers_seen: list[dict[str, str]]
    release: threading.Event

    def do_GET(self) -> None:
        at = urlsplit(self.path)
        if at.path == "/static/kloe-search.js":
            return self._send(200, "text/javascript", SCRIPT.read_text(encoding="utf-8"))
        if at.path != "/api/v1/search":
            return self._send(200, "text/html", "<!doctype html><title>Kloe's page</title>")
        query = parse_qs(at.query)
        self.asked.append(query)
        self.headers_seen.append(dict(self.headers))
        words = query["q"][0]
        if words == "slow words":
            self.release.wait(20)
        status, body = ANSWERS.get(words, ANSWERS["none"])
        return self._send(status, "application/json", body if isinstance(body, str) else json.dumps(body))

    def _send(self, status: int, kind: str, body: str) -> None:
        try:
            self.send_response(status)
            self.send_header("Content-Type", f"{kind}; charset=utf-8")
            if self.is_listed:
                self.send_header("Access-Control-Allow-Origin", "*")
            self.end_headers()
            self.wfile.write(body.encode())
        except OSError:
            return  # the box has given this search up

    def log_message(self, *_: Any) -> None: ...


class Unlisted(Kloe):
    """A Kloe whose setting `cors_origins` does not name the site."""

    is_listed = False


class Host(BaseHTTPRequestHandler):
    """The sample's page that embeds the box, and a bare one with whatever attributes are asked for."""

    kloe: str

    def do_GET(self) -> None:
        at = urlsplit(self.path)
        asked = {name: values[0] for name, values in parse_qs(at.query).items()}
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        if at.path == "/strict":
            self.send_header(
                "Content-Security-Policy", f"default-src 'none'; script-src {self.kloe}; connect-src {self.kloe}"
            )
        self.end_headers()
        if at.path == "/embedded.html":
            page = EMBEDDED.read_text(encoding="utf-8").replace("http://127.0.0.1:7860", self.kloe)
        else:
            attributes = " ".join(f'{name}="{value}"' for name, value in asked.items())
            page = (
                '<!doctype html><html lang="en"><meta name="viewport" content="width=device-width"><title>Host</title>'
                f'<script src="{self.kloe}/static/kloe-search.js" defer></script><body><main><h1>Host</h1>'
                f'<kloe-search {attributes}></kloe-search><button id="after">After</button></main>'
            )
        self.wfile.write(page.encode())

    def log_message(self, *_: Any) -> None: ...


@contextmanager
def served(handler: type[BaseHTTPRequestHandler]) -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


@pytest.fixture(scope="module")
def origins() -> Iterator[tuple[str, str]]:
    """The addresses of Kloe and of the page that embeds its box."""
    with served(Kloe) as kloe:
        Host.kloe = kloe
        with served(Host) as host:
            yield kloe, host


@pytest.fixture(params=[1280, 390])
def page(browser: Any, origins: tuple[str, str], request: pytest.FixtureRequest) -> Iterator[Any]:
    Kloe.asked, Kloe.headers_seen, Kloe.release = [], [], threading.Event()
    page = browser.new_page(viewport={"width": request.param, "height": 850})
    page.set_default_timeout(20_000)
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(f"{origins[1]}/embedded.html")
    yield page
    Kloe.release.set()
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), "wider than the screen"
    page.close()
    assert not errors


def box(page: Any) -> Any:
    return page.get_by_role("combobox")


def status(page: Any) -> Any:
    return page.get_by_role("status")


def search(page: Any, words: str) -> None:
    """Type words as a person does, from the top of the page on."""
    page.keyboard.press("Tab")
    expect(box(page)).to_be_focused()
    page.keyboard.type(words)


def active(page: Any) -> int | None:
    """The number of the option that a screen reader is told of, which must also be the only one that is selected."""
    return page.evaluate("""() => {
      const root = document.querySelector('kloe-search').shadowRoot;
      const id = root.querySelector('input').getAttribute('aria-activedescendant');
      const chosen = [...root.querySelectorAll('[aria-selected=true]')];
      if (chosen.length !== (id ? 1 : 0) || (id && chosen[0].id !== id)) throw new Error('not one option');
      return id && [...root.querySelector('[role=listbox]').children].findIndex(option => option.id === id);
    }""")


def test_the_box_has_a_name_and_says_what_it_is(page: Any) -> None:
    combobox = page.get_by_role("combobox", name="Search our inspection reports")
    expect(combobox).to_have_attribute("aria-expanded", "false")
    expect(combobox).to_have_attribute("aria-autocomplete", "list")
    expect(combobox).to_have_attribute("placeholder", "management oversight")
    expect(page.get_by_role("listbox")).to_be_hidden()
    assert violations(page) == []


def test_search_and_open_a_result_by_keyboard(page: Any, origins: tuple[str, str]) -> None:
    search(page, "supervision")
    expect(page.get_by_role("listbox", name="Passages found")).to_be_visible()
    expect(page.get_by_role("option")).to_have_count(5)
    expect(box(page)).to_have_attribute("aria-expanded", "true")
    expect(status(page)).to_have_text("132 passages found, showing the best 5.")
    assert violations(page) == []
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    assert active(page) == 1
    assert violations(page) == []
    page.keyboard.press("Enter")
    page.wait_for_url(f"{origins[0]}/?view=page&document=d2&page=3&marks=0-10")


def test_arrows_go_round_and_home_and_end_go_to_the_ends(page: Any) -> None:
    search(page, "supervision")
    expect(page.get_by_role("option")).to_have_count(5)
    assert active(page) is None
    for key, number in [("ArrowUp", 4), ("ArrowDown", 0), ("ArrowUp", 4), ("Home", 0), ("End", 4), ("ArrowLeft", None)]:
        page.keyboard.press(key)
        assert active(page) == number, key
    expect(page.get_by_role("option").last).to_be_in_viewport()


def test_without_a_chosen_option_home_and_end_move_in_the_words(page: Any) -> None:
    search(page, "supervision")
    expect(page.get_by_role("option")).to_have_count(5)
    page.keyboard.press("Home")
    page.keyboard.type("good ")
    expect(box(page)).to_have_value("good supervision")


def test_escape_closes_and_then_clears(page: Any) -> None:
    search(page, "supervision")
    expect(page.get_by_role("listbox")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("listbox")).to_be_hidden()
    expect(box(page)).to_have_value("supervision")
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("listbox")).to_be_visible()
    assert active(page) == 0
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    expect(box(page)).to_have_value("")
    expect(status(page)).to_have_text("")


def test_leaving_the_box_closes_its_list(page: Any) -> None:
    search(page, "supervision")
    expect(page.get_by_role("listbox")).to_be_visible()
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Ofsted's reports")).to_be_focused()
    expect(page.get_by_role("listbox")).to_be_hidden()
    page.keyboard.press("Shift+Tab")
    expect(page.get_by_role("listbox")).to_be_hidden()
    page.keyboard.press("Alt+ArrowDown")
    expect(page.get_by_role("listbox")).to_be_visible()
    assert active(page) is None


def test_a_mouse_and_a_finger_open_a_result(page: Any, origins: tuple[str, str]) -> None:
    search(page, "one")
    page.get_by_role("option").click()
    page.wait_for_url(f"{origins[0]}/?view=page&document=d1&page=3&marks=0-10")


def test_what_is_typed_at_once_is_searched_once_without_cookies(page: Any, origins: tuple[str, str]) -> None:
    page.context.add_cookies([{"name": "secret", "value": "1", "url": origins[0]}])
    search(page, "supervision")
    expect(page.get_by_role("option")).to_have_count(5)
    assert Kloe.asked == [{"q": ["supervision"], "limit": ["8"], "authority": ["Marlbridge"]}]
    assert "Cookie" not in Kloe.headers_seen[0]


def test_one_letter_is_not_searched_until_asked(page: Any) -> None:
    search(page, "o")
    page.keyboard.press("Enter")
    expect(status(page)).to_have_text("No passages match.")
    assert len(Kloe.asked) == 1


def test_an_answer_that_comes_too_late_is_not_shown(page: Any) -> None:
    search(page, "slow words")
    expect(status(page)).to_have_text("Searching…")
    box(page).fill("one")
    expect(page.get_by_role("option")).to_have_count(1)
    Kloe.release.set()
    box(page).press("ArrowDown")
    expect(page.get_by_role("option")).to_contain_text("Managers do not oversee")


def test_the_items_of_a_list_stand_on_lines_of_their_own(page: Any) -> None:
    search(page, "list")
    expect(page.get_by_role("option")).to_have_count(1)
    assert page.locator(".text").inner_text() == "Leaders must improve:\nplans for children\nvisits"


def test_hostile_text_stays_text_and_links_lead_into_kloe_alone(page: Any) -> None:
    search(page, "evil")
    options = page.get_by_role("option")
    expect(options).to_have_count(3)
    expect(options.first).to_contain_text(EVIL)
    assert page.title() != "taken"
    assert options.first.get_attribute("href")
    assert [options.nth(number).get_attribute("href") for number in (1, 2)] == [None, None]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("nothing", "Kloe holds no document for Marlbridge, 2012."),
        ("none", "No passages match."),
        ("one", "1 passage found."),
        ("too many", "Too many searches at the moment. Try again in a minute."),
        ("closed", "This page does not have permission to search."),
        ("wrong", "The request has values that do not fit: query.year"),
        ("fault", "Search is not working at the moment. Try again later."),
        ("garbled", "Search sent a reply that could not be read."),
        ("shapeless", "Search sent a reply that could not be read."),
    ],
)
def test_what_came_of_it_is_said_in_words(page: Any, words: str, said: str) -> None:
    search(page, words)
    expect(status(page)).to_have_text(said)
    expect(box(page)).to_have_attribute("aria-expanded", "true" if words == "one" else "false")


def developer(page: Any) -> Any:
    return page.locator("kloe-search [part=developer]")


@pytest.mark.parametrize(
    ("src", "said", "developer_is_told"),
    [
        ("http://127.0.0.1:1", "Search cannot be reached", "Nothing answers at http://127.0.0.1:1/"),
        (
            "javascript:alert(1)",
            "no valid search address",
            'The attribute src is "javascript:alert(1)", which is no address',
        ),
        ("http://[", "no valid search address", "which is no address"),
    ],
)
def test_an_address_where_nothing_answers_is_said(
    page: Any, origins: tuple[str, str], src: str, said: str, developer_is_told: str
) -> None:
    page.goto(f"{origins[1]}/bare?src={src}")
    search(page, "supervision")
    expect(status(page)).to_have_text(re.compile(re.escape(said)))
    expect(developer(page)).to_contain_text(developer_is_told)


def test_a_site_that_is_not_listed_is_told_which_setting_to_change(page: Any, origins: tuple[str, str]) -> None:
    console: list[str] = []
    page.on("console", lambda message: console.append(message.text))
    with served(Unlisted) as kloe:
        page.goto(f"{origins[1]}/bare?src={kloe}")
        page.evaluate("""addEventListener("kloe-problem", (event) => (window.problem = event.detail))""")
        search(page, "supervision")
        expect(status(page)).to_have_text("Search does not work on this page yet.")
        expect(developer(page)).to_contain_text(f"{kloe} answers, but pages of {origins[1]} may not search it.")
    setting = f"KLOE_CORS_ORIGINS={origins[1]}"
    expect(developer(page)).to_contain_text(setting)
    assert any(line.startswith("<kloe-search>: ") and line.endswith(setting) for line in console)
    assert page.evaluate("window.problem.developer").endswith(setting)
    assert violations(page) == []
    box(page).fill("")
    expect(developer(page)).to_be_hidden()


def test_a_refusal_tells_the_developer_that_the_box_keeps_no_key(page: Any) -> None:
    search(page, "closed")
    expect(developer(page)).to_contain_text("status 401. no key The box cannot keep a key")


def test_a_security_policy_that_forbids_the_request_is_named(page: Any, origins: tuple[str, str]) -> None:
    page.goto(f"{origins[1]}/strict?src=http://127.0.0.1:9999")
    search(page, "supervision")
    expect(developer(page)).to_contain_text("connect-src http://127.0.0.1:9999")


def test_the_published_address_is_shown_where_there_is_one(page: Any) -> None:
    search(page, "published")
    expect(page.get_by_role("option")).to_have_count(3)
    expect(page.locator("kloe-search [part=source]")).to_have_text(["Published at reports.example.org/file/50"])


def test_the_page_is_told_of_a_choice_and_may_keep_the_reader(page: Any, origins: tuple[str, str]) -> None:
    page.evaluate("""addEventListener("kloe-choose", (event) => {
      event.preventDefault();
      window.chosen = [event.detail.url, event.detail.result.paragraph];
    })""")
    here = page.url
    search(page, "one")
    page.get_by_role("option").click()
    assert page.evaluate("window.chosen") == [f"{origins[0]}/?view=page&document=d1&page=3&marks=0-10", "1"]
    assert page.url == here


def test_attributes_are_filters_and_the_script_knows_its_home(page: Any, origins: tuple[str, str]) -> None:
    page.goto(
        f"{origins[1]}/bare?authority=Devon%3B%20Bournemouth, Christchurch and Poole&year=2020%3B2021&kind=minutes&limit=500"
    )
    expect(page.get_by_role("combobox", name="Search inspection documents")).to_be_visible()
    search(page, "supervision")
    expect(page.get_by_role("option")).to_have_count(5)
    (asked,) = Kloe.asked
    assert asked["authority"] == ["Devon", "Bournemouth, Christchurch and Poole"]
    assert (asked["year"], asked["kind"], asked["limit"]) == (["2020", "2021"], ["minutes"], ["50"])


def test_it_has_its_styles_under_a_strict_security_policy(page: Any, origins: tuple[str, str]) -> None:
    page.goto(f"{origins[1]}/strict?label=Find")
    search(page, "supervision")
    expect(page.get_by_role("option")).to_have_count(5)
    assert box(page).evaluate("input => input.getBoundingClientRect().height") >= 44
    assert page.get_by_role("listbox").evaluate("list => getComputedStyle(list).position") == "absolute"


def test_the_page_sets_its_look(page: Any) -> None:
    search(page, "supervision")
    expect(page.get_by_role("option")).to_have_count(5)
    page.keyboard.press("ArrowDown")
    look = page.evaluate("""() => {
      const option = document.querySelector('kloe-search').shadowRoot.querySelector('[aria-selected=true]');
      return [getComputedStyle(option).backgroundColor, getComputedStyle(option.querySelector('.text')).fontStyle];
    }""")
    assert look == ["rgb(91, 42, 107)", "italic"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_can_be_read_in_light_and_dark(page: Any, scheme: str) -> None:
    page.emulate_media(color_scheme=scheme)
    search(page, "supervision")
    expect(page.get_by_role("option")).to_have_count(5)
    page.keyboard.press("ArrowDown")
    assert violations(page) == []


def test_axe_finds_what_is_wrong(page: Any) -> None:
    page.evaluate("document.querySelector('kloe-search').shadowRoot.querySelector('label').remove()")
    page.evaluate(
        "document.querySelector('kloe-search').shadowRoot.querySelector('input').removeAttribute('placeholder')"
    )
    assert any("label" in line for line in violations(page))
