"""The index run: brings an index up to date with folders of files."""

import os
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from filelock import FileLock
from filelock import Timeout as LockTimeout

from index.errors import StoreError
from index.index import Index
from index.updating.annotating import Annotator, annotate
from index.updating.embedding import Progress, embed
from index.updating.files import FoundFile, changed_files, find_files, known_files, missing_files
from index.updating.reading import read_files


@dataclass
class Summary:
    """What an index run did.

    Attributes:
        files: how many files it looked at.
        unchanged: how many of them were indexed already.
        added: how many of them it read.
        removed: how many indexed files were gone.
        skipped: `(path, cause)` of each file that could not be read and each folder that could not be opened.
        notes: `(path, note)` of files that were read with a remark.
        documents: how many documents the index now holds.
        passages: how many passages the index now holds.
        embedded: how many passages were embedded.
        seconds: how long it took.
    """

    files: int = 0
    unchanged: int = 0
    added: int = 0
    removed: int = 0
    skipped: list[tuple[str, str]] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    documents: int = 0
    passages: int = 0
    embedded: int = 0
    seconds: float = 0.0


def update(
    index: Index,
    roots: Sequence[Path],
    cache: Path,
    *,
    prune: bool = False,
    rebuild: bool = False,
    workers: int = 0,
    progress: Progress = lambda *_: None,
    annotator: Annotator | None = None,
) -> Summary:
    """Read new and changed files below `roots` into the index, and embed their passages.

    An interrupted run keeps what it has finished, and the next run continues from there.

    Args:
        index: the index.
        roots: folders or single files.
        cache: the folder of the vector cache.
        prune: also forget files that are gone from these folders.
        rebuild: delete every document first, and read every known file again.
        workers: how many processes read files; 0 for one per core.
        progress: called after each step.
        annotator: finds what judges something in the documents that it has not read yet; None to find nothing.

    Raises:
        StoreError: a root does not exist, there are no files to index (unless `prune`), another run is using the index, or
            the index cannot be opened, read or written.
    """
    started = time.monotonic()
    roots = [root.resolve() for root in roots]
    try:
        with FileLock(index.folder / "index.lock", timeout=0):
            files, closed = _prepare(index, roots, prune, rebuild)
            summary = Summary(files=len(files), skipped=list(closed.items()))
            # Files that are gone are forgotten first, so that a file that was moved is read again under its new name.
            gone = _prune(index, roots, files, list(closed), summary) if prune else []
            gone += _read(index, files, workers or os.cpu_count() or 1, summary, progress)
            _remove_vectors(index, gone)
            if annotator:
                annotate(index, annotator, progress)
            summary.embedded = embed(index, cache, progress)
    except LockTimeout as error:
        raise StoreError(f"another `kloe index` is using {index.folder}") from error
    except OSError as error:
        raise StoreError(f"the index {index.folder} cannot be written: {error.strerror or error}") from error
    records = index.catalogue.records()
    summary.documents, summary.passages = len(records), sum(record.passages for record in records)
    summary.skipped.sort()
    summary.seconds = time.monotonic() - started
    return summary


def _prepare(index: Index, roots: list[Path], prune: bool, rebuild: bool) -> tuple[list[FoundFile], dict[str, str]]:
    """Find the run's files and the folders that cannot be opened; for a rebuild, empty the index."""
    if not rebuild:
        index.catalogue.check_settings()
    index.vectors.refresh()
    files, closed = find_files(roots)
    if rebuild:
        files = list(dict.fromkeys([*files, *known_files(index.catalogue)]))
    if not files and not prune:
        raise StoreError(f"no files in {', '.join(map(str, roots)) or index.folder}")
    if rebuild:
        index.catalogue.clear()
        index.vectors.clear()
        index.catalogue.mark_vectors_changed()
    return files, closed


def _prune(
    index: Index, roots: list[Path], files: Sequence[FoundFile], closed: Sequence[str], summary: Summary
) -> list[str]:
    """Forget files that are gone; returns the ids of the documents that no file holds any more."""
    missing = missing_files(index.catalogue, roots, files, closed)
    indexed = index.catalogue.sources()
    summary.removed = sum((source.root, source.path) in indexed for source in missing)
    return index.catalogue.remove(missing)


def _read(index: Index, files: Sequence[FoundFile], workers: int, summary: Summary, progress: Progress) -> list[str]:
    """Read changed files into the catalogue; returns the ids of the documents that no file holds any more."""
    changed = changed_files(index.catalogue, files)
    summary.unchanged = len(files) - len(changed)
    gone = []
    for done, (source, documents) in enumerate(read_files(changed, workers), 1):
        progress("Reading", done, len(changed), source.path)
        if isinstance(documents, str):
            summary.skipped.append((source.path, documents))
            gone += index.catalogue.skip(source, documents)
        else:
            summary.added += 1
            noted = dict.fromkeys(note for document in documents for note in document.notes)
            summary.notes += [(source.path, note) for note in noted]
            gone += index.catalogue.put(documents, source)
    return gone


def _remove_vectors(index: Index, documents: Sequence[str]) -> None:
    """Delete the vectors of documents that are still gone at the end of the run."""
    current = {record.id for record in index.catalogue.records()}
    for document in set(documents) - current:
        index.vectors.remove_document(document)
        index.catalogue.mark_vectors_changed()
