import pytest

from index.lexical import match_any, tokens, topic_words


def test_topic_words() -> None:
    assert topic_words("What did they say about children’s plans?") == ["children", "plans"]
    assert topic_words("what was it") == ["what", "was", "it"]
    assert match_any(["a", 'b"c']) == '"a" OR "b""c"'


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Social Workers", ["social", "worker"]), ("Café", ["cafe"]), ("children's", ["children", "s"]), ("—", [])],
)
def test_tokens_are_stems_without_accents(text: str, expected: list[str]) -> None:
    assert tokens(text) == expected
