"""The commands that follow one authority: a subject through its papers, and what its reports asked for."""

from typing import TYPE_CHECKING, Annotated

import typer

from app.cli.opening import open_index
from app.cli.options import Json, Kinds, WrongCall, Years, read_filters
from app.cli.terminal import say, say_json

if TYPE_CHECKING:
    from index import Index

Place = Annotated[str, typer.Argument(metavar="AUTHORITY", help="The authority, by any of its names.")]


def trajectory(
    place: Place,
    subject: Annotated[
        str,
        typer.Argument(
            help="A theme such as 'workforce' (see `kloe themes`), or words such as 'management oversight'."
        ),
    ],
    year: Years = None,
    kind: Kinds = None,
    as_json: Json = False,
) -> None:
    """Follow a subject through an authority's papers, oldest first.

    For each paper: the overall grade, how many findings tell of something good and of something bad, and the plainest of them.

    Ofsted's papers that say nothing of the subject are counted.
    """
    from app.asking import trajectory as follow
    from app.schemas import TrajectoryBody

    index = open_index()
    _check(index, place, subject)
    followed = follow(index, place, subject, read_filters(index, False, year=year, kind=kind))
    say_json(TrajectoryBody.of(followed).model_dump(mode="json")) if as_json else say(followed.text)


def tracker(
    place: Place,
    subject: Annotated[
        str, typer.Argument(help="Only what was asked for on this theme, or in these words.", show_default=False)
    ] = "",
    year: Years = None,
    kind: Kinds = None,
    as_json: Json = False,
) -> None:
    """Show what an authority's reports asked for, and what every later paper says of it.

    What became of each thing is read off the quotations beside it: check it against their words before you repeat it.

    --year and --kind choose the reports that asked; later papers are read whatever they are.
    """
    from app.asking import tracker as track
    from app.schemas import TrackerBody

    index = open_index()
    _check(index, place, subject or None)
    tracked = track(index, place, subject, read_filters(index, False, year=year, kind=kind))
    say_json(TrackerBody.of(tracked).model_dump(mode="json")) if as_json else say(tracked.text)


def _check(index: "Index", place: str, subject: str | None) -> None:
    """Check what was named.

    Args:
        subject: None if there need not be one.

    Raises:
        WrongCall: the place is not one authority, or the subject has no word to look for.
    """
    from app.asking.naming import NotNamed, authority_named, check_subject

    try:
        authority_named(index, place)
        if subject is not None:
            check_subject(subject)
    except NotNamed as error:
        raise WrongCall(str(error)) from error
