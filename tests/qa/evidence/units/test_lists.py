"""A list is found from its lead-in and from each of its items."""

from index import SearchResult
from qa.evidence.units.lists import is_lead_in, list_of
from tests.qa.evidence.shelf import result, shelved

LEAD = "Leaders should improve help for care leavers, in particular:"
ITEMS = ("the choice of flats", "advice on money", "the time it takes to see a nurse")


def under(heading: str, *items: str) -> list[SearchResult]:
    return [result(item, "What needs to improve", heading) for item in items]


def texts(found: tuple[SearchResult, tuple[object, ...]] | None) -> list[str]:
    assert found
    lead, items = found
    return [lead.passage.text, *(getattr(item, "text", "") for item in items)]


def test_the_lead_in_and_every_item_lead_to_the_same_list() -> None:
    lead, items = result(LEAD, "What needs to improve"), under(LEAD, *ITEMS)
    after = result("Visits are regular.", "What needs to improve")
    index = shelved(result("Plans are clear."), lead, *items, after)
    for found in (lead, *items):
        assert texts(list_of(index, found)) == [LEAD, *ITEMS]
    assert list_of(index, after) is None


def test_short_lines_that_go_on_the_sentence_are_items_too() -> None:
    lead = result(LEAD, "Help")
    lines = [result(text, "Help") for text in ("the choice of flats;", "– advice on money", "2 visits a month")]
    index = shelved(lead, *lines, result("Visits are regular.", "Help"))
    assert len(texts(list_of(index, lead))) == 4
    assert list_of(index, lines[0]) is None


def test_lines_under_another_heading_are_not() -> None:
    lead = result(LEAD, "Help")
    assert list_of(shelved(lead, result("the choice of flats", "Visits")), lead) is None


def test_a_lead_in_that_nothing_follows_is_no_list() -> None:
    lead = result(LEAD)
    assert list_of(shelved(lead), lead) is None
    assert list_of(shelved(lead, result("Visits are regular.")), lead) is None


def test_a_heading_that_is_no_passage_leads_in_no_list() -> None:
    item = result("the choice of flats", "Leaders should improve:")
    assert list_of(shelved(item), item) is None


def test_a_passage_that_the_document_no_longer_holds_is_in_no_list() -> None:
    lead = result(LEAD)
    assert list_of(shelved(), lead) is None


def test_of_two_lists_with_the_same_lead_in_the_nearest_counts() -> None:
    first, second = result(LEAD, id_="one"), result(LEAD, id_="two")
    early, late = under(LEAD, ITEMS[0]), under(LEAD, ITEMS[1])
    index = shelved(first, *early, second, *late)
    assert texts(list_of(index, early[0])) == [LEAD, ITEMS[0]]
    assert texts(list_of(index, late[0])) == [LEAD, ITEMS[1]]


def test_a_list_inside_a_list_belongs_to_both() -> None:
    inner = "advice on money, such as:"
    lead = result(LEAD)
    nested = [
        result(ITEMS[0], LEAD),
        result(inner, LEAD),
        result("how to save", LEAD, inner),
        result("how to pay rent", LEAD, inner),
        result(ITEMS[2], LEAD),
    ]
    index = shelved(lead, *nested, result("Visits are regular."))
    assert texts(list_of(index, nested[0])) == [LEAD, *(item.passage.text for item in nested)]
    assert texts(list_of(index, nested[2])) == [inner, "how to save", "how to pay rent"]


def test_an_item_that_ends_in_a_colon_and_leads_nothing_in_is_an_item() -> None:
    lead = result(LEAD)
    items = under(LEAD, ITEMS[0], "advice on:")
    assert texts(list_of(shelved(lead, *items), items[1])) == [LEAD, ITEMS[0], "advice on:"]


def test_a_list_of_thirty_items_is_whole() -> None:
    lead, items = result(LEAD), under(LEAD, *(f"matter {number}" for number in range(30)))
    assert len(texts(list_of(shelved(lead, *items), items[17]))) == 31


def test_a_lead_in_ends_in_a_colon() -> None:
    assert is_lead_in("They should improve: ")
    assert not is_lead_in("At 10:30 they met.")
    assert not is_lead_in("")
