"""Tells which tables pypdf's lines give right already, so that they stay as they are."""

import re

from ingest.readers.layout.margins import CONTACT
from ingest.readers.layout.tables import Table
from ingest.readers.layout.words import Word, join
from ingest.vocabulary import GRADE_PATTERN

_GRADE = re.compile(rf"(?:{GRADE_PATTERN}|requires? improvement(?: to be good)?)\W*\d?", re.I)
_OPENING = re.compile(r"the judgements on areas|1\. children who need|children.s services in ", re.I)
# Areas of judgement by their full names in the published forms.
_AREAS = (
    "children who need help and protection",
    "children looked after and achieving permanence",
    "adoption performance",
    "experiences and progress of care leavers",
    "experiences and progress of children in care",
    "leadership, management and governance",
    "impact of leaders on social work practice with children and families",
)
_LEAST_AREAS = 3  # of a table of judgements
_INSPECTOR = re.compile(r"\b(?:HMI|inspectors?)\b", re.I)


def is_read_right(table: Table) -> bool:
    """True if pypdf's lines need no signs between the table's cells.

    That is so for an inspection's table of areas and grades in a known form, for a list of fields ("Date: …"), for
    a list of contents, and for names with their posts or addresses.
    """
    texts = [[text for cell in row if (text := join(cell))] for row in table.rows]
    if sum(bool(CONTACT.search(text)) for row in texts for text in row) >= 2:
        return True
    if _keeps_areas(table):
        return True
    if not _in_order(table) or max(map(len, texts)) > 3:
        return False
    rows = [row for row in texts if len(row) > 1]
    known = any(_OPENING.match(text) for row in texts[:2] for text in row) or _has_title_line(table)
    graded = known * sum(bool(_GRADE.fullmatch(row[-1])) for row in rows)
    fields = sum(row[0].endswith(":") for row in rows)
    inspectors = sum(any(_INSPECTOR.search(text) for text in row) for row in rows)
    return _is_contents(rows) or max(graded, fields, inspectors) >= max(2, 0.5 * len(rows))


def _keeps_areas(table: Table) -> bool:
    """True if pypdf's lines give every area of judgement in the table unbroken."""
    words = sorted(table.words, key=lambda word: word.line)
    text = " ".join(" ".join(word.text for word in words).lower().split())
    begun = [area for area in _AREAS if " ".join(area.split()[: max(2, len(area.split()) - 1)]) in text]
    return len(begun) >= _LEAST_AREAS and all(area in text for area in begun)


def _has_title_line(table: Table) -> bool:
    """True if the first row is the line "Judgement Grade" of the published form."""
    words = [word for cell in table.rows[0] for word in cell]
    return bool(re.match(r"(?:key )?judgements?\b", join(words), re.I)) and len({word.line for word in words}) == 1


def _is_contents(rows: list[list[str]]) -> bool:
    """True if the last cells are numbers of pages, which rise."""
    numbers = [int(row[-1]) for row in rows if re.fullmatch(r"\d{1,3}", row[-1])]
    return len(numbers) >= max(3, 0.8 * len(rows)) and numbers == sorted(numbers)


def _in_order(table: Table) -> bool:
    order: list[Word] = [word for row in table.rows for cell in row for word in cell]
    lines = [word.line for word in order]
    return lines == sorted(lines)
