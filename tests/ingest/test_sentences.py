import pytest

from ingest.sentences import sentence_spans


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("One is good. Two is not.", ["One is good.", "Two is not."]),
        ("Dr. Hall and Mrs. Lee agreed. They left.", ["Dr. Hall and Mrs. Lee agreed.", "They left."]),
        ("It rose by 3.5m. This helped.", ["It rose by 3.5m.", "This helped."]),
        ("‘I am heard.’ Children say so.", ["‘I am heard.’", "Children say so."]),
        ("See the guide.2 Plans are late.", ["See the guide.2", "Plans are late."]),
        ("Is it safe? Yes!", ["Is it safe?", "Yes!"]),
        ("no end", ["no end"]),
        ("  ", []),
    ],
)
def test_sentence_spans(text: str, sentences: list[str]) -> None:
    assert [text[start:end] for start, end in sentence_spans(text)] == sentences
