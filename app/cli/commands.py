"""The command `kloe` and its sub-commands."""

import logging
import sys
from importlib.metadata import version
from typing import Annotated

import typer

from app.cli.asking import answer, ask, explain, search
from app.cli.correcting import correct
from app.cli.counts import count
from app.cli.findings import brief, compare, precedents, themes, tracker, trajectory
from app.cli.indexing import index
from app.cli.keeping import audit, backup, forget, remove, repair, restore, verify
from app.cli.opening import open_index
from app.cli.options import Json, WrongCall
from app.cli.people import people
from app.cli.terminal import notify, say, say_json
from app.settings import load_settings
from ingest import KloeError

_QUESTION = "what did Ofsted say about management oversight in 2022?"
_FAILED, _CALLED_WRONGLY, _STOPPED = 1, 2, 130  # exit codes
_EPILOG = (
    f"Example: kloe index FOLDER, then: kloe ask '{_QUESTION}'\n\nExit codes: 0 done, even if there is no answer to give;"
    f" {_FAILED} failed, and one line says why; {_CALLED_WRONGLY} called wrongly; {_STOPPED} stopped with Ctrl+C."
)

app = typer.Typer(
    name="kloe",
    help="Search inspection documents, and answer questions in the documents' own words, with the page.",
    epilog=_EPILOG,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _print_version(wanted: bool) -> None:
    if wanted:
        say(f"kloe {version('kloe')}")
        raise typer.Exit


@app.callback()
def _options(
    show_version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None:
    pass


app.command(epilog="Example: kloe index ~/ofsted-reports ~/scrutiny-minutes")(index)
app.command(epilog=f"Example: kloe ask '{_QUESTION}' --more, then: kloe ask 'and in Devon?' --previous '{_QUESTION}'")(
    ask
)
app.command(
    epilog="Example: kloe explain 'and in Devon since 2020?' --previous 'what did Ofsted say about caseloads in Kent?'"
)(explain)
app.command(epilog="Example: kloe precedents 'visits are late' --own Devon --sort better")(precedents)
app.command(epilog="Example: kloe trajectory Devon 'management oversight'")(trajectory)
app.command(epilog="Example: kloe tracker Devon caseloads")(tracker)
app.command(
    epilog="Example: kloe compare Devon Kent --on 'care leavers', or: kloe compare Devon --period 2015-2018 --period 2019-2022"
)(compare)
app.command(epilog="Example: kloe brief Devon --out devon.docx")(brief)
app.command(epilog="Example: kloe themes")(themes)
app.command(epilog="Example: kloe count 'how many authorities were inadequate in 2023?'")(count)
app.command(epilog="Example: kloe search 'letters before proceedings' --year 2023")(search)
app.command(epilog="Example: kloe answer questions.jsonl --out answers.jsonl")(answer)


app.command(epilog="Example: kloe verify")(verify)
app.command(epilog="Example: kloe repair")(repair)
app.command(epilog="Example: kloe backup ~/backups/kloe-monday")(backup)
app.command(epilog="Example: kloe restore ~/backups/kloe-monday")(restore)
app.command(epilog="Example: kloe forget ~/scrutiny-minutes/draft.docx")(forget)
app.command(epilog="Example: kloe remove 'draft.docx', and if that was a mistake: kloe remove --undo draft.docx")(
    remove
)
app.command(
    epilog="Example: kloe correct 'minutes.pdf' --authority Kent, and to take it back: kloe correct 'minutes.pdf' --undo"
)(correct)
app.command(epilog="Example: kloe audit > audit.csv")(audit)


@app.command(epilog="Example: kloe documents '17 march 2020.pdf'")
def documents(
    path: Annotated[
        str | None,
        typer.Argument(help="A document's path, or a part of it that fits no other document.", show_default=False),
    ] = None,
    as_json: Json = False,
) -> None:
    """List the documents; or show one document: its facts, judgements and passages, and what is not searched.

    With --json, the list has one object a line.
    """
    from app.cli.printing import document_line, record_lines
    from app.documents import find_record
    from app.schemas import DocumentBody, RecordBody

    index = open_index()
    if path:
        record = RecordBody.read(index, find_record(index, path))
        say_json(record.model_dump(mode="json")) if as_json else say("\n".join(record_lines(record)))
        return
    records = index.catalogue.records()
    if not records:
        notify("The index is empty: run `kloe index FOLDER` first.")
    for document in map(DocumentBody.of, records):
        if as_json:
            say_json(document.model_dump(mode="json"), indent=None)
        else:
            say(document_line(document))


@app.command(epilog="Example: kloe status --json")
def status(as_json: Json = False) -> None:
    """Show what the index holds and how it was made."""
    from app.cli.printing import status_lines
    from app.schemas import StatusBody

    body = StatusBody.of(open_index())
    say_json(body.model_dump(mode="json")) if as_json else say("\n".join(status_lines(body)))


@app.command(epilog="Example: kloe feedback > feedback.csv")
def feedback() -> None:
    """Print the feedback on answers as CSV, oldest first."""
    from app.feedback import feedback_csv, read_feedback

    sys.stdout.write(feedback_csv(read_feedback(open_index().folder)))


def serve(
    host: Annotated[
        str | None,
        typer.Option(help="The address to listen on; by default the setting host (127.0.0.1).", show_default=False),
    ] = None,
    port: Annotated[
        int | None, typer.Option(help="The port to listen on; by default the setting port (7860).", show_default=False)
    ] = None,
    show: Annotated[bool, typer.Option("--open", help="Open the pages in this machine's browser.")] = False,
) -> None:
    """Serve the pages, the API and the MCP tools."""
    from app.serving.running import serve as run

    given = {name: value for name, value in (("host", host), ("port", port)) if value is not None}
    run(load_settings(**given), show)


app.command(epilog="Example: kloe serve --port 8080")(serve)
app.command("ui", hidden=True, epilog="Example: kloe ui --port 8080 (an older name of kloe serve)")(serve)


app.add_typer(people, name="user")


def main() -> None:
    """Run a command. If it fails, print one line on standard error and exit with a code that says how."""
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(name)s: %(message)s")
    try:
        app()
    except WrongCall as error:
        notify(f"kloe: {error}")
        sys.exit(_CALLED_WRONGLY)
    except KloeError as error:
        notify(f"kloe: {error}")
        sys.exit(_FAILED)
    except (KeyboardInterrupt, SystemExit) as end:  # Typer turns the one into the other
        if isinstance(end, KeyboardInterrupt) or end.code == _STOPPED:
            notify("kloe: stopped; finished work is kept")
            sys.exit(_STOPPED)
        raise
    except BrokenPipeError:  # the reader of our output, such as `head`, has read enough
        sys.stderr.close()
