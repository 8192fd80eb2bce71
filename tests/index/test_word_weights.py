import pytest

from index.word_weights import word_weight


def test_rare_words_weigh_more() -> None:
    counts = {"care": 90, "neglect": 3}
    common, rare, absent = (word_weight(word, counts, 100) for word in ("Care", "neglected", "zeppelin"))
    assert 0 < common < rare < absent == 1


@pytest.mark.parametrize("passages", [0, 1, 2])
def test_a_nearly_empty_index_has_weights_too(passages: int) -> None:
    assert word_weight("care", {}, passages) == 1
