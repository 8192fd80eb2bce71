"""The generations of an index: each a folder with a catalogue and its vectors, one of which readers use.

A rebuild makes a new generation beside the one in use, and swaps the two when the new one is whole. The file `current` names the
one in use; it is replaced in one step, so that a reader sees the old or the new one.
"""

import os
from pathlib import Path

from index.catalogue.database import FILE_NAME, format_of
from index.errors import StoreError

_CURRENT = "current"
_GENERATIONS = "generations"


class Generations:
    """The generations in an index folder.

    Args:
        folder: the index folder.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._seen: tuple[tuple[int, int], str] | None = None

    def current(self) -> str | None:
        """The name of the generation in use; None if there is none."""
        file = self.folder / _CURRENT
        try:
            stat = file.stat()
            key = (stat.st_ino, stat.st_mtime_ns)
            if self._seen is None or self._seen[0] != key:
                self._seen = (key, file.read_text(encoding="utf-8").strip())
        except FileNotFoundError:
            return None
        except OSError as error:
            raise StoreError(f"the index {self.folder} cannot be read: {error.strerror}") from error
        return self._seen[1]

    def path(self, name: str) -> Path:
        """The folder of a generation."""
        return self.folder / _GENERATIONS / name

    def names(self) -> list[str]:
        """Every generation, oldest first."""
        try:
            return sorted(path.name for path in (self.folder / _GENERATIONS).iterdir() if path.is_dir())
        except FileNotFoundError:
            return []

    def make(self) -> str:
        """Make the folder of a new generation, and return its name."""
        last = max((int(name) for name in self.names() if name.isdecimal()), default=0)
        name = f"{last + 1:06}"
        self.path(name).mkdir(parents=True)
        return name

    def use(self, name: str) -> None:
        """Let readers use a generation from now on."""
        new = self.folder / f"{_CURRENT}.new"
        with new.open("w", encoding="utf-8") as file:
            file.write(f"{name}\n")
            file.flush()
            os.fsync(file.fileno())
        new.replace(self.folder / _CURRENT)
        folder = os.open(self.folder, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)

    @property
    def old_catalogue(self) -> Path | None:
        """The catalogue that Kloe 0.1.0 left in the folder; None if it left none."""
        file = self.folder / FILE_NAME
        return file if file.is_file() and format_of(file) is None else None

    def opened(self) -> str:
        """The name of the generation in use.

        Raises:
            StoreError: there is none; the text says what to do.
        """
        if name := self.current():
            return name
        if self.old_catalogue:
            raise StoreError(
                f"the index {self.folder} was made by Kloe 0.1.0, in a form that this version does not search: run"
                " `kloe index --rebuild`, which reads its files again"
            )
        raise StoreError(f"there is no index at {self.folder}: run `kloe index FOLDER`, or set KLOE_INDEX")
