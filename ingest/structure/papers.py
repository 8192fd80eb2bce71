"""Finds where one paper ends and the next begins, in a file that holds several."""

import re
from collections.abc import Sequence

from ingest.lines import Line

_TOP = 12  # lines at the head of a page, within which a paper's title stands
# The titles of papers that are bound into packs: an inspectorate's report or letter, and minutes of a meeting.
_REPORT = re.compile(
    r"inspection of .{2,80}(?:children.s (?:social care )?services|local area partnership)\b|area send inspection of "
    r"|inspection of services for children in need of help",
    re.I,
)
_LETTER = re.compile(r"(?:focus+ed|monitoring) visit (?:to|of) \S", re.I)
_MINUTES = re.compile(r"(?:draft )?minutes of (?:the|a) (?:\w+ )?meeting\b", re.I)
# What the page of such a title also has, so that a title that is only mentioned or repeated begins nothing.
_FIELDS = re.compile(r"^(?:inspection dates?|lead inspector|report published)\b", re.I | re.M)
_SALUTATION = re.compile(r"^dear\b", re.I | re.M)
_PRESENT = re.compile(
    r"^(?:present|attendance|in attendance|members present|councillors)\b|\bheld (?:on|at|in)\b", re.I | re.M
)
_STARTS = ((_REPORT, _FIELDS), (_LETTER, _SALUTATION), (_MINUTES, _PRESENT))


def split_papers(pages: Sequence[Sequence[Line]]) -> list[int]:
    """Give the index of the first page of each paper in a file; the first is always 0.

    A title that stood on an earlier page is a running line and begins nothing.
    """
    starts, seen = [0], set[str]()
    for at, lines in enumerate(pages):
        printed = [line.text for line in lines if line.text]
        top = [text for text in printed[:_TOP] if text not in seen]
        if at and _begins_paper(top, "\n".join(printed)):
            starts.append(at)
        seen.update(printed[:_TOP])
    return starts


def _begins_paper(top: Sequence[str], page: str) -> bool:
    return any(any(map(title.match, top)) and mark.search(page) for title, mark in _STARTS)
