"""Finds where sentences begin and end in a passage."""

import re

_ABBREVIATIONS = frozenset(
    "mr mrs ms dr prof rev cllr st no nos para paras pp p vs eg ie e.g i.e etc hon sgt supt".split()
)
_LONGEST_WORD = 40  # characters that are looked at before a full stop
# The text before counts only so that a long run of stops is tried once and not once for each stop.
_END = re.compile(r"(?<![.!?…])[.!?…]+[\d]{0,2}[’'”\")\]]*\s+(?=[‘'“\"(\[]?[A-Z0-9£])")


def sentence_spans(text: str) -> list[tuple[int, int]]:
    """Give `(start, end)` of each sentence of `text`, in order, without the white space between them."""
    spans, start = [], 0
    for match in _END.finditer(text):
        before = text[max(start, match.start() - _LONGEST_WORD) : match.start()].rsplit(None, 1)
        word = before[-1].lower().strip("(‘'“\"") if before else ""
        initial = len(word) == 1 and word.isalpha() and word not in "ai"
        if text[match.start()] == "." and (word in _ABBREVIATIONS or initial):
            continue
        end = match.start() + len(match.group().rstrip())
        spans.append((start, end))
        start = match.end()
    if text[start:].strip():
        spans.append((start, len(text.rstrip())))
    return spans
