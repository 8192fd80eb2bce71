"""Places in a document, in words."""

import pytest

from ingest import Passage, Span
from qa import Pinpoint


@pytest.mark.parametrize(
    ("place", "words"),
    [
        (Pinpoint(3), "page 3"),
        (Pinpoint(3, "12"), "paragraph 12, page 3"),
        (Pinpoint(1, "(b)", "47", decides=True), "item 47, resolution (b), page 1"),
        (Pinpoint(1, None, "CYP 17", decides=True), "item CYP 17, resolution, page 1"),
        (Pinpoint(1, "ii)", "294", said_by="Ofsted"), "item 294, paragraph ii), as said by Ofsted, page 1"),
        (Pinpoint(3, "12", case_study=True), "paragraph 12, case study, page 3"),
    ],
)
def test_a_place(place: Pinpoint, words: str) -> None:
    assert str(place) == words


def test_the_place_of_a_passage() -> None:
    passage = Passage("that it be noted", (Span(2, 0, 16),), ("RESOLVED",), "(a)", "9")
    assert str(Pinpoint.of(passage)) == "item 9, resolution (a), page 2"
