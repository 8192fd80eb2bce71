"""Measures one index, in a process of its own: times, memory, space on disk and recall."""

import gc
import statistics
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from app.settings import settings
from bench.scaling.reading import TOPICS, Chosen, Reader
from bench.scaling.varying import encodings_of, replaceable, varied
from index import Embedder, Index, PassageScope
from index.catalogue import Catalogue, CatalogueWriter, Source
from index.catalogue.writes import Encodings
from index.folder import writing
from ingest import Document
from qa.themes import use_themes

_CHANGES = 10
_LONG = 8  # letters of the word that a new document has for itself
_RECALLED = 50
_DOCUMENTS_AT_ONCE = 200  # whose vectors are compared exactly
_AS_GOOD = 1e-5  # a passage is as near as another if its similarity is not lower by more than this
_MEGABYTE = 1e6
SHARE = "share"
"""The unit of a recall, of which no ratio is given."""


@dataclass(frozen=True)
class Figure:
    """What was measured.

    Attributes:
        p50: the median, or the only value.
        p95: the value that one in twenty exceeds; None if there is only one.
    """

    name: str
    unit: str
    p50: float
    p95: float | None = None


@dataclass(frozen=True)
class Measured:
    """An index with its figures, and how much it holds."""

    size: int
    passages: int
    documents: int
    figures: tuple[Figure, ...]


def measure(folder: Path, size: int, chosen: Chosen, rounds: int) -> Measured:
    """Measure an index.

    Args:
        chosen: the authorities and years that searches are limited to.
        rounds: how often each step is done with each topic.
    """
    use_themes(settings().themes)
    embedder = Embedder(settings().model)
    model = _timed("start: the model alone", lambda: embedder.encode(["warm"]))
    memory = [_memory("memory: with the model alone", "VmRSS")]
    index = Index(folder, embedder, None, settings().reranker)
    started = [
        model,
        _timed("start: Index.warm(), after the model", index.warm),
        _timed("start: the first search", lambda: index.search(TOPICS[0])),
    ]
    gc.collect()
    gc.freeze()  # as the server does
    reader = Reader(index, chosen)
    figures = [_scope_size(index, name, scopes) for name, scopes in reader.scopes.items()]
    figures += _times(reader, rounds, size)
    memory += [_memory("memory: after all searches", "VmRSS"), _memory("memory: at most", "VmHWM")]
    figures += [*_changes(index), *started, *memory, *_space(index), *_recalls(reader)]
    catalogue = index.catalogue
    return Measured(size, catalogue.count_passages(), len(catalogue.records()), tuple(figures))


def _times(reader: Reader, rounds: int, size: int) -> list[Figure]:
    """Time every step with every topic; the steps take turns, so that other work on the machine slows them equally."""
    steps = reader.steps()
    spent: dict[str, list[float]] = {name: [] for name in steps}
    for step in steps.values():
        step(0)  # the first of each is not counted: it loads what the others use
    for round_ in range(rounds):
        print(f"{size:,}: measuring, round {round_ + 1} of {rounds}", file=sys.stderr, flush=True)
        for name, step in steps.items():
            turns = range(round_ * len(TOPICS), (round_ + 1) * len(TOPICS))
            spent[name] += [_milliseconds(partial(step, turn)) for turn in turns]
    return [_figure(name, "ms", values) for name, values in spent.items()]


def _milliseconds(step: Callable[[], object]) -> float:
    begun = time.perf_counter()
    step()
    return 1000 * (time.perf_counter() - begun)


def _timed(name: str, step: Callable[[], object]) -> Figure:
    return Figure(name, "ms", _milliseconds(step))


def _figure(name: str, unit: str, values: Sequence[float]) -> Figure:
    return Figure(name, unit, statistics.median(values), float(np.percentile(values, 95)))


def _scope_size(index: Index, name: str, scopes: Sequence[PassageScope]) -> Figure:
    return _figure(f"scope: {name}", "passages", [index.catalogue.count_passages(scope) for scope in scopes])


