"""The vector store: Chroma, embedded in a folder or as a server."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import numpy as np
from numpy.typing import NDArray

from index.errors import IndexFault

if TYPE_CHECKING:
    from chromadb.api import ClientAPI

_COLLECTION = "passages"
_BATCH = 2000


class VectorStore:
    """Holds one vector for each passage, found by nearness within given documents.

    Args:
        folder: where the embedded store is kept.
        url: address of a Chroma server, used in its place.
        collection: a server holds many indexes; each has its own collection.
    """

    def __init__(self, folder: Path, url: str | None = None, collection: str = _COLLECTION) -> None:
        try:
            self._client = _client(folder, url)
            self._collection = self._client.get_or_create_collection(
                collection, configuration={"hnsw": {"space": "cosine", "ef_search": 200}}, embedding_function=None
            )
        except Exception as error:  # Chroma raises errors of its own Rust core, bare ones among them
            raise IndexFault(f"the vector store at {url or folder} cannot be opened: {_brief(error)}") from error

    def add(self, ids: Sequence[str], documents: Sequence[str], vectors: NDArray[np.float32]) -> None:
        """Store the vectors (passages, dimensions) of passages by id, each with its document's id."""
        for start in range(0, len(ids), _BATCH):
            part = slice(start, start + _BATCH)
            metadata: Any = [{"document": document} for document in documents[part]]
            self._collection.upsert(ids=list(ids[part]), embeddings=vectors[part], metadatas=metadata)

    def remove_document(self, document: str) -> None:
        """Forget every passage of a document."""
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
        found = self._collection.query(query_embeddings=query, n_results=limit, where=where, include=["distances"])
        distances = (found["distances"] or [[]])[0]
        return [(id_, 1 - float(distance)) for id_, distance in zip(found["ids"][0], distances, strict=True)]

    def clear(self) -> None:
        """Forget everything."""
        name = self._collection.name
        self._client.delete_collection(name)
        self._collection = self._client.get_or_create_collection(
            name, configuration={"hnsw": {"space": "cosine", "ef_search": 200}}, embedding_function=None
        )

    def __len__(self) -> int:
        return self._collection.count()


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
