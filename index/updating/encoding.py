"""The encoder of a run: it takes vectors from the generation that the run writes to, the one before it, and the cache."""

from pathlib import Path

from index.index import Index
from index.updating.embedding import Held, PassageEncoder
from index.updating.generation import Target
from index.vectors import VectorCache, axes_of


def encoder_of(index: Index, target: Target, reading: Index, cache: Path | None) -> PassageEncoder:
    """Make the encoder.

    Args:
        reading: the index, reading the generation that the run writes to.
        cache: the folder of the vector cache; None for none.
    """
    axes = reading.catalogue.axes(index.embedder.token_axes) or axes_of(index.embedder)
    held: list[Held] = [target.writer]
    made_by = f"{index.embedder.digest} {axes.digest}"
    if target.old and target.old.metadata().get("model digest") == index.embedder.digest:
        old_axes = target.old.axes(index.embedder.token_axes)
        if old_axes and old_axes.digest == axes.digest:
            held.append(target.old)
    return PassageEncoder(index.embedder, axes, held, VectorCache(cache, made_by) if cache else None)
