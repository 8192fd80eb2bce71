"""What is quoted of units that were judged by hand."""

from typing import Any

import pytest

from qa.evidence.answering import Judged
from qa.evidence.choosing import (
    MOST,
    MOST_OF_DOCUMENT,
    NEAR_OF_MANY,
    choose,
    choose_near,
    choose_of_many,
    choose_otherwise,
    whole_if_short,
)
from qa.evidence.units import Evidence, Unit
from tests.qa.evidence.shelf import passage, result

SUBJECTS = "visits plans carers schools nurses budgets courts homes".split()


def judged(text: str, answers: float, opposes: float = 0.0, **record_changes: Any) -> Judged:
    found = result(text, **record_changes)
    return Judged(Unit(Evidence.whole(found), found, 0), answers, opposes)


def some(*likelihoods: float) -> list[Judged]:
    """Units on different subjects, one for each likelihood."""
    return [judged(f"The {subject}.", answers) for subject, answers in zip(SUBJECTS, likelihoods, strict=False)]


def sentences(text: str, *parts: tuple[int, int]) -> list[Judged]:
    """Parts of one passage, all likely to answer, the likeliest first."""
    found = result(text)
    units = [Unit(Evidence(found, start, end), found, 0) for start, end in parts]
    return [Judged(unit, 0.9 - number / 100, 0.0) for number, unit in enumerate(units)]


def quotes(chosen: list[Evidence]) -> list[str]:
    return [evidence.quote for evidence in chosen]


@pytest.mark.parametrize(
    ("likelihoods", "count"),
    [((), 0), ((0.9, 0.7, 0.4), 2), ((0.5,), 1), ((0.4, 0.35, 0.1), 2), ((0.9,) * 8, MOST_OF_DOCUMENT)],
)
def test_what_is_likely_to_answer_is_quoted(likelihoods: tuple[float, ...], count: int) -> None:
    assert quotes(choose(some(*likelihoods))) == [f"The {subject}." for subject in SUBJECTS[:count]]


def test_fewer_may_be_wanted_or_less_likely_ones() -> None:
    assert len(choose(some(0.9, 0.8, 0.7), most=2)) == 2
    assert len(choose(some(0.4, 0.3, 0.1), least=0.2)) == 2


def test_each_paper_gives_a_few() -> None:
    units = [judged(f"The {subject}.", 0.9, id=paper) for paper in ("d1", "d2", "d3") for subject in SUBJECTS]
    assert len(choose(units)) == MOST


def test_what_follows_is_quoted_with_a_sentence_where_it_is_as_likely_to_answer() -> None:
    text = "Carers are trained. They visit homes. Nurses visit."
    units = sentences(text, (0, 19), (0, 37))
    assert quotes(choose(units)) == ["Carers are trained. They visit homes."]


def test_a_short_passage_is_quoted_whole_and_once() -> None:
    text = "Carers are trained. Homes are warm. Nurses visit."
    parts = [unit.evidence for unit in sentences(text, (0, 19), (36, 49))]
    assert quotes(whole_if_short(parts)) == [text]


def test_a_repeat_is_left_out_and_takes_no_place() -> None:
    units = [judged("Visits to children are regular.", 0.9), judged("Visits to children are regular too.", 0.8)]
    rest = some(0.7, 0.7, 0.7)
    assert quotes(choose([*units, *rest])) == ["Visits to children are regular.", *quotes([u.evidence for u in rest])]


def test_the_same_words_of_another_paper_are_no_repeat() -> None:
    assert len(choose([judged("Visits are regular.", 0.9), judged("Visits are regular.", 0.8, id="d2")])) == 2


def test_neighbours_are_quoted_as_one_in_the_place_of_the_better() -> None:
    text = "Carers are trained. Homes are warm. Nurses visit."
    units = sentences(text, (20, 35), (0, 19))
    other = judged("Budgets grow.", 0.885)
    assert quotes(choose([units[0], other, units[1]])) == ["Carers are trained. Homes are warm.", "Budgets grow."]


def test_parts_that_do_not_touch_stay_apart() -> None:
    text = "Carers are trained. Homes are warm. Nurses visit."
    assert quotes(choose(sentences(text, (0, 19), (36, 49)))) == ["Carers are trained.", "Nurses visit."]


def test_neighbours_that_would_be_too_long_stay_apart() -> None:
    first = "Carers " + "listen well and " * 24 + "act."
    second = "Homes " + "stay warm and " * 24 + "dry."
    text = f"{first} {second}"
    assert quotes(choose(sentences(text, (0, len(first)), (len(first) + 1, len(text))))) == [first, second]


def test_a_list_is_not_joined_to_a_neighbour() -> None:
    found = result("Leaders should improve:")
    items = (passage("the choice of flats"), passage("advice on money"))
    whole = Evidence(found, 0, len(found.passage.text), items)
    chosen = choose([Judged(Unit(whole, found, 0), 0.9, 0.0), judged("Budgets grow.", 0.8)])
    assert chosen[0] == whole


def of(place: str, text: str, answers: float, opposes: float = 0.0) -> Judged:
    return judged(text, answers, opposes, id=f"paper of {place}", authorities=(place,))


def test_of_many_each_authority_is_quoted_once_with_its_best() -> None:
    units = [
        of("Marlbridge", "Visits are late.", 0.9),
        of("Westhaven", "Plans drift.", 0.8),
        of("Marlbridge", "Carers wait.", 0.7),
        of("Ashcombe", "Courts wait.", 0.4),
    ]
    assert quotes(choose_of_many(units)) == ["Visits are late.", "Plans drift."]


def test_of_many_nothing_is_quoted_that_is_not_likely_unless_what_comes_near_is_wanted() -> None:
    units = [of("Marlbridge", "Visits are late.", 0.4), of("Westhaven", "Plans drift.", 0.2)]
    assert choose_of_many(units) == []
    assert quotes(choose_of_many(units, NEAR_OF_MANY)) == ["Visits are late."]


def test_what_comes_near_is_of_authorities_that_were_not_plainly_told() -> None:
    units = [
        of("Marlbridge", "Visits are late.", 0.9),
        of("Marlbridge", "Carers wait.", 0.6),
        of("Westhaven", "Plans drift.", 0.5),
        of("Ashcombe", "Courts wait.", 0.2),
    ]
    assert quotes(choose_near(units, choose_of_many(units))) == ["Plans drift."]


def test_of_many_a_case_study_is_no_finding_on_its_authority() -> None:
    units = [of("Marlbridge", "One child waited for a plan.", 0.9), of("Marlbridge", "Plans are late.", 0.8)]
    assert quotes(choose_of_many(units)) == ["Plans are late."]
    assert quotes(choose([units[0]])) == ["One child waited for a plan."]


def test_otherwise_is_the_best_of_each_other_paper_that_says_the_opposite() -> None:
    late = of("Marlbridge", "Visits are late.", 0.9, 0.6)
    timely = of("Westhaven", "Visits are timely.", 0.1, 0.7)
    prompt = of("Westhaven", "Visits are prompt.", 0.1, 0.9)
    unsure = of("Ashcombe", "Visits are made.", 0.1, 0.4)
    assert quotes(choose_otherwise([late, timely, prompt, unsure], [late.evidence])) == ["Visits are prompt."]
    assert choose_otherwise([], []) == []
