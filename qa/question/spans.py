"""Spans of a question's text, and those that it excludes: "other than Kent", "except Kent and Surrey", "not 2020"."""

import re
from collections.abc import Iterable

Span = tuple[int, int]  # characters start:end of the question

_EXCEPT = re.compile(
    r"\b(?:but )?(?:not|except(?: for| in)?|excluding|other than|outside(?: of)?|apart from|leaving out)\s+"
    r"(?:in |for |from )?(?:the )?$",
    re.I,
)
_LIST_LINK = re.compile(r"\s*(?:,|&|,?\s*\b(?:and|or|nor)\b)?\s*(?:in |for |the )*", re.I)


def overlaps(span: Span, others: Iterable[Span]) -> bool:
    """True if a span shares a character with any of the others."""
    return any(start < span[1] and span[0] < end for start, end in others)


def find_excluded(text: str, spans: Iterable[Span]) -> dict[Span, Span]:
    """Find the spans that the question excludes, each mapped to the span that includes the excluding words."""
    excluded: dict[Span, Span] = {}
    previous: Span | None = None
    for start, end in sorted(set(spans)):
        words = _EXCEPT.search(text, 0, start)
        if words:
            excluded[start, end] = (words.start(), end)
        elif previous in excluded and previous and _LIST_LINK.fullmatch(text, previous[1], max(start, previous[1])):
            excluded[start, end] = (start, end)  # the rest of a list: "except Kent and Surrey"
        previous = (start, end)
    return excluded
