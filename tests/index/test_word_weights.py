import pytest

from index import Index
from index.word_weights import word_weight


def test_rare_words_weigh_more() -> None:
    common, rare, absent = (word_weight(uses, 100) for uses in (90, 3, 0))
    assert 0 < common < rare < absent == 1


@pytest.mark.parametrize("passages", [0, 1, 2])
def test_a_nearly_empty_index_has_weights_too(passages: int) -> None:
    assert word_weight(0, passages) == 1


def test_a_word_weighs_as_all_the_words_of_its_stem(sample_index: Index) -> None:
    assert sample_index.weigh("Workers") == sample_index.weigh("worker") < sample_index.weigh("zeppelin") == 1
