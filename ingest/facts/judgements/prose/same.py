"""A clause that gives the grade before to another area: "and gave the same judgement to care leavers"."""

import re

from ingest.facts.judgements.words import GRADE_IN_PROSE, find_areas

_POINTER = re.compile(
    r"\b(?:the (?:very )?same|an identical|the identical) (?:ofsted )?(?:judge?ment|grade|rating|verdict|mark|score|conclusion|view"
    r"|finding|outcome|band)s?\b"
    r"(?! (?:as (?:in|at|it|before|last|the (?:last|previous))|that|it|they)\b)",
    re.I,
)
_BREAK = re.compile(r"[;:]| ?[–—] |,? (?:while|whilst|whereas|but) |, (?:with )?|,? and | with ", re.I)
_END = re.compile(r"[;]| ?[–—] |,? (?:while|whilst|whereas|but) |, (?=with\b)", re.I)


def split_same(sentence: str) -> tuple[str, str, str]:
    """Divide a sentence into the words before such a clause, the clause and the words after it; the last two can be empty.

    Args:
        sentence: one sentence.
    """
    pointer = _POINTER.search(sentence)
    if not pointer:
        return sentence, "", ""
    end = _END.search(sentence, pointer.end())
    stop = end.start() if end else len(sentence)
    if GRADE_IN_PROSE.search(sentence, pointer.end(), stop):
        return sentence, "", ""
    named = [(one.start, one.end) for one in find_areas(sentence)]
    start = 0
    for match in _BREAK.finditer(sentence, 0, pointer.start()):
        inside = any(left < match.end() and match.start() < right for left, right in named)
        listed = any(right == match.start() for _, right in named) and match.group().strip(" ,") == "and"
        if not inside and not (listed and start):
            start = match.start()
    return sentence[:start], sentence[start:stop], sentence[stop:]
