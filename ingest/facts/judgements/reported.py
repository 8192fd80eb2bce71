"""Grades that a paper reports as Ofsted's judgement of the authority that it is about."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from ingest.document import Judgement, Page
from ingest.facts.judgements.cells import split_grade, starts_area
from ingest.facts.judgements.guards import in_terms_of_others
from ingest.facts.judgements.lists import with_lists
from ingest.facts.judgements.newest import in_order
from ingest.facts.judgements.prose import State, Told, is_partner, read_paragraph
from ingest.facts.judgements.rows import Row, table_rows
from ingest.facts.judgements.words import OFSTED_NAME
from ingest.lines import CELLS, Line
from ingest.vocabulary import Area, Kind

_REPORTING = frozenset({Kind.MINUTES, Kind.COUNCIL_REPORT, Kind.NEWS, Kind.WEB_PAGE, Kind.UNKNOWN})
_INSPECTIONS = frozenset({Kind.ILACS, Kind.SINGLE})
_OFSTED = re.compile(rf"\b(?:{OFSTED_NAME}|inspectors?|watchdog|regulator|inspection)\b", re.I)
_ANOTHER = re.compile(
    r"\b(?:care quality commission|cqc|hm inspectorate of|hmi probation|inspectorate of probation|estyn|care inspectorate)\b",
    re.I,
)
_SELF = re.compile(r"\bself[- ](?:assessment|evaluation)\b", re.I)
_ROW = 130  # characters of a row of a table
_HEAD = 400  # characters in which a paper names itself


def read_reported(
    pages: Sequence[Page], lines: Sequence[Sequence[Line]], kind: Kind, authorities: Collection[str]
) -> tuple[Judgement, ...]:
    """Read the grades that a paper reports, oldest inspection first.

    Args:
        pages: the pages as written, whose furniture is left out.
        lines: the lines of each page as the reader gave them, for tables.
        kind: the kind of the paper. An inspection's own report only reports older grades; visits report none.
        authorities: the authorities that it is about.
    """
    whole = "\n".join(page.text for page in pages)
    if kind not in _REPORTING | _INSPECTIONS or not _OFSTED.search(whole):
        return ()
    if (_ANOTHER.search(whole) and not re.search("ofsted", whole, re.I)) or _SELF.search(whole[:_HEAD]):
        return ()
    authorities = [name for name in authorities if not is_partner(name, whole)]
    prose = list(_prose(pages, authorities))
    if kind in _INSPECTIONS:
        return tuple(in_order(_distinct((one for one, _ in prose if one.inspected), several=False)))
    rows = [_of_row(row) for row in table_rows(lines)]
    found = [*rows, *_dated(prose)]
    return tuple(in_order(_distinct(found, several=len(authorities) > 1)))


def _of_row(row: Row) -> Judgement:
    return Judgement(row.area, row.grade, row.words, row.page, row.inspected)


def _prose(pages: Sequence[Page], authorities: Collection[str]) -> Iterator[tuple[Judgement, bool]]:
    """Give each grade told in sentences, and whether its sentence sets it against a newer one."""
    state = State()
    for page in pages:
        for one_block in with_lists(_blocks(page)):
            block = one_block.text
            if one_block.graded:
                state = replace(state, about=True)
            if CELLS.strip() in block or _is_row(block) or in_terms_of_others(block):
                continue  # tables are read as tables
            told, state = read_paragraph(block, authorities, state)
            for one, words in told:
                yield _judgement(one, one_block.words or words, page.number), one.older


def _is_row(block: str) -> bool:
    """True for a row of a table, "Care leavers: good"."""
    if len(block) > _ROW or not starts_area(block):
        return False
    rest, grades = split_grade(block, "")
    return (
        bool(grades)
        and not block.endswith(".")
        and not re.search(r"\b(?:is|are|was|were|been|judged|rated|graded)\b", rest)
    )


def _judgement(told: Told, sentence: str, page: int) -> Judgement:
    return Judgement(told.area, told.grade, sentence, page, told.when)


def _blocks(page: Page) -> Iterator[str]:
    """The blocks of a page, without its furniture."""
    at, furniture = 0, {start for _, start, _ in page.furniture}
    for line in page.text.split("\n"):
        if at not in furniture:
            yield line
        at += len(line) + 1


def _dated(prose: Sequence[tuple[Judgement, bool]]) -> Iterator[Judgement]:
    """Leave out older grades without a time, and give the paper's own inspection's time to the grades that tell none.

    Where a paper gives one grade with the time of the inspection that it is about and others without, they belong together.
    """
    newest = max((re.findall(r"20\d\d", one.inspected)[-1:] for one, older in prose if not older), default=[])
    own = next(
        (one.inspected for one, older in prose if not older and newest and one.inspected.endswith(newest[0])), ""
    )
    undated = [one for one, older in prose if not one.inspected and not older]
    areas = {one.area: one.grade for one in undated}
    # A dated grade beside an undated one of the same area is the older of the two.
    together = own and not any(one.area in areas and one.inspected == own for one, _ in prose)
    for one, older in prose:
        if older and not one.inspected:
            continue
        yield replace(one, inspected=own) if together and not one.inspected else one


def _distinct(found: Iterator[Judgement] | Sequence[Judgement], several: bool) -> list[Judgement]:
    """Keep the first grade for each area and inspection; of several authorities, an area with two grades is nobody's."""
    first: dict[tuple[Area, str], Judgement] = {}
    torn = set()
    for one in found:
        kept = first.setdefault((one.area, one.inspected), one)
        if several and kept.grade is not one.grade:
            torn.add((one.area, one.inspected))
    return [one for key, one in first.items() if key not in torn]
