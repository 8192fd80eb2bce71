"""Finds the files of an index run: those below its folders, those that have changed and those that are gone."""

import hashlib
import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from index.catalogue import Catalogue, Source
from index.errors import StoreError


@dataclass(frozen=True)
class FoundFile:
    """A file, and the folder that it was found below."""

    root: Path
    path: Path

    @property
    def key(self) -> tuple[str, str]:
        """`(root, path below it)`, as the catalogue has them; bytes of a name that are not UTF-8 become question marks."""
        path = self.path.relative_to(self.root).as_posix().encode("utf-8", "replace").decode("utf-8")
        return str(self.root), path


def find_files(roots: Sequence[Path]) -> tuple[list[FoundFile], dict[str, str]]:
    """Every file below these folders, without hidden ones; a root may also be a file.

    Returns:
        The files, and the cause for each folder that cannot be opened.

    Raises:
        StoreError: a root does not exist.
    """
    files: list[FoundFile] = []
    closed: dict[str, str] = {}

    def note(error: OSError) -> None:
        closed[str(error.filename)] = f"the folder cannot be opened: {error.strerror}"

    for root in roots:
        if root.is_file():
            files.append(FoundFile(root.parent, root))
        elif root.is_dir():
            for folder, folders, names in os.walk(root, onerror=note):
                folders[:] = sorted(name for name in folders if not _is_hidden(name))
                files += [FoundFile(root, Path(folder, name)) for name in sorted(names) if not _is_hidden(name)]
        else:
            raise StoreError(f"{root} does not exist")
    return files, closed


def _is_hidden(name: str) -> bool:
    return name.startswith((".", "~$"))


def known_files(catalogue: Catalogue) -> list[FoundFile]:
    """Every file of the index that still exists.

    Raises:
        StoreError: a folder does not exist, perhaps because its drive is not mounted; a rebuild would lose its documents.
    """
    sources = catalogue.sources()
    for root in sorted({root for root, _ in sources}):
        if not Path(root).is_dir():
            raise StoreError(f"{root} does not exist, and a rebuild would lose the documents from it")
    files = dict.fromkeys((source.root, source.file) for source in sources.values())
    return [FoundFile(Path(root), Path(root, path)) for root, path in files if Path(root, path).is_file()]


def changed_files(catalogue: Catalogue, files: Sequence[FoundFile]) -> list[tuple[Path, Source]]:
    """The files that are new or have changed since they were indexed."""
    sources = catalogue.sources()
    changed = []
    for file in files:
        old = sources.get(file.key)
        source = _source(file, old)
        if old is None or source.sha256 != old.sha256 or not source.sha256:
            changed.append((file.path, source))
        elif source != old:
            catalogue.touch(source)
    return changed


def _source(file: FoundFile, old: Source | None) -> Source:
    """A file as it is now; its content is read only if its size or date has changed."""
    try:
        stat = file.path.stat()
        if old and (old.size, old.modified) == (stat.st_size, stat.st_mtime_ns):
            return old
        with file.path.open("rb") as opened:
            digest = hashlib.file_digest(opened, "sha256").hexdigest()
    except OSError:  # reading it as a document will give the cause
        return Source(*file.key)
    return Source(*file.key, stat.st_size, stat.st_mtime_ns, digest)


def missing_files(
    catalogue: Catalogue, roots: Sequence[Path], files: Sequence[FoundFile], closed: Sequence[str]
) -> list[Source]:
    """The files of the index that are no longer below these roots, except in folders that cannot be opened.

    Args:
        files: the files that are there.
        closed: the folders that cannot be opened.
    """
    present = {file.key for file in files}
    closed_folders = {Path(folder) for folder in closed}
    return [
        source
        for source in (*catalogue.sources().values(), *catalogue.skipped())
        if Path(source.root) in roots
        and (source.root, source.file) not in present
        and closed_folders.isdisjoint(Path(source.root, source.file).parents)
    ]
