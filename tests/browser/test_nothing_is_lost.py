"""Whatever happens while an answer is found, nothing that was typed or answered is lost."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlparse

import pytest

from app.feedback import read_feedback
from index import Index, update
from tests.browser.line import Line
from tests.browser.serving import opened_page, serving
from tests.browser.steps import answered, ask
from tests.conftest import SAMPLE, WordEmbedder

FIRST = "What did Ofsted say about management oversight in Marlbridge in 2022?"
NEXT = "and in Westhaven?"
HELD = "And what was said of caseloads in Westhaven?"  # its words are new to the model, so its answer can be held


class Place:
    """A server whose answers can be held, and the line to it."""

    def __init__(self, folder: Path, server: str) -> None:
        self.folder = folder
        self._ready = folder / "ready"
        self.line = Line(urlparse(server).port or 0)

    def hold(self) -> None:
        self._ready.unlink(missing_ok=True)

    def let_go(self) -> None:
        self._ready.touch()


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    folder = tmp_path_factory.mktemp("lost")
    update(Index(folder / "index", WordEmbedder()), [SAMPLE], folder / "cache")
    with serving(folder, folder / "ready") as server:
        place = Place(folder, server)
        yield place
        place.let_go()
        place.line.close()


@pytest.fixture
def place(made: Place) -> Iterator[Place]:
    made.let_go()
    made.line.mend()
    yield made
    made.let_go()


@pytest.fixture
def page(browser: Any, place: Place) -> Iterator[Any]:
    with opened_page(browser, place.line.address, viewport={"width": 1280, "height": 850}) as page:
        page.set_default_timeout(60_000)
        page.wait_for_selector(".kloe-start")
        yield page


def send(page: Any, question: str) -> None:
    """Ask, and do not wait for the answer."""
    page.fill("#question textarea", question)
    page.click("#ask-button")


def searching(page: Any, question: str) -> None:
    page.wait_for_function("question => document.querySelector('#answer h2')?.innerText === question", arg=question)
    page.locator("#answer .kloe-busy").wait_for()


def asked(page: Any) -> dict[str, list[str]]:
    return parse_qs(urlparse(page.url).query)


def earlier(page: Any) -> list[str]:
    names: list[str] = page.locator(".kloe-earlier li").all_inner_texts()
    return names


def lost(page: Any) -> None:
    page.get_by_text("The connection to Kloe was lost").wait_for()


def test_a_reload_while_searching_asks_the_same_again(page: Any, place: Place) -> None:
    ask(page, FIRST)
    place.hold()
    send(page, HELD)
    assert asked(page)["q"] == [HELD], "at once"
    assert asked(page)["after"] == [FIRST]
    searching(page, HELD)
    page.fill("#question textarea", "And in 2021?")
    page.reload()
    searching(page, HELD)
    place.let_go()
    answered(page, HELD)
    assert earlier(page) == [FIRST]
    assert page.input_value("#question textarea") == "And in 2021?"


def test_the_link_of_a_follow_up_holds_what_came_before(page: Any, place: Place, browser: Any) -> None:
    ask(page, FIRST)
    ask(page, NEXT)
    ask(page, "and in Ashcombe?")
    quotes = page.locator("#answer blockquote").all_inner_texts()
    page.reload()
    answered(page, "and in Ashcombe?")
    assert earlier(page) == [FIRST, NEXT]
    with opened_page(browser, page.url) as other:
        answered(other, "and in Ashcombe?")
        assert earlier(other) == [FIRST, NEXT]
        assert other.locator("#answer blockquote").all_inner_texts() == quotes
        assert other.title() == "and in Ashcombe? – Kloe"


def test_back_and_forward_give_each_answer_again(page: Any) -> None:
    ask(page, FIRST)
    ask(page, NEXT)
    page.go_back()
    answered(page, FIRST)
    assert earlier(page) == []
    page.go_forward()
    answered(page, NEXT)
    assert earlier(page) == [FIRST]


def test_back_while_searching_gives_the_answer_before(page: Any, place: Place) -> None:
    ask(page, FIRST)
    place.hold()
    send(page, "How good was supervision in Ashcombe?")
    searching(page, "How good was supervision in Ashcombe?")
    page.go_back()
    place.let_go()
    answered(page, FIRST)
    assert asked(page)["q"] == [FIRST]


def test_two_tabs_have_conversations_of_their_own(page: Any, place: Place) -> None:
    ask(page, FIRST)
    other = page.context.new_page()
    other.goto(place.line.address)
    other.wait_for_selector(".kloe-start")
    ask(other, "How good was supervision in Ashcombe in 2021?")
    other.fill("#question textarea", "what is typed here")
    ask(page, NEXT)
    assert earlier(page) == [FIRST]
    other.reload()
    answered(other, "How good was supervision in Ashcombe in 2021?")
    assert earlier(other) == []
    assert other.input_value("#question textarea") == "what is typed here"
    assert page.input_value("#question textarea") == ""
    other.close()


def test_a_search_is_stopped_and_asked_again(page: Any, place: Place) -> None:
    question = "What was said of foster carers in Westhaven?"  # no test before asked for them
    place.hold()
    send(page, question)
    page.get_by_role("button", name="Stop").click()
    page.get_by_text("Stopped. Ask again").wait_for()
    assert page.input_value("#question textarea") == question
    assert not page.locator("#answer .kloe-busy").is_visible()
    place.let_go()
    page.locator("[data-ask-again]").click()
    answered(page, question)
    place.hold()
    send(page, "What was said of adoption panels in Ashcombe?")
    page.get_by_role("button", name="Stop").click()
    place.let_go()
    page.keyboard.press("Enter")  # in the box, where the stopped question is again
    answered(page, "What was said of adoption panels in Ashcombe?")
    assert asked(page).get("after", []) == [question], "a stopped question does not follow itself"


@pytest.mark.parametrize("moment", ["before", "between", "after"])
def test_a_lost_connection_loses_nothing(page: Any, place: Place, moment: str) -> None:
    question = f"What was said of training {moment} 2022?"
    ask(page, FIRST)
    if moment == "between":
        place.hold()
        send(page, question)
        searching(page, question)
    place.line.cut()
    if moment != "between":
        send(page, question)
    lost(page)
    page.fill("#question textarea", NEXT)
    page.get_by_role("button", name="Try again").click()
    page.get_by_text("Kloe cannot be reached yet").wait_for()
    place.let_go()
    place.line.mend()
    answered(page, question)
    assert earlier(page) == [FIRST]
    assert page.input_value("#question textarea") == NEXT


def test_a_server_that_begins_anew_goes_on_where_the_page_is(page: Any, place: Place) -> None:
    ask(page, FIRST)
    page.fill("#feedback-word", "too")
    with serving(place.folder, place.folder / "ready") as again:
        place.line.cut()
        first, place.line.port = place.line.port, urlparse(again).port or 0
        place.line.mend()
        page.get_by_role("button", name="No", exact=True).click()
        page.get_by_text("Thank you").wait_for()
        page.fill("#feedback-word", "too long")
        page.get_by_role("button", name="Send").click()
        ask(page, NEXT)
        assert earlier(page) == [FIRST]
        place.line.cut()
        place.line.port = first
    kept = [(one.thumb, one.comment) for one in read_feedback(place.folder / "index") if one.question == FIRST]
    assert kept == [("down", "too long")], "one record, with the word that came after the thumb"


def test_a_question_that_is_too_long_is_refused_with_a_count(page: Any) -> None:
    long = "x" * 1243
    send(page, long)
    page.get_by_text("This question has 1,243 characters; the most is 1,000. Take out 243.").first.wait_for()
    assert page.input_value("#question textarea") == long
    assert "q" not in asked(page)
    page.reload()
    page.wait_for_selector(".kloe-start")
    page.wait_for_function("document.querySelector('#question textarea').value.length === 1243")
    page.fill("#question textarea", "")


def test_the_keyboard_skips_to_the_content_and_a_choice_is_not_sent(page: Any) -> None:
    page.evaluate("document.activeElement.blur()")
    page.locator("[data-skip]").focus()
    page.keyboard.press("Enter")
    page.wait_for_function("document.activeElement.id === 'answer'")
    page.get_by_role("tab", name="Documents").click()
    page.wait_for_selector("#documents .kloe-library")
    page.locator("#documents-authority").focus()
    page.keyboard.press("ArrowDown")
    page.wait_for_timeout(300)
    assert "authority" not in asked(page)
    assert page.title() == "Documents – Kloe"
