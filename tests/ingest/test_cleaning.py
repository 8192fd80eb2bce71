import pytest

from ingest.cleaning import CLEANERS, clean, join_lines


@pytest.mark.parametrize(
    ("printed", "cleaned"),
    [
        ("inter\u00ad\nvention", "intervention"),
        ("\ufb01nd the o\ufb03ce", "find the office"),
        ("timely decision- making", "timely decision-making"),
        ("short- and long-term plans", "short- and long-term plans"),
        ("\uf06e Plans are clear", "• Plans are clear"),
        ("\uf02d 25 live at home", "• 25 live at home"),
        ("Grade\uf0b7\u00a0one", "Grade one"),
        ("a\u202fb\u00a0 c\td", "a b c d"),
        ("first\r\nsecond\rthird", "first\nsecond\nthird"),
        ("so\u200bcial\u061c wo\u034frk\u180eers\ufe0f", "social workers"),
        ("plans\U000e0001\U000e0069\U000e0067 are\U000e0179 clear", "plans are clear"),
        ("red \x1b[31malert\x00", "red [31malert"),
    ],
)
def test_clean(printed: str, cleaned: str) -> None:
    assert clean(printed) == cleaned


@pytest.mark.parametrize("text", ["inter\u00ad\nvention", "\uf06e One\n\uf06e Two", "x- y\u00a0z", "plain"])
def test_cleaning_twice_changes_nothing(text: str) -> None:
    assert clean(clean(text)) == clean(text)


def test_cleaning_keeps_letters_and_digits() -> None:
    text = "36% of 1,204 children’s plans\u00a0were re-\nviewed – late"
    kept = [c for c in text if c.isalnum()]
    for cleaner in CLEANERS:
        assert [c for c in cleaner(text) if c.isalnum()] == kept


@pytest.mark.parametrize(
    ("first", "second", "joined"),
    [
        ("timely and well-", "coordinated", "timely and well-coordinated"),
        ("Stoke-", "on-Trent", "Stoke-on-Trent"),
        ("both short-", "and long-term", "both short- and long-term"),
        ("seen by", "inspectors", "seen by inspectors"),
    ],
)
def test_join_lines(first: str, second: str, joined: str) -> None:
    assert join_lines(first, second) == joined
