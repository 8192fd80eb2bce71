import pytest

from index import Index


@pytest.mark.parametrize(
    ("text", "corrected"),
    [
        ("management oversigt", "management oversight"),
        ("supervison of social workers", "supervision of social workers"),
        ("asessments", "assessments"),
        ("volcano helicopter", "volcano helicopter"),
        ("supervision", "supervision"),
        ("agancy staff", "agency staff"),
        ("supervison7", "supervison7"),
        ("the work force", "the workforce"),
        ("high case loads", "high caseloads"),
        ("super vision of social workers", "supervision of social workers"),
        ("safe guarding", "safeguarding"),
        ("foster carers and care plans", "foster carers and care plans"),
        ("care for children in need", "care for children in need"),
    ],
)
def test_a_misspelt_word_becomes_the_nearest_indexed_word(sample_index: Index, text: str, corrected: str) -> None:
    assert sample_index.correct(text) == corrected


@pytest.mark.parametrize("word", ["skating", "uncles", "shoes"])
def test_an_english_word_is_not_corrected(sample_index: Index, word: str) -> None:
    assert sample_index.correct(word) == word
