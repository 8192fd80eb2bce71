"""The commands that look after an index: verify, repair, back up, restore, forget, remove and audit."""

import getpass
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from app.cli.opening import open_index
from app.cli.options import Json
from app.cli.terminal import bar, say, say_json
from app.settings import settings
from ingest import KloeError

if TYPE_CHECKING:
    from app.watching import Audit

_WAIT = 60  # seconds to wait for a run to end
_MOST = 20  # problems that are printed


def verify(as_json: Json = False) -> None:
    """Check that the index is whole: every document, its words, vectors and facts, and every quotation on its page.

    If it is not, the exit code is 1, and each problem is named.
    """
    from index import check
    from index.folder import writing

    index = open_index()
    with writing(index.folder, "kloe verify", _WAIT), bar() as progress_bar:
        task = progress_bar.add_task("Verifying", total=None)
        problems = check(index, lambda done, total: progress_bar.update(task, completed=done, total=total))
    if as_json:
        say_json({"index": str(index.folder), "problems": problems})
    else:
        _say_problems(problems)
    if problems:
        raise KloeError(f"the index {index.folder} is not whole: run `kloe repair`")
    if not as_json:
        records = index.catalogue.records()
        say(
            f"The index {index.folder} is whole: {len(records):,} documents in {index.catalogue.count_passages():,} passages."
        )


def repair() -> None:
    """Put right what `kloe verify` finds, from what is whole in the index. Readers go on meanwhile."""
    from index.keeping import repair as run

    done = run(open_index(), _WAIT)
    _say_problems(done.problems)
    if done.vectors:
        say(f"The vectors of {done.vectors:,} passages have been put right.")
    for path in done.reread:
        say(f"put right from its stored words: {path}")
    if done.reread:
        say("Run `kloe index` with its folders to read these files again.")
    if done.left:
        raise KloeError(
            f"not everything could be put right: {done.left[0]}; restore a backup, or run `kloe index --rebuild`"
        )
    say("The index is whole.")


def backup(folder: Annotated[Path, typer.Argument(help="A new folder for the backup.", show_default=False)]) -> None:
    """Copy the index, what people have saved and said, and the files that they added. Readers and runs go on meanwhile."""
    from index.keeping import back_up

    made = back_up(open_index(), folder)
    size = sum((folder / name).stat().st_size for name in made.files)
    say(
        f"The backup {folder} holds {len(made.files):,} file{'' if len(made.files) == 1 else 's'}, {size / 1024**2:,.1f} MB."
    )


def restore(folder: Annotated[Path, typer.Argument(help="The folder of the backup.", show_default=False)]) -> None:
    """Put a backup in the place of the index, or make the index from it. Readers use the old one until the new one is whole."""
    from index.keeping import restore as run

    index = open_index(make=True)
    made = run(index, folder, _WAIT)
    say(f"The index {index.folder} is that of {made.made}: {len(index.catalogue.records()):,} documents.")


def forget(
    files: Annotated[list[Path], typer.Argument(help="Files to forget, whether or not they still exist.")],
) -> None:
    """Take files out of the index. The files themselves stay; the next run over their folder would read them again."""
    from index import forget as run

    known = run(open_index(), files, _WAIT)
    say(f"{known:,} of {len(files):,} file{'' if len(files) == 1 else 's'} forgotten.")
    if not known:
        raise KloeError("the index knows no such file: `kloe documents` lists what it holds")


def remove(
    document: Annotated[str, typer.Argument(help="A document's path, or a part of it that fits no other document.")],
    undo: Annotated[
        bool, typer.Option("--undo", help="Let the next run read a removed file again, by its path.")
    ] = False,
) -> None:
    """Remove a document for good: no later run reads its file again, nor a copy of it. The file itself stays.

    If the file was added on the pages, it is deleted.
    """
    from app.documents import find_record
    from app.documents.removing import remove_document
    from app.watching import Event
    from index.folder import RemovedStore

    index = open_index()
    if undo:
        if not RemovedStore(index.folder).take_back(document):
            held = ", ".join(file.path for file in RemovedStore(index.folder).all().values()) or "none"
            raise KloeError(f"no removed file has the path {document!r}; removed are: {held}")
        say(f"The next run over its folder reads {document} again.")
        return
    record = find_record(index, document)
    for path in remove_document(index, record, this_account()):
        say(f"removed: {path}")
    audit_record().write(Event.REMOVAL, this_account(), "", f"{record.path} (kloe remove)")


def audit(as_json: Json = False) -> None:
    """Print the audit record as CSV, oldest first: sign-ins, refusals, uploads, corrections and removals."""
    from dataclasses import asdict

    from app.watching.audit import audit_csv

    events = audit_record().read()
    say_json([asdict(event) for event in events]) if as_json else sys.stdout.write(audit_csv(events))


def audit_record() -> "Audit":
    """The audit record of the index."""
    from app.watching import Audit

    return Audit(settings().index, settings())


def this_account() -> str:
    """The account that the command runs under."""
    try:
        return f"{getpass.getuser()} (command line)"
    except (OSError, KeyError):
        return "command line"


def _say_problems(problems: list[str]) -> None:
    for problem in problems[:_MOST]:
        say(f"wrong    {problem}")
    if len(problems) > _MOST:
        say(f"and {len(problems) - _MOST:,} more")
