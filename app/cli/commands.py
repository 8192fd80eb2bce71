"""The commands of Kloe."""

import logging
import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import Annotated

import typer
from rich.progress import TaskID

from app.access.users import SHORTEST_PASSWORD, Right
from app.cli import asking as cli_asking
from app.cli.asking import Json, open_index
from app.cli.terminal import bar, complain, say, say_json
from app.settings import load_settings, settings
from ingest import KloeError

_ASKED = "what did Ofsted say about management oversight in 2022?"

app = typer.Typer(
    name="kloe",
    help="Search inspection documents and answer questions from them, in their own words, with the page.",
    epilog=f"Begin with: kloe index FOLDER, then: kloe ask '{_ASKED}'",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
people = typer.Typer(help="Say who may sign in to the pages.", no_args_is_help=True)


def _give_way() -> None:
    """Run only where nobody else wants to: whoever reads while an index run goes on comes first."""
    if hasattr(os, "SCHED_IDLE"):
        with suppress(OSError):
            os.sched_setscheduler(0, os.SCHED_IDLE, os.sched_param(0))


@app.command(epilog="Example: kloe index ~/ofsted-reports ~/scrutiny-minutes")
def index(
    paths: Annotated[list[Path] | None, typer.Argument(help="Folders or files to index.", show_default=False)] = None,
    prune: Annotated[bool, typer.Option("--prune", help="Forget files that are gone from these folders.")] = False,
    rebuild: Annotated[
        bool, typer.Option("--rebuild", help="Read everything again; needed after a change of model or passage rules.")
    ] = False,
) -> None:
    """Bring the index up to date with folders of documents (PDF, HTML, Word, Markdown, text).

    What has not changed since the last time is only looked at.
    """
    from index import update

    _give_way()
    if not paths and not rebuild:
        raise KloeError("name a folder or a file to index, as in: kloe index ~/ofsted-reports")
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
            workers=settings().workers,
            progress=progress,
        )
    for path, note in summary.notes:
        say(f"note     {path}: {note}")
    for path, cause in summary.skipped:
        say(f"skipped  {path}: {cause}")
    removed = f", {summary.removed:,} gone" if prune else ""
    say(
        f"{summary.files:,} files: {summary.added:,} read, {summary.unchanged:,} unchanged, {len(summary.skipped):,} skipped"
        f"{removed}, in {summary.seconds:,.1f} seconds."
    )
    say(f"The index {settings().index} holds {summary.documents:,} documents in {summary.passages:,} passages.")
    if summary.skipped and not (summary.added or summary.unchanged or summary.removed):
        raise KloeError("nothing could be indexed")


app.command(epilog=f"Example: kloe ask '{_ASKED}', and then: kloe ask 'and in Devon?' --follow '{_ASKED}'")(
    cli_asking.ask
)
app.command(epilog="Example: kloe search 'letters before proceedings' --year 2023")(cli_asking.search)
app.command(epilog="Example: kloe answer questions.jsonl --out answers.jsonl")(cli_asking.answer)


@app.command(epilog="Example: kloe documents '17 march 2020.pdf'")
def documents(
    path: Annotated[str | None, typer.Argument(help="One document's path, or its end.", show_default=False)] = None,
    as_json: Json = False,
) -> None:
    """List the library, or show one document's record: its facts, judgements, sections, passages and furniture.

    With --json the list has one object a line.
    """
    from app.documents.library import document_row, find_record, record_lines, record_rows

    opened = open_index()
    if path:
        row = record_rows(opened, find_record(opened, path))
        say_json(row) if as_json else say("\n".join(record_lines(row)))
        return
    for record in opened.catalogue.records():
        if as_json:
            say_json(document_row(record), indent=None)
            continue
        overall = next((held.grade for held in record.judgements if held.area == "overall_effectiveness"), "")
        facts = (
            record.authority or "no authority",
            record.kind.label,
            str(record.date or record.years or "undated"),
            overall,
        )
        say(f"{record.path}: {', '.join(filter(None, facts))}")


@app.command(epilog="Example: kloe status --json")
def status(as_json: Json = False) -> None:
    """Say what the index holds and how it was made."""
    from app.documents.library import status_lines, status_row

    row = {"index": str(settings().index), **status_row(open_index())}
    if as_json:
        say_json(row)
    else:
        say("\n".join([f"Index {row['index']}, made with {row['model']}", *status_lines(row)]))


@app.command(epilog="Example: kloe feedback > feedback.csv")
def feedback() -> None:
    """Print what people said of answers as CSV, oldest first."""
    from app.feedback import feedback_csv, read_feedback

    sys.stdout.write(feedback_csv(read_feedback(open_index().folder)))


@app.command(epilog="Example: kloe ui --port 8080")
def ui(
    host: Annotated[str | None, typer.Option(help="Address to listen on (127.0.0.1).", show_default=False)] = None,
    port: Annotated[int | None, typer.Option(help="Port to listen on (7860).", show_default=False)] = None,
    show: Annotated[bool, typer.Option("--open", help="Open the pages in this machine's browser.")] = False,
) -> None:
    """Serve the pages, to be opened in a browser."""
    from app.server import serve

    given = {name: value for name, value in (("host", host), ("port", port)) if value is not None}
    serve(load_settings(**given), show)


@people.command("add", epilog="Example: kloe user add sam --may upload")
def add_person(
    name: Annotated[str, typer.Argument(help="The name to sign in with.")],
    may: Annotated[Right, typer.Option("--may", help="What they may do; who may upload may also read.")] = Right.READ,
) -> None:
    """Let somebody sign in, or change their password and rights; the password is asked for, or read from a pipe.

    They are written to the file that the setting users_file names.
    """
    from app.access.users import add_user

    file = settings().users_file
    if file is None:
        raise KloeError(
            'users_file is not set: name the file in KLOE_USERS_FILE or kloe.toml, as in users_file = "users"'
        )
    add_user(file, name, {Right.READ, may}, _password())
    say(f"{name} may {'read and upload' if may is Right.UPLOAD else 'read'}: {file}")


def _password() -> str:
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\r\n")
    asked = f"Password, {SHORTEST_PASSWORD} characters or more"
    return str(typer.prompt(asked, hide_input=True, confirmation_prompt=True))


app.add_typer(people, name="user")


def main() -> None:
    """Run a command; what goes wrong is said in one line, with a non-zero exit."""
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(name)s: %(message)s")
    try:
        app()
    except KloeError as error:
        complain(f"kloe: {error}")
        sys.exit(1)
    except KeyboardInterrupt:
        complain("kloe: stopped; what was finished is kept")
        sys.exit(130)
    except BrokenPipeError:  # the reader of our output, such as `head`, has seen enough
        sys.stderr.close()
