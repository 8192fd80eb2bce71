"""The command that corrects what a document is filed under."""

from typing import Annotated

import typer

from app.cli.keeping import audit_record, this_account
from app.cli.opening import open_index
from app.cli.options import WrongCall
from app.cli.terminal import say


def correct(
    document: Annotated[
        str, typer.Argument(help="A document's id, its path, or a part of the path that fits no other document.")
    ],
    authority: Annotated[
        str | None, typer.Option(help="An authority of Kloe's list, or “none”.", show_default=False)
    ] = None,
    kind: Annotated[
        str | None, typer.Option(help="A kind of document, such as minutes or ilacs-inspection.", show_default=False)
    ] = None,
    date: Annotated[
        str | None,
        typer.Option(
            help="Its own day, of publication or of minutes the meeting, such as 2026-01-12, or “none”.",
            show_default=False,
        ),
    ] = None,
    inspected: Annotated[
        str | None,
        typer.Option(
            help="The days of the inspection, such as “20 to 31 January 2026”, or “none”.", show_default=False
        ),
    ] = None,
    undo: Annotated[
        bool,
        typer.Option("--undo", help="Take back every correction of the document, then set what other options say."),
    ] = False,
) -> None:
    """Set the authority, kind or dates of a document, where none or a wrong one was read. Every later run keeps this.

    It takes effect at once in answers, searches and lists. The record shows who set it, and what was read.
    """
    from app.documents import find_record
    from app.documents.correcting import correct_document, correction_words, read_value
    from app.watching import Event
    from index.catalogue.corrections import Field
    from qa import document_reference

    given = {Field.AUTHORITY: authority, Field.KIND: kind, Field.DATE: date, Field.INSPECTED: inspected}
    values = {field: read_value(field, text) for field, text in given.items() if text is not None}
    if not values and not undo:
        raise WrongCall("name what to set, as in: kloe correct 'minutes.pdf' --authority Kent; or give --undo")
    index = open_index()
    record = index.catalogue.record(document) or find_record(index, document)
    taken_back = list(Field) if undo else []
    took_effect = correct_document(index, record, values, taken_back, this_account())
    audit_record().write(
        Event.CORRECTION, this_account(), "", f"{record.path}: {correction_words(values, taken_back)} (kloe correct)"
    )
    if took_effect:
        now = index.catalogue.record(record.id) or record
        say(f"{record.path} is now: {document_reference(now)}")
    else:
        say("Another run is under way: the correction takes effect when it ends.")
