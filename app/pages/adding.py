"""Adding documents on the pages: within a person's quota, on the record, and with nothing left behind."""

import contextlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from app.documents import FileResult, Progress
from app.documents.copies import uploads_folder
from app.kept import Kept
from app.watching import Event
from index import Index


def incoming_folder(index_folder: Path) -> Path:
    """The folder for files that are being sent, which only this account can read; made if it does not exist."""
    folder = uploads_folder(index_folder) / ".incoming"  # hidden from runs
    folder.mkdir(parents=True, exist_ok=True)
    folder.chmod(0o700)
    return folder.resolve()


def add_files(index: Index, paths: Sequence[Path], kept: Kept, request: Any) -> Iterator[Progress]:
    """Add files that somebody has sent, and remove what was sent.

    Args:
        paths: the files, in the folder for files that are being sent.
        request: the request that asks for it.

    Raises:
        KloeError: there are too many files, they take too much room, or the index cannot be written.
    """

    def note(files: Sequence[FileResult]) -> None:
        for file in files:
            kept.note(Event.UPLOAD, request, f"{file.name}{f': {file.cause}' if file.cause else ''}")

    try:
        kept.quotas.take_files(request, len(paths))
        yield from kept.uploads.add(index, paths, note=note)  # noted also where the person has left before the end
    finally:
        for path in paths:
            with contextlib.suppress(OSError):
                path.unlink()
