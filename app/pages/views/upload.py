"""An upload as its template shows it: its progress, and what happened to each file."""

from dataclasses import dataclass

from app.documents.uploading import FileResult, Progress
from app.pages.templating import render
from app.pages.views.record import record_link
from qa import document_reference


@dataclass(frozen=True)
class FileLine:
    """One file of an upload.

    Attributes:
        cause: why it was not added; empty otherwise.
        link, document, passages: of the document that it was read as; empty until then.
    """

    name: str
    cause: str = ""
    link: str = ""
    document: str = ""
    passages: int = 0
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class UploadView:
    """The progress of an upload.

    Attributes:
        summary: its progress in words, which a screen reader announces.
        step: the current step with its count.
    """

    summary: str
    step: str
    done: int
    total: int
    is_done: bool
    files: list[FileLine]


def render_upload(progress: Progress) -> str:
    """Render a progress bar while files are read, and each file with what was read from it or why it was not added."""
    added = sum(file.record is not None for file in progress.files)
    upload = UploadView(
        summary=f"{added} of {len(progress.files)} files added" if progress.is_done else progress.step,
        step=f"{progress.step}: {progress.done:,} of {progress.total:,}",
        done=progress.done,
        total=progress.total,
        is_done=progress.is_done,
        files=[_file(file) for file in progress.files],
    )
    return render("upload.html", upload=upload)


def _file(file: FileResult) -> FileLine:
    record = file.record
    if file.cause or record is None or not file.is_done:
        return FileLine(file.name, file.cause)
    return FileLine(file.name, "", record_link(record), document_reference(record), record.passages, file.notes)
