"""Index runs to break off: each with the index that it begins with, and the documents that it reads."""

import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from tests.conftest import SAMPLE
from tests.index.breaking import Run

_SAMPLES = (
    "news/westhaven-news-2024-childrens-services.txt",
    "plans/marlbridge-improvement-plan-2025.md",
    "minutes/ashcombe-scrutiny-2022-focused-visit.html",
    "minutes/westhaven-children-scrutiny-2022-ofsted-report.html",
)
_LETTER = (
    "Agenda item\n\nMinutes:\n\nMembers heard that {} and asked for a report to the next meeting of the committee.\n"
)
_TELLING = ("tell the vectors", "clear the outbox")
_DUPLICATE = _LETTER.format("foster carers of the council were thanked")


@dataclass(frozen=True)
class Scenario:
    """A run to break off.

    Attributes:
        before: the folder with the index that it begins with; a copy of it is given to each run.
        run: the run in that folder.
        lacks_vectors: its vector store is damaged before the run.
        steps: the steps to break off at; empty for all.
    """

    before: Path
    run: Run
    lacks_vectors: bool = False
    steps: tuple[str, ...] = ()

    def copy(self, home: Path) -> Run:
        """The run in a copy of the folder."""
        shutil.copytree(self.before, home)
        return replace(self.run, home=home)


def write(folder: Path, **texts: str) -> None:
    """Write letters, each by its name and what members heard."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, heard in texts.items():
        (folder / f"{name}.txt").write_text(_LETTER.format(heard), encoding="utf-8")


def write_plans(file: Path, first: int, count: int) -> None:
    """Write a file of so many passages."""
    plans = (
        f"Plan {number} of group {number * 7919 % 1009} was seen by the manager of team {number * 31 % 97}, who asked for a report."
        for number in range(first, first + count)
    )
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("\n\n".join(plans), encoding="utf-8")


def _write_documents(folder: Path) -> Path:
    """Six files: four of the sample and two letters."""
    for name in _SAMPLES:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(SAMPLE / name, folder / name)
    write(folder, a="caseloads were high", b="visits were late")
    return folder


def _begun(folder: Path, **asked: bool) -> Run:
    """The run of a folder whose documents as they stand are indexed already."""
    run = Run(folder / "before", (folder / "documents",))
    run.home.mkdir()
    run.follow(lambda _: None)
    return replace(run, **asked)


def first(folder: Path) -> Scenario:
    """The first run, with a file that cannot be read."""
    documents = _write_documents(folder / "documents")
    (documents / "broken.pdf").write_bytes(b"%PDF-1.7 and no more")
    (folder / "before").mkdir()
    return Scenario(folder / "before", Run(folder / "before", (documents,)))


def replacing(folder: Path) -> Scenario:
    """Four files have changed, one has another date, one can no longer be read, and one is new."""
    documents = _write_documents(folder / "documents")
    run = _begun(folder)
    for name in _SAMPLES[:3]:
        with (documents / name).open("a", encoding="utf-8") as file:
            file.write("<p>The council has opened a home for children near to their schools.</p>\n")
    os.utime(documents / _SAMPLES[3], (1, 1))
    (documents / "b.txt").write_bytes(b"")
    write(documents, a="caseloads were low", c="the balloon was early")
    return Scenario(run.home, run)


def pruning(folder: Path) -> Scenario:
    """Three files are gone, one of which gave the facts of a document that another file holds too, and one is new."""
    documents = _write_documents(folder / "documents")
    for name in ("bury/note 3 march 2021.txt", "wigan/note 4 may 2022.txt"):
        (documents / name).parent.mkdir()
        (documents / name).write_text(_DUPLICATE, encoding="utf-8")
    run = _begun(folder, prune=True)
    for name in ("bury/note 3 march 2021.txt", "b.txt", _SAMPLES[2]):
        (documents / name).unlink()
    write(documents, c="the balloon was early")
    return Scenario(run.home, run)


def rebuilding(folder: Path) -> Scenario:
    """All files are read again; one is not there and one has changed."""
    documents = _write_documents(folder / "documents")
    run = _begun(folder, rebuild=True)
    (documents / "b.txt").unlink()
    write(documents, a="caseloads were low")
    return Scenario(run.home, run)


def changing_model(folder: Path) -> Scenario:
    """The same with another model."""
    made = rebuilding(folder)
    return replace(made, run=replace(made.run, model="other"))


def uploading(folder: Path) -> Scenario:
    """Five files are added, one of which cannot be read, and one of which has the name of another."""
    _write_documents(folder / "documents")
    run = _begun(folder)
    given = folder / "given"
    write(given, a="the zeppelin was late", c="the balloon was early", d="carers were thanked")
    write(given / "more", a="plans were read")
    (given / "broken.pdf").write_bytes(b"%PDF-1.7 and no more")
    uploads = (*sorted(given.glob("*.*")), given / "more" / "a.txt")
    return Scenario(run.home, replace(run, uploads=uploads))


def mending(folder: Path) -> Scenario:
    """The vectors are lost, and a file is new."""
    documents = _write_documents(folder / "documents")
    run = _begun(folder)
    next((run.folder / "generations").glob("*/vectors/chroma.sqlite3")).write_bytes(b"lost" * 2000)
    write(documents, c="the balloon was early")
    return Scenario(run.home, run, lacks_vectors=True, steps=("make the vectors anew", *_TELLING))


def growing(folder: Path) -> Scenario:
    """So many passages are added and forgotten that Chroma writes its graph to the disk."""
    documents = folder / "documents"
    write_plans(documents / "a.txt", 0, 1100)
    write_plans(documents / "b.txt", 2000, 300)
    run = _begun(folder)
    write_plans(documents / "b.txt", 3000, 700)
    write_plans(documents / "c.txt", 4000, 500)
    return Scenario(run.home, run, steps=_TELLING)


SCENARIOS: dict[str, Callable[[Path], Scenario]] = {
    made.__name__: made for made in (first, replacing, pruning, rebuilding, changing_model, uploading, mending, growing)
}
