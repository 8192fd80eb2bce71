from ingest import Passage, Span
from qa.evidence.units import Evidence, repeats
from tests.qa.evidence.shelf import passage, result

TEXT = "Plans are clear. Visits are made on time by workers whom children know."


def test_the_words_between_its_ends_are_quoted() -> None:
    found = result(TEXT)
    assert Evidence.whole(found).quote == TEXT
    assert Evidence(found, 0, 16).quote == "Plans are clear."


def test_each_item_of_a_list_is_a_line_and_has_its_place() -> None:
    found = result("Leaders should improve:")
    items = (passage("plans"), Passage("visits", (Span(4, 20, 26),)))
    evidence = Evidence(found, 0, len(found.passage.text), items)
    assert evidence.lead == "Leaders should improve:"
    assert evidence.quote == "Leaders should improve:\nplans\nvisits"
    assert [text for text, _ in evidence.parts] == evidence.quote.split("\n")
    assert evidence.parts[2][1] == (Span(4, 20, 26),)


def test_a_part_of_a_passage_over_two_pages_has_a_place_on_each() -> None:
    found = result(TEXT)
    held = Evidence(type(found)("p", found.record, passage(TEXT, TEXT.index("on time"))), 17, len(TEXT))
    ((words, spans),) = held.parts
    assert words == TEXT[17:]
    assert [span.page for span in spans] == [1, 2]


def test_a_case_study_is_told_by_its_words_or_heading() -> None:
    assert Evidence.whole(result("One child waited for a plan.")).case_study
    assert Evidence.whole(result("Help came at once.", "Case study")).case_study
    assert not Evidence.whole(result("Children wait for plans.")).case_study


def test_nearly_the_same_words_of_one_document_repeat() -> None:
    first = Evidence.whole(result("Visits to children in care are timely and purposeful."))
    again = Evidence.whole(result("Visits to children in care are timely, purposeful and recorded."))
    other = Evidence.whole(result("Foster carers value the training that they are given."))
    assert repeats(first, again)
    assert repeats(again, first)
    assert not repeats(first, other)


def test_the_same_words_of_two_documents_do_not() -> None:
    first = Evidence.whole(result(TEXT))
    assert not repeats(first, Evidence.whole(result(TEXT, id="d2")))
