"""What a question leaves out: "other than Kent", "except Kent and Surrey", "not 2020"."""

import re
from collections.abc import Iterable

Span = tuple[int, int]

_LEFT_OUT = re.compile(
    r"\b(?:but )?(?:not|except(?: for| in)?|excluding|other than|outside(?: of)?|apart from|leaving out)\s+"
    r"(?:in |for |from )?(?:the )?$",
    re.I,
)
_LISTED = re.compile(r"\s*(?:,|&|,?\s*\b(?:and|or|nor)\b)?\s*(?:in |for |the )*", re.I)


def left_out(text: str, spans: Iterable[Span]) -> dict[Span, Span]:
    """Which of the spans the words before them leave out, each with those words: {span: span with the words}."""
    found: dict[Span, Span] = {}
    before: Span | None = None
    for start, end in sorted(set(spans)):
        words = _LEFT_OUT.search(text, 0, start)
        if words:
            found[start, end] = (words.start(), end)
        elif before in found and before and _LISTED.fullmatch(text, before[1], max(start, before[1])):
            found[start, end] = (start, end)
        before = (start, end)
    return found
