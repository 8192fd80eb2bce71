"""Documents without their text, and the files that they were read from."""

import json
import os
import re
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal

from index.catalogue.corrections import SET_BY_A_PERSON, is_set
from ingest import (
    BY_OCR,
    VISIT_TOPIC,
    Area,
    AreaOutcome,
    Description,
    Fact,
    Grade,
    Judgement,
    Kind,
    ReportCardGrade,
    VisitTopic,
    read_area_outcome,
)
from ingest.dates import day_words

_ESCAPED = re.compile(rb"\\x(5c|[89a-f][0-9a-f])")
PART = "#page="  # between a file's path and the first page of a later paper in it, as in a link into a PDF


def part_of(path: str, page: int) -> str:
    """The path of a paper that begins on a later page of a file: "pack.pdf#page=12"."""
    return f"{path}{PART}{page}"


def file_of(path: str) -> str:
    """The path of the file that a document was read from, without the page on which its paper begins."""
    file, part, page = path.rpartition(PART)
    return file if part and page.isdecimal() else path


def printable(path: str) -> str:
    r"""A path as text: each byte of a name that is not UTF-8 stands as "\\xff", so that two such names stay apart."""
    return os.fsencode(path).replace(b"\\x", b"\\x5cx").decode("utf-8", "backslashreplace")


def as_on_disk(path: str) -> Path:
    """The path that `printable` made text of."""
    return Path(os.fsdecode(_ESCAPED.sub(lambda match: bytes([int(match[1], 16)]), path.encode())))


@dataclass(frozen=True)
class Source:
    """A file of an indexed folder, or a later paper in one, with what shows whether it has changed.

    Attributes:
        root: the indexed folder.
        path: the file's path below it; for a later paper, with the page on which it begins.
        size: in bytes.
        modified: when it was last modified, in nanoseconds.
        sha256: the digest of its content, in hexadecimal.
        read_by: the versions of the rules that read it.
    """

    root: str
    path: str
    size: int = 0
    modified: int = 0
    sha256: str = ""
    read_by: str = ""

    @property
    def file(self) -> str:
        """The file's path below the folder."""
        return file_of(self.path)

    @property
    def location(self) -> Path:
        """Where the file is."""
        return as_on_disk(os.path.join(self.root, self.file))  # noqa: PTH118 - an absolute path below a folder stays as it is


@dataclass(frozen=True)
class Record(Description):
    """What the catalogue knows of a document, without its text.

    Attributes:
        notes: remarks for the user on how the file was read.
        sources: its paths below the indexed folders, sorted; citations use the first.
        pages: how many pages it has.
        passages: how many passages it has.
        first_page: the page of the file on which it begins.
    """

    notes: tuple[str, ...]
    sources: tuple[str, ...]
    pages: int
    passages: int
    first_page: int = 1

    @property
    def path(self) -> str:
        """The path that citations use."""
        return self.sources[0]

    @property
    def group(self) -> str:
        """By which papers on the same authorities are put together; a paper on none stands by itself."""
        return self.place or self.id

    def by_ocr(self, page: int) -> bool:
        """True if the page was read by OCR, so that its words may be misread."""
        return any(fact.name == BY_OCR and fact.page == page for fact in self.facts)

    def beside_text(self, fact: Fact) -> Literal["file name", "head of the web page", "set by a person"]:
        """Where a fact that no page prints comes from: the file's name, the head of a web page, or a person who has set it."""
        if is_set(fact, self.facts):
            return SET_BY_A_PERSON
        return "file name" if any(fact.words in source for source in self.sources) else "head of the web page"

    @property
    def visit_topics(self) -> tuple[VisitTopic, ...]:
        """What a focused visit looked at."""
        return tuple(VisitTopic(fact.value) for fact in self.facts if fact.name == VISIT_TOPIC)

    @property
    def area_outcome(self) -> AreaOutcome | None:
        """The outcome of an area SEND inspection."""
        return read_area_outcome(self.outcome) if self.outcome else None

    @property
    def date(self) -> date | None:
        """The date of publication, or else the last day of the inspection; the day of one that a paper only discusses is not its own."""
        return self.published or (self.inspection_end if self.kind.of_ofsted else None)

    @property
    def when(self) -> str:
        """The date in words ("3 March 2020"), or else the document's years; empty if it tells neither of itself."""
        if self.date:
            return day_words(self.date)
        only_discussed = self.inspection_end and not self.kind.of_ofsted
        return "" if only_discussed else ", ".join(map(str, self.years))

    @property
    def day_number(self) -> int:
        """The date as an ordinal, for sorting; a year alone counts as its first day."""
        return (self.date or date(max(self.years, default=1), 1, 1)).toordinal()


