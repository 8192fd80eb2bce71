"""The vector search: the nearest passages of a scope, exactly where it is small, and among the nearest of all where it is large."""

import logging
from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Lock, Thread

import numpy as np
from numpy.typing import NDArray

from index.catalogue import Catalogue, PassageScope
from index.errors import StoreError
from index.vectors.store import VectorStore

_EXACT = 3_000  # passages; a scope that holds no more is compared one by one
_CHEAPER = 8  # comparing so many passages takes about as long as asking the vector store for one, and finds them all
_MORE = 1.5  # how many times more than the scope's share of them should need are looked for among all passages
_MOST = 20_000  # passages looked for among all
_FRESH = 5_000  # passages compared one by one until the store is opened again to load them
_LOG = logging.getLogger(__name__)


@dataclass(frozen=True)
class _Loaded:
    """An open store, and the row from which on passages may have been added after it was opened."""

    store: VectorStore
    from_row: int


@dataclass
class NearestSearch:
    """Finds the nearest passages of one generation.

    The vector store answers for what it had loaded when it was opened. What a run has added since stands in the catalogue and is
    compared one by one, and what is gone from the catalogue is left out. So a reader sees every change at once, and the store need
    only be opened again after many.

    Attributes:
        catalogue: holds every passage with its vector.
        open_store: opens the vector store.
    """

    catalogue: Catalogue
    open_store: Callable[[], VectorStore]
    _loaded: _Loaded | None = field(default=None, init=False)
    _opening: Lock = field(default_factory=Lock, init=False)

    def load(self) -> None:
        """Open the vector store, which takes a moment, unless it is open. If it cannot be opened, searches do without."""
        with self._opening:
            if self._loaded is None:
                try:
                    self._load()
                except StoreError as error:
                    _LOG.warning("%s", error)

    def nearest(self, vector: NDArray[np.float32], limit: int, scope: PassageScope) -> dict[str, float]:
        """The cosine similarities of the nearest passages in a scope by id, nearest first.

        Args:
            vector: a unit vector.
            limit: the most passages.
        """
        inside = self.catalogue.count_passages(scope)
        if inside <= _EXACT:
            return self._compared(vector, scope, limit)
        try:
            found = self._among_all(vector, limit, scope, inside)
        except StoreError as error:  # the catalogue has all the vectors: the answer is slower, and the same
            _LOG.warning("%s; vectors are compared one by one until it is repaired", error)
            found = None
        return self._compared(vector, scope, limit) if found is None else _best(found, limit)

    def similarities(self, vector: NDArray[np.float32], ids: list[str]) -> dict[str, float]:
        """The cosine similarity of each of these passages that is held, by id."""
        held, vectors = self.catalogue.vectors(ids)
        return dict(zip(held, (vectors @ vector).tolist(), strict=True)) if held else {}

    def _among_all(
        self, vector: NDArray[np.float32], limit: int, scope: PassageScope, inside: int
    ) -> dict[str, float] | None:
        """The nearest in a scope, found among the nearest of all passages; None if too few of these are in the scope."""
        loaded = self._fresh()
        newest = self._compared(vector, scope, from_row=loaded.from_row)
        wanted = limit
        if not scope.is_all:
            wanted += int(_MORE * limit * self.catalogue.count_passages() / inside)
            if inside <= _CHEAPER * wanted:
                return None
        while wanted <= _MOST:
            found = dict(loaded.store.nearest(vector, wanted))
            held = self.catalogue.inside(found, scope) - newest.keys()  # a vector that is newer counts instead
            known = {id_: similarity for id_, similarity in found.items() if id_ in held}
            if len(known) >= limit or len(found) < wanted:
                return known | newest
            wanted *= 2
        return None

    def _compared(
        self, vector: NDArray[np.float32], scope: PassageScope, limit: int | None = None, from_row: int = 0
    ) -> dict[str, float]:
        """The similarities of the nearest passages in a scope, of all for None, from a row on; all are compared."""
        rows, vectors = self.catalogue.vectors_in(scope, from_row)
        if not rows:
            return {}
        similarities = vectors @ vector
        best = np.argsort(-similarities, kind="stable")[:limit]
        return dict(zip(self.catalogue.ids_of([rows[n] for n in best]), similarities[best].tolist(), strict=True))

    def _fresh(self) -> _Loaded:
        """The open store; after many changes it is opened again in the background."""
        if self._loaded is None:
            self.load()
        loaded = self._loaded
        if loaded is None:
            raise StoreError("the vector store is not open")
        if self.catalogue.rows_from(loaded.from_row) > _FRESH and self._opening.acquire(blocking=False):
            Thread(target=self._load_in_background, name="vectors", daemon=True).start()
        return loaded

    def _load(self) -> None:
        """Open the store; what is added from here on is newer than what it has loaded."""
        from_row = self.catalogue.first_pending_row()
        self._loaded = _Loaded(self.open_store(), from_row)

    def _load_in_background(self) -> None:
        """Open the store again, then release the lock, which the caller holds."""
        try:
            self._load()
        except StoreError as error:  # readers go on with the old store, and the next one tries again
            _LOG.warning("the vector store could not be opened again: %s", error)
        finally:
            self._opening.release()


def _best(similarities: dict[str, float], limit: int) -> dict[str, float]:
    return dict(sorted(similarities.items(), key=lambda item: (-item[1], item[0]))[:limit])
