import pytest

from qa.evidence.units.cases import is_case_study


@pytest.mark.parametrize(
    "text",
    [
        "In one case, a child moved four times in a month.",
        "For one family, help came too late.",
        "In one recent example, a worker sat up all night with a child.",
        "One child waited for a plan.",
        "One young person told inspectors that she feels safe.",
        "one care leaver lost his flat",
        "Amira, aged 14, moved to a new carer.",
        "Amira, 14, moved to a new carer.",
        "Amira, a 14-year-old, moved to a new carer.",
    ],
)
def test_words_about_one_child_or_family(text: str) -> None:
    assert is_case_study((), text)


@pytest.mark.parametrize(
    "text",
    [
        "One in three children waits.",
        "One team is short of staff.",
        "One family hub is open in each district.",
        "One family support worker covers the night.",
        "Children tell of one case after another.",
        "Overall, 12 children wait for a plan.",
        "Marlbridge, 12 March 2024",
        "Westhaven, 30 children wait for a plan.",
        "",
    ],
)
def test_words_about_more(text: str) -> None:
    assert not is_case_study((), text)


def test_a_heading_for_case_studies_tells_too() -> None:
    assert is_case_study(("Findings", "Case study: a new start"), "Help came at once.")
    assert is_case_study(("Case examples",), "Help came at once.")
    assert not is_case_study(("Caseloads",), "Help came at once.")
