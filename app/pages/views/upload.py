"""An upload as its template shows it: its progress, and what happened to each file."""

from dataclasses import dataclass

from app.documents.uploading import FileResult, Progress
from app.pages.templating import capitalised, render
from app.pages.views.record import correction_link, record_link
from app.root import rooted
from qa import document_reference


@dataclass(frozen=True)
class FileLine:
    """One file of an upload.

    Attributes:
        cause: why it was not added; empty otherwise.
        link, document, passages: of the document that it was read as; empty until then.
        read: its authority, kind and date as they were read, or set by a person.
        lacking: what the document does not state or nobody could read, such as "no authority".
        correction, removal: links for those who may; empty for others.
    """

    name: str
    cause: str = ""
    link: str = ""
    document: str = ""
    passages: int = 0
    notes: tuple[str, ...] = ()
    read: tuple[tuple[str, str], ...] = ()
    lacking: str = ""
    correction: str = ""
    removal: str = ""


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


def render_upload(progress: Progress, may_remove: bool = False) -> str:
    """Render a progress bar while files are read, and each file with what was read from it or why it was not added.

    Args:
        may_remove: True if whoever added the files may remove documents. They may correct them in any case.
    """
    added = sum(file.record is not None for file in progress.files)
    upload = UploadView(
        summary=f"{added} of {len(progress.files)} files added" if progress.is_done else progress.step,
        step=f"{progress.step}: {progress.done:,} of {progress.total:,}",
        done=progress.done,
        total=progress.total,
        is_done=progress.is_done,
        files=[_file(file, may_remove) for file in progress.files],
    )
    return render("upload.html", upload=upload)


def _file(file: FileResult, may_remove: bool) -> FileLine:
    record = file.record
    if file.cause or record is None or not file.is_done:
        return FileLine(file.name, file.cause)
    day = record.when
    lacking = [word for word, value in (("authority", record.place), ("date", day)) if not value]
    return FileLine(
        file.name,
        "",
        record_link(record),
        document_reference(record),
        record.passages,
        file.notes,
        read=(
            ("Authority", record.place or "none"),
            ("Kind", capitalised(record.kind.label)),
            ("Date", day or "none"),
        ),
        lacking=f"No {' and no '.join(lacking)} was read." if lacking else "",
        correction=correction_link(record),
        removal=rooted(f"/remove/{record.id}") if may_remove else "",
    )
