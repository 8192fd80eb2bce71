"""The commands of Kloe."""

import json
import logging
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeRemainingColumn
from rich.text import Text

from app.settings import load_settings, settings
from ingest import Kind, KloeError

app = typer.Typer(
    name="kloe",
    help="Search inspection documents and answer questions from them, in their own words, with the page.",
    epilog="Begin with: kloe index FOLDER, then: kloe ask 'what did Ofsted say about management oversight in 2022?'",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
_out = Console(highlight=False, markup=False, soft_wrap=not sys.stdout.isatty())
_err = Console(stderr=True, highlight=False, markup=False)

Json = Annotated[bool, typer.Option("--json", help="Print JSON, for a program to read.")]
Authorities = Annotated[
    list[str] | None, typer.Option("--authority", "-a", help="Only this authority; may be given several times.")
]
Years = Annotated[
    list[int] | None,
    typer.Option("--year", "-y", help="Only documents inspected or published in this year; may be repeated."),
]
Kinds = Annotated[list[Kind] | None, typer.Option("--kind", "-k", help="Only documents of this kind; may be repeated.")]


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

    if not paths and not rebuild:
        raise KloeError("name a folder or a file to index, as in: kloe index ~/ofsted-reports")
    with _bar() as bar:
        tasks: dict[str, TaskID] = {}

        def progress(step: str, done: int, total: int, what: str) -> None:
            if step not in tasks:
                tasks[step] = bar.add_task(step, total=total)
            bar.update(tasks[step], completed=done, total=total)

        summary = update(
            _index(make=True),
            paths or [],
            settings().cache,
            prune=prune,
            rebuild=rebuild,
            workers=settings().workers,
            progress=progress,
        )
    for path, note in summary.notes:
        _out.print(_safe(f"note     {path}: {note}"))
    for path, cause in summary.skipped:
        _out.print(_safe(f"skipped  {path}: {cause}"))
    removed = f", {summary.removed:,} gone" if prune else ""
    _out.print(
        f"{summary.files:,} files: {summary.added:,} read, {summary.unchanged:,} unchanged, {len(summary.skipped):,} skipped"
        f"{removed}, in {summary.seconds:,.1f} seconds."
    )
    _out.print(f"The index {settings().index} holds {summary.documents:,} documents in {summary.passages:,} passages.")
    if summary.skipped and not (summary.added or summary.unchanged or summary.removed):
        raise KloeError("nothing could be indexed")


@app.command(epilog="Example: kloe ask 'what did Ofsted say about management oversight in 2022?'")
def ask(
    question: Annotated[str, typer.Argument(help="The question, in plain words.")],
    authority: Authorities = None,
    year: Years = None,
    kind: Kinds = None,
    as_json: Json = False,
) -> None:
    """Answer a question with numbered quotations, or say why there is no answer."""
    import qa
    from app.batch import answer_row

    answer = qa.ask(_index(), question, _scope(authority, year, kind))
    _print_json(answer_row(answer)) if as_json else _out.print(_safe(answer.text))


@app.command(epilog="Example: kloe search 'letters before proceedings' --year 2023")
def search(
    query: Annotated[str, typer.Argument(help="What to look for; authorities and years in it confine the search.")],
    authority: Authorities = None,
    year: Years = None,
    kind: Kinds = None,
    limit: Annotated[int, typer.Option("--limit", "-n", min=1, max=100, help="How many passages.")] = 10,
    rerank: Annotated[bool, typer.Option(help="Look closer at what was found.")] = True,
    as_json: Json = False,
) -> None:
    """Find passages, best first."""
    import qa
    from app.batch import result_row

    opened = _index()
    parsed = qa.parse(opened, query, _scope(authority, year, kind))
    results = qa.find(opened, parsed, limit, rerank)
    if as_json:
        _print_json([result_row(result) for result in results])
        return
    if not results:
        _out.print(_safe(qa.ask(opened, query, _scope(authority, year, kind)).text))
    for number, result in enumerate(results, 1):
        passage = result.passage
        at = qa.place(passage.number, passage.page)
        _out.print(
            _safe(f"{number}. {qa.document_reference(result.record)}, {at} ({result.record.path})"), style="bold"
        )
        _out.print(_safe(f"   {passage.text}\n"))


@app.command(epilog="Example: kloe answer questions.jsonl --out answers.jsonl")
def answer(
    questions: Annotated[Path, typer.Argument(help='A file with {"id": …, "question": …} on each line.')],
    out: Annotated[Path, typer.Option("--out", "-o", help="Where the answers go, one JSON object a line.")],
) -> None:
    """Answer a file of questions."""
    from app.batch import answer_file

    with _bar() as bar:
        task = bar.add_task("Answering", total=None)
        count = answer_file(_index(), questions, out, lambda done, total: bar.update(task, completed=done, total=total))
    _out.print(f"{count:,} answers written to {out}.")


@app.command(epilog="Example: kloe documents 'devon/children's services inspection - 17 march 2020.pdf'")
def documents(
    path: Annotated[str | None, typer.Argument(help="One document's path, or its end.", show_default=False)] = None,
    as_json: Json = False,
) -> None:
    """List the library, or show one document's record: its facts, judgements, sections, passages and furniture.

    With --json the list has one object a line.
    """
    from app.library import document_row, find_record, record_lines, record_rows

    opened = _index()
    if path:
        row = record_rows(opened, find_record(opened, path))
        _print_json(row) if as_json else _out.print(_safe("\n".join(record_lines(row))))
        return
    for record in opened.catalogue.records():
        if as_json:
            print(json.dumps(document_row(record), ensure_ascii=False))
            continue
        overall = next((held.grade for held in record.judgements if held.area == "overall_effectiveness"), "")
        facts = (
            record.authority or "no authority",
            record.kind.label,
            str(record.date or record.years or "undated"),
            overall,
        )
        _out.print(_safe(f"{record.path}: {', '.join(filter(None, facts))}"))


@app.command(epilog="Example: kloe status --json")
def status(as_json: Json = False) -> None:
    """Say what the index holds and how it was made."""
    opened = _index()
    records = opened.catalogue.records()
    kinds = {kind: sum(record.kind is kind for record in records) for kind in Kind}
    years = [year for record in records for year in record.years]
    row: dict[str, Any] = {
        "index": str(settings().index),
        "model": opened.catalogue.made_by()["model"],
        "documents": len(records),
        "passages": sum(record.passages for record in records),
        "pages": sum(record.pages for record in records),
        "authorities": len({record.authority for record in records if record.authority}),
        "first_year": min(years, default=None),
        "last_year": max(years, default=None),
        "kinds": {kind.value: count for kind, count in kinds.items() if count},
        "waiting": opened.catalogue.waiting(),
        "skipped": [{"document": source.path, "cause": cause} for source, cause in opened.catalogue.skipped().items()],
    }
    if as_json:
        _print_json(row)
        return
    _out.print(f"Index {row['index']}, made with {row['model']}")
    _out.print(f"{row['documents']:,} documents, {row['pages']:,} pages, {row['passages']:,} passages")
    if records:
        _out.print(f"{row['authorities']} authorities, {row['first_year']} to {row['last_year']}")
    for kind, count in kinds.items():
        if count:
            _out.print(f"  {count:>5,}  {kind.plural}")
    if row["waiting"]:
        _out.print(f"{row['waiting']:,} passages wait to be embedded: run kloe index again")
    for source, cause in opened.catalogue.skipped().items():
        _out.print(_safe(f"skipped  {source.path}: {cause}"))


@app.command(epilog="Example: kloe ui --port 8080")
def ui(
    host: Annotated[str | None, typer.Option(help="Address to listen on (127.0.0.1).", show_default=False)] = None,
    port: Annotated[int | None, typer.Option(help="Port to listen on (7860).", show_default=False)] = None,
    show: Annotated[bool, typer.Option("--open", help="Open the pages in this machine's browser.")] = False,
) -> None:
    """Serve the pages, to be opened in a browser."""
    from app.server import serve

    given = {name: value for name, value in (("host", host), ("port", port)) if value is not None}
    chosen = load_settings(**given)
    _out.print(f"Kloe is at http://{chosen.host}:{chosen.port} (stop with Ctrl+C)")
    serve(chosen, show)


def main() -> None:
    """Run a command; what goes wrong is said in one line, with a non-zero exit."""
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(name)s: %(message)s")
    try:
        app()
    except KloeError as error:
        _err.print(_safe(f"kloe: {error}"))
        sys.exit(1)
    except KeyboardInterrupt:
        _err.print("kloe: stopped; what was finished is kept")
        sys.exit(130)
    except BrokenPipeError:  # the reader of our output, such as `head`, has seen enough
        sys.stderr.close()


def _index(make: bool = False) -> Any:
    """Open the index; only `kloe index` makes one."""
    from index import Embedder, Index

    if not make and not (settings().index / "catalogue.sqlite").is_file():
        raise KloeError(f"there is no index at {settings().index}: run `kloe index FOLDER`, or set KLOE_INDEX")
    return Index(settings().index, Embedder(settings().model), settings().chroma_url, settings().reranker)


def _scope(authorities: list[str] | None, years: list[int] | None, kinds: list[Kind] | None) -> Any:
    """The filters that were given, or None.

    Raises:
        KloeError: a name is that of no authority, or of several; near names are said.
    """
    from ingest.authorities import AuthorityNames, fold
    from qa import Scope

    if not (authorities or years or kinds):
        return None
    held = {record.authority for record in _index().catalogue.records() if record.authority}
    names = AuthorityNames(held)
    chosen: list[str] = []
    for given in authorities or []:
        official = names.by_name.get(fold(given), ())
        if not official:
            near = [names.by_name[name][0] for name in get_close_matches(fold(given), names.by_name, 3)]
            hint = f"; did you mean {' or '.join(dict.fromkeys(near))}?" if near else ""
            raise KloeError(f"no authority is called {given!r}{hint}")
        chosen += official
    return Scope(authorities=tuple(chosen), years=tuple(years or ()), kinds=tuple(kinds or ()))


@contextmanager
def _bar() -> Iterator[Progress]:
    """A progress bar with counts, a rate and the time left; on standard error, so that output stays clean."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), _Rate(), TimeRemainingColumn())
    with Progress(*columns, console=_err) as bar:
        yield bar


class _Rate(TextColumn):
    def __init__(self) -> None:
        super().__init__("")

    def render(self, task: Any) -> Text:
        speed = task.finished_speed or task.speed
        return Text(f"{speed:,.1f}/s" if speed else "")


def _print_json(value: Any) -> None:
    print(json.dumps(value, ensure_ascii=False, indent=2, default=str))


def _safe(text: str) -> str:
    """Take out what could steer a terminal; cleaning has done so for documents, not for file names."""
    return "".join(c if c.isprintable() or c == "\n" else "�" for c in text)


if __name__ == "__main__":
    main()
