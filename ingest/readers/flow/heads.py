"""Tells how many rows at the top of a table are column heads."""

import re
from collections.abc import Sequence

from ingest.readers.flow.cells import Cell
from ingest.vocabulary import GRADE_PATTERN

_LONGEST = 70  # characters of a column's head
_YEAR = re.compile(r"(?:(?:in|at|end of|q[1-4]|\w{3,9})[ ,]*)?(?:19|20)\d\d(?:\s?[/–-]\s?\d{2,4})?", re.I)
_NUMBER = re.compile(r"[£$€]?\s?[-+–]?\d[\d,.]*\s?(?:%|p|k|m|bn|days?|weeks?)?|n/?[ak]|[-–—]|yes|no", re.I)
_GRADE = re.compile(rf"{GRADE_PATTERN}\.?|not judged", re.I)
_DATE = re.compile(
    r"(?:\w+day,? )?\d{1,2}(?:st|nd|rd|th)? \w{3,9},? \d{4}|\d{1,2}[/.]\d{1,2}[/.]\d{2,4}|\w{3,9} \d{4}", re.I
)
_USUAL = re.compile(
    r"(?:area|action|actions|aim|owner|lead|lead officer|responsible|by when|by whom|when|who|date|due|deadline|timescale"
    r"|grade|grades|judge?ment|status|rag|progress|update|name|role|post|title|number|no\.?|item|measure|indicator|target"
    r"|team|district|school|service|year|outcome|impact|priority|recommendation|finding|response|comments?|current|previous"
    r"|count|total|cost|budget|beds|share|percentage|month|term|ward|party|organisation|description|risk|evidence)s?",
    re.I,
)


def count_head_rows(grid: Sequence[Sequence[Cell]]) -> int:
    """Say how many rows at the top are column heads; the grid has a row for each row and every column in each."""
    most = len(grid) - 1
    marked = 0
    while marked < most and all(cell.head for cell in grid[marked] if cell.text):
        marked += 1
    if most < 1 or (not marked and not _guess(grid)):
        return 0
    if marked == most > 3:  # every row is marked, so the marks say nothing
        marked = 1
    count = max(marked, 1)
    if count == 1 and any(cell.across > 1 for cell in grid[0] if cell.text) and most > 1 and _is_second(grid):
        count = 2
    return count


def _guess(grid: Sequence[Sequence[Cell]]) -> bool:
    first, body = grid[0], grid[1:]
    texts = [cell.text for cell in first]
    filled = [text for text in texts if text]
    if len(filled) < max(2 if texts[0] else 1, (len(texts) + 1) // 2 - 1) or not all(map(_can_head, filled)):
        return False
    if not texts[0] and any(row[0].text for row in body):
        return True
    if sum(bool(_USUAL.fullmatch(text)) for text in filled) * 2 >= len(filled) and len(filled) > 1:
        return True
    least = 2 if len(texts) == 2 else 1
    return any(_is_column(texts[column], [row[column].text for row in body], least) for column in range(1, len(texts)))


def _can_head(text: str) -> bool:
    if len(text) > _LONGEST or re.search(r"[.;:]$", text):
        return False
    return bool(_YEAR.fullmatch(text)) or _kind(text) == "words"


def _is_column(head: str, values: Sequence[str], least: int) -> bool:
    """True if the values are all of one kind that the head is not of."""
    kinds = [_kind(value) for value in values if value]
    return bool(head) and len(kinds) >= least and len(set(kinds)) == 1 and kinds[0] != "words"


def _kind(text: str) -> str:
    for name, pattern in (("number", _NUMBER), ("grade", _GRADE), ("date", _DATE)):
        if pattern.fullmatch(text):
            return name
    return "words"


def _is_second(grid: Sequence[Sequence[Cell]]) -> bool:
    """True if the second row divides the heads of the first that span columns."""
    second = grid[1]
    filled = [cell.text for cell in second if cell.text]
    under = not second[0].text or grid[0][0].down > 1
    return bool(filled) and under and all(map(_can_head, filled))
