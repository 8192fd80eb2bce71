"""Gives each of pypdf's words its place on the page, by comparing letters with PDFium's."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from ingest.cleaning import join_lines
from ingest.readers.characters import Box
from ingest.readers.layout.drawing import Unseen
from ingest.readers.layout.sheet import Mark, Sheet, plain_letters

_SHORT = 4  # letters: a shorter line is looked for only where it should come next
_LONG = 16  # letters: so many stand hardly ever within another line
_MOST_TRIES = 40


@dataclass(frozen=True, slots=True)
class Word:
    """A word of pypdf's text, or the part of one that stands in one place.

    Attributes:
        line: the number of its line in pypdf's text.
        spaced: a space comes before it in the line.
        unseen: why nobody sees it, if nobody does.
    """

    text: str
    line: int
    spaced: bool
    box: Box
    size: float
    angle: int = 0
    pale: bool = False
    unseen: Unseen | None = None


def place_words(lines: list[str], sheet: Sheet) -> tuple[list[Word], float]:
    """Give the words of a page's lines with their places, and the share of letters whose place was found."""
    found = owners(lines, sheet)
    total = sum(map(len, found))
    placed = sum(owner is not None for own in found for owner in own)
    words: list[Word] = []
    for number, (line, own) in enumerate(zip(lines, found, strict=True)):
        words += _words(number, line, [None if owner is None else sheet.marks[owner] for owner in own])
    return words, placed / total if total else 0.0


def owners(lines: Sequence[str], sheet: Sheet) -> list[list[int | None]]:
    """Give the number of the mark of each letter of each line; None where the page prints no such line.

    A line that does not come where it should, and is so short that its letters can stand within another line, waits until
    the others have their places.
    """
    texts = [plain_letters(line) for line in lines]
    starts: list[int | None] = [None] * len(lines)
    used = bytearray(len(sheet.letters))
    for waiting in (False, True):
        at = 0
        for n, letters in enumerate(texts):
            if starts[n] is None and letters:
                starts[n] = _start(letters, at, sheet, used, waiting)
            start = starts[n]
            if start is not None:
                at = start + len(letters)
                used[start:at] = b"\1" * len(letters)
    return [
        list(sheet.owners[start : start + len(letters)]) if start is not None else [None] * len(letters)
        for letters, start in zip(texts, starts, strict=True)
    ]


def _start(letters: str, at: int, sheet: Sheet, used: bytearray, waiting: bool) -> int | None:
    """Give where a line's letters begin among the page's."""
    end = at + len(letters)
    if sheet.letters.startswith(letters, at) and not any(used[at:end]):
        return at
    if len(letters) < (_SHORT if waiting else _LONG):
        return None
    free = _free(letters, at, sheet, used)
    if waiting and len(letters) < _LONG:
        return next((start for start in free if _is_whole(start, start + len(letters), sheet)), None)
    return next(iter(free), None)


def _free(letters: str, at: int, sheet: Sheet, used: bytearray) -> Iterator[int]:
    """Give where letters occur that no line has taken, first those after a place."""
    for begin in (at, 0):
        start = sheet.letters.find(letters, begin)
        for _ in range(_MOST_TRIES):
            if start < 0:
                break
            if not any(used[start : start + len(letters)]):
                yield start
            start = sheet.letters.find(letters, start + 1)


def _is_whole(start: int, end: int, sheet: Sheet) -> bool:
    """True if letters begin and end with marks."""
    first = start == 0 or sheet.owners[start - 1] != sheet.owners[start]
    return first and (end == len(sheet.owners) or sheet.owners[end - 1] != sheet.owners[end])


def _words(number: int, line: str, marks: list[Mark | None]) -> Iterator[Word]:
    at = 0
    waiting = ""  # signs without letters before the first word that has a place
    last: Word | None = None
    for token in line.split():
        count = len(plain_letters(token))
        own = marks[at : at + count]
        at += count
        placed = [mark for mark in own if mark]
        if not placed:
            if last:
                last = _with_text(last, last.text + (" " if waiting == "" else "") + token)
            else:
                waiting += token + " "
            continue
        if last:
            yield last
        *before, last = _split(number, waiting + token, own, placed)
        waiting = ""
        yield from before
    if last:
        yield last


def _with_text(word: Word, text: str) -> Word:
    return Word(text, word.line, word.spaced, word.box, word.size, word.angle, word.pale, word.unseen)


def _split(number: int, token: str, own: list[Mark | None], placed: list[Mark]) -> list[Word]:
    """Make a word of a token, or several if its letters stand in several places."""
    runs: list[list[Mark]] = []
    for mark, _ in groupby(placed):
        if runs and _adjoin(runs[-1][-1], mark):
            runs[-1].append(mark)
        else:
            runs.append([mark])
    if len(runs) == 1 or len(placed) < len(own):
        return [_word(token, number, True, [mark for run in runs for mark in run])]
    words = []
    counts = [sum(mark in run for mark in placed) for run in runs]
    start = 0
    for n, (run, count) in enumerate(zip(runs, counts, strict=True)):
        end = len(token) if n == len(runs) - 1 else _end(token, start, count)
        words.append(_word(token[start:end], number, n == 0, run))
        start = end
    return words


def _end(token: str, start: int, count: int) -> int:
    seen = 0
    for at in range(start, len(token)):
        seen += len(plain_letters(token[at]))
        if seen >= count:
            return at + 1
    return len(token)


def _adjoin(one: Mark, two: Mark) -> bool:
    gap = two.box.left - one.box.right
    same = one.angle == two.angle and (one.unseen is None) == (two.unseen is None)
    level = one.angle or abs(one.box.bottom - two.box.bottom) < 0.8 * max(one.size, two.size)
    return bool(same and level and (one.angle or -one.size < gap < one.size))


def _word(text: str, line: int, spaced: bool, marks: list[Mark]) -> Word:
    box = marks[0].box
    for mark in marks[1:]:
        box |= mark.box
    first = marks[0]
    return Word(text, line, spaced, box, first.size, first.angle, first.pale, first.unseen)


def level(one: Word, two: Word) -> bool:
    """True if two words stand on one printed line."""
    return abs(one.box.bottom - two.box.bottom) < 0.55 * max(one.size, two.size, 1.0)


def printed_rows(words: Iterable[Word]) -> list[list[Word]]:
    """Gather words into printed lines, from the top; each runs from left to right."""
    rows: list[list[Word]] = []
    for word in sorted(words, key=lambda word: (-word.box.bottom, word.box.left)):
        if rows and level(rows[-1][0], word):
            rows[-1].append(word)
        else:
            rows.append([word])
    return [sorted(row, key=lambda word: word.box.left) for row in rows]


def join(words: Iterable[Word]) -> str:
    """Join words in their order into one text; a broken hyphen at a line's end joins two parts of a word."""
    text = ""
    last: Word | None = None
    for word in words:
        if last is None:
            text = word.text
        elif not word.spaced and last.line == word.line:
            text += word.text
        elif last.line == word.line or level(last, word):
            text += " " + word.text
        else:
            text = join_lines(text, word.text)
        last = word
    return re.sub(r"\s+", " ", text).strip()