def authorities_of(records: Iterable[Record]) -> set[str]:
    """Every authority that one of these documents is about."""
    return {name for record in records for name in record.authorities}


def read_records(db: sqlite3.Connection, since: int = 0) -> list[Record]:
    """The documents that changed after the change of this number, in no order; all of them for 0."""
    changed = db.execute("SELECT * FROM documents WHERE changed > ?", (since,)).fetchall()
    sources: dict[str, list[str]] = {}
    rows = db.execute(
        "SELECT document, path FROM sources JOIN documents ON documents.id = document WHERE changed > ? ORDER BY path",
        (since,),
    )
    for document, path in rows:
        sources.setdefault(document, []).append(path)
    return [_record(row, sources[row["id"]]) for row in changed if row["id"] in sources]


def read_record(db: sqlite3.Connection, document: str) -> Record:
    """The document with this id, which must be held."""
    rows = db.execute("SELECT path FROM sources WHERE document = ? ORDER BY path", (document,)).fetchall()
    row = db.execute("SELECT * FROM documents WHERE id = ?", (document,)).fetchone()
    return _record(row, [source["path"] for source in rows])


def read_forgotten(db: sqlite3.Connection, since: int) -> list[str]:
    """The ids of the documents that were forgotten after the change of this number."""
    return [row["document"] for row in db.execute("SELECT document FROM forgotten WHERE changed > ?", (since,))]


def _record(row: sqlite3.Row, sources: list[str]) -> Record:
    return Record(
        id=row["id"],
        title=row["title"],
        kind=Kind(row["kind"]),
        authorities=tuple(json.loads(row["authorities"])),
        inspection_start=_day(row["inspection_start"]),
        inspection_end=_day(row["inspection_end"]),
        published=_day(row["published"]),
        met=_day(row["met"]),
        lead_inspector=row["lead_inspector"],
        outcome=row["outcome"],
        judgements=_judgements(row["judgements"]),
        reported=_judgements(row["reported"]),
        facts=tuple(Fact(*fact) for fact in json.loads(row["facts"])),
        years=tuple(json.loads(row["years"])),
        notes=tuple(json.loads(row["notes"])),
        sources=tuple(sources),
        pages=row["pages"],
        passages=row["passages"],
        first_page=row["first_page"],
    )


def _judgements(stored: str) -> tuple[Judgement, ...]:
    return tuple(
        Judgement(Area(area), _grade(grade), words, page, inspected)
        for area, grade, words, page, inspected in json.loads(stored)
    )


def _grade(value: str) -> Grade | ReportCardGrade:
    return Grade(value) if value in set(Grade) else ReportCardGrade(value)


def _day(value: str | None) -> date | None:
    return date.fromisoformat(value) if value else None


def read_sources(db: sqlite3.Connection) -> dict[tuple[str, str], Source]:
    """Every indexed file by `(root, path)`."""
    rows = db.execute("SELECT root, path, size, modified, sha256, read_by FROM sources")
    return {(row["root"], row["path"]): Source(*row) for row in rows}


def read_documents_of_sources(db: sqlite3.Connection) -> list[tuple[Source, str]]:
    """Every indexed file with the id of the document that it holds."""
    rows = db.execute("SELECT root, path, size, modified, sha256, read_by, document FROM sources ORDER BY root, path")
    return [(Source(*row[:-1]), row["document"]) for row in rows.fetchall()]


def read_skipped(db: sqlite3.Connection) -> dict[Source, str]:
    """Each skipped file, in order of path, and why it could not be read."""
    rows = db.execute("SELECT root, path, size, modified, sha256, read_by, cause FROM skipped ORDER BY path")
    return {Source(*row[:-1]): row["cause"] for row in rows.fetchall()}
