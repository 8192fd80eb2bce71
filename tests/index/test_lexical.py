from index.lexical import match_any, topic_words


def test_topic_words() -> None:
    assert topic_words("What did they say about children’s plans?") == ["children", "plans"]
    assert topic_words("what was it") == ["what", "was", "it"]
    assert match_any(["a", 'b"c']) == '"a" OR "b""c"'
