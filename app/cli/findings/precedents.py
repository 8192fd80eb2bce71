"""The command that finds precedents."""

from typing import Annotated

import typer

from app.cli.opening import open_index
from app.cli.options import Authorities, Json, Kinds, Regions, WrongCall, Years, read_filters
from app.cli.terminal import say, say_json, typed_or_piped
from qa.precedents import Order


def precedents(
    finding: Annotated[
        str,
        typer.Argument(
            help="Words of a report, or a question such as 'which councils were told that …'; - reads them."
        ),
    ],
    own: Annotated[
        str, typer.Option("--own", metavar="AUTHORITY", help="The authority that asks; its own papers are left out.")
    ] = "",
    authority: Authorities = None,
    region: Regions = None,
    year: Years = None,
    kind: Kinds = None,
    better: Annotated[
        bool, typer.Option("--better", help="Only authorities of which a later paper says that things are better.")
    ] = False,
    sort: Annotated[
        Order, typer.Option("--sort", help="The closest findings first, those better since first, or the newest first.")
    ] = Order.CLOSENESS,
    limit: Annotated[int, typer.Option("--limit", "-n", min=1, max=100, help="The most to show.")] = 20,
    as_json: Json = False,
) -> None:
    """Find which other authorities were told the same, and what happened there next.

    For each report or letter that says what the finding says: the quotation, the overall grade then and since, and what later
    papers say of the same matter. The verdict (better, better in part, no better) is read off the newest of these.
    """
    from app.asking import precedents as find
    from app.schemas import PrecedentsBody

    index = open_index()
    filters = read_filters(index, False, authority=authority, region=region, year=year, kind=kind)
    text = typed_or_piped(finding)
    if not text.strip():
        raise WrongCall("Give a finding in words.")
    if own:
        read_filters(index, False, authority=[own])
    found = find(index, text, filters, own, sort, better, limit)
    if as_json:
        say_json(PrecedentsBody.of(found).model_dump(mode="json"))
    else:
        say(found.text)
