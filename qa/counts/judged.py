"""Counts authorities by how they were judged: at one inspection, and over all of theirs."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from index import Record
from ingest import Area, Grade, ReportCardGrade
from qa.counts.asking import By, CountAsked
from qa.counts.papers import Item, Papers
from qa.counts.tally import Hit, Tally, grade_source
from qa.question.scope import Course, History, Judged
from qa.question.scope.judged import grades_of

STEPS = (Course.MOVED, Course.IMPROVED, Course.DECLINED, Course.UNCHANGED)


def takes_two(asked: CountAsked) -> bool:
    """True if only authorities with two graded inspections can be counted."""
    return not asked.judged and any(history.course in STEPS for history in asked.histories)


def tally_judged(asked: CountAsked, papers: Papers) -> Tally:
    """Count the authorities that were judged as a question says."""
    hits: list[Hit] = []
    of: list[Item] = []
    for name, run in papers.runs(asked.kinds).items():
        found, among = _of_one(asked, papers, name, run)
        hits += found
        of += among
    within = [(name, record) for name, record in papers.of_kinds(asked.kinds) if papers.is_in_time(record)]
    names = {name for name, _ in of}
    silent = [item for item in within if _is_silent(asked, item) and (not asked.newest or item[0] not in names)]
    return Tally(tuple(hits), tuple(of), tuple(silent))


def _is_silent(asked: CountAsked, item: Item) -> bool:
    """True for an inspection that gives no grade for what is asked about."""
    areas = [(history.area,) for history in asked.histories] + [each.areas for each in asked.judged]
    given = grades_of(item[1])
    return any(of and not any(area in given for area in of) for of in areas)


def _of_one(asked: CountAsked, papers: Papers, name: str, run: Sequence[Record]) -> tuple[list[Hit], list[Item]]:
    """What counts of one authority, and what it counts among."""
    if not asked.judged and (papers.timed or By.YEAR in asked.by) and asked.histories[0].course in STEPS:
        return _steps_in_time(asked.histories[0], papers, name, run)
    within = [record for record in run if papers.is_in_time(record)]
    if not asked.judged:
        return _over_all(asked.histories, name, run if _is_of_now(asked) else within)
    papers_judged = [record for record in (run[-1:] if asked.newest else within) if _judges(asked.judged, record)]
    among = [(name, record) for record in papers_judged if _can_be_told(asked.histories, run)]
    alike = [record for record in papers_judged if all(judged.holds(record) for judged in asked.judged)]
    told = [evidence(history, name, run) for history in asked.histories]
    if not alike or any(records is None for records in told):
        return [], among
    since = [
        (record, history.area)
        for history, records in zip(asked.histories, told, strict=True)
        for record in records or ()
    ]
    return [_hit(name, record, [*_areas(asked.judged, record), *since]) for record in alike], among


def _is_of_now(asked: CountAsked) -> bool:
    return all(history.course is Course.NOW for history in asked.histories)


def _over_all(histories: Sequence[History], name: str, run: Sequence[Record]) -> tuple[list[Hit], list[Item]]:
    """By courses alone: the authority counts once, by its newest inspection."""
    if not run or not _can_be_told(histories, run):
        return [], []
    told = [evidence(history, name, run) for history in histories]
    among = [(name, run[-1])]
    if any(records is None for records in told):
        return [], among
    rows = [
        (record, history.area) for history, records in zip(histories, told, strict=True) for record in records or ()
    ]
    return [_hit(name, max((record for record, _ in rows), key=_order), rows)], among


def _steps_in_time(history: History, papers: Papers, name: str, run: Sequence[Record]) -> tuple[list[Hit], list[Item]]:
    """By steps whose later inspection is of the time that is asked about."""
    graded = graded_in(run, history.area)
    among = [(name, later) for later in graded[1:] if papers.is_in_time(later)]
    pairs = moves(history, graded) if history.course is Course.MOVED else list(pairwise(graded))
    hits = [
        _hit(name, later, [(earlier, history.area), (later, history.area)])
        for earlier, later in pairs
        if papers.is_in_time(later)
        and (history.course is Course.MOVED or name in history.authorities((earlier, later)))
    ]
    return hits, among


def evidence(history: History, name: str, run: Sequence[Record]) -> list[Record] | None:
    """The inspections that show that an authority's grades ran so; None if they did not."""
    area = history.area
    counted = run[-1:] if history.course is Course.NOW else run
    if name not in history.authorities(counted):
        return None
    graded = graded_in(counted, area)
    having = [record for record in graded if grades_of(record)[area] in history.grades]
    match history.course:
        case Course.NOW:
            return graded
        case Course.EVER | Course.TIMES if not history.negated:
            return having
        case Course.NO_LONGER if not history.negated:
            return [having[-1], graded[-1]]
        case Course.MOVED if not history.negated:
            return list(moves(history, graded)[0])
        case Course.IMPROVED | Course.DECLINED | Course.UNCHANGED:
            return graded[-2:]
        case _:
            return graded


