"""The axes that a model's token vectors are packed on: shipped for Kloe's model, made from fixed words for any other.

They do not depend on which documents an index meets first, so that two indexes made by one model can be compared and share vectors.
"""

import json
from importlib.resources import files

import numpy as np

from index.ranking.tokens import Projection
from index.vectors.embedder import Embedder

_FOLDER = files("index.vectors").joinpath("axes")


def axes_of(embedder: Embedder) -> Projection:
    """The main axes of a model's token vectors; all its dimensions if it has no more than the index keeps.

    Raises:
        StoreError: the model cannot be loaded.
    """
    if embedder.dimensions <= embedder.token_axes:
        return Projection(np.eye(embedder.dimensions, dtype=np.float32))
    shipped = json.loads(_FOLDER.joinpath("models.json").read_text(encoding="utf-8"))
    if name := shipped.get(embedder.digest):
        with _FOLDER.joinpath(name).open("rb") as file:
            axes = np.load(file)
        if axes.shape == (embedder.dimensions, embedder.token_axes):
            return Projection(np.asarray(axes, dtype=np.float32))
    sentences = _FOLDER.joinpath("sentences.txt").read_text(encoding="utf-8").splitlines()
    encoded = embedder.encode_with_tokens([sentence for sentence in sentences if sentence])
    return Projection.learn(np.concatenate([each.tokens.vectors for each in encoded]), embedder.token_axes)
