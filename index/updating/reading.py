"""Reads files in separate processes, so that a hang or crash costs one file."""

import multiprocessing
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, as_completed
from concurrent.futures import TimeoutError as FutureTimeoutError
from pathlib import Path

from index.catalogue import Source
from ingest import Document
from ingest.reading import try_read

_TIMEOUT = 1800  # seconds for one file; OCR takes some seconds a page


def read_files(
    files: Sequence[tuple[Path, Source]], workers: int
) -> Iterator[tuple[Source, tuple[Document, ...] | str]]:
    """Each file's documents, or why it has none, as each becomes ready."""
    if not files:
        return
    from pebble import ProcessExpired, ProcessPool

    context = multiprocessing.get_context("spawn")
    with ProcessPool(max_workers=min(workers, len(files)), context=context) as pool:
        sources: dict[Future[tuple[Document, ...] | str], Source] = {
            pool.schedule(try_read, args=(path, source.path), timeout=_TIMEOUT): source for path, source in files
        }
        for future in as_completed(sources):
            try:
                yield sources[future], future.result()
            except FutureTimeoutError:
                yield sources[future], f"took more than {_TIMEOUT // 60} minutes to read"
            except ProcessExpired as error:
                yield sources[future], f"its reader crashed (exit status {error.exitcode})"
