"""The command that makes and updates an index."""

import os
from contextlib import suppress
from pathlib import Path
from typing import Annotated

import typer
from rich.progress import TaskID

from app.cli.opening import open_index
from app.cli.options import WrongCall
from app.cli.terminal import bar, say
from app.settings import settings
from ingest import KloeError


def _yield_to_readers() -> None:
    """Run at the lowest priority, so that indexing does not slow down people who are reading."""
    if hasattr(os, "SCHED_IDLE"):
        with suppress(OSError):
            os.sched_setscheduler(0, os.SCHED_IDLE, os.sched_param(0))


def index(
    paths: Annotated[list[Path] | None, typer.Argument(help="Folders or files to index.", show_default=False)] = None,
    prune: Annotated[
        bool, typer.Option("--prune", help="Remove from the index any file that is no longer in these folders.")
    ] = False,
    rebuild: Annotated[
        bool,
        typer.Option(
            "--rebuild",
            help="Read every file again, beside the index in use, and swap the two at the end. Needed when the model changes.",
        ),
    ] = False,
    retry: Annotated[
        bool,
        typer.Option("--retry", help="Also read again the files that could not be read and have not changed since."),
    ] = False,
    background: Annotated[
        bool,
        typer.Option(
            "--background",
            help="Work only while the machine has nothing else to do. On a busy machine this takes long.",
        ),
    ] = False,
) -> None:
    """Index folders of documents (PDF, HTML, Word, Markdown, text), or update an index.

    Files that have not changed since last time are not read again.
    """
    from index import update
    from qa.findings import FindingAnnotator

    if background or settings().background:
        _yield_to_readers()
    if not paths and not rebuild:
        raise WrongCall("name a folder or a file to index, as in: kloe index ~/ofsted-reports")
    with bar() as progress_bar:
        tasks: dict[str, TaskID] = {}

        def progress(step: str, done: int, total: int, what: str) -> None:
            if step not in tasks:
                tasks[step] = progress_bar.add_task(step, total=total)
            progress_bar.update(tasks[step], completed=done, total=total)

        summary = update(
            open_index(make=True),
            paths or [],
            settings().cache,
            prune=prune,
            rebuild=rebuild,
            retry=retry,
            workers=settings().workers,
            progress=progress,
            annotator=FindingAnnotator,
        )
    for path, note in summary.notes:
        say(f"note     {path}: {note}")
    for path, cause in summary.kept:
        say(f"kept     {path}: {cause}; what was read from it before is kept")
    for path, cause in summary.skipped:
        say(f"skipped  {path}: {cause}")
    removed = f", {summary.removed:,} removed" if prune else ""
    say(
        f"{summary.files:,} file{'' if summary.files == 1 else 's'}: {summary.added:,} read, {summary.unchanged:,} unchanged,"
        f" {len(summary.skipped):,} skipped{removed}, in {summary.seconds:,.1f} seconds."
    )
    say(f"The index {settings().index} holds {summary.documents:,} documents in {summary.passages:,} passages.")
    if summary.mended:
        say(f"The vectors of {summary.mended:,} passages were not as they should be, and have been put right.")
    if summary.skipped and not (summary.kept or summary.added or summary.unchanged or summary.removed):
        raise KloeError("no file could be indexed")
