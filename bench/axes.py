"""Makes the axes that the token vectors of Kloe's model are packed on, from an even share of an index's passages.

    KLOE_INDEX=FOLDER python -m bench.axes

It writes numbers alone: an array of shape (dimensions, axes), and the digest of the model that it belongs to.
"""

import json
from pathlib import Path

import numpy as np

from app.cli.opening import open_index
from index.catalogue import context_of, digest_of, embedded_text
from index.ranking.tokens import Projection
from index.vectors import Embedder

_PASSAGES = 500
_FOLDER = Path(__file__).parent.parent / "index" / "vectors" / "axes"


def learn(embedder: Embedder, texts: list[str]) -> Projection:
    """Learn the axes from those of these texts whose digests come first, which is a share as even as chance."""
    chosen = sorted(texts, key=digest_of)[:_PASSAGES]
    total = np.zeros((embedder.dimensions, embedder.dimensions))
    for start in range(0, len(chosen), 256):
        for encoded in embedder.encode_with_tokens(chosen[start : start + 256]):
            vectors = encoded.tokens.vectors.astype(np.float64)
            total += vectors.T @ vectors
    return Projection.of_products(total, embedder.token_axes)


def write(embedder: Embedder, projection: Projection) -> None:
    """Write the axes into the package."""
    name = f"{embedder.model}.npy"
    np.save(_FOLDER / name, projection.axes)
    (_FOLDER / "models.json").write_text(json.dumps({embedder.digest: name}, indent=1) + "\n", encoding="utf-8")


def main() -> None:
    """Learn the axes from the index that the settings name, and write them."""
    index = open_index()
    texts = [
        embedded_text(context_of(stored.passage), stored.passage.text)
        for record in index.catalogue.records()
        for stored in index.catalogue.document_passages(record.id)
    ]
    write(index.embedder, learn(index.embedder, texts))


if __name__ == "__main__":
    main()
