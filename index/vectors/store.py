"""The vector store: Chroma, embedded in a folder or as a server."""

import logging
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from threading import Lock, Thread
from typing import TYPE_CHECKING, Any, TypeVar
from urllib.parse import urlsplit

import numpy as np
from numpy.typing import NDArray

from index.errors import StoreError
from index.refreshing import RecentUse

if TYPE_CHECKING:
    from chromadb.api import ClientAPI
    from chromadb.api.models.Collection import Collection

_Result = TypeVar("_Result")

_BATCH = 2000  # vectors
_OPENINGS = count(1)
_LOG = logging.getLogger(__name__)
_HNSW: Any = {"hnsw": {"space": "cosine", "ef_search": 200}}


class VectorStore:
    """Holds a vector for each passage, and finds the nearest.

    An open embedded store never sees what another process writes. So it is opened again when `state` has changed: in the
    background, or at once if a query fails on the old one.

    Args:
        folder: the folder of the embedded store.
        url: address of a Chroma server to use instead; None for the embedded store.
        name: the index's name; a server can hold many indexes.
        state: gives a token that changes when any process writes to the store.

    Raises:
        StoreError: the store cannot be opened, read or written; this holds for every method.
    """

    def __init__(
        self, folder: Path, url: str | None = None, name: str = "passages", state: Callable[[], str] = lambda: ""
    ) -> None:
        self._folder, self._url, self._name, self._state = folder, url, name, state
        self._opening = Lock()
        self._use = RecentUse()
        with self._translating_errors():
            self._open()

    def refresh(self) -> None:
        """Load what other processes have written; an index run does so before it writes."""
        with self._translating_errors():
            self._refresh()

    def _refresh(self) -> None:
        if self._state() != self._loaded_state:
            with self._opening:
                if self._state() != self._loaded_state:
                    self._reopen()

    def _open(self) -> None:
        state = self._state()  # read first, so that anything written from here on leads to another refresh
        client = _client(self._folder, self._url)
        collection = client.get_or_create_collection(self._name, configuration=_HNSW, embedding_function=None)
        collection.get(limit=1, include=["embeddings"])  # loads the vectors, while other threads read the old store
        self._loaded_state, self._client, self._collection = state, client, collection

    def _reopen(self) -> None:
        old: Any = self._client
        self._open()
        old.close()  # a query that still reads it is repeated on the new one

    def _reopen_in_background(self) -> None:
        """Open the store again, then release the lock, which the caller holds."""
        try:
            self._reopen()
        except Exception as error:  # readers go on with the old store, and the next one tries again
            _LOG.warning("the vector store could not be opened again: %s", _brief(error))
        finally:
            self._opening.release()

    def _read(self, query: "Callable[[Collection], _Result]") -> _Result:
        """Query the store; in recent use it is refreshed in the background, so that busy readers need not wait."""
        with self._translating_errors():
            if not self._use.mark():
                self._refresh()
            elif self._state() != self._loaded_state and self._opening.acquire(blocking=False):
                Thread(target=self._reopen_in_background, name="vectors", daemon=True).start()
            collection = self._collection
            try:
                return query(collection)
            except (
                Exception
            ):  # the store was opened before this passage was added, or before its collection was deleted
                with self._opening:
                    if self._collection is collection:
                        self._reopen()
                return query(self._collection)

    def add(self, ids: Sequence[str], documents: Sequence[str], vectors: NDArray[np.float32]) -> None:
        """Store the vectors of passages.

        Args:
            ids: the passages' ids.
            documents: the id of each passage's document.
            vectors: an array of shape (passages, dimensions).
        """
        with self._translating_errors(), self._opening:  # no reader in this process may open it again meanwhile
            for start in range(0, len(ids), _BATCH):
                part = slice(start, start + _BATCH)
                metadata: Any = [{"document": document} for document in documents[part]]
                self._collection.upsert(ids=list(ids[part]), embeddings=vectors[part], metadatas=metadata)

    def remove_document(self, document: str) -> None:
        """Delete the vectors of a document's passages."""
        with self._translating_errors(), self._opening:
            self._collection.delete(where={"document": document})

    def nearest(
        self,
        vector: Sequence[float],
        limit: int,
        documents: Iterable[str] | None = None,
        ids: Sequence[str] | None = None,
    ) -> list[tuple[str, float]]:
        """`(passage id, cosine similarity)` of the nearest passages, nearest first.

        Args:
            vector: a unit vector.
            limit: the most passages.
            documents: ids of the documents to search; None for all.
            ids: ids of the passages to search; None for all.
        """
        if ids is not None and not ids:
            return []
        where: Any = None
        if documents is not None:
            where = {"document": {"$in": sorted(documents)}}
            if not where["document"]["$in"]:
                return []
        query: Any = {"query_embeddings": [list(vector)], "n_results": limit, "where": where, "include": ["distances"]}
        if ids is not None:
            query["ids"] = ids
        nearest = self._read(lambda collection: collection.query(**query))
        distances = (nearest["distances"] or [[]])[0]
        return [(id_, 1 - float(distance)) for id_, distance in zip(nearest["ids"][0], distances, strict=True)]

    def similarities(self, vector: Sequence[float], ids: Sequence[str]) -> dict[str, float]:
        """The cosine similarity of each of these passages, by id; passages that the store does not hold are left out."""
        if not ids:
            return {}
        stored = self._read(lambda collection: collection.get(ids=list(ids), include=["embeddings"]))
        rows = np.asarray(stored["embeddings"], dtype=np.float32)
        similarities = rows @ np.asarray(vector, dtype=np.float32) if len(rows) else rows
        return dict(zip(stored["ids"], similarities.tolist(), strict=True))

    def clear(self) -> None:
        """Delete every vector."""
        with self._translating_errors(), self._opening:
            self._client.delete_collection(self._name)
            self._reopen()

    def __len__(self) -> int:
        return self._read(lambda collection: collection.count())

    @contextmanager
    def _translating_errors(self) -> Iterator[None]:
        try:
            yield
        except Exception as error:  # Chroma also raises bare exceptions from its Rust core
            raise StoreError(f"the vector store at {self._url or self._folder} failed: {_brief(error)}") from error


def _client(folder: Path, url: str | None) -> "ClientAPI":
    import chromadb
    from chromadb.config import Settings

    settings = Settings(anonymized_telemetry=False)
    if not url:
        # Chroma reuses the store that it opened for a path, which may be old, so each opening spells the path differently.
        spelling = "".join("/./" if bit == "1" else "/" for bit in f"{next(_OPENINGS):b}")
        return chromadb.PersistentClient(f"{folder.parent}{spelling}{folder.name}", settings=settings)
    parts = urlsplit(url)
    tls = parts.scheme == "https"
    return chromadb.HttpClient(
        parts.hostname or "localhost", port=parts.port or (443 if tls else 8000), ssl=tls, settings=settings
    )


def _brief(error: Exception) -> str:
    return " ".join(str(error).split())[:200] or type(error).__name__
