"""The axes of token vectors belong to a model, and not to the documents that an index meets first."""

import json
from collections.abc import Sequence
from importlib.resources import files

import numpy as np
import pytest

from index.ranking.tokens import TokenVectors
from index.vectors import axes_of
from index.vectors.embedder import EncodedText
from tests.conftest import WordEmbedder

SHIPPED = json.loads(files("index.vectors").joinpath("axes", "models.json").read_text(encoding="utf-8"))


class FewAxes(WordEmbedder):
    """Has more dimensions than the axes that are stored."""

    token_axes = 4


class Unread(WordEmbedder):
    """Has as many dimensions as Kloe's model, and must not be asked for vectors."""

    token_axes = 48

    def encode_with_tokens(self, texts: Sequence[str]) -> list[EncodedText]:
        raise AssertionError("the model was used")


def test_a_model_of_few_dimensions_keeps_them_all() -> None:
    embedder = WordEmbedder(dimensions=64)
    assert np.array_equal(axes_of(embedder).axes, np.eye(64))
    assert embedder.encoded == 0


@pytest.mark.parametrize("digest", SHIPPED)
def test_the_axes_of_the_models_that_kloe_knows_are_shipped(digest: str) -> None:
    embedder = Unread(dimensions=384)
    embedder.digest = digest
    axes = axes_of(embedder).axes
    assert axes.shape == (384, 48)
    assert np.allclose(axes.T @ axes, np.eye(48), atol=1e-4)


def test_any_other_model_learns_its_axes_from_fixed_words() -> None:
    made = [axes_of(FewAxes(dimensions=32)) for _ in range(2)]
    assert made[0].count == 4
    assert made[0].digest == made[1].digest
    other = FewAxes("other", 32)
    assert axes_of(other).digest == made[0].digest, "this model gives the same vectors under another name"
    assert other.encoded > 100


def test_axes_of_another_shape_than_the_models_are_not_used() -> None:
    embedder = FewAxes(dimensions=32)
    embedder.digest = next(iter(SHIPPED))
    assert axes_of(embedder).axes.shape == (32, 4)


def test_the_axes_tell_most_of_what_the_tokens_have_in_common() -> None:
    embedder = FewAxes(dimensions=32)
    axes = axes_of(embedder).axes
    assert np.allclose(axes.T @ axes, np.eye(4), atol=1e-4)
    (encoded,) = embedder.encode_with_tokens(["the inspectors said that the children are safe"])
    assert isinstance(encoded.tokens, TokenVectors)
    kept = np.square(encoded.tokens.vectors @ axes).sum() / len(encoded.tokens.vectors)
    assert kept > 4 / 32
