"""Tells the vector store what the outbox of the catalogue holds."""

import shutil
from collections.abc import Callable
from pathlib import Path

import numpy as np

from index.catalogue import CatalogueWriter, unpack_vectors
from index.errors import StoreError
from index.vectors.store import VectorStore

_BATCH = 2_000  # passages told at once
_SAMPLE = 300  # passages whose vectors are compared before a run
_CLOSE = 1e-3  # how far the numbers of a vector may be from the catalogue's
Step = Callable[[str], None]
"""Called before each step of writing with its name; a test ends the process, or fails, in it."""


class Teller:
    """Brings a vector store to the state of its catalogue.

    Args:
        writer: the catalogue.
        folder: the folder of the embedded store.
        url: address of a Chroma server that holds the vectors instead; None for the folder.
        name: the index's name.
        step: called before each step.
    """

    def __init__(self, writer: CatalogueWriter, folder: Path, url: str | None, name: str, step: Step) -> None:
        self._writer, self._folder, self._url, self._name, self._step = writer, folder, url, name, step
        self._store = self._open()

    def _open(self) -> VectorStore:
        """Open the store. One that cannot be opened is made anew: the catalogue has all that it held."""
        try:
            return VectorStore(self._folder, self._url, self._name, make=True)
        except StoreError:
            if self._url:
                raise
            return self._anew()

    def _anew(self) -> VectorStore:
        self._step("make the vectors anew")
        self._writer.mark_all()
        if self._folder.exists():
            shutil.rmtree(self._folder)
        return VectorStore(self._folder, self._url, self._name, make=True)

    def check(self, whole: bool = False) -> int:
        """Compare what the store holds with the catalogue, and put every difference in the outbox; returns how many there are.

        Args:
            whole: compare every vector; otherwise those of a sample, and if one of these differs, all are told again.
        """
        wanted = self._writer.settled_ids()
        try:
            wrong = self._all_wrong(wanted) if whole else self._wrong(wanted)
        except StoreError:
            if self._url:
                raise
            self._store.close()
            self._store = self._anew()
            return len(wanted)
        self._writer.mark(sorted(wrong))
        return len(wrong)

    def _wrong(self, wanted: set[str]) -> set[str]:
        """The passages that the store lacks or should not hold, or all if the vectors of a sample are not the catalogue's."""
        held = self._store.ids()
        sample = sorted(wanted & held)[:: max(1, len(wanted) // _SAMPLE)]
        return (held | wanted) if self._differing(sample) else (held ^ wanted)

    def _all_wrong(self, wanted: set[str]) -> set[str]:
        held = self._store.ids()
        return (held ^ wanted) | set(self._differing(sorted(held & wanted)))

    def _differing(self, ids: list[str]) -> list[str]:
        """Those of these passages, which both hold, whose vectors differ."""
        wrong = []
        for start in range(0, len(ids), _BATCH):
            part = ids[start : start + _BATCH]
            stored = dict(zip(*self._store.vectors(part), strict=True))
            packed = self._writer.vectors(part)
            rows = dict(zip(packed, unpack_vectors(list(packed.values())), strict=True))
            wrong += [
                id_
                for id_ in part
                if id_ not in stored or id_ not in rows or np.abs(stored[id_] - rows[id_]).max() > _CLOSE
            ]
        return wrong

    def settle(self, least: int = 1) -> None:
        """Tell the store what it must add and forget, if there are at least so many passages."""
        if self._writer.count_pending() < least:
            return
        while (pending := self._writer.pending(_BATCH)).ids:
            self._step("tell the vectors")
            self._store.add(list(pending.add), unpack_vectors(list(pending.add.values())))
            self._store.remove(pending.forget)
            self._step("clear the outbox")
            self._writer.mark_done(pending.ids)

    def close(self) -> None:
        """Let go of the store's files."""
        self._store.close()
