"""Reads the published documents without Kloe: a checked list of grades, file and folder names, and words on pages."""

import csv
import gzip
import json
import re
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from pathlib import Path

_REGIONS = Path(__file__).parents[2] / "ingest" / "data" / "authorities.csv"
# Folders whose names differ from the register's by more than “&”.
_OTHER_NAMES = {"london corporation": "city of london"}
_FILE = re.compile(r"(?P<folder>[^/]+)/\d+_(?P<authority>[^/]+)/.* - (?P<day>\d\d [a-z]+ \d{4})\.pdf$")
_SINGLE_TITLE = re.compile(r"services for children in need of help and protection", re.IGNORECASE)
_INSPECTION_DATE = re.compile(r"Inspection dates?", re.IGNORECASE)
_SINGLE_GRADE = re.compile(
    r"(?:The overall judgement is(?: that children's services?)?(?: are)?"
    r"|Children's services in .{3,70}? (?:are|(?=requires?)))"
    r" ?(?P<grade>inadequate|requires? improvement|good|outstanding)",
    re.IGNORECASE,
)
_OUTCOMES = {
    "typically positive": re.compile(r"typically lead to positive experiences"),
    "inconsistent": re.compile(r"lead to inconsistent experiences"),
    "systemic failings": re.compile(r"There are widespread and/or systemic failings"),
}
_LOOKED_AT = re.compile(r"(?:looked at|evaluated|reviewed|focused on)[^.]{0,400}\.")
_OPENING_LETTERS = 3500  # within these characters a letter says what inspectors looked at


@dataclass(frozen=True)
class Report:
    """An inspection report with grades: of the framework since 2018 (ILACS), or of the single inspection before it.

    Attributes:
        grades: by area (“overall_effectiveness”, “leaders” and so on), such as “good”; only overall before 2018.
        ended: the last day of inspection; None before 2018.
    """

    path: str
    authority: str
    region: str
    is_ilacs: bool
    published: date
    ended: date | None
    lead: str
    grades: dict[str, str]

    @property
    def overall(self) -> str:
        return self.grades["overall_effectiveness"]

    @property
    def gap(self) -> int:
        """Days from the end of the inspection to publication."""
        if self.ended is None:
            raise ValueError(f"{self.path}: the last day of inspection is not in the list")
        return (self.published - self.ended).days


@dataclass(frozen=True)
class Paper:
    """A focused visit's letter, a SEND report or a joint inspection's letter.

    Attributes:
        outcome: of a SEND inspection, else empty.
        topic: what a focused visit looked at, in the letter's words, or empty where they were not found.
    """

    path: str
    authority: str
    region: str
    published: date
    outcome: str
    topic: str


class Library:
    """The published documents in `shared`, read once."""

    def __init__(self, shared: Path) -> None:
        self._shared = shared
        self._paths = sorted(
            path.relative_to(shared / "corpus").as_posix() for path in (shared / "corpus").rglob("*.pdf")
        )
        with gzip.open(shared / "eval" / "pages.jsonl.gz", "rt", encoding="utf-8") as file:
            rows = [json.loads(line) for line in file]
        self._pages: dict[str, list[str]] = {row["doc"]: row["pages"] for row in rows}
        self._places = read_places()

    @cached_property
    def reports(self) -> list[Report]:
        """Every report with an overall grade, oldest first."""
        with (self._shared / "eval" / "judgements.csv").open(encoding="utf-8", newline="") as file:
            listed = {row["document"]: row for row in csv.DictReader(file)}
        older = [path for path in self._paths if path.startswith("ilacs/") and path not in listed]
        made = [self._list_report(row) for row in listed.values()]
        made += [self._older_report(path, grade) for path in older if (grade := self._read_grade(path))]
        return sorted(made, key=lambda report: report.published)

    @cached_property
    def visits(self) -> list[Paper]:
        return self._papers("focused-visits")

    @cached_property
    def send(self) -> list[Paper]:
        return self._papers("area-send")

    @cached_property
    def joint(self) -> list[Paper]:
        return self._papers("jtai")

    def held_on(self, authority: str) -> list[str]:
        """The documents in the folders of an authority."""
        return [path for path in self._paths if self._read_name(path)[0] == authority]

    def _list_report(self, row: dict[str, str]) -> Report:
        name, region, published = self._read_name(row["document"])
        if published != date.fromisoformat(row["published"]):
            raise ValueError(f"{row['document']}: the list has another day of publication")
        areas = ("overall_effectiveness", "leaders", "help_and_protection", "in_care", "care_leavers")
        grades = {area: _plain_grade(row[area]) for area in areas if row[area]}
        ended = date.fromisoformat(row["inspection_end"])
        is_ilacs = not self._is_single(row["document"])
        return Report(row["document"], name, region, is_ilacs, published, ended, row["lead_inspector"].strip(), grades)

    def _older_report(self, path: str, grade: str) -> Report:
        name, region, published = self._read_name(path)
        return Report(path, name, region, False, published, None, "", {"overall_effectiveness": grade})

    def _papers(self, folder: str) -> list[Paper]:
        return sorted(
            (self._paper(path) for path in self._paths if path.startswith(folder + "/")), key=lambda p: p.published
        )

    def _paper(self, path: str) -> Paper:
        text = self._text(path)
        outcomes = [name for name, pattern in _OUTCOMES.items() if pattern.search(text[:1500])]
        looked_at = _LOOKED_AT.search(text[:_OPENING_LETTERS])
        return Paper(path, *self._read_name(path), " and ".join(outcomes), looked_at[0] if looked_at else "")

    def _read_name(self, path: str) -> tuple[str, str, date]:
        """Read the authority, region and day of publication from the names of a folder and file."""
        if not (match := _FILE.search(path)):
            raise ValueError(f"{path}: not named as published documents are")
        name, region = self._places[plain_name(match["authority"])]
        return name, region, datetime.strptime(match["day"], "%d %B %Y").date()

    def _is_single(self, path: str) -> bool:
        """Whether a report's title is that of a single inspection; the title ends where the dates begin."""
        return bool(_SINGLE_TITLE.search(_INSPECTION_DATE.split(self._text(path))[0]))

    def _read_grade(self, path: str) -> str:
        """Read the overall grade of a single inspection; empty for other papers."""
        if not self._is_single(path):
            return ""
        match = _SINGLE_GRADE.search(self._text(path)[:1500])
        if match is None:
            raise ValueError(f"{path}: no overall grade found")
        return _plain_grade(match["grade"])

    def _text(self, path: str) -> str:
        return " ".join(" ".join(self._pages[path]).split()).replace("’", "'")


def read_places() -> dict[str, tuple[str, str]]:
    """Read each authority's `(name, region)` by its plain name."""
    with _REGIONS.open(encoding="utf-8", newline="") as file:
        return {plain_name(row["name"]): (row["name"], row["region"]) for row in csv.DictReader(file)}


def plain_name(name: str) -> str:
    """Write an authority's name so that folders and the register agree."""
    plain = " ".join(name.lower().replace("&", "and").split())
    return _OTHER_NAMES.get(plain, plain)


def _plain_grade(words: str) -> str:
    grade = words.lower().strip().removesuffix(" to be good")
    return "requires improvement" if grade.startswith("require") else grade
