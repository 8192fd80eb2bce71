"""Tells furniture by its place on the page and the size of its type."""

import itertools
import re
from collections import Counter
from collections.abc import Sequence

from ingest.document import Furniture
from ingest.readers.layout.gutters import segments
from ingest.readers.layout.sheet import Sheet
from ingest.readers.layout.words import Word, join, printed_rows

_STATUS = re.compile(
    r"\W*(?:(?:final|revised|working|first|second|third|pre-?publication|embargoed|official|strictly|not|for|private|copy|"
    r"and|until|publication|circulation|uncontrolled|when|printed)\s+)*"
    r"(?:draft|copy|confidential|embargoed|specimen|sample|void|cancelled|superseded|restricted|sensitive|unapproved|uncorrected"
    r"|publication|circulation|printed|private|proof)(?:\s+(?:only|copy|version))?\W*",
    re.I,
)
CONTACT = re.compile(
    r"\b0\d{2,4}[ -]?\d{3}[ -]?\d{3,4}\b|\S+@\S+\.\w|\bwww\.|https?://|\b[A-Z]{1,2}\d{1,2}[A-Z]? ?\d[A-Z]{2}\b"
    r"|\b(?:textphone|minicom|fax)\b",
    re.I,
)
_NOTE = re.compile(r"[*†‡§¹²³⁴-⁹]|\d{1,2}\s?\S")
_SMALLER = 0.92  # of the body's size
_MOST_ROWS = 14  # of an address
_FAR = 4.0  # of the type's size: printed rows of a text stand closer
_TURNED = 8  # degrees: a line turned by less is a scan's slope


def body_size(words: Sequence[Word]) -> float:
    """Give the size of type in which most letters of a page are set."""
    sizes: Counter[float] = Counter()
    for word in words:
        sizes[round(word.size * 2) / 2] += len(word.text)
    return sizes.most_common(1)[0][0] if sizes else 10.0


def watermark(words: Sequence[Word], size: float) -> list[Word]:
    """Give the words of a watermark: few slanted words, and those of a paper's state that run up the page or are large and pale."""
    slanted = [word for word in words if _TURNED < word.angle % 90 < 90 - _TURNED]
    if len(slanted) > max(8, 0.1 * len(words)):
        slanted = []
    upward = [word for word in words if word.angle % 180 == 90]
    large = [word for word in words if word.size > 2.2 * size and word.pale and word.angle == 0]
    for group in (upward, large):
        if len(group) < 0.5 * len(words) and _STATUS.fullmatch(" ".join(word.text for word in group)):
            slanted += group
    return slanted


def address_block(words: Sequence[Word], sheet: Sheet) -> list[Word]:
    """Give an address that stands at the right of a first page, apart from the text."""
    parts = [part for row in printed_rows(words) for part in segments(row, gap=1.2)]
    right = [
        part for part in parts if part[0].box.left > 0.52 * sheet.width and part[0].box.bottom > 0.4 * sheet.height
    ]
    for run in _runs(right):
        text = [join(part) for part in run]
        contacts = sum(bool(CONTACT.search(line)) for line in text)
        short = all(len(line) <= 48 and not line.endswith(" and") for line in text)
        if 3 <= len(run) <= _MOST_ROWS and contacts and short:
            return [word for part in run for word in part]
    return []


def _runs(parts: list[list[Word]]) -> list[list[list[Word]]]:
    """Gather parts that stand below each other at the same left or right edge."""
    runs: list[list[list[Word]]] = []
    for part in parts:
        for run in runs:
            last = run[-1]
            size = max(part[0].size, last[0].size)
            aligned = (
                abs(part[0].box.left - last[0].box.left) < size or abs(part[-1].box.right - last[-1].box.right) < size
            )
            if aligned and 0 < last[0].box.bottom - part[0].box.bottom < 3.5 * size:
                run.append(part)
                break
        else:
            runs.append([part])
    return runs


def at_the_edges(words: Sequence[Word], sheet: Sheet, size: float, first: bool) -> list[tuple[Furniture, list[Word]]]:
    """Give running lines, footnotes and boilerplate in smaller type at the top and foot of a page.

    Args:
        words: the words that are not in a table.
        sheet: the page.
        size: the size of the body's type.
        first: it is the first page of the file.
    """
    rows = printed_rows(words)
    if len(rows) < 4:
        return []
    found = []
    usual = _usual_gap(rows, size)
    top = _edge_rows(rows, size, usual)
    if top and len(top) <= 2 and top[-1][0].box.bottom > 0.9 * sheet.height and not first:
        found.append((Furniture.RUNNING_LINE, [word for row in top for word in row]))
    foot = _edge_rows(rows[::-1], size, usual)[::-1]
    if foot and foot[0][0].box.bottom < 0.35 * sheet.height and len(foot) <= len(rows) // 2:
        kind = Furniture.RUNNING_LINE
        if _NOTE.match(join(foot[0])):
            kind = Furniture.FOOTNOTE
        elif len(foot) > 1:
            kind = Furniture.CLOSING if first else Furniture.FOOTNOTE
        low = foot[-1][0].box.bottom < (0.12 if kind is not Furniture.RUNNING_LINE else 0.08) * sheet.height
        if low:
            found.append((kind, [word for row in foot for word in row]))
    return found


def _usual_gap(rows: Sequence[Sequence[Word]], size: float) -> float:
    """Give the usual distance between printed rows; one across which a table stood says nothing."""
    gaps = sorted(one[0].box.bottom - two[0].box.bottom for one, two in itertools.pairwise(rows))
    near = [gap for gap in gaps if gap < _FAR * size] or gaps
    return near[len(near) // 2]


def _edge_rows(rows: list[list[Word]], size: float, usual: float) -> list[list[Word]]:
    """Give the rows in smaller type from an edge on, up to a gap that parts them from the rest."""
    edge: list[list[Word]] = []
    for row in rows:
        if max(word.size for word in row) > _SMALLER * size:
            break
        edge.append(row)
    if not edge or len(edge) == len(rows):
        return []
    gap = abs(edge[-1][0].box.bottom - rows[len(edge)][0].box.bottom)
    return edge if gap > 1.25 * usual else []
