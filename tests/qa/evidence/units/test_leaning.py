import pytest

from qa.evidence.units.leaning import leans, takes_back


@pytest.mark.parametrize(
    "sentence",
    [
        "However, plans for older children drift.",
        "As a result, families wait less.",
        "For example, two children had no visit for a month.",
        "This means that risk is missed.",
        "These children wait too long.",
        "Their plans are out of date.",
        "Some of these plans lack detail.",
        "In these cases, social workers act at once.",
        "Where this happens, children settle.",
        "It is good.",
        "Its impact is not yet known.",
        "They are seen alone.",
        "“However, we wait for weeks,” said a carer.",
        "The same is true of health assessments.",
    ],
)
def test_sentences_that_lean(sentence: str) -> None:
    assert leans(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "It is clear that staff care about children.",
        "It is too early to judge the impact.",
        "It was not possible to see every file.",
        "Social workers know their children well.",
        "The council and its partners share information.",
        "When children go missing, they are spoken to within a day.",
        "There is drift in plans for permanence.",
        "Children and their families get help early.",
        "Thresholds are understood.",
        "Item three was agreed.",
        "This year, fewer children have moved placement.",
        "This authority has a stable workforce.",
        "In this local authority, children are safe.",
        "At this visit, inspectors saw strong plans.",
        "Both children and carers feel heard.",
        "Both the virtual school and the nurses know every child.",
        "Those who leave care are well supported.",
        "Those children who need a nurse see one.",
    ],
)
def test_sentences_that_stand_alone(sentence: str) -> None:
    assert not leans(sentence)


@pytest.mark.parametrize("sentence", ["Both teams are stable.", "Both are stable.", "Those plans drift."])
def test_words_that_point_back_still_do(sentence: str) -> None:
    assert leans(sentence)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("However, there is drift.", True),
        ("But too few plans are clear.", True),
        ("This is not always the case.", True),
        ("Recording of visits, however, is weak.", True),
        ("Despite this, morale is high.", True),
        ("This means that children are safe.", False),
        ("Plans are clear and visits are regular; carers, however, wait for an answer.", False),
        ("Butler Street offers a safe place to meet.", False),
        ("", False),
    ],
)
def test_sentences_that_take_back_the_one_before(sentence: str, expected: bool) -> None:
    assert takes_back(sentence) is expected
