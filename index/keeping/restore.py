"""Restores an index from a backup, beside the one in use, and swaps the two when it is whole."""

import shutil
import sqlite3
from pathlib import Path

from index.catalogue import FILE_NAME, Catalogue, CatalogueWriter
from index.checking import check
from index.errors import StoreError
from index.folder import writing
from index.index import Index
from index.keeping.backup import UPLOADS, Backup, copy_into, uploads_of
from index.updating.correcting import settle_corrections
from index.updating.generation import remove
from index.updating.telling import Teller


def restore(index: Index, folder: Path, wait: float = 60) -> Backup:
    """Put a backup in the place of an index, or make the index from it. Readers go on with the old one until the new one is whole.

    Args:
        folder: the backup.
        wait: how many seconds to wait for another run to end.

    Raises:
        StoreError: the backup is not whole, or was made by a newer Kloe or with another model, or the index cannot be written.
    """
    backup = Backup.read(folder)
    with writing(index.folder, "kloe restore", wait):
        current = index.generations.current()
        remove(index, {current} if current else set())
        name = index.generations.make()
        try:
            _make(index, backup, name)
        except (OSError, sqlite3.Error) as error:
            raise StoreError(f"the backup {folder} cannot be restored: {error}; the index is as it was") from error
        index.generations.use(name)
    return backup


def _make(index: Index, backup: Backup, name: str) -> None:
    """Make a generation from a backup, check it, and put beside it what people saved, said and added."""
    generation = index.generations.path(name)
    shutil.copyfile(backup.folder / FILE_NAME, generation / FILE_NAME)
    writer = CatalogueWriter(generation)
    writer.take_name()
    uploads = uploads_of(index)
    writer.move_root(backup.uploads, str(uploads))
    teller = Teller(
        writer, generation / "vectors", index.chroma_url, Catalogue(generation).metadata()["name"], lambda _: None
    )
    try:
        writer.mark_all()
        teller.settle()
    finally:
        teller.close()
    writer.close()
    if problems := check(index.of_generation(name)):
        raise StoreError(
            f"the backup {backup.folder} does not make a whole index: {problems[0]}; the index is as it was"
        )
    if (backup.folder / UPLOADS).is_dir():
        shutil.copytree(backup.folder / UPLOADS, uploads, dirs_exist_ok=True)
    for file in sorted(backup.folder.glob("*.sqlite")):
        if file.name != FILE_NAME:
            copy_into(file, index.folder / file.name)
    writer = CatalogueWriter(generation)
    settle_corrections(
        index.folder, Catalogue(generation), writer
    )  # where the backup holds none, those made since stay
    writer.close()
