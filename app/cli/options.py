"""The options that several commands share, and the filters they make."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ingest import AreaOutcome, Grade, Kind, KloeError, VisitTopic
from ingest.authorities import regions

if TYPE_CHECKING:
    from app.asking import Filters
    from index import Index


class WrongCall(KloeError):
    """A command was called wrongly; the text says how. The exit code is 2."""


def _grade(given: str) -> str:
    return _match(given, [grade.value for grade in Grade])


def _topic(given: str) -> str:
    return _match(given, [topic.value for topic in VisitTopic])


def _outcome(given: str) -> str:
    return _match(given, [outcome.value for outcome in AreaOutcome])


def _region(given: str) -> str:
    return _match(given, regions())


def _match(given: str, names: Sequence[str]) -> str:
    """The one name that begins with what was given, in any case."""
    begin = given.strip().lower().replace("-", " ")
    matches = [name for name in names if name.lower().replace("-", " ").startswith(begin)]
    if len(matches) != 1:
        raise typer.BadParameter(f"{given!r} is not one of {', '.join(names)}.")
    return matches[0]


Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]
Question = Annotated[str, typer.Argument(help="The question, in plain words; - reads it from standard input.")]
Previous = Annotated[
    list[str] | None,
    typer.Option(
        "--previous",
        "--follow",
        "-f",
        metavar="QUESTION",
        help="The previous question, if this one follows it. Can be repeated, oldest first.",
    ),
]
Authorities = Annotated[
    list[str] | None,
    typer.Option("--authority", "-a", help="Only this authority. Any name it is known by will do. Can be repeated."),
]
Regions = Annotated[
    list[str] | None,
    typer.Option(
        "--region",
        parser=_region,
        metavar="REGION",
        help="Only authorities in this region, and any named with --authority. The start of its name is enough. Can be repeated.",
    ),
]
Years = Annotated[
    list[int] | None,
    typer.Option(
        "--year", "-y", min=1900, max=2100, help="Only documents inspected or published in this year. Can be repeated."
    ),
]
Kinds = Annotated[
    list[Kind] | None,
    typer.Option(
        "--kind", "-k", metavar="KIND", help=f"Only documents of this kind: {', '.join(Kind)}. Can be repeated."
    ),
]
Judgements = Annotated[
    list[str] | None,
    typer.Option(
        "--judgement",
        "--judged",
        parser=_grade,
        metavar="GRADE",
        help="Only documents with this grade for overall effectiveness. The start of the grade is enough. Can be repeated.",
    ),
]
Topics = Annotated[
    list[str] | None,
    typer.Option(
        "--topic-of-visit",
        parser=_topic,
        metavar="TOPIC",
        help=f"Only focused visits on this topic: {', '.join(VisitTopic)}. The start of the topic is enough. Can be repeated.",
    ),
]
Outcomes = Annotated[
    list[str] | None,
    typer.Option(
        "--outcome",
        parser=_outcome,
        metavar="OUTCOME",
        help=f"Only area SEND inspections with this outcome: {', '.join(AreaOutcome)}. The start of it is enough. Can be repeated.",
    ),
]
Latest = Annotated[
    bool,
    typer.Option(
        "--latest", help="Only each authority's latest inspection; with --kind, its latest document of those kinds."
    ),
]
More = Annotated[
    bool,
    typer.Option("--more", help="Also print the passages that were found and not chosen, and what says otherwise."),
]
Word = Annotated[
    Path | None, typer.Option("--word", metavar="FILE", help="Also write a Word document, with references.")
]
Csv = Annotated[Path | None, typer.Option("--csv", metavar="FILE", help="Also write a CSV file, with references.")]


def read_filters(index: "Index", latest: bool, **given: Sequence[object] | None) -> "Filters":
    """Check the filters that a command was called with.

    Args:
        given: the values of each filter, by its name; None if it was not given.

    Raises:
        WrongCall: a value is invalid, or an authority's name is not recognised; the text suggests similar names.
    """
    from app.asking import Filters, read_values
    from qa.answer.messages import unknown_words

    try:
        filters = read_values(Filters, latest=latest, **{name: values or [] for name, values in given.items()})
    except KloeError as error:
        raise WrongCall(str(error)) from error
    scope = filters.scope(index)
    if scope and scope.unknown:
        raise WrongCall(unknown_words(scope))
    return filters