def moves(history: History, graded: Sequence[Record]) -> list[tuple[Record, Record]]:
    """The moves of an authority: from the first inspection that gave the one grade to the next that gave the other, or to the very next."""
    if history.next:
        return [
            (earlier, later)
            for earlier, later in pairwise(graded)
            if grades_of(earlier)[history.area] in history.grades and grades_of(later)[history.area] in history.then
        ]
    found: list[tuple[Record, Record]] = []
    first: Record | None = None
    for record in graded:
        grade = grades_of(record)[history.area]
        if first and grade in history.then:
            found.append((first, record))
            first = None
        if first is None and grade in history.grades:
            first = record
    return found


def graded_in(run: Sequence[Record], area: Area) -> list[Record]:
    """The inspections that gave one of the four grades for an area."""
    return [record for record in run if isinstance(grades_of(record).get(area), Grade)]


def _can_be_told(histories: Sequence[History], run: Sequence[Record]) -> bool:
    """True if enough inspections gave grades to tell these courses."""
    return all(
        len(graded_in(run[-1:] if history.course is Course.NOW else run, history.area)) >= _fewest(history)
        for history in histories
    )


def _fewest(history: History) -> int:
    return 2 if history.course in STEPS else 1


def _judges(judged: Sequence[Judged], record: Record) -> bool:
    """True if an inspection gave grades for all the areas."""
    given = grades_of(record)
    return all(any(area in given for area in each.areas) if each.areas else bool(given) for each in judged)


def _areas(judged: Sequence[Judged], record: Record) -> Iterator[tuple[Record, Area]]:
    """The areas of an inspection whose grades were looked for, with those grades alone where any area will do."""
    given = grades_of(record)
    for each in judged:
        areas = [area for area in (each.areas or given) if area in given]
        yield from ((record, area) for area in areas if each.negated or given[area] in each.grades)


def _hit(name: str, record: Record, rows: Sequence[tuple[Record, Area]]) -> Hit:
    ordered = sorted(dict.fromkeys(rows), key=lambda row: _order(row[0]))
    sources = tuple(grade_source(paper, area) for paper, area in ordered)
    return Hit(name, record, sources, grade_rows(ordered))


def grade_rows(rows: Sequence[tuple[Record, Area]]) -> str:
    """Grades in words, in the order given: "inadequate (4 May 2015), good (2 June 2019)"."""
    return ", ".join(row_words(record, area) for record, area in rows)


def row_words(record: Record, area: Area) -> str:
    """A grade in words: "inadequate (4 May 2015)", "good for leaders (4 May 2015)"."""
    where = "" if area is Area.OVERALL else f" for {area.label}"
    return f"{short(grades_of(record)[area])}{where} ({record.when})"


def short(grade: Grade | ReportCardGrade) -> str:
    """A grade in a word or two."""
    return grade.label.lower()


def _order(record: Record) -> tuple[int, str]:
    return record.day_number, record.id
