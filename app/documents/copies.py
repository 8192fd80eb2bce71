"""The copies of added files: a folder beside the index, named after it."""

import contextlib
import hashlib
import shutil
import time
from collections.abc import Iterable
from pathlib import Path
from uuid import uuid4

from index import Index

_LEFT = 86400  # seconds after which what was left half done is removed


def uploads_folder(index_folder: Path) -> Path:
    """The folder of added files."""
    return index_folder.with_name(f"{index_folder.name}-uploads")


def copy_of(path: Path, folder: Path) -> Path:
    """Copy a file into the folder of added files, under a new name if a different file already has its name."""
    to, number = folder / path.name, 1
    while to.exists() and _digest(to) != _digest(path):
        number += 1
        to = folder / f"{path.stem} ({number}){path.suffix}"
    if not to.exists():
        part = folder / f".{uuid4().hex}.part"  # hidden from runs until it is whole
        shutil.copyfile(path, part)
        part.replace(to)
    return to


def drop_copies(index: Index, paths: Iterable[Path]) -> None:
    """Remove the copies of files that did not reach the index."""
    indexed = index.catalogue.sources() if index.generations.current() else {}
    for path in paths:
        if (str(path.parent.resolve()), path.name) not in indexed:
            path.unlink(missing_ok=True)


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def clean_folder(index_folder: Path, incoming: Path) -> None:
    """Remove what earlier uploads left half done: copies that never became whole, and files sent that nobody added."""
    long_ago = time.time() - _LEFT
    folder = uploads_folder(index_folder)
    for path in [*folder.glob(".*.part"), *(path for path in incoming.rglob("*") if path.is_file())]:
        with contextlib.suppress(OSError):  # another process may have been faster
            if path.stat().st_mtime < long_ago:
                path.unlink()
