"""Questions about what councils do for everybody lie outside the remit, and those about children and families never do."""

import pytest

from qa.question.intent.remit import out_of_remit


@pytest.mark.parametrize(
    "question",
    [
        "When will the roads be gritted?",
        "How do I get a blue badge?",
        "who do I call about noisy neighbours",
        "Where can I get married?",
        "How do I register to vote?",
        "What does the local plan say about the green belt?",
        "is the tip open on Sundays",
        "How is trading standards doing?",
        "Are nursing homes inspected?",
        "What is the rent of a council house?",
    ],
)
def test_it_is_outside(question: str) -> None:
    assert out_of_remit(question)


@pytest.mark.parametrize(
    "question",
    [
        "Are care leavers exempt from council tax?",
        "Do foster carers get parking permits?",
        "Do social workers have parking problems?",
        "Is the market for placements difficult?",
        "How is the recycling of staff between teams handled?",
        "forced marriage",
        "How good is the quality of planning?",
        "Do licensing officers know about child exploitation?",
        "What happened after the election of a new lead member?",
    ],
)
def test_it_is_inside(question: str) -> None:
    assert out_of_remit(question) is None
