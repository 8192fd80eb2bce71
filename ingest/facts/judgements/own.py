"""Judgements: the grade that a report's first pages print for each area, and the passages that their rows make."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ingest.cleaning import glue
from ingest.document import Judgement, Passage
from ingest.facts.judgements.rows import table_rows
from ingest.facts.judgements.words import GRADE, read_any_grade, row_area
from ingest.lines import Line
from ingest.vocabulary import Area, Kind

_PAGES = 2  # a report prints its judgements on its first pages
_LONGEST = 190  # characters; a longer paragraph that ends in a grade is prose, not a row
_ROW = re.compile(
    rf"(?P<area>.{{5,130}}?)[\s:|–—-]+(?:is |are )?['‘“]?(?P<grade>{GRADE.pattern.replace('?P<grade>', '?:')})\W*\d?\W*",
    re.I,
)
_OF_THE_PAST = re.compile(r"\b(?:was|were|had|last|previous(?:ly)?|(?:19|20)\d\d|judged|graded|rated)\b", re.I)
_BOARD_REVIEW = re.compile(
    r"^\W*\d?\W*[\w ,&-]{3,60} Board Review of the effectiveness of the Local Safeguarding Children Board\d? Inspection dates?:",
    re.I,
)
_HEAD = 400  # characters
_GRADED = frozenset({Kind.ILACS, Kind.SINGLE})


def read_judgements(passages: Sequence[Passage], lines: Sequence[Sequence[Line]], kind: Kind) -> tuple[Judgement, ...]:
    """Read the judgements that an inspection gives, from its first pages; the first for each area counts.

    Args:
        passages: the passages of the report.
        lines: the lines of each page as the reader gave them, from which tables are read.
        kind: the kind of the paper; only full inspections give grades.
    """
    if kind not in _GRADED and not (kind is Kind.UNKNOWN and _is_board_review(lines)):
        return ()
    judgements: dict[Area, Judgement] = {}
    for one in (*_of_tables(lines[:_PAGES]), *_of_passages(passages)):
        judgements.setdefault(one.area, one)
    return tuple(judgements.values())


def _is_board_review(lines: Sequence[Sequence[Line]]) -> bool:
    """True for Ofsted's review of a safeguarding board alone, which is of no kind of its own."""
    first = " ".join(line.text for line in lines[0]) if lines else ""
    return bool(_BOARD_REVIEW.search(first[:_HEAD]))


def _of_tables(pages: Sequence[Sequence[Line]]) -> Iterator[Judgement]:
    for row in table_rows(pages, sentences=True):
        if row.newest:
            yield Judgement(row.area, row.grade, row.words, row.page)


def _of_passages(passages: Sequence[Passage]) -> Iterator[Judgement]:
    for passage in passages:
        match = _ROW.fullmatch(passage.text) if passage.page <= _PAGES and len(passage.text) <= _LONGEST else None
        area = row_area(match["area"]) if match else None
        if match and area and not _OF_THE_PAST.search(match["area"]) and not GRADE.search(match["area"]):
            yield Judgement(area, read_any_grade(match["grade"]), passage.text, passage.page)


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
    return bool(match and not passage.number and row_area(match["area"]))
