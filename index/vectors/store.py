"""The vector store: Chroma, embedded in a folder or as a server."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import numpy as np
from numpy.typing import NDArray

from index.errors import StoreError

if TYPE_CHECKING:
    from chromadb.api import ClientAPI

_BATCH = 2000  # vectors
_OPENINGS = count(1)
_MARK = "being-written"  # a file in the folder of an embedded store while a run writes to it
_HNSW: Any = {"hnsw": {"space": "cosine", "ef_search": 200}}


class VectorStore:
    """Holds a vector for each passage, and finds the nearest. An open embedded store never sees what another process writes.

    Args:
        folder: the folder of the embedded store.
        url: address of a Chroma server to use instead; None for the embedded store.
        name: the index's name; a server can hold many indexes.
        make: make it if it is missing; otherwise that is an error.

    Raises:
        StoreError: the store cannot be opened, read or written; this holds for every method.
    """

    def __init__(self, folder: Path, url: str | None, name: str, make: bool = False) -> None:
        self._folder, self._url, self._name = folder, url, name
        self._writing = Lock()
        with self._translating_errors():
            if not make and not url and not (folder / "chroma.sqlite3").is_file():
                raise StoreError("it is missing: run `kloe repair`")
            if not url and is_being_written(folder):
                raise StoreError("a run is writing to it, or was broken off in that")
            self._client = _client(folder, url)
            self._open(make)

    def _open(self, make: bool) -> None:
        if make:
            self._collection = self._client.get_or_create_collection(
                self._name, configuration=_HNSW, embedding_function=None
            )
        else:
            self._collection = self._client.get_collection(self._name, embedding_function=None)
        self._collection.get(limit=1, include=["embeddings"])  # loads the vectors

    def add(self, ids: Sequence[str], vectors: NDArray[np.float32]) -> None:
        """Store the vectors of passages, in place of those that it holds of them.

        Args:
            ids: the passages' ids.
            vectors: an array of shape (passages, dimensions).
        """
        with self._translating_errors(), self._changing():
            for start in range(0, len(ids), _BATCH):
                part = slice(start, start + _BATCH)
                self._collection.upsert(ids=list(ids[part]), embeddings=vectors[part])

    def remove(self, ids: Sequence[str]) -> None:
        """Delete the vectors of passages; ids that it does not hold are ignored."""
        with self._translating_errors(), self._changing():
            for start in range(0, len(ids), _BATCH):
                held = self._collection.get(ids=list(ids[start : start + _BATCH]), include=[])["ids"]
                if held:
                    self._collection.delete(ids=held)

    def nearest(self, vector: Sequence[float] | NDArray[np.float32], limit: int) -> list[tuple[str, float]]:
        """`(passage id, cosine similarity)` of the nearest passages, nearest first.

        Args:
            vector: a unit vector.
            limit: the most passages.
        """
        with self._translating_errors():
            nearest = self._collection.query(
                query_embeddings=np.asarray([vector], dtype=np.float32), n_results=limit, include=["distances"]
            )
        distances = (nearest["distances"] or [[]])[0]
        return [(id_, 1 - float(distance)) for id_, distance in zip(nearest["ids"][0], distances, strict=True)]

    def ids(self) -> set[str]:
        """The ids of all passages that it holds a vector of."""
        with self._translating_errors():
            return set(self._collection.get(include=[])["ids"])

    def vectors(self, ids: Sequence[str]) -> tuple[list[str], NDArray[np.float32]]:
        """Those of these passages that it holds, and their vectors, an array of shape (passages, dimensions)."""
        with self._translating_errors():
            stored = self._collection.get(ids=list(ids), include=["embeddings"])
        return stored["ids"], np.asarray(stored["embeddings"], dtype=np.float32)

    def drop(self) -> None:
        """Delete the store's collection, before its generation is deleted."""
        with self._translating_errors():
            self._client.delete_collection(self._name)

    def close(self) -> None:
        """Let go of its files."""
        client: Any = self._client
        client.close()

    def __len__(self) -> int:
        with self._translating_errors():
            return self._collection.count()

    @contextmanager
    def _changing(self) -> Iterator[None]:
        """Mark an embedded store while it is written to; after an error the mark stays, since nobody knows what was written."""
        with self._writing:
            if not self._url:
                (self._folder / _MARK).touch()
            yield
            if not self._url:
                (self._folder / _MARK).unlink()

    @contextmanager
    def _translating_errors(self) -> Iterator[None]:
        try:
            yield
        except (KeyboardInterrupt, SystemExit):
            raise
        except BaseException as error:  # Chroma raises bare exceptions from its Rust core, and panics
            raise StoreError(f"the vector store at {self._url or self._folder} failed: {_brief(error)}") from error


def is_being_written(folder: Path) -> bool:
    """True if a run is writing to the embedded store in a folder, or was broken off in that.

    Chroma writes its graph in place, and half of one can end the process that opens it: such a store must be made anew.
    """
    return (folder / _MARK).exists()


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


def _brief(error: BaseException) -> str:
    return " ".join(str(error).split())[:200] or type(error).__name__
