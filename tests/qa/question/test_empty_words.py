"""The lists of empty words repeat nothing."""

from index.lexical import BACK_REFERENCES, NAME_LINKS
from qa.question import empty_words


def test_no_word_is_in_two_groups() -> None:
    unions = {"_COUNCILS", "_OF_FACTS"}
    groups = {
        name: words
        for name, words in vars(empty_words).items()
        if name.startswith("_") and isinstance(words, frozenset) and name not in unions
    }
    groups["stopwords"] = empty_words.STOPWORDS
    words = [word for group in groups.values() for word in group]
    assert len(groups) > 10
    assert len(words) == len(set(words))
    assert NAME_LINKS | BACK_REFERENCES < empty_words.STOPWORDS
