from qa.evidence.units import make_units
from tests.qa.evidence.shelf import result, shelved

LEAD = "Leaders should improve help for care leavers, in particular:"


def test_a_short_passage_is_one_unit() -> None:
    found = result("Visits to children are regular.")
    (unit,) = make_units(shelved(found), [found])
    assert (unit.evidence.quote, unit.found, unit.rank) == (found.passage.text, found, 0)


def test_units_stand_in_the_order_of_the_results_and_know_their_place() -> None:
    sentences = [
        f"Plan {number} says what has to change for the child and who will help them do it." for number in "ABCD"
    ]
    long, short = result(" ".join(sentences)), result("Visits to children are regular.")
    units = make_units(shelved(long, short), [short, long])
    assert [unit.evidence.quote for unit in units] == ["Visits to children are regular.", *sentences]
    assert [unit.rank for unit in units] == [0, 1, 1, 1, 1]


def test_a_list_stands_once_and_is_found_by_its_best_passage() -> None:
    lead = result(LEAD)
    items = [result(text, LEAD) for text in ("the choice of flats", "advice on money")]
    units = make_units(shelved(lead, *items), [items[1], lead, items[0]])
    (unit,) = units
    assert unit.evidence.quote == f"{LEAD}\nthe choice of flats\nadvice on money"
    assert (unit.evidence.result.id, unit.found, unit.rank) == (lead.id, items[1], 0)


def test_a_passage_that_was_found_twice_stands_once() -> None:
    found = result("Visits to children are regular.")
    assert len(make_units(shelved(found), [found, found])) == 1


def test_no_results_no_units() -> None:
    assert make_units(shelved(), []) == []
    word = result("Good.")
    assert make_units(shelved(word), [word]) == []
