"""Brings an index up to date with folders of files."""

import hashlib
import multiprocessing
import os
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, as_completed
from concurrent.futures import TimeoutError as Timeout
from dataclasses import dataclass, field
from pathlib import Path

from filelock import FileLock
from filelock import Timeout as Locked

from index.catalogue.catalogue import Source
from index.errors import StoreError
from index.index import Index
from index.vectors.cache import VectorCache
from ingest import Document
from ingest.reading import try_read

_LONGEST_READ = 1800  # seconds after which reading one file is given up; OCR takes some seconds a page
_EMBED_AT_ONCE = 256
_LEARNED_FROM = 500  # passages whose token vectors show the main axes of all

Progress = Callable[[str, int, int, str], None]
"""Is told of each step: what is done ("Reading", "Embedding"), how many of how many, and the thing in hand."""


@dataclass
class Summary:
    """What an index run did.

    Attributes:
        files: files looked at; of them `unchanged` needed nothing and `added` were read.
        removed: files that were held and are gone.
        skipped: `(path, cause)` of each file that could not be read.
        notes: `(path, remark)` of each file that was read with something to say about it.
        documents, passages: what the index now holds.
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
) -> Summary:
    """Read what is new or changed below `roots` into the index, and embed it.

    A run that is broken off leaves what it had finished, and the next one goes on from there.

    Args:
        roots: folders, or single files.
        cache: the folder of the vector cache.
        prune: forget files that are gone from these folders.
        rebuild: forget everything first, and read every known file again.
        workers: processes that read files; 0 for one a core.

    Raises:
        StoreError: a root is not there or holds no file, the index is in use by another run, or cannot be written.
    """
    begun = time.monotonic()
    roots = [root.resolve() for root in roots]
    try:
        with FileLock(index.folder / "index.lock", timeout=0):
            summary = _update(index, roots, cache, prune, rebuild, workers or os.cpu_count() or 1, progress)
    except Locked as error:
        raise StoreError(f"another `kloe index` is at work on {index.folder}") from error
    except OSError as error:
        raise StoreError(f"the index {index.folder} cannot be written: {error.strerror or error}") from error
    summary.seconds = time.monotonic() - begun
    return summary


def _update(
    index: Index, roots: list[Path], cache: Path, prune: bool, rebuild: bool, workers: int, progress: Progress
) -> Summary:
    if not rebuild:
        index.catalogue.check_made_by()
    index.vectors.refresh()
    summary = Summary()
    files = _files(roots, summary)
    if rebuild:
        files = list(dict.fromkeys([*files, *_known(index)]))
    if not files and not prune:
        raise StoreError(f"no files in {', '.join(map(str, roots)) or index.folder}")
    if rebuild:
        index.catalogue.clear()
        index.vectors.clear()
        index.catalogue.mark_vectors_changed()
    summary.files = len(files)
    # What is gone goes first: a file that was moved is then read anew, under the name that it has now.
    gone = _prune(index, roots, files, summary) if prune else []
    changed = _changed(index, files, summary)
    for done, (source, result) in enumerate(_read(changed, workers), 1):
        progress("Reading", done, len(changed), source.path)
        if isinstance(result, str):
            summary.skipped.append((source.path, result))
            gone += index.catalogue.skip(source, result)
        else:
            summary.added += 1
            summary.notes += [(source.path, note) for note in result.notes]
            gone += index.catalogue.put(result, source)
    held = {record.id for record in index.catalogue.records()}
    for document in set(gone) - held:
        index.vectors.remove_document(document)
        index.catalogue.mark_vectors_changed()
    _embed(index, cache, summary, progress)
    records = index.catalogue.records()
    summary.documents, summary.passages = len(records), sum(record.passages for record in records)
    summary.skipped.sort()
    return summary


def _files(roots: Sequence[Path], summary: Summary) -> list[tuple[Path, Path]]:
    """`(root, file)` of every file, hidden ones left out; a folder that cannot be opened is noted as skipped."""
    found: list[tuple[Path, Path]] = []

    def refused(error: OSError) -> None:
        summary.skipped.append((str(error.filename), f"the folder cannot be opened: {error.strerror}"))

    for root in roots:
        if root.is_file():
            found.append((root.parent, root))
        elif root.is_dir():
            for folder, folders, names in os.walk(root, onerror=refused):
                folders[:] = sorted(name for name in folders if not _hidden(name))
                found += [(root, Path(folder, name)) for name in sorted(names) if not _hidden(name)]
        else:
            raise StoreError(f"{root} is not there")
    return found


def _hidden(name: str) -> bool:
    return name.startswith((".", "~$"))


def _known(index: Index) -> list[tuple[Path, Path]]:
    """`(root, file)` of every file that the index holds.

    Raises:
        StoreError: a folder is not there, as when its drive is not mounted; a rebuild would lose its documents.
    """
    sources = index.catalogue.sources()
    for root in sorted({root for root, _ in sources}):
        if not Path(root).is_dir():
            raise StoreError(f"{root} is not there, and a rebuild would lose the documents that were read from it")
    return [(Path(root), Path(root, path)) for root, path in sources if Path(root, path).is_file()]


def _changed(index: Index, files: Sequence[tuple[Path, Path]], summary: Summary) -> list[tuple[Path, Source]]:
    """The files that the index does not hold as they are now."""
    held = index.catalogue.sources()
    changed = []
    for root, path in files:
        key = (str(root), _name(root, path))
        old = held.get(key)
        try:
            stat = path.stat()
            if old and (old.size, old.modified) == (stat.st_size, stat.st_mtime_ns):
                summary.unchanged += 1
                continue
            with path.open("rb") as file:
                digest = hashlib.file_digest(file, "sha256").hexdigest()
        except OSError:  # reading it will say why
            changed.append((path, Source(*key)))
            continue
        source = Source(*key, stat.st_size, stat.st_mtime_ns, digest)
        if old and old.sha256 == digest:
            index.catalogue.touch(source)
            summary.unchanged += 1
        else:
            changed.append((path, source))
    return changed


def _read(files: Sequence[tuple[Path, Source]], workers: int) -> Iterator[tuple[Source, Document | str]]:
    """Read files in processes of their own, so that one that hangs or crashes its reader is one file lost.

    Gives each file's document, or the cause why there is none.
    """
    if not files:
        return
    from pebble import ProcessExpired, ProcessPool

    context = multiprocessing.get_context("spawn")
    with ProcessPool(max_workers=min(workers, len(files)), context=context) as pool:
        waiting: dict[Future[Document | str], Source] = {
            pool.schedule(try_read, args=(path, source.path), timeout=_LONGEST_READ): source for path, source in files
        }
        for future in as_completed(waiting):
            try:
                yield waiting[future], future.result()
            except Timeout:
                yield waiting[future], f"reading it took more than {_LONGEST_READ} seconds"
            except ProcessExpired as error:
                yield waiting[future], f"its reader crashed (exit status {error.exitcode})"


def _prune(index: Index, roots: Sequence[Path], files: Sequence[tuple[Path, Path]], summary: Summary) -> list[str]:
    """Forget the files below the roots that are not there any more, but for those in folders that cannot be opened."""
    present = {(str(root), _name(root, path)) for root, path in files}
    closed = [Path(path) for path, _ in summary.skipped]
    lost = [
        source
        for source in (*index.catalogue.sources().values(), *index.catalogue.skipped())
        if Path(source.root) in roots
        and (source.root, source.path) not in present
        and not any(folder in Path(source.root, source.path).parents for folder in closed)
    ]
    held = index.catalogue.sources()
    summary.removed = sum((source.root, source.path) in held for source in lost)
    return index.catalogue.remove(lost)


def _name(root: Path, path: Path) -> str:
    """A file's path below the root; bytes of a name that are not text in any encoding become question marks."""
    return path.relative_to(root).as_posix().encode("utf-8", "replace").decode("utf-8")


def _embed(index: Index, cache: Path, summary: Summary, progress: Progress) -> None:
    """Give each passage that has none its vector; where the store has lost some, give them all anew."""
    if len(index.vectors) < index.catalogue.count_passages() - index.catalogue.waiting():
        index.catalogue.mark_none_embedded()
    waiting = index.catalogue.waiting()
    if not waiting:
        return
    vectors = VectorCache(cache, index.embedder)
    projection = index.catalogue.projection(index.embedder.token_axes)
    if projection is None:
        projection = vectors.projection(index.catalogue.sample_to_embed(_LEARNED_FROM))
        index.catalogue.set_projection(projection)
    while rows := index.catalogue.to_embed(_EMBED_AT_ONCE):
        ids = [row[0] for row in rows]
        dense, packed_tokens = vectors.encode([row[2] for row in rows], projection)
        index.vectors.add(ids, [row[1] for row in rows], dense)
        index.catalogue.mark_embedded(ids, packed_tokens)
        summary.embedded += len(ids)
        progress("Embedding", summary.embedded, waiting, "")
