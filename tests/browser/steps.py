"""Steps that a person takes on the page."""

from typing import Any

ANSWERED = "#answer .kloe-turn[data-link]"


def ask(page: Any, question: str) -> None:
    """Type a question and wait for the finished answer."""
    page.fill("#question textarea", question)
    page.click("#ask-button")
    answered(page, question)


def answered(page: Any, question: str) -> None:
    page.wait_for_function(
        "([finished, question]) => document.querySelector(`${finished} h2`)?.innerText === question",
        arg=[ANSWERED, question],
    )


def chips(page: Any) -> list[str]:
    return [text.removesuffix("×").strip() for text in page.locator(".kloe-chip").all_inner_texts()]


def go_to_tab(page: Any, name: str) -> None:
    page.get_by_role("tab", name=name).click()
    page.wait_for_selector(
        {"Search": "#results .kloe-found", "Documents": "#documents .kloe-library"}.get(name, "#answer article")
    )
