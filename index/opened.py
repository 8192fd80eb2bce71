"""One generation of an index, opened to read."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from index.catalogue import FILE_NAME, Catalogue
from index.catalogue.migrations.migrating import check_format
from index.errors import StoreError
from index.folder import writing
from index.nearest import NearestSearch
from index.vectors.store import VectorStore


@dataclass(frozen=True)
class Opened:
    """A generation's catalogue, and the search of its vectors.

    Attributes:
        name: the generation's name.
        inode: which file the catalogue is; a folder that was replaced has another.
        open_store: opens the vector store anew.
    """

    name: str
    inode: int
    catalogue: Catalogue
    near: NearestSearch
    open_store: Callable[[], VectorStore]

    @classmethod
    def make(cls, folder: Path, name: str, chroma_url: str | None) -> "Opened":
        """Open a generation.

        Args:
            folder: the generation's folder.
            chroma_url: address of a Chroma server that holds the vectors; None to hold them in the folder.

        Raises:
            StoreError: it is missing, or its format is newer than this program knows.
        """
        inode = _inode(folder)
        if inode is None:
            raise StoreError(f"the index {folder.parent.parent} has lost its catalogue: restore a backup of it")
        _bring_up_to_date(folder)
        catalogue = Catalogue(folder)

        def open_store() -> VectorStore:
            return VectorStore(folder / "vectors", chroma_url, catalogue.metadata()["name"])

        return cls(name, inode, catalogue, NearestSearch(catalogue, open_store), open_store)

    def is_still(self, name: str) -> bool:
        """True if this generation is the one of that name, and its file has not been replaced."""
        return self.name == name and self.inode == _inode(self.catalogue.file.parent)


def _inode(folder: Path) -> int | None:
    try:
        return (folder / FILE_NAME).stat().st_ino
    except OSError:
        return None


def _bring_up_to_date(folder: Path) -> None:
    """Migrate a catalogue of an older format, which takes the lock of the index.

    Raises:
        StoreError: another run holds the lock, or the format is newer than this program knows.
    """
    if not check_format(folder / FILE_NAME):
        from index.catalogue import CatalogueWriter

        with writing(folder.parent.parent, "bringing the index to this version of Kloe", wait=60):
            CatalogueWriter(folder).close()
