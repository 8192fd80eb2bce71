"""The options that several commands share, and the filters they make."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ingest import AreaOutcome, Grade, Kind, KloeError, Stance, VisitTopic
from ingest.authorities import regions

if TYPE_CHECKING:
    from app.asking import SearchFilters
    from index import Index


_POLARITIES = ("praise", "criticism")  # as `index.Polarity` has them, which would take long to load


class WrongCall(KloeError):
    """A command was called wrongly; the text says how. The exit code is 2."""


def _grade(given: str) -> str:
    return _match(given, [grade.value for grade in Grade])


def _topic(given: str) -> str:
    return _match(given, [topic.value for topic in VisitTopic])


def _outcome(given: str) -> str:
    return _match(given, [outcome.value for outcome in AreaOutcome])


def _stance(given: str) -> str:
    return _match(given, [stance.value for stance in Stance])


def _polarity(given: str) -> str:
    return _match(given, _POLARITIES)


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
Since = Annotated[
    str | None,
    typer.Option("--since", metavar="DAY", help="Only documents of this day or later, as 2022-03-31."),
]
Until = Annotated[
    str | None,
    typer.Option("--until", metavar="DAY", help="Only documents of this day or earlier."),
]
Stances = Annotated[
    list[str] | None,
    typer.Option(
        "--stance",
        parser=_stance,
        metavar="STANCE",
        help=f"Only passages in sections of this kind: {', '.join(Stance)}. The start of it is enough. Can be repeated.",
    ),
]
Polarities = Annotated[
    list[str] | None,
    typer.Option(
        "--polarity",
        parser=_polarity,
        metavar="POLARITY",
        help=f"Only passages with a finding of this polarity: {' or '.join(_POLARITIES)}. Can be repeated.",
    ),
]
SearchThemes = Annotated[
    list[str] | None,
    typer.Option(
        "--theme",
        metavar="THEME",
        help="Only passages with a finding about this theme, such as “Care leavers”; with --polarity, that same finding. Can be repeated.",
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


def read_filters(
    index: "Index", latest: bool, since: str | None = None, until: str | None = None, **given: Sequence[object] | None
) -> "SearchFilters":
    """Check the filters that a command was called with.

    Args:
        given: the values of each filter, by its name; None if it was not given.

    Raises:
        WrongCall: a value is invalid, or an authority's name is not recognised; the text suggests similar names.
    """
    from app.asking import SearchFilters, read_values
    from qa.answer.messages import unknown_words

    try:
        lists = {name: values or [] for name, values in given.items()}
        filters = read_values(SearchFilters, latest=latest, since=since, until=until, **lists)
    except KloeError as error:
        raise WrongCall(str(error)) from error
    if filters.unknown_themes:
        raise WrongCall(filters.unknown_themes)
    scope = filters.scope(index)
    if scope and scope.unknown:
        raise WrongCall(unknown_words(scope))
    return filters
