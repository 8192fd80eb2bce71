import pytest

from qa.evidence.polarity.words import runs_of_words


def test_runs_of_one_to_four_words_with_the_ends_of_the_sentence() -> None:
    runs = runs_of_words("Plans are clear.")
    assert {"plans", "plans are", "< plans", "clear >", "< plans are clear", "plans are clear >"} <= runs
    assert "< plans are clear >" not in runs


def test_case_and_kind_of_apostrophe_do_not_matter() -> None:
    assert runs_of_words("Children’s PLANS") == runs_of_words("children's plans")


@pytest.mark.parametrize(
    ("sentence", "turn"),
    [
        ("The policy has yet to help.", "#yet"),
        ("Plans are not always clear.", "#not always"),
        ("Plans are rarely shared.", "#rarely"),
        ("Too few carers are trained.", "#too"),
        ("Fewer than half of them have a nurse.", "#few"),
        ("There is a shortage of carers.", "#lack"),
        ("Leaders failed to act.", "#fail"),
        ("Plans need to be strengthened.", "#should"),
        ("Plans are good, apart from one.", "#except"),
        ("Plans are good, although short.", "#but"),
        ("Plans remain too long.", "#still"),
        ("Practice was previously weak.", "#once"),
        ("Care is free from drift.", "#free from"),
        ("Practice is far from good.", "#far from"),
    ],
)
def test_turns_of_speech(sentence: str, turn: str) -> None:
    assert turn in runs_of_words(sentence)


def test_a_few_is_not_few() -> None:
    assert "#few" in runs_of_words("Few plans are clear.")
    assert "#few" not in runs_of_words("A few plans are clear.")


def test_two_turns_are_a_sign_together() -> None:
    assert "#but#too" in runs_of_words("Plans are good, but too few are shared.")


def test_a_negation_turns_the_words_that_follow_up_to_a_comma() -> None:
    runs = runs_of_words("Children do not wait long, and carers are glad.")
    assert {"#not wait", "#not long"} <= runs
    assert "#not carers" not in runs
    assert "#not drift" in runs_of_words("Plans don't drift.")


def test_without_words_only_the_ends_stand() -> None:
    assert runs_of_words("") == runs_of_words("!?") == {"<", ">", "< >"}
