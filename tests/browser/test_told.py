"""Which authorities were told something: a table that the keyboard sorts, and the next steps where there is no answer."""

from typing import Any

from tests.browser.steps import ANSWERED, answered, ask

ORDER = "[...document.querySelectorAll('#told tbody th')].map((cell) => cell.innerText)"


def test_the_table_is_sorted_by_keyboard_and_stays_so_when_later_papers_are_read(page: Any) -> None:
    ask(page, "Which authorities were told that management oversight is weak?")
    page.focus("#told .kloe-order >> text=Council")
    page.keyboard.press("Enter")
    assert page.get_attribute("#told th >> nth=0", "aria-sort") == "ascending"
    page.wait_for_selector("#told td[data-verdict]")
    order = page.evaluate(ORDER)
    assert order == sorted(order)
    assert page.get_attribute("#told th >> nth=0", "aria-sort") == "ascending"
    page.focus("#told .kloe-order >> text=Council")
    page.keyboard.press("Space")
    assert page.evaluate(ORDER) == sorted(order, reverse=True)


def test_a_declined_question_is_asked_again_with_a_limit_less(page: Any) -> None:
    question = "What did Ofsted say about supervision in Marlbridge in 2012?"
    ask(page, question)
    page.focus(f"{ANSWERED} .kloe-onward a")
    page.keyboard.press("Enter")
    page.wait_for_selector(f"{ANSWERED} .kloe-cite")
    answered(page, question)
    page.go_back()
    page.wait_for_selector(f"{ANSWERED} .kloe-onward")
