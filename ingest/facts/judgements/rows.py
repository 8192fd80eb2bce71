"""Rows of a table of grades, however the table is printed: cells on one line, each on its own, or broken over several."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from ingest.cleaning import join_lines
from ingest.facts.judgements.cells import is_head, read_values, split_grade, starts_area, starts_sentence, wants_more
from ingest.facts.judgements.columns import Column, columns, names_areas
from ingest.facts.judgements.guards import no_table_of_ofsted, of_other_service, of_the_past
from ingest.facts.judgements.words import GRADE, AnyGrade, row_area
from ingest.lines import Line
from ingest.vocabulary import Area

_MOST_LINES = 9  # of one row
_TAIL = 40  # characters of the last line of an area's name
_LONGEST = 130  # characters; a longer line is prose
_CELL = re.compile(r"\s*\|\s*")


@dataclass(frozen=True)
class Row:
    """A grade in a table.

    Attributes:
        inspected: the inspection that the column is of, in the words of its head; empty where it does not tell.
        newest: no other column is of a later inspection.
    """

    area: Area
    grade: AnyGrade
    words: str
    page: int
    inspected: str
    newest: bool


@dataclass
class _Open:
    """A row whose cells are still being read."""

    page: int
    area: str = ""
    grades: str = ""
    words: str = ""
    lines: int = 0

    def add(self, text: str) -> None:
        area, grades = split_grade(text, self.grades)
        self.area = join_lines(self.area, area) if area else self.area
        self.grades = f"{self.grades} {grades}".strip()
        self.words = join_lines(self.words, text)
        self.lines += 1


@dataclass
class _Tables:
    """Reads lines one after the other.

    Attributes:
        heads: of the columns of the current table.
        above: the last line above the table.
        bad: the current table is of another body, or its grades are aims.
        sentences: sentences such as "The LSCB is good" are rows too.
    """

    sentences: bool
    heads: list[str] = field(default_factory=list)
    above: str = ""
    bad: bool = False
    open: _Open | None = None
    rows: list[Row] = field(default_factory=list)
    done: list[Row] = field(default_factory=list)
    after_row: bool = False

    def take(self, line: Line) -> None:
        text = line.text
        if "|" in text and self._cells(line):
            return
        if self.open and self._goes_on(text) and not split_grade(text, self.open.grades)[0]:
            self.open.add(text)
        elif is_head(text):
            self._close()
            self._head(text)
        elif self.open and wants_more(self.open.area) and self._goes_on(text):
            self.open.add(text)
        elif len(text) <= _LONGEST and (starts_area(text) or (self.sentences and starts_sentence(text))):
            self._close()
            self.open = _Open(line.page)
            self.open.add(text)
        elif self.open and self._goes_on(text):
            self.open.add(text)
        else:
            self._close()
            self._other(text)

    def _head(self, text: str) -> None:
        if self.after_row:
            self.heads, self.after_row = [], False
        self.heads.append(text)

    def _other(self, text: str) -> None:
        """Take a line that is no part of a row; a sentence ends the table."""
        if of_other_service(text):
            self.bad = True
        elif len(text) > _LONGEST or re.search(r"[.:;?!][’'”\"]?$", text):
            self.finish()
            self.above = text
        elif not self.rows:
            self.above = text

    def _cells(self, line: Line) -> bool:
        """Take a line whose cells are set apart; False if it is no row and no head."""
        cells = [cell.strip() for cell in _CELL.split(line.text.strip())]
        if line.text.startswith("|"):
            cells = cells[1:]
        if line.text.endswith("|") and len(cells) > len(self.heads) + 1:
            cells = cells[:-1]
        if (
            len(cells) > 1
            and (names_areas(cells[0]) or all(is_head(cell) or not cell for cell in cells[1:]))
            and not row_area(cells[0])
        ):
            self._close()
            self.heads, self.after_row = cells[1:], False
            return True
        if set(line.text) <= set("|-: "):
            return True
        if of_other_service(cells[0]):
            self.bad = True
        area = row_area(cells[0])
        if not area or not starts_area(cells[0]):
            self._close()
            return True
        self._close()
        values = [read_values(cell) or [None] for cell in cells[1:]]
        self._keep(area, [one[0] for one in values], line.text, line.page)
        return True

    def _goes_on(self, text: str) -> bool:
        row = self.open
        if row is None or row.lines >= _MOST_LINES or len(text) > _LONGEST:
            return False
        rest, grades = split_grade(text, row.grades)
        if not rest:
            return True
        if re.search(r"[.;?!]$", text) and (row.grades or len(text) > _TAIL):
            return False
        return text[0].islower() or bool(grades and not row.grades) or wants_more(row.area)

    def _close(self) -> None:
        row, self.open = self.open, None
        if row is None:
            return
        if not row.grades and (last := [*GRADE.finditer(row.area)][-1:]) and not row.area[last[0].end() :].strip(" ."):
            row.area, row.grades = row.area[: last[0].start()], last[0].group()
        area = row_area(row.area.strip(" :–—-"))
        values = read_values(row.grades) if row.grades else None
        if area and values and not of_the_past(row.area):
            self._keep(area, values, row.words, row.page)

    def _keep(self, area: Area, values: Sequence[AnyGrade | None], words: str, page: int) -> None:
        self.after_row = True
        self.bad = self.bad or any(map(no_table_of_ofsted, (self.above, words)))
        for column, grade in _paired(columns(self.heads), values):
            if grade:
                self.rows.append(Row(area, grade, words, page, column.inspected, column.newest))

    def finish(self) -> None:
        """End the table."""
        self._close()
        if not self.bad:
            self.done += self.rows
        self.rows, self.heads, self.bad, self.after_row = [], [], False, False


def _paired(heads: Sequence[Column], values: Sequence[AnyGrade | None]) -> Iterator[tuple[Column, AnyGrade | None]]:
    """Pair columns with their grades; nothing where it cannot be told which belongs to which."""
    if len(heads) > 1:
        if len(values) == len(heads):
            yield from ((column, grade) for column, grade in zip(heads, values, strict=True) if column.counts)
    elif len({grade for grade in values if grade}) == 1 and all(column.counts for column in heads):
        yield (heads[0] if heads else Column()), next(grade for grade in values if grade)


def table_rows(pages: Sequence[Sequence[Line]], sentences: bool = False) -> list[Row]:
    """Give the rows of the tables of grades on these pages.

    Tables of schools, homes and other inspectorates, of aims and of self-assessments are left out.

    Args:
        pages: the lines of each page.
        sentences: read sentences such as "The LSCB is good" as rows too.
    """
    tables = _Tables(sentences)
    for lines in pages:
        for line in lines:
            if line.text and line.furniture is None:
                tables.take(line)
    tables.finish()
    return tables.done
