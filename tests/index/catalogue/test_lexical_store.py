import pytest

from index import Index


def test_documents_with_words(sample_index: Index) -> None:
    with_both = sample_index.catalogue.documents_with(["supervision", "caseloads"])
    assert with_both <= sample_index.catalogue.documents_with(["supervision"])
    assert not sample_index.catalogue.documents_with(["zeppelin"])


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
