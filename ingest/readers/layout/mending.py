"""Puts letters and words together that pypdf gives apart, though the page prints them as one word or one line.

Some programs give each word or letter a place of its own, and small capitals a font of their own. pypdf then gives a
space or a new line where the page has none; PDFium goes by the places.
"""

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ingest.lines import Line
from ingest.readers.layout.sheet import Mark, Sheet, plain_letters
from ingest.readers.layout.words import owners

_TOUCHING = 0.12  # of the type's size: the widest gap within a word
_WIDEST = 1.3  # of the type's size: the widest gap between two words of a line
_LEVEL = 0.3  # of the type's size
_FEWEST = 8  # lines of a page of which to tell that it is in fragments
_SPLIT = re.compile(r"(?:(?<!\S)[^\W\d_] ){4}|(?<!\S)[A-Z] [A-Z]{2}")  # "w o r d s", "S MALL"


@dataclass(frozen=True)
class _Token:
    """A piece of pypdf's text without a space, and the marks of its first and last letters, if it has any."""

    text: str
    line: int
    first: Mark | None
    last: Mark | None


def mend(lines: list[Line], sheet: Sheet) -> list[Line]:
    """Give a page's lines with its words whole; they stay as they are unless the page shows that they were taken apart."""
    texts = [line.text for line in lines]
    filled = [text for text in texts if text]
    short = sum(len(text.split()) < 3 for text in filled)
    fragments = len(filled) >= _FEWEST and short > 0.5 * len(filled)
    if not fragments and not any(map(_SPLIT.search, texts)):
        return lines
    tokens = list(_tokens(texts, sheet))
    joins = [_join(one, two, fragments) for one, two in itertools.pairwise(tokens)]
    crossing = sum(
        join is not None and one.line != two.line
        for join, (one, two) in zip(joins, itertools.pairwise(tokens), strict=True)
    )
    if fragments and crossing < 0.4 * len(filled):
        return lines
    return _joined(lines, tokens, joins)


def _joined(lines: list[Line], tokens: list[_Token], joins: list[str | None]) -> list[Line]:
    """Give the lines with their pieces joined; one whose pieces all go to a line before it is left out."""
    pieces: dict[int, list[str]] = {}
    start = last = -1
    for token, join in zip(tokens, [None, *joins], strict=True):
        if start >= 0 and join is not None:
            pieces[start] += (join, token.text)
        elif token.line == last:
            pieces[start] += (" ", token.text)
        else:
            start = token.line
            pieces[start] = [token.text]
        last = token.line
    return [
        replace(line, text="".join(pieces[n])) if n in pieces else line
        for n, line in enumerate(lines)
        if n in pieces or not line.text
    ]


def _tokens(texts: list[str], sheet: Sheet) -> Iterator[_Token]:
    found = owners(texts, sheet)
    lettered = {owner for own in found for owner in own}
    before = -1  # the number of the last mark
    for number, (text, own) in enumerate(zip(texts, found, strict=True)):
        at = 0
        for token in text.split():
            count = len(plain_letters(token))
            places = own[at : at + count]
            at += count
            if not count and before + 1 < len(sheet.marks) and before + 1 not in lettered:
                places = [before + 1]  # signs without letters
            marks = [None if place is None else sheet.marks[place] for place in places]
            if places and places[-1] is not None:
                before = places[-1]
            yield _Token(token, number, marks[0] if marks else None, marks[-1] if marks else None)


def _join(one: _Token, two: _Token, fragments: bool) -> str | None:
    """Give what the page has between two pieces, nothing or a space; None if pypdf's text is to stand."""
    if not one.last or not two.first or (one.line != two.line and not fragments):
        return None
    size = max(one.last.size, two.first.size)
    gap = two.first.box.left - one.last.box.right
    if one.last.angle or two.first.angle or abs(one.last.box.bottom - two.first.box.bottom) > _LEVEL * size:
        return None
    letter = fragments or 1 in (len(one.text), len(two.text))
    if letter and not two.first.spaced and -_LEVEL * size < gap < _TOUCHING * size:
        return ""
    return " " if one.line != two.line and 0 < gap < _WIDEST * size else None
