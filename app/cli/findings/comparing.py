"""The command that compares authorities, or periods of one."""

from typing import Annotated

import typer

from app.cli.opening import open_index
from app.cli.options import Json, Kinds, WrongCall, Years, read_filters
from app.cli.terminal import say, say_json


def compare(
    places: Annotated[list[str], typer.Argument(metavar="AUTHORITY", help="The authorities, by any of their names.")],
    subject: Annotated[
        str, typer.Option("--on", metavar="SUBJECT", help="Only this theme, or these words; else every theme.")
    ] = "",
    neighbours: Annotated[
        bool, typer.Option("--neighbours", help="Compare also with the statistical neighbours that are held.")
    ] = False,
    period: Annotated[
        list[str] | None,
        typer.Option(
            "--period", metavar="YEARS", help="Compare one authority in periods such as 2018-2020 or 2023. Repeat it."
        ),
    ] = None,
    year: Years = None,
    kind: Kinds = None,
    as_json: Json = False,
) -> None:
    """Compare what Ofsted says of two authorities or more, or of one in different periods, theme by theme.

    For each side: its papers with their grades, then on each theme its plainest weakness and strength, word for word.

    Authorities are compared by their newest inspection and the visits after it, or by what --year and --kind choose.

    Periods are compared by all reports and letters of each.
    """
    from app.asking import compare as find
    from app.schemas import ComparisonBody

    index = open_index()
    compared = find(index, places, subject, read_filters(index, False, year=year, kind=kind), neighbours, period or ())
    if not compared.sides:
        raise WrongCall(compared.explanation)
    say_json(ComparisonBody.of(compared).model_dump(mode="json")) if as_json else say(compared.text)
