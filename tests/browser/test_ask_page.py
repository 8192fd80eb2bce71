"""Asking, in a real browser, as a person does it."""

import io
from typing import Any

import docx

from index import Index
from ingest.readers.rectangles import rectangles
from tests.browser.serving import EVIL
from tests.browser.steps import ANSWERED, answered, ask, chips
from tests.conftest import SAMPLE

QUESTION = "What did Ofsted say about management oversight in Marlbridge in 2022?"

# How many of the picture's pixels inside the boxes, and outside all of them, have the colour of the marks.
PIXELS = """boxes => {
  const image = document.querySelector('#source figure img');
  const canvas = Object.assign(document.createElement('canvas'), {width: image.naturalWidth, height: image.naturalHeight});
  const drawing = canvas.getContext('2d');
  drawing.drawImage(image, 0, 0);
  const {data} = drawing.getImageData(0, 0, canvas.width, canvas.height);
  const counts = {inside: 0, area: 0, outside: 0};
  for (let y = 0; y < canvas.height; y++) for (let x = 0; x < canvas.width; x++) {
    const at = 4 * (y * canvas.width + x), marked = data[at] > 200 && data[at + 1] > 180 && data[at + 2] < 160;
    const within = (by) => boxes.some(([left, top, right, bottom]) => x >= left * canvas.width - by &&
      x <= right * canvas.width + by && y >= top * canvas.height - by && y <= bottom * canvas.height + by);
    if (within(0)) { counts.area++; counts.inside += marked; } else if (marked && !within(6)) counts.outside++;
  }
  return counts;
}"""


def test_a_citation_opens_its_page_with_the_words_marked(page: Any, index: Index) -> None:
    ask(page, QUESTION)
    cite = page.locator("#answer blockquote .kloe-cite").nth(1)
    quote = page.locator("#answer blockquote").nth(1).inner_text().split("”")[0].removeprefix("“")
    cite.click()
    page.wait_for_function(
        "quote => [...document.querySelectorAll('#source .kloe-passage mark')].map(one => one.innerText).join(' ') === quote",
        arg=quote,
    )
    page.wait_for_function("document.querySelector('#source figure img').complete")
    reference = page.inner_text("#source .kloe-reference")
    assert reference.startswith("Marlbridge, ILACS inspection report, ")
    number = int(reference.rsplit("page ", 1)[1])
    about = page.get_attribute("#source .kloe-about", "href")
    path = next(record.path for record in index.catalogue.records() if record.id in about)
    boxes = [[one.left, one.top, one.right, one.bottom] for one in rectangles(SAMPLE / path, number, quote)]
    counts = page.evaluate(PIXELS, boxes)
    assert boxes
    assert counts["inside"] > counts["area"] / 2
    assert counts["outside"] == 0


def test_a_source_has_reference_neighbours_and_original(page: Any) -> None:
    ask(page, QUESTION)
    page.locator("#answer blockquote .kloe-cite").first.click()
    page.get_by_role("button", name="Copy reference").click()
    page.get_by_role("button", name="Copied").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == page.inner_text("#source .kloe-reference")
    assert page.locator("#source .kloe-neighbour").count() >= 1
    original = page.request.get(page.get_by_role("link", name="Open the original").evaluate("link => link.href"))
    assert original.headers["content-type"] == "application/pdf"
    assert original.body().startswith(b"%PDF")


def test_removing_a_part_of_the_scope_asks_again(page: Any) -> None:
    ask(page, QUESTION)
    assert chips(page) == ["Marlbridge", "2022"]
    page.locator(".kloe-chip", has_text="2022").click()
    page.wait_for_function("document.querySelectorAll('.kloe-turn[data-link] .kloe-chip').length === 1")
    assert chips(page) == ["Marlbridge"]
    documents = page.locator("#answer section h3").all_inner_texts()
    assert len(documents) > 1
    assert all(name.startswith("Marlbridge") for name in documents)
    page.locator(".kloe-chip", has_text="Marlbridge").click()
    page.get_by_text("Searching all documents").wait_for()
    page.go_back()
    page.wait_for_function("document.querySelectorAll('.kloe-turn[data-link] .kloe-chip').length === 1")


def test_a_follow_up_keeps_the_conversation(page: Any) -> None:
    ask(page, QUESTION)
    ask(page, "and in Westhaven?")
    assert chips(page) == ["Westhaven", "2022"]
    assert "Carried over from the previous question" in page.inner_text("#answer")
    headings = page.locator("#answer section h3").all_inner_texts()
    assert headings
    assert all(heading.startswith("Westhaven") for heading in headings)
    page.reload()
    answered(page, "and in Westhaven?")
    assert chips(page) == ["Westhaven", "2022"]
    assert page.locator("#answer section h3").all_inner_texts() == headings


