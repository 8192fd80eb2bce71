"""The parts of a passage that are quoted read well alone, and stand whole on their pages."""

from ingest import Passage
from qa.evidence.units.spans import unit_spans
from tests.qa.evidence.shelf import passage

VISITS = "Social workers visit children in care often and see them alone."
PLANS = "Most plans for children on the edge of care are clear, and families understand what has to change."
BUT = "However, plans for unborn babies are written too late in the pregnancy."
THIS = "This means that some parents have little time to show that they can care for their baby."
STAFF = "Leaders have recruited permanent staff, and morale across the service is high."
LONG = " ".join((VISITS, PLANS, BUT, THIS, STAFF))


def quoted(held: Passage) -> list[str]:
    return [held.text[start:end] for start, end in unit_spans(held)]


def test_a_short_passage_is_quoted_whole() -> None:
    assert quoted(passage(f"{VISITS} {STAFF}")) == [f"{VISITS} {STAFF}"]


def test_of_a_long_one_each_sentence_is() -> None:
    plain = f"{VISITS} {STAFF} {PLANS} {VISITS}"
    assert quoted(passage(plain)) == [VISITS, STAFF, PLANS, VISITS]


def test_a_sentence_takes_in_what_it_leans_on_and_what_takes_it_back() -> None:
    assert quoted(passage(LONG)) == [VISITS, f"{PLANS} {BUT}", f"{PLANS} {BUT} {THIS}", STAFF]


def test_the_parts_to_begin_with_can_be_given() -> None:
    text = f"{VISITS} {STAFF}"
    parts = [(0, len(VISITS)), (len(VISITS) + 1, len(text))]
    assert unit_spans(passage(text), parts) == parts


def test_what_is_quoted_together_has_a_limit() -> None:
    winding = "Workers " + "write down what they hear and " * 24 + "listen."
    text = f"{winding} This is recorded well."
    assert quoted(passage(text)) == [winding, "This is recorded well."]


def test_the_first_sentence_can_lean_on_nothing() -> None:
    text = f"This is a team with a clear purpose. {PLANS} {VISITS} {STAFF}"
    assert quoted(passage(text))[0] == "This is a team with a clear purpose."


def test_one_or_two_words_are_not_quoted() -> None:
    assert quoted(passage("Good.")) == []
    assert quoted(passage("Requires improvement")) == []
    assert quoted(passage("Judged as good")) == ["Judged as good"]


def test_a_passage_without_words_has_no_parts() -> None:
    assert quoted(passage("")) == []


def test_a_sentence_over_two_pages_is_quoted_with_both() -> None:
    held = passage(LONG, LONG.index("see them alone"))
    assert quoted(held)[0] == VISITS
    assert [span.page for span in held.locate(0, len(VISITS))] == [1, 2]


def test_a_sentence_takes_in_its_neighbour_on_a_page_where_it_has_only_a_word_or_two() -> None:
    text = f"{VISITS} {PLANS} {STAFF} {VISITS}"
    after = passage(text, text.index("change."))
    assert f"{PLANS} {STAFF}" in quoted(after)
    assert PLANS not in quoted(after)
    before = passage(text, text.index("plans for children"))
    assert f"{VISITS} {PLANS}" in quoted(before)


def test_without_a_neighbour_it_is_not_quoted() -> None:
    assert quoted(passage(VISITS, len("Social "))) == []
    assert quoted(passage(VISITS, VISITS.index("alone."))) == []


def test_a_neighbour_that_leans_brings_what_it_leans_on() -> None:
    text = f"{VISITS} {PLANS} {BUT} It helps. {STAFF}"
    assert all(not part.startswith("However") for part in quoted(passage(text)))
    text = f"{VISITS} {PLANS} {BUT} Staff stay."
    assert all(not part.startswith("However") for part in quoted(passage(text, text.index("stay."))))


def test_quotation_marks_stay_with_their_sentence() -> None:
    said = "“However hard the day is, my worker rings me,” said a care leaver."
    text = f"{PLANS} {VISITS} {STAFF} {said}"
    assert quoted(passage(text))[-1].endswith(said)
