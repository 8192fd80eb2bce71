"""The signals are read from the sample's passages, for questions made by hand."""

import math

import pytest

from index import Index
from qa.evidence.answering.model import answering_model
from qa.evidence.answering.signals import Row, Signals
from qa.evidence.relevance import weigh_topic
from qa.evidence.units import Unit, make_units
from qa.question import Direction, Intent, Measure, ParsedQuestion, Purpose, Scope

TOPIC = "management oversight"


@pytest.fixture(scope="module")
def units(sample_index: Index) -> list[Unit]:
    found = make_units(sample_index, sample_index.search(TOPIC, limit=8))
    assert len(found) > 4
    return found


def read(
    index: Index, units: list[Unit], intent: Intent | None = None, topic: str = TOPIC, many: bool = False
) -> list[Row]:
    parsed = ParsedQuestion(topic, Scope(), topic, intent or Intent())
    return Signals(index, parsed, weigh_topic(index, topic), many).rows(units)


def test_each_unit_has_every_signal_that_the_model_asks_about(sample_index: Index, units: list[Unit]) -> None:
    rows = read(sample_index, units)
    assert len(rows) == len(units)
    for row in rows:
        assert set(answering_model().signals) <= set(row)
        assert all(math.isfinite(value) for value in row.values())


def test_without_units_there_are_no_rows(sample_index: Index) -> None:
    assert read(sample_index, []) == []


def test_a_unit_that_uses_the_topics_words_covers_it(sample_index: Index, units: list[Unit]) -> None:
    rows = read(sample_index, units)
    for unit, row in zip(units, rows, strict=True):
        both = all(word in unit.evidence.quote.lower() for word in TOPIC.split())
        if both:
            assert row["coverage"] == pytest.approx(1.0)
            assert row["missing"] == 0.0
        assert 0 <= row["coverage"] <= row["coverage_headed"] <= row["coverage_around"] <= 1 + 1e-9
    assert max(row["coverage"] for row in rows) == pytest.approx(1.0)


def test_the_unit_that_comes_nearest_stands_below_none(sample_index: Index, units: list[Unit]) -> None:
    rows = read(sample_index, units)
    nearest = max(rows, key=lambda row: row["topic_late"])
    assert nearest["topic_late_below"] == 0.0
    assert nearest["best_of_passage"] == 1.0
    assert all(row["topic_late_below"] >= 0 for row in rows)


def test_an_empty_topic_is_compared_with_nothing(sample_index: Index, units: list[Unit]) -> None:
    rows = read(sample_index, units, topic="")
    assert {row["coverage"] for row in rows} == {0.0}
    assert {row["topic_words"] for row in rows} == {0.0}


def test_praise_is_wanted_in_one_direction_and_unwanted_in_the_other(sample_index: Index, units: list[Unit]) -> None:
    praised = read(sample_index, units, Intent(direction=Direction.PRAISED))
    criticised = read(sample_index, units, Intent(direction=Direction.CRITICISED))
    for up, down in zip(praised, criticised, strict=True):
        assert up["wanted"] == up["good"] == down["against"]
        assert up["against"] == up["bad"] == down["wanted"]
        assert up["directed"] == down["directed"] == 1.0
    for row in read(sample_index, units):
        assert (row["wanted"], row["against"], row["directed"]) == (0.5, 0.5, 0.0)


def test_what_is_asked_for_is_the_same_for_each_unit(sample_index: Index, units: list[Unit]) -> None:
    rows = read(sample_index, units, Intent(Purpose.FIGURE, measure=Measure.NUMBER), many=True)
    assert {(row["asks_figure"], row["asks_list"], row["many"]) for row in rows} == {(1.0, 0.0, 1.0)}
    assert {row["figure"] for row in rows} <= {0.0, 1.0}
    assert {row["date"] for row in rows} == {0.5}


def test_age_is_counted_from_the_newest_paper(sample_index: Index, units: list[Unit]) -> None:
    ages = [row["years_old"] for row in read(sample_index, units)]
    assert min(ages) == 0.0
    assert max(ages) <= 12.0