def test_a_conversation_lists_what_was_asked_before_and_can_be_ended(page: Any) -> None:
    ask(page, QUESTION)
    ask(page, "and in Westhaven?")
    page.locator(".kloe-earlier").get_by_role("link", name=QUESTION).click()
    answered(page, QUESTION)
    ask(page, "and in Ashcombe?")
    page.get_by_role("link", name="Start a new conversation").click()
    page.wait_for_selector(".kloe-start")


def test_a_refusal_says_why(page: Any) -> None:
    ask(page, "What did Ofsted say about supervision in Marlbridge in 2012?")
    said = page.inner_text("#answer .kloe-refusal")
    assert "No document held" in said
    assert "18 March 2022" in said


def test_where_the_documents_are_silent_the_nearest_passages_open_beside(page: Any) -> None:
    ask(page, "How many children in Westhaven learn the trombone?")
    assert "None of these clearly answers it" in page.inner_text("#answer .kloe-nearest h3")
    passages = page.locator("#answer .kloe-nearest li")
    assert passages.count() == 3
    text = passages.nth(1).locator("p").last.inner_text()
    passages.nth(1).locator("a").click()
    page.wait_for_function(
        "text => [...document.querySelectorAll('#source .kloe-passage mark')].map(one => one.innerText).join(' ') === text",
        arg=text,
    )


def test_more_passages_are_folded_until_they_are_wanted(page: Any) -> None:
    ask(page, QUESTION)
    more = page.locator("#answer .kloe-more")
    assert not more.locator("li").first.is_visible()
    more.locator("summary").click()
    first = more.locator("li").first
    assert "Found, but not chosen as an answer" in first.inner_text()
    reference = first.locator("a").inner_text()
    first.locator("a").click()
    page.wait_for_function(
        "text => document.querySelector('#source .kloe-reference')?.innerText === text", arg=reference
    )
    assert first.is_visible(), "the fold stays open"


def test_document_text_stays_text(page: Any) -> None:
    ask(page, "Why was the zeppelin late?")
    assert EVIL.split(">")[0] in page.inner_text("#answer blockquote")
    assert "${1+1} {{value}} **bold**" in page.inner_text("#source mark")
    assert page.title() != "taken"


def test_an_example_is_asked(page: Any) -> None:
    example = page.locator(".kloe-start li a").first
    question = example.inner_text()
    example.click()
    answered(page, question)
    assert page.locator("#answer blockquote").count()


def test_an_answer_is_saved_as_word_and_csv(page: Any) -> None:
    ask(page, QUESTION)
    quote = page.locator("#answer blockquote").first.inner_text().split("”")[0].removeprefix("“")
    with page.expect_download() as saved:
        page.get_by_role("link", name="Save as Word").click()
    word = docx.Document(io.BytesIO(saved.value.path().read_bytes()))
    text = "\n".join(paragraph.text for paragraph in word.paragraphs)
    assert QUESTION in text
    assert quote in text
    assert "References" in text
    with page.expect_download() as saved:
        page.get_by_role("link", name="Save as CSV").click()
    assert quote in saved.value.path().read_text(encoding="utf-8-sig")


def test_what_a_person_says_of_an_answer_is_kept(page: Any, index: Index) -> None:
    from app.feedback import read_feedback

    question = f"How good was supervision in Ashcombe in 2021? {page.viewport_size['width']}"
    ask(page, question)
    page.fill("#feedback-word", "too long")
    page.get_by_role("button", name="No", exact=True).click()
    page.get_by_text("Thank you").wait_for()
    kept = [one for one in read_feedback(index.folder) if one.question == question]
    assert [(one.thumb, one.comment) for one in kept] == [("down", "too long")]


def test_all_of_ask_with_the_keyboard_alone(page: Any) -> None:
    page.wait_for_function("document.activeElement.closest('#question')")
    page.keyboard.type(QUESTION)
    page.keyboard.press("Enter")
    page.wait_for_selector(ANSWERED)
    tab_to(page, "#answer blockquote .kloe-cite")
    page.keyboard.press("Enter")
    page.wait_for_function("document.activeElement.matches('#source h2')")
    page.keyboard.press("Escape")
    page.wait_for_function("document.activeElement.matches('#answer blockquote .kloe-cite')")
    tab_to(page, ".kloe-chip", "Shift+Tab")
    page.keyboard.press("Enter")
    page.wait_for_function("document.querySelectorAll('.kloe-turn[data-link] .kloe-chip').length === 1")
    tab_to(page, "#question textarea", "Shift+Tab")
    page.keyboard.type("and in Westhaven?")
    page.keyboard.press("Enter")
    answered(page, "and in Westhaven?")


def tab_to(page: Any, selector: str, key: str = "Tab") -> None:
    for _ in range(60):
        page.keyboard.press(key)
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"the keyboard does not come to {selector}")
