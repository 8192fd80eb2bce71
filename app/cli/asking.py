"""The commands that answer: ask, search, and answer for a file of questions."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from app.cli.terminal import bar, complain, say, say_json
from app.settings import settings
from ingest import Grade, Kind, KloeError
from ingest.authorities import regions

if TYPE_CHECKING:
    from app.asking.filters import Filters
    from index import Index
    from qa.writing import Writer


def _grade(given: str) -> str:
    return _one_of(given, [grade.value for grade in Grade])


def _region(given: str) -> str:
    return _one_of(given, regions())


def _one_of(given: str, names: "list[str] | tuple[str, ...]") -> str:
    """The name that begins so, in any case."""
    found = [name for name in names if name.lower().startswith(given.strip().lower().replace("-", " "))]
    if len(found) != 1:
        raise typer.BadParameter(f"{given!r} is none of {', '.join(names)}.")
    return found[0]


Json = Annotated[bool, typer.Option("--json", help="Print JSON, for a program to read.")]
Authorities = Annotated[
    list[str] | None,
    typer.Option("--authority", "-a", help="Only this authority, by any of its names; may be repeated."),
]
Regions = Annotated[
    list[str] | None,
    typer.Option(
        "--region",
        parser=_region,
        metavar="REGION",
        help="Only authorities of this region, or of the one that begins so; may be repeated.",
    ),
]
Years = Annotated[
    list[int] | None,
    typer.Option(
        "--year", "-y", min=1900, max=2100, help="Only documents inspected or published in this year; may be repeated."
    ),
]
Kinds = Annotated[
    list[Kind] | None,
    typer.Option(
        "--kind", "-k", metavar="KIND", help=f"Only documents of this kind ({', '.join(Kind)}); may be repeated."
    ),
]
Judged = Annotated[
    list[str] | None,
    typer.Option(
        "--judged",
        parser=_grade,
        metavar="GRADE",
        help="Only documents with this grade for overall effectiveness, or what it begins with; may be repeated.",
    ),
]
Latest = Annotated[
    bool,
    typer.Option(
        "--latest", help="Only each authority's newest inspection, or its newest document of the kinds given."
    ),
]
Word = Annotated[Path | None, typer.Option("--word", help="Write it as a Word document, with references.")]
Csv = Annotated[Path | None, typer.Option("--csv", help="Write it as CSV, a row each, with references.")]


def ask(
    question: Annotated[str, typer.Argument(help="The question, in plain words.")],
    follow: Annotated[
        list[str] | None,
        typer.Option(
            "--follow", "-f", help="The question before, which this one goes on from; repeated, oldest first."
        ),
    ] = None,
    authority: Authorities = None,
    region: Regions = None,
    year: Years = None,
    kind: Kinds = None,
    judged: Judged = None,
    latest: Latest = False,
    generate: Annotated[
        bool,
        typer.Option(
            " /--no-generate", help="Give the quotations alone, though a generator is set.", show_default=False
        ),
    ] = True,
    word: Word = None,
    csv: Csv = None,
    as_json: Json = False,
) -> None:
    """Answer a question with numbered quotations, or say why there is no answer.

    Where a generator is set, a chat model puts the quotations into words, each sentence checked. Files hold the quotations.
    """
    from app.asking.searching import answer as answer_in
    from app.cli.batch import answer_row
    from app.cli.printing import print_written
    from app.exports.exporting import answer_csv, answer_docx

    writer = _writer() if generate else None
    opened = open_index()
    filters = _filters(opened, authority, region, year, kind, judged, latest)
    answered = answer_in(opened, question, filters, follow or ())
    if word:
        _write(word, answer_docx(answered))
    if csv:
        _write(csv, answer_csv(answered).encode())
    writer = writer if answered.answered else None
    if as_json:
        say_json(answer_row(answered, writer.write(answered) if writer else None))
    elif writer:
        print_written(writer.stream(answered))
    else:
        say(answered.text)


def search(
    query: Annotated[str, typer.Argument(help="What to look for; authorities and years in it confine the search.")],
    authority: Authorities = None,
    region: Regions = None,
    year: Years = None,
    kind: Kinds = None,
    judged: Judged = None,
    latest: Latest = False,
    limit: Annotated[int, typer.Option("--limit", "-n", min=1, max=100, help="How many passages.")] = 10,
    rerank: Annotated[bool, typer.Option(help="Look closer at what was found.")] = True,
    word: Word = None,
    csv: Csv = None,
    as_json: Json = False,
) -> None:
    """Find passages, best first."""
    from app.asking.searching import search as search_in
    from app.cli.batch import result_row
    from app.cli.printing import print_results
    from app.exports.exporting import results_csv, results_docx

    opened = open_index()
    filters = _filters(opened, authority, region, year, kind, judged, latest)
    found = search_in(opened, query, filters, limit=limit, rerank=rerank)
    if word:
        _write(word, results_docx(query, found.results, found.said))
    if csv:
        _write(csv, results_csv(found.results).encode())
    if as_json:
        say_json([result_row(result) for result in found.results])
    elif found.results:
        print_results(found.results)
    else:
        say(found.explanation)


def answer(
    questions: Annotated[Path, typer.Argument(help='A file with {"id": …, "question": …} on each line.')],
    out: Annotated[Path, typer.Option("--out", "-o", help="Where the answers go, one JSON object a line.")],
    generate: Annotated[
        bool, typer.Option("--generate", help="Let the generator that is set put the answers into words.")
    ] = False,
) -> None:
    """Answer a file of questions, with quotations alone unless --generate is given."""
    from app.cli.batch import answer_file

    writer = _writer() if generate else None
    if generate and not writer:
        raise KloeError("no generator is set: name a chat model, as in KLOE_GENERATOR=openai:llama3.2")
    opened = open_index()
    with bar() as progress:
        task = progress.add_task("Answering", total=None)
        count = answer_file(
            opened, questions, out, lambda done, total: progress.update(task, completed=done, total=total), writer
        )
    say(f"{count:,} answers written to {out}.")


def open_index(make: bool = False) -> "Index":
    """Open the index that is set.

    Args:
        make: make one where there is none, as only `kloe index` does.

    Raises:
        KloeError: there is none, or it cannot be used.
    """
    from index import Embedder, Index

    if not make and not (settings().index / "catalogue.sqlite").is_file():
        raise KloeError(f"there is no index at {settings().index}: run `kloe index FOLDER`, or set KLOE_INDEX")
    return Index(settings().index, Embedder(settings().model), settings().chroma_url, settings().reranker)


def _writer() -> "Writer | None":
    """What puts answers into words, where a generator is set.

    Raises:
        KloeError: it cannot be used as it is set.
    """
    from app.asking.searching import writer

    made = writer()
    if made:
        made.load()
    return made


def _filters(
    opened: "Index",
    authority: list[str] | None,
    region: list[str] | None,
    year: list[int] | None,
    kind: list[Kind] | None,
    judged: list[str] | None,
    latest: bool,
) -> "Filters":
    """The filters that were given.

    Raises:
        KloeError: one does not fit, or a name is that of no authority; near names are said.
    """
    from app.asking.filters import Filters, read_values
    from qa.answer.messages import unknown_words

    filters = read_values(
        Filters,
        authority=authority or [],
        region=region or [],
        year=year or [],
        kind=kind or [],
        judgement=judged or [],
        latest=latest,
    )
    scope = filters.scope(opened)
    if scope and scope.unknown:
        raise KloeError(unknown_words(scope))
    return filters


def _write(file: Path, content: bytes) -> None:
    try:
        file.write_bytes(content)
    except OSError as error:
        raise KloeError(f"{file} cannot be written: {error.strerror or error}") from error
    complain(f"{file} written.")
