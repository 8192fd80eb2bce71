"""Finds the files of an index run: those below its folders, those that are gone, and those that cannot be reached."""

import os
import stat
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from index.catalogue import Source, as_on_disk, printable
from index.errors import StoreError

Key = tuple[str, str]
"""A file as the catalogue names it: the folder that it was found below, and its path below that."""

_KINDS = (
    (stat.S_ISFIFO, "is a pipe, not a file"),
    (stat.S_ISSOCK, "is a socket, not a file"),
    (stat.S_ISCHR, "is a device, not a file"),
    (stat.S_ISBLK, "is a device, not a file"),
)


@dataclass(frozen=True)
class FoundFile:
    """A file that a run found.

    Attributes:
        key: how the catalogue names it.
        path: where it is.
    """

    key: Key
    path: Path


@dataclass
class Found:
    """What a run found below its folders.

    Attributes:
        files: the files, each once.
        causes: why a folder, or what stands where a file should, cannot be read, by path.
        away: the folders that the index knows and that cannot be reached.
    """

    files: list[FoundFile] = field(default_factory=list)
    causes: dict[str, str] = field(default_factory=dict)
    away: dict[Path, str] = field(default_factory=dict)


def find_files(roots: Sequence[Path], known: Iterable[Source]) -> Found:
    """Every file below these folders, without hidden ones; a root may also be a file.

    A file that the index knows by another folder, above or below this one, keeps that name, so that it is never there twice.

    Args:
        known: the files of the index.

    Raises:
        StoreError: a root does not exist, and the index knows no file below it.
    """
    names = {os.path.join(source.root, source.file): (source.root, source.file) for source in known}  # noqa: PTH118 - many
    folders = {as_on_disk(root) for root in {root for root, _ in names.values()}}
    found = Found()
    seen: set[str] = set()
    for root in sorted(dict.fromkeys(roots), key=lambda root: len(root.parts)):
        if cause := _away(root, folders, names.values()):
            found.away[root] = cause
        elif root.is_dir():
            _walk(root, root, names, seen, found)
        elif root.exists():
            _note(root.parent, root, names, seen, found)
        elif printable(str(root)) in names:
            found.away[root] = "the file is not there"
        else:
            raise StoreError(f"{root} does not exist")
    return found


def _away(root: Path, folders: set[Path], known: Iterable[Key]) -> str:
    """Why a folder of the index cannot be reached; empty if it can. A share that is away leaves an empty folder, or none."""
    if root not in folders:
        return ""
    try:
        if root.is_dir():
            with os.scandir(root) as entries:
                empty = next(entries, None) is None
            return "the folder is empty, as that of a share that is away is" if empty else ""
        return "the folder is not there" if any(key[0] == printable(str(root)) for key in known) else ""
    except OSError as error:
        return f"the folder cannot be opened: {error.strerror}"


def _walk(root: Path, top: Path, names: Mapping[str, Key], seen: set[str], found: Found) -> None:
    def closed(error: OSError) -> None:
        found.causes[printable(str(error.filename))] = f"the folder cannot be opened: {error.strerror}"

    for folder, folders, files in os.walk(top, onerror=closed):
        folders[:] = sorted(name for name in folders if not _is_hidden(name))
        for name in sorted(files):
            if not _is_hidden(name):
                _note(root, Path(folder, name), names, seen, found)


def _note(root: Path, path: Path, names: Mapping[str, Key], seen: set[str], found: Found) -> None:
    """Note a file, unless it has been found already or is none."""
    name = printable(str(path))
    if name in seen:
        return
    seen.add(name)
    below = printable(path.relative_to(root).as_posix())
    if cause := _no_file(path):
        found.causes[below] = cause
    else:
        found.files.append(FoundFile(names.get(name, (printable(str(root)), below)), path))


def _no_file(path: Path) -> str:
    """Why what stands at a path is no file; empty if it is one, or if reading it will give the cause."""
    try:
        mode = path.stat().st_mode
    except OSError:
        return ""
    return next((cause for is_kind, cause in _KINDS if is_kind(mode)), "")


def _is_hidden(name: str) -> bool:
    return name.startswith((".", "~$"))


def known_files(known: Iterable[Source]) -> Found:
    """The files of the index, for a rebuild: those that are there, and the folders that cannot be reached."""
    files = {(source.root, source.file): source.location for source in known}
    found = Found()
    for root in sorted({root for root, _ in files}):
        folder = as_on_disk(root)
        if cause := _away(folder, {folder}, files):
            found.away[folder] = cause
    for key, path in files.items():
        if as_on_disk(key[0]) not in found.away and path.is_file():
            found.files.append(FoundFile(key, path))
    return found


def check_all_there(known: Iterable[Source], found: Found) -> None:
    """Check that every file of an index of Kloe 0.1.0 is there, because nothing can be carried over from it.

    Raises:
        StoreError: some are not; the text names one.
    """
    present = {file.key for file in found.files}
    missing = sorted({str(source.location) for source in known if (source.root, source.file) not in present})
    if missing:
        raise StoreError(
            f"{len(missing):,} file{'' if len(missing) == 1 else 's'} of the index that Kloe 0.1.0 made cannot be reached, such as"
            f" {missing[0]}, and nothing was changed: bring them back, or give `--prune` as well to leave them out"
        )


def gone_files(known: Iterable[Source], roots: Sequence[Path], found: Found) -> list[Source]:
    """The files of the index that were below these folders and are no more; not those in folders that cannot be reached or opened."""
    present = {file.key for file in found.files}
    closed = {as_on_disk(folder) for folder in found.causes} | set(found.away)
    wanted = set(roots)
    return [
        source
        for source in known
        if (source.root, source.file) not in present
        and not wanted.isdisjoint(_places(source))
        and closed.isdisjoint(_places(source))
    ]


def _places(source: Source) -> set[Path]:
    """The path of a file, and every folder above it."""
    return {source.location, *source.location.parents}
