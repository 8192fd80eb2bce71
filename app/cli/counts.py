"""The command that counts."""

from typing import Annotated

import typer

from app.cli.opening import open_index
from app.cli.options import Authorities, Json, Kinds, Regions, WrongCall, Years, read_filters
from app.cli.terminal import say, say_json, typed_or_piped


def count(
    question: Annotated[
        str, typer.Argument(help="A question such as 'how many councils were inadequate in 2023?'; - reads it.")
    ],
    authority: Authorities = None,
    region: Regions = None,
    year: Years = None,
    kind: Kinds = None,
    as_json: Json = False,
) -> None:
    """Count or list authorities, inspections, visits and documents, from what their papers state of themselves.

    Answers with the number, what it was counted among, the list behind it with the page of each, and what is missing. Where the
    words could be read in more than one way, it says which, and gives no number.
    """
    from app.asking.counts import count as count_inside
    from app.schemas.counted import CountBody

    index = open_index()
    filters = read_filters(index, False, authority=authority, region=region, year=year, kind=kind)
    text = typed_or_piped(question)
    if not text.strip():
        raise WrongCall("Give a question in words.")
    counted = count_inside(index, text, filters)
    if as_json:
        say_json(CountBody.of(counted).model_dump(mode="json"))
    else:
        say(counted.text)
