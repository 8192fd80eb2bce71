"""Embeds the passages that have no vector yet."""

from collections.abc import Callable
from pathlib import Path

from index.index import Index
from index.vectors.cache import VectorCache

_BATCH = 256  # passages
_SAMPLE = 500  # passages to learn the main axes of all token vectors from

Progress = Callable[[str, int, int, str], None]
"""Called after each step with its name ("Reading", "Finding" or "Embedding"), how many are done, how many there are, and the file."""


def embed(index: Index, cache: Path, progress: Progress) -> int:
    """Embed every passage without a vector, and all of them if the vector store has lost some.

    Args:
        cache: the folder of the vector cache.

    Returns:
        How many passages were embedded.
    """
    catalogue = index.catalogue
    if len(index.vectors) < catalogue.count_passages() - catalogue.count_unembedded():
        catalogue.mark_none_embedded()
    total = catalogue.count_unembedded()
    if not total:
        return 0
    vectors = VectorCache(cache, index.embedder)
    projection = catalogue.projection(index.embedder.token_axes)
    if projection is None:
        projection = vectors.projection(catalogue.sample_to_embed(_SAMPLE))
        catalogue.set_projection(projection)
    embedded = 0
    while batch := catalogue.to_embed(_BATCH):
        ids, documents, texts = ([row[column] for row in batch] for column in range(3))
        dense, packed_tokens = vectors.encode(texts, projection)
        index.vectors.add(ids, documents, dense)
        catalogue.mark_embedded(ids, packed_tokens)
        embedded += len(ids)
        progress("Embedding", embedded, total, "")
    return embedded