def _memory(name: str, field: str) -> Figure:
    """Read how much memory this process holds, which only Linux tells."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    kilobytes = next(line.split()[1] for line in status.splitlines() if line.startswith(f"{field}:"))
    return Figure(name, "MB", int(kilobytes) * 1024 / _MEGABYTE)


def _space(index: Index) -> list[Figure]:
    """How much space the index takes on disk."""
    folder = index.generations.path(index.generations.opened())
    catalogue = sum(path.stat().st_size for path in folder.glob("catalogue.sqlite*"))
    vectors = sum(path.stat().st_size for path in (folder / "vectors").rglob("*") if path.is_file())
    return [
        Figure("on disk: the catalogue", "MB", catalogue / _MEGABYTE),
        Figure("on disk: the vectors", "MB", vectors / _MEGABYTE),
    ]


def _changes(index: Index) -> list[Figure]:
    """How long it takes to write a document of the median length, and how long the search takes that finds it."""
    written, seen = [], []
    with writing(index.folder, "bench.scale"):
        writer = CatalogueWriter(index.generations.path(index.generations.opened()))
        for change in range(_CHANGES):
            word, document, encodings = _new_document(index.catalogue, change)
            source = Source("/scale", f"new {change}")
            try:
                written.append(_milliseconds(partial(writer.put, [document], source, encodings)))
                begun = time.perf_counter()
                results = index.search(word, limit=1000)
                seen.append(1000 * (time.perf_counter() - begun))
                assert any(result.record.id == document.id for result in results), "the search did not see the change"
            finally:
                writer.remove([source])
                writer.mark_done(writer.pending(100_000).ids)  # the vector store was never told of it
        writer.close()
    return [
        _figure("a change: writing a document", "ms", written),
        _figure("a change: the search that finds it", "ms", seen),
    ]


def _new_document(catalogue: Catalogue, change: int) -> tuple[str, Document, Encodings]:
    """Make a document in which a word stands that no other has."""
    records = sorted((record for record in catalogue.records() if record.passages), key=lambda record: record.passages)
    original = catalogue.document(records[len(records) // 2].id)
    assert original is not None
    used = [word for passage in original.passages for word in replaceable(passage.text) if len(word) >= _LONG]
    replaced = max(used, key=used.count)
    word = f"zq{'bcdfghjklm'[change]}".ljust(len(replaced), "x")
    document = varied(original, f"{change:016x}", {replaced: word})
    return word, document, encodings_of(document, catalogue, original.id, 0.0)


def _recalls(reader: Reader) -> list[Figure]:
    """Of the 50 nearest passages by exact comparison, the share that the vector search gives among its first 50."""
    figures = []
    for name, scopes in reader.scopes.items():
        shares = [
            share
            for n, scope in enumerate(scopes)
            for share in _shares(reader, scope, range(n, len(TOPICS), len(scopes)))
        ]
        figures.append(Figure(f"recall at {_RECALLED} by meaning, {name}", SHARE, statistics.mean(shares)))
    return figures


def _shares(reader: Reader, scope: PassageScope, topics: Sequence[int]) -> Iterator[float]:
    """The share found of each of these topics in one scope."""
    vectors = reader.vectors[topics]
    best = _exact(reader.index, scope, vectors)
    for vector, similarities in zip(vectors, best, strict=True):
        found = reader.nearest(vector, scope)[:_RECALLED]
        near = reader.near.similarities(vector, found).values()
        yield sum(similarity >= similarities[-1] - _AS_GOOD for similarity in near) / len(similarities)


def _exact(index: Index, scope: PassageScope, vectors: NDArray[np.float32]) -> NDArray[np.float32]:
    """The similarities of the 50 nearest passages in a scope to each vector, the lowest last, by comparing them all."""
    inside = [record.id for record in index.catalogue.records()] if scope.documents is None else scope.documents
    documents = sorted(inside)
    best = np.zeros((len(vectors), 0), dtype=np.float32)
    for start in range(0, len(documents), _DOCUMENTS_AT_ONCE):
        _, held = index.catalogue.vectors_in(PassageScope(documents[start : start + _DOCUMENTS_AT_ONCE]))
        if len(held):
            best = np.concatenate([best, vectors @ held.T], axis=1)
            best = -np.sort(-best, axis=1)[:, :_RECALLED]
    return best
