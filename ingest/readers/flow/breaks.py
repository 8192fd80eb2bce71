"""Tells line breaks that only wrap a sentence from those that keep lines apart."""

import re
from itertools import pairwise

from ingest.cleaning import BULLET

_EMPTY_LINE = re.compile(r"\n[^\S\n]*\n\s*")
_OPEN_END = re.compile(
    r"(?:,|\b(?:and|or|the|of|to|in|for|with|by|a|an|on|at|from|that|who|which|is|are|was|were|be))$", re.I
)
_MARKED = re.compile(rf"[{BULLET}·*-] ?\S|\(?(?:\d{{1,3}}|[a-z]|[ivx]+)[.)]\s")
_WIDE = 60  # characters; a line this long without a full stop was broken for width


def divide(text: str) -> list[str]:
    """Give the paragraphs of a text whose line breaks are newlines.

    An empty line ends a paragraph. A single break is a space within a sentence, but names or figures on lines of their own
    stay apart.
    """
    paragraphs: list[str] = []
    for part in _EMPTY_LINE.split(text):
        lines = [line for line in map(str.strip, part.split("\n")) if line]
        paragraphs += _unwrap(lines)
    return paragraphs


def _unwrap(lines: list[str]) -> list[str]:
    if len(lines) < 2:
        return lines
    lower = sum(line[0].islower() and not _MARKED.match(line) for line in lines[1:])
    prose = lower * 2 >= len(lines) - 1
    joined = [[lines[0]]]
    for before, line in pairwise(lines):
        wraps = prose or line[0].islower() or _OPEN_END.search(before) or _is_cut(before)
        if wraps and not _MARKED.match(line):
            joined[-1].append(line)
        else:
            joined.append([line])
    return [" ".join(parts) for parts in joined]


def _is_cut(line: str) -> bool:
    return len(line) >= _WIDE and not re.search(r"[.!?:;…][’'”\")\]]*$", line)
