"""Judgements: the grade that a report's first pages print for each area."""

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.cleaning import glue
from ingest.document import Judgement, Passage
from ingest.vocabulary import GRADE_PATTERN, Area, read_grade

# The first pattern that matches a row's words gives its area.
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
    rf"(?P<area>.{{5,130}}?)[\s:]+(?:is |are )?(?P<grade>{GRADE_PATTERN}|require(?:s)? improvement(?: to be good)?)\W*\d?\W*$",
    re.I,
)
_PAGES = 2  # a report prints its judgements on its first pages
_LONGEST = 190  # characters; a longer paragraph that ends in a grade is prose, not a row


def read_judgements(passages: Sequence[Passage]) -> tuple[Judgement, ...]:
    """Read a report's judgements from the passages of its first pages; the first for each area counts."""
    judgements: dict[Area, Judgement] = {}
    for passage in passages:
        if passage.page > _PAGES or len(passage.text) > _LONGEST:
            continue
        match = _ROW.fullmatch(passage.text)
        area = match and _area(match["area"])
        if match and area and area not in judgements:
            judgements[area] = Judgement(area, read_grade(match["grade"]), passage.text, passage.page)
    return tuple(judgements.values())


def join_rows(passages: Sequence[Passage]) -> list[Passage]:
    """Join neighbouring rows of a table of judgements into one passage, because one row alone says little about a report.

    Rows with printed numbers stay separate, so that each can be cited by its number.
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
