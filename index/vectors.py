"""The vector store: Chroma, embedded in a folder or as a server."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import numpy as np
from numpy.typing import NDArray

from index.errors import IndexFault

if TYPE_CHECKING:
    from chromadb.api import ClientAPI
    from chromadb.api.models.Collection import Collection

_BATCH = 2000
_HNSW: Any = {"hnsw": {"space": "cosine", "ef_search": 200}}


class VectorStore:
    """Holds one vector for each passage, found by nearness within given documents.

    Args:
        folder: where the embedded store is kept.
        url: address of a Chroma server, used in its place.
        name: of the index; a server holds many.

    Raises:
        IndexFault: the store cannot be opened, read or written; this holds for every method.
    """

    def __init__(self, folder: Path, url: str | None = None, name: str = "passages") -> None:
        self._where = url or str(folder)
        self._name = name
        with self._faults():
            self._client = _client(folder, url)

    @property
    def _collection(self) -> "Collection":
        # Asked for each time, because another process may have made it anew.
        return self._client.get_or_create_collection(self._name, configuration=_HNSW, embedding_function=None)

    def add(self, ids: Sequence[str], documents: Sequence[str], vectors: NDArray[np.float32]) -> None:
        """Store the vectors (passages, dimensions) of passages by id, each with its document's id."""
        with self._faults():
            for start in range(0, len(ids), _BATCH):
                part = slice(start, start + _BATCH)
                metadata: Any = [{"document": document} for document in documents[part]]
                self._collection.upsert(ids=list(ids[part]), embeddings=vectors[part], metadatas=metadata)

    def remove_document(self, document: str) -> None:
        """Forget every passage of a document."""
        with self._faults():
            self._collection.delete(where={"document": document})

    def nearest(
        self, vector: Sequence[float], limit: int, documents: Iterable[str] | None = None
    ) -> list[tuple[str, float]]:
        """Give `(passage id, cosine similarity)` of the nearest passages, best first.

        Args:
            documents: the documents to confine the search to; None for all.
        """
        where: Any = None
        if documents is not None:
            where = {"document": {"$in": sorted(documents)}}
            if not where["document"]["$in"]:
                return []
        query: Any = [list(vector)]
        with self._faults():
            found = self._collection.query(query_embeddings=query, n_results=limit, where=where, include=["distances"])
        distances = (found["distances"] or [[]])[0]
        return [(id_, 1 - float(distance)) for id_, distance in zip(found["ids"][0], distances, strict=True)]

    def similarities(self, vector: Sequence[float], ids: Sequence[str]) -> dict[str, float]:
        """Give the cosine similarity of each of these passages that the store holds."""
        if not ids:
            return {}
        with self._faults():
            found = self._collection.get(ids=list(ids), include=["embeddings"])
        rows = np.asarray(found["embeddings"], dtype=np.float32)
        asked = np.asarray(vector, dtype=np.float32)
        return dict(zip(found["ids"], (rows @ asked).tolist(), strict=True)) if len(rows) else {}

    def clear(self) -> None:
        """Forget everything."""
        with self._faults():
            self._client.delete_collection(self._collection.name)

    def __len__(self) -> int:
        with self._faults():
            return self._collection.count()

    @contextmanager
    def _faults(self) -> Iterator[None]:
        try:
            yield
        except Exception as error:  # Chroma raises errors of its own Rust core, bare ones among them
            raise IndexFault(f"the vector store at {self._where} failed: {_brief(error)}") from error


def _client(folder: Path, url: str | None) -> "ClientAPI":
    import chromadb
    from chromadb.config import Settings

    settings = Settings(anonymized_telemetry=False)
    if not url:
        return chromadb.PersistentClient(str(folder), settings=settings)
    parts = urlsplit(url)
    tls = parts.scheme == "https"
    return chromadb.HttpClient(
        parts.hostname or "localhost", port=parts.port or (443 if tls else 8000), ssl=tls, settings=settings
    )


def _brief(error: Exception) -> str:
    return " ".join(str(error).split())[:200] or type(error).__name__
