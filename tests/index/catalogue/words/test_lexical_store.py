import pytest

from index import Index


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("social workers", True),
        ("Social Workers", True),
        ("workers social", False),
        ("supervisions", False),
        ("", False),
    ],
)
def test_phrases_match_by_order_and_spelling(sample_index: Index, text: str, expected: bool) -> None:
    assert sample_index.catalogue.contains_phrase(text) is expected
