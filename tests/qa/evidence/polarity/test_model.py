"""The arithmetic of the model with weights made by hand, and how well the model that ships does."""

import csv
from pathlib import Path

import pytest

from qa.evidence.polarity import Polarity, blames, polarity_of, praises
from qa.evidence.polarity.model import PolarityModel

TURNS = Path(__file__).with_name("turns.csv")
"""Invented sentences whose small words turn their meaning, each with its label; no model is made from them."""
RIGHT = 38
"""How many of the 50 sentences the model labels rightly."""


def label(said: Polarity) -> str:
    return {(True, True): "mixed", (True, False): "strength", (False, True): "weakness"}.get(
        (said.good > 0.5, said.bad > 0.5), "neutral"
    )


def test_known_words_add_up_and_are_shared_out_over_the_length() -> None:
    model = PolarityModel({"clear": (4.0, -4.0)}, (-1.0, -1.0))
    said = model.judge("clear")  # runs: <, clear, >, "< clear", "clear >", "< clear >"
    assert said.good == pytest.approx(1 / (1 + 2.718281828 ** -(4 / 6**0.5 - 1)))
    assert said.bad < 0.1
    assert model.judge("clear plans and clear visits for every child").good < said.good


def test_words_that_are_not_known_say_nothing() -> None:
    model = PolarityModel({"clear": (4.0, -4.0)}, (0.0, -2.0))
    assert model.judge("Visits.").good == 0.5
    assert model.judge("") == model.judge("Visits.")


def test_a_turn_of_speech_can_outweigh_a_word() -> None:
    model = PolarityModel({"clear": (4.0, -4.0), "#not always": (-9.0, 9.0)}, (0.0, 0.0))
    assert label(model.judge("Plans are clear.")) == "strength"
    assert label(model.judge("Plans are not always clear.")) == "weakness"


def test_heavy_weights_do_not_overflow() -> None:
    model = PolarityModel({"clear": (1e9, -1e9)}, (0.0, 0.0))
    assert model.judge("clear") == Polarity(pytest.approx(1.0), pytest.approx(0.0))


def test_a_text_says_what_any_of_its_sentences_says() -> None:
    good, bad = "Children receive excellent and timely help.", "Too many plans are poor and drift."
    assert praises(good)
    assert not blames(good)
    assert blames(bad)
    assert not praises(bad)
    both = polarity_of(f"{good} {bad}")
    assert both == Polarity(polarity_of(good).good, polarity_of(bad).bad)
    assert blames(f"{good} {bad}")
    assert not praises(f"{good} {bad}")


def test_no_words_point_neither_way() -> None:
    assert polarity_of("") == polarity_of("  ") == Polarity(0.0, 0.0)


def test_small_words_that_turn_the_meaning_are_understood() -> None:
    with TURNS.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == 50
    wrong = [row["sentence"] for row in rows if label(polarity_of(row["sentence"])) != row["label"]]
    assert len(rows) - len(wrong) >= RIGHT - 2, wrong
