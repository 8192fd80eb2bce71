"""The vector cache embeds a text once for each model and projection."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from index import StoreError
from index.ranking.tokens import Projection, TokenVectors
from index.vectors.cache import VectorCache
from index.vectors.embedder import EncodedText
from tests.conftest import WordEmbedder

TEXTS = ["caseloads were high", "visits were late", "plans were clear"]


class FewAxes(WordEmbedder):
    """Has more dimensions than the axes that are stored."""

    token_axes = 4


class Short(WordEmbedder):
    """Has fewer dimensions than the axes that may be stored, so its vectors need no projection."""

    token_axes = 48

    def encode_with_tokens(self, texts: Sequence[str]) -> list[EncodedText]:
        self.encoded += len(texts)
        vector = np.eye(3, dtype=np.float32)
        return [EncodedText(vector[0], TokenVectors(vector[:2], ((0, 1), (1, 2)))) for _ in texts]


@pytest.fixture
def cache(tmp_path: Path, embedder: WordEmbedder) -> VectorCache:
    return VectorCache(tmp_path / "cache", embedder)


@pytest.fixture
def projection(cache: VectorCache) -> Projection:
    return cache.projection(TEXTS)


@pytest.mark.parametrize(
    ("first", "then", "new"),
    [
        (TEXTS, TEXTS, 0),
        (TEXTS[:1], TEXTS, 2),
        (TEXTS, TEXTS[::-1], 0),
        (TEXTS[:1], [TEXTS[1], TEXTS[0], TEXTS[1]], 1),
        (TEXTS[:1], [TEXTS[0].upper()], 1),
    ],
)
def test_nothing_is_embedded_twice(
    cache: VectorCache, projection: Projection, embedder: WordEmbedder, first: list[str], then: list[str], new: int
) -> None:
    cache.encode(first, projection)
    before = embedder.encoded
    cache.encode(then, projection)
    assert embedder.encoded - before == new


def test_the_cache_gives_what_the_model_gave(
    cache: VectorCache, projection: Projection, embedder: WordEmbedder
) -> None:
    cache.encode(TEXTS[1:2], projection)
    for _ in range(2):
        vectors, packed = cache.encode(TEXTS, projection)
        expected = embedder.encode_with_tokens(TEXTS)
        assert np.array_equal(vectors, np.stack([one.vector for one in expected]))
        assert packed == [projection.pack(one.tokens.vectors) for one in expected]


def test_the_cache_outlives_its_process(cache: VectorCache, projection: Projection, tmp_path: Path) -> None:
    vectors, packed = cache.encode(TEXTS, projection)
    again = WordEmbedder()
    reopened = VectorCache(tmp_path / "cache", again)
    assert np.array_equal(reopened.encode(TEXTS, projection)[0], vectors)
    assert reopened.encode(TEXTS, projection)[1] == packed
    assert again.encoded == 0


def test_models_do_not_share_vectors(cache: VectorCache, projection: Projection, tmp_path: Path) -> None:
    cache.encode(TEXTS, projection)
    other = WordEmbedder("other")
    VectorCache(tmp_path / "cache", other).encode(TEXTS, projection)
    assert other.encoded == len(TEXTS)


def test_projections_do_not_share_packed_tokens(tmp_path: Path) -> None:
    embedder = FewAxes()
    cache = VectorCache(tmp_path, embedder)
    tokens = [
        np.concatenate([one.tokens.vectors for one in embedder.encode_with_tokens(texts)])
        for texts in (TEXTS, TEXTS[:2])
    ]
    some, others = (Projection.learn(vectors, 4) for vectors in tokens)
    first = cache.encode(TEXTS, some)[1]
    assert cache.encode(TEXTS, others)[1] != first
    assert cache.encode(TEXTS, some)[1] == first


def test_the_projection_is_kept(tmp_path: Path) -> None:
    learned = VectorCache(tmp_path, FewAxes()).projection(TEXTS)
    assert learned.count == 4
    again = FewAxes()
    assert VectorCache(tmp_path, again).projection(["other words altogether"]).digest == learned.digest
    assert again.encoded == 0
    assert VectorCache(tmp_path, FewAxes("other")).projection(["other words altogether"]).digest != learned.digest


def test_a_model_of_few_dimensions_needs_no_projection(tmp_path: Path) -> None:
    cache = VectorCache(tmp_path, Short())
    projection = cache.projection(TEXTS)
    assert np.array_equal(projection.axes, np.eye(3))
    vectors, packed = cache.encode(TEXTS, projection)
    assert vectors.shape == (3, 3)
    assert projection.unpack(packed[0]).tolist() == [[1, 0, 0], [0, 1, 0]]


@pytest.mark.parametrize("broken", ["a file where the folder would be", "no database"])
def test_a_cache_that_cannot_be_opened(tmp_path: Path, embedder: WordEmbedder, broken: str) -> None:
    folder = tmp_path / "cache"
    if broken == "no database":
        folder.mkdir()
        (folder / "vectors.sqlite").write_text("this is not a database, and never was one" * 40)
    else:
        folder.write_text("")
    with pytest.raises(StoreError, match=r"the vector cache .*vectors\.sqlite"):
        VectorCache(folder, embedder)
