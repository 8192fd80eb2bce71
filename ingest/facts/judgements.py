"""Judgements as a report's first page prints them: which area was given which grade."""

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.cleaning import glue
from ingest.document import Area, Grade, Judgement, Passage
from ingest.structure.headings import GRADE

# In order: the first pattern that the row's words match is its area.
_AREAS = (
    (Area.OVERALL, r"overall effectiveness|overall judgement\b|^children[’\']s services in "),
    (Area.LEADERS, r"impact of leaders|leadership, management and governance"),
    (Area.HELP_AND_PROTECTION, r"help and protection"),
    (Area.ADOPTION, r"adoption performance"),
    (Area.IN_CARE, r"children in care|looked after"),
    (Area.CARE_LEAVERS, r"care leavers"),
    (Area.SAFEGUARDING_BOARD, r"safeguarding (?:children )?board"),
)
_ROW = re.compile(
    rf"(?P<area>.{{5,130}}?)[\s:]+(?:is |are )?(?P<grade>{GRADE}|require(?:s)? improvement(?: to be good)?)\W*\d?\W*$",
    re.I,
)
_PAGES = 2  # of a report on which its judgements are printed
_LONGEST = 190  # characters of a row; a longer paragraph that ends in a grade is prose


def read_judgements(passages: Sequence[Passage]) -> tuple[Judgement, ...]:
    """Read the judgements of a report from the passages of its first two pages; each area's first stands."""
    found: dict[Area, Judgement] = {}
    for passage in passages:
        if passage.page > _PAGES or len(passage.text) > _LONGEST:
            continue
        match = _ROW.fullmatch(passage.text)
        area = match and _area(match["area"])
        if match and area and area not in found:
            found[area] = Judgement(area, read_grade(match["grade"]), passage.text, passage.page)
    return tuple(found.values())


def join_rows(passages: Sequence[Passage]) -> list[Passage]:
    """Make one passage of a table of judgements whose rows follow on each other: one row alone says little of a report.

    Rows with printed numbers stay apart, because each is cited by its own.
    """
    joined: list[Passage] = []
    was_row = False
    for passage in passages:
        is_row = _is_row(passage)
        if is_row and was_row and joined[-1].headings == passage.headings and joined[-1].spans[-1].page == passage.page:
            text = joined[-1].text + glue(joined[-1].text, passage.text) + passage.text
            joined[-1] = replace(joined[-1], text=text, spans=(*joined[-1].spans, *passage.spans))
        else:
            joined.append(passage)
        was_row = is_row
    return joined


def _is_row(passage: Passage) -> bool:
    match = _ROW.fullmatch(passage.text) if passage.page <= _PAGES and len(passage.text) <= _LONGEST else None
    return bool(match and not passage.number and _area(match["area"]))


def _area(words: str) -> Area | None:
    return next((area for area, pattern in _AREAS if re.search(pattern, words, re.I)), None)


def read_grade(words: str) -> Grade:
    """Give the grade that is printed, in today's words.

    Raises:
        ValueError: the words are no grade.
    """
    folded = " ".join(words.lower().split())
    if folded.startswith("require"):
        return Grade.REQUIRES_IMPROVEMENT
    return Grade(folded)
