"""Splits a text into pieces, some of them marked."""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from index.lexical import stem, words
from ingest import Page, Span


@dataclass(frozen=True)
class Piece:
    """A piece of a text, marked or not."""

    text: str
    is_marked: bool = False


def mark_words(text: str, stems: Collection[str]) -> list[Piece]:
    """Mark the words of a text that have one of these stems."""
    matches = re.finditer(r"[^\W_]+(?:['’][^\W_]+)*", text)
    return _pieces(text, (match.span() for match in matches if any(stem(word) in stems for word in words(match[0]))))


def mark_spans(text: str, start: int, marks: Sequence[Span]) -> list[Piece]:
    """Mark the parts of a text that lie inside spans of its page.

    Args:
        start: the character of the page at which the text begins.
    """
    ordered = sorted(marks, key=lambda span: span.start)
    return _pieces(text, ((span.start - start, span.end - start) for span in ordered))


def page_lines(page: Page, marks: Sequence[Span]) -> list[list[Piece]]:
    """A page's lines that are not blank, each in pieces."""
    lines, start = [], 0
    for line in page.text.split("\n"):
        if line.strip():
            lines.append(mark_spans(line, start, marks))
        start += len(line) + 1
    return lines


def _pieces(text: str, ranges: Iterable[tuple[int, int]]) -> list[Piece]:
    """Split a text at ranges in order; what lies outside the text or twice inside ranges is passed over."""
    pieces, at = [], 0
    for start, end in ranges:
        first, last = max(start, at), min(end, len(text))
        if first < last:
            pieces += [Piece(text[at:first])] if at < first else []
            pieces.append(Piece(text[first:last], True))
            at = last
    return [*pieces, Piece(text[at:])] if at < len(text) else pieces
