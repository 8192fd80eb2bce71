"""The command that makes a briefing."""

from pathlib import Path
from typing import Annotated

import typer

from app.cli.opening import open_index
from app.cli.options import Json, WrongCall
from app.cli.terminal import say, say_json, write_file

_SUFFIXES = (".docx", ".md")


def brief(
    authority: Annotated[str, typer.Argument(help="The authority, by any of its names.")],
    out: Annotated[
        Path | None,
        typer.Option("--out", "-o", metavar="FILE", help="Write a file ending in .docx (Word) or .md (Markdown)."),
    ] = None,
    as_json: Json = False,
) -> None:
    """Brief a committee on an authority, in two pages of quotations.

    Where it stands, what was last found, what was asked for and what became of it, what its committee has decided, where the same
    got better, and for each open matter a question that a member may ask. Without --out it is printed as Markdown.
    """
    from app.asking import briefing
    from app.exports import briefing_docx
    from app.schemas import BriefingBody

    suffix = out.suffix.lower() if out else ""
    if out and suffix not in _SUFFIXES:
        raise WrongCall(f"The file's name must end in {' or '.join(_SUFFIXES)}: {out}")
    made = briefing(open_index(), authority)
    if not made.sections:
        raise WrongCall(made.explanation)
    if out:
        write_file(out, briefing_docx(made) if suffix == ".docx" else made.text.encode())
    if as_json:
        say_json(BriefingBody.of(made).model_dump(mode="json"))
    elif not out:
        say(made.text)
