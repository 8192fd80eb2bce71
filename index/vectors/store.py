"""The vector store: Chroma, embedded in a folder or as a server."""

import logging
import time
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

if TYPE_CHECKING:
    from chromadb.api import ClientAPI
    from chromadb.api.models.Collection import Collection

_Given = TypeVar("_Given")

_BATCH = 2000
BUSY_SECONDS = 2  # seconds in which somebody else asked, so that one after another need not wait for what a run changes
_OPENED = count(1)
_LOG = logging.getLogger(__name__)
_HNSW: Any = {"hnsw": {"space": "cosine", "ef_search": 200}}


class VectorStore:
    """Holds one vector for each passage, found by nearness within given documents.

    An embedded store keeps in memory what it has opened and never sees what another process writes, so it is opened anew where
    `state` has changed: a moment later, or at once where what is open has lost what is asked for.

    Args:
        folder: where the embedded store is kept.
        url: address of a Chroma server, used in its place.
        name: of the index; a server holds many.
        state: tells what some process has written from what it had before.

    Raises:
        StoreError: the store cannot be opened, read or written; this holds for every method.
    """

    def __init__(
        self, folder: Path, url: str | None = None, name: str = "passages", state: Callable[[], str] = lambda: ""
    ) -> None:
        self._folder, self._url, self._name, self._state = folder, url, name, state
        self._opening = Lock()
        self._asked = 0.0
        with self._faults():
            self._open()

    def refresh(self) -> None:
        """See what other processes have written; to be called before a run writes."""
        with self._faults():
            self._refresh()

    def _refresh(self) -> None:
        if self._state() != self._seen:
            with self._opening:
                if self._state() != self._seen:
                    self._reopen()

    def _open(self) -> None:
        state = self._state()  # first: what is written from here on is for the next time
        client = _client(self._folder, self._url)
        collection = client.get_or_create_collection(self._name, configuration=_HNSW, embedding_function=None)
        collection.get(limit=1, include=["embeddings"])  # loads the vectors; others still read what was open before
        self._seen, self._client, self._collection = state, client, collection

    def _reopen(self) -> None:
        before: Any = self._client
        self._open()
        before.close()  # whoever still reads there asks again

    def _reopen_beside(self) -> None:
        """Open the store anew for others; whoever calls this has taken the lock."""
        try:
            self._reopen()
        except Exception as error:  # they read what is open, and ask again
            _LOG.warning("the vector store could not be opened anew: %s", _brief(error))
        finally:
            self._opening.release()

    def _read(self, asked: "Callable[[Collection], _Given]") -> _Given:
        """Ask the store; while others ask too it is opened anew beside them, and what it held before will do for that moment."""
        with self._faults():
            asked_before, self._asked = self._asked, time.monotonic()
            if self._asked > asked_before + BUSY_SECONDS:
                self._refresh()
            elif self._state() != self._seen and self._opening.acquire(blocking=False):
                Thread(target=self._reopen_beside, name="vectors", daemon=True).start()
            collection = self._collection
            try:
                return asked(collection)
            except Exception:  # a passage that came, or a collection that went, since the store was opened
                with self._opening:
                    if self._collection is collection:
                        self._reopen()
                return asked(self._collection)

    def add(self, ids: Sequence[str], documents: Sequence[str], vectors: NDArray[np.float32]) -> None:
        """Store the vectors (passages, dimensions) of passages by id, each with its document's id."""
        with self._faults(), self._opening:  # a reader in this process must not open it anew meanwhile
            for start in range(0, len(ids), _BATCH):
                part = slice(start, start + _BATCH)
                metadata: Any = [{"document": document} for document in documents[part]]
                self._collection.upsert(ids=list(ids[part]), embeddings=vectors[part], metadatas=metadata)

    def remove_document(self, document: str) -> None:
        """Forget every passage of a document."""
        with self._faults(), self._opening:
            self._collection.delete(where={"document": document})

    def nearest(
        self,
        vector: Sequence[float],
        limit: int,
        documents: Iterable[str] | None = None,
        ids: Sequence[str] | None = None,
    ) -> list[tuple[str, float]]:
        """Give `(passage id, cosine similarity)` of the nearest passages, best first.

        Args:
            documents: the documents to confine the search to; None for all.
            ids: the passages to confine it to; None for all.
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
        found = self._read(lambda held: held.query(**query))
        distances = (found["distances"] or [[]])[0]
        return [(id_, 1 - float(distance)) for id_, distance in zip(found["ids"][0], distances, strict=True)]

    def similarities(self, vector: Sequence[float], ids: Sequence[str]) -> dict[str, float]:
        """Give the cosine similarity of each of these passages that the store holds."""
        if not ids:
            return {}
        found = self._read(lambda held: held.get(ids=list(ids), include=["embeddings"]))
        rows = np.asarray(found["embeddings"], dtype=np.float32)
        asked = np.asarray(vector, dtype=np.float32)
        return dict(zip(found["ids"], (rows @ asked).tolist(), strict=True)) if len(rows) else {}

    def clear(self) -> None:
        """Forget everything."""
        with self._faults(), self._opening:
            self._client.delete_collection(self._name)
            self._reopen()

    def __len__(self) -> int:
        return self._read(lambda held: held.count())

    @contextmanager
    def _faults(self) -> Iterator[None]:
        try:
            yield
        except Exception as error:  # Chroma raises errors of its own Rust core, bare ones among them
            raise StoreError(f"the vector store at {self._url or self._folder} failed: {_brief(error)}") from error


def _client(folder: Path, url: str | None) -> "ClientAPI":
    import chromadb
    from chromadb.config import Settings

    settings = Settings(anonymized_telemetry=False)
    if not url:
        # Chroma gives what it has opened for a path again, and that may be old; so each time the path is spelt another way.
        spelt = "".join("/./" if bit == "1" else "/" for bit in f"{next(_OPENED):b}")
        return chromadb.PersistentClient(f"{folder.parent}{spelt}{folder.name}", settings=settings)
    parts = urlsplit(url)
    tls = parts.scheme == "https"
    return chromadb.HttpClient(
        parts.hostname or "localhost", port=parts.port or (443 if tls else 8000), ssl=tls, settings=settings
    )


def _brief(error: Exception) -> str:
    return " ".join(str(error).split())[:200] or type(error).__name__
