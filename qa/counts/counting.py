"""Counts what a question asks for, over the catalogue's records."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from index import Index, Record
from qa.counts.asking import By, CountAsked, Dated, Measure, Subject, Unread, read_count
from qa.counts.citing import Citer
from qa.counts.grouping import Division, divide, extreme_of, how_many, number_of
from qa.counts.held import tally_holding, tally_papers
from qa.counts.judged import tally_judged
from qa.counts.lasting import tally_lasting
from qa.counts.missing import group_words, missing_words
from qa.counts.papers import Papers
from qa.counts.tally import Hit, Tally
from qa.counts.telling import asked_words, lead_words, of_one, of_words, unit_of
from qa.counts.types import Counted, Row, number_words
from qa.counts.wording import things
from qa.question import ParsedQuestion, Scope
from qa.question.scope import Course, Judged

_EXTREMES = 10  # rows of the longest and the shortest times
_MOST_ROWS = 160
NOT_HELD = "Kloe holds no"
_NO_COUNT = "The question asks for no number and no list that Kloe can count."


@dataclass(frozen=True)
class _Worked:
    """What was worked out."""

    papers: Papers
    tally: Tally
    divisions: tuple[Division, ...]
    best: tuple[Division, ...]
    number: float | None

    @property
    def labels(self) -> tuple[str, ...]:
        """The groups with the most or the fewest."""
        return tuple(division.group.label for division in self.best)


Reader = Callable[[ParsedQuestion], CountAsked | Unread]


def count_as_read(index: Index, parsed: ParsedQuestion, read: Reader = read_count) -> Counted:
    """Count or list what a parsed question asks for, as its words stand.

    Args:
        read: reads what is to be counted.
    """
    question = parsed.text
    asked = read(parsed)
    if isinstance(asked, Unread):
        return not_counted(parsed, asked)
    records = index.catalogue.records()
    if not any(record.kind in asked.kinds for record in records):
        return Counted(question, False, explanation=f"{NOT_HELD} papers on {things(asked)}.", parsed=parsed)
    scope = parsed.scope.as_asked()
    worked = _work(asked, scope, records)
    if not worked.tally.of and (asked.graded or asked.subject.lasts or not _are_held(asked, scope, records)):
        return Counted(question, False, explanation=f"{NOT_HELD} {of_words(asked, scope)}.", parsed=parsed)
    ranks_grades = By.GRADE in asked.by and asked.extreme is not None
    if asked.presumed and ranks_grades and worked.labels != _work(_of_all(asked), scope, records).labels:
        which = Unread((), "does not say whether the newest inspection of each authority counts, or every one")
        return not_counted(parsed, which)
    return _counted(index, parsed, asked, records, worked)


def _counted(
    index: Index, parsed: ParsedQuestion, asked: CountAsked, records: Sequence[Record], worked: _Worked
) -> Counted:
    scope, tally = parsed.scope.as_asked(), worked.tally
    groups = tuple(division.group for division in worked.divisions)
    best = tuple(division.group for division in worked.best)
    missing = (
        *missing_words(asked, scope, worked.papers, tally),
        *group_words(asked, worked.number, groups),
        *_otherwise(asked, scope, records, worked),
        *_cut(asked, worked),
    )
    return Counted(
        parsed.text,
        True,
        asked_words(asked, scope),
        best[0].number if best else worked.number,
        unit_of(asked),
        how_many(asked, tally.of),
        of_words(asked, scope),
        missing,
        groups,
        tuple(_rows(index, asked, worked)),
        lead=lead_words(asked, scope, tally, worked.number, best),
        parsed=parsed,
    )


def _are_held(asked: CountAsked, scope: Scope, records: Sequence[Record]) -> bool:
    """True if such papers of that time are held on any authority; if none are, a count of none says nothing."""
    anywhere = Papers(records, replace(scope, authorities=(), regions=(), without=()), asked.dated)
    return any(anywhere.is_in_time(record) for _, record in anywhere.of_kinds(asked.kinds))


def _work(asked: CountAsked, scope: Scope, records: Sequence[Record]) -> _Worked:
    papers = Papers(records, scope, asked.dated)
    tally = _tally(asked, scope, papers)
    divisions = divide(asked, scope, papers, tally)
    number = number_of(asked, tally.hits, tally.of)
    if asked.measure is Measure.AVERAGE and not asked.subject.lasts:
        number = round(how_many(asked, tally.hits) / len(papers.authorities), 1) if papers.authorities else None
    return _Worked(papers, tally, divisions, extreme_of(asked, divisions), number)


def _tally(asked: CountAsked, scope: Scope, papers: Papers) -> Tally:
    if asked.subject.lasts:
        return tally_lasting(asked, papers)
    if asked.subject is not Subject.AUTHORITIES:
        return tally_papers(asked, scope, papers)
    if By.GRADE in asked.by:
        return tally_papers(asked, scope, papers)
    if not asked.graded:
        return tally_holding(asked, scope, papers)
    tally = tally_judged(asked, papers)
    return (
        replace(tally, hits=tally_lasting(replace(asked, subject=Subject.MOVES), papers).hits) if asked.timed else tally
    )


def _otherwise(asked: CountAsked, scope: Scope, records: Sequence[Record], worked: _Worked) -> Iterator[str]:
    """What the number would be if the words were meant in another way that they allow."""
    of_ofsted = any(kind.of_ofsted for kind in asked.kinds)
    if of_ofsted and (worked.papers.timed or (By.YEAR in asked.by and asked.extreme)):
        inspected = asked.dated is Dated.INSPECTED
        other = _work(replace(asked, dated=Dated.PUBLISHED if inspected else Dated.INSPECTED), scope, records)
        by = "day of publication instead of the last day of the inspection or visit"
        by = by if inspected else "last day of the inspection or visit instead of the day of publication"
        yield from _other_number(asked, worked, other, f"By the {by}")
    if asked.presumed:
        other = _work(_of_all(asked), scope, records)
        yield from _other_number(
            asked, worked, other, "With any inspection held instead of the newest of each authority"
        )


def _other_number(asked: CountAsked, worked: _Worked, other: _Worked, how: str) -> Iterator[str]:
    number = other.best[0].group.number if other.best else other.number
    own = worked.best[0].group.number if worked.best else worked.number
    if number is not None and (number, other.labels) != (own, worked.labels):
        labels = f" ({', '.join(other.labels)})" if other.labels else ""
        unit = unit_of(asked)
        counted = f" {of_one(unit, int(number))}" if unit != "%" else unit
        yield f"{how}: {number_words(number)}{counted}{labels}."


def _of_all(asked: CountAsked) -> CountAsked:
    """The same of every inspection held, and not of the newest of each authority alone."""
    now = [history for history in asked.histories if history.course is Course.NOW]
    ever = [Judged(history.grades, (history.area,), history.negated) for history in now]
    others = tuple(history for history in asked.histories if history not in now)
    return replace(asked, newest=False, judged=(*asked.judged, *ever), histories=others)


def _rows(index: Index, asked: CountAsked, worked: _Worked) -> Iterator[Row]:
    """The list behind the number; of the groups with the most or the fewest, that of those."""
    hits = [hit for each in worked.best for hit in each.hits] if worked.best else list(worked.tally.hits)
    hits.sort(key=lambda hit: (hit.authority, hit.record.day_number))
    if asked.subject.lasts:
        hits.sort(key=lambda hit: hit.amount or 0, reverse=asked.measure is not Measure.SHORTEST)
    if asked.measure in (Measure.LONGEST, Measure.SHORTEST):
        hits = hits[:_EXTREMES]
    citer = Citer(index)
    for alike in _merged(asked, hits)[:_MOST_ROWS]:
        sources = [source for hit in alike for source in hit.sources]
        value = "; ".join(dict.fromkeys(hit.value for hit in alike))
        record = alike[-1].record
        authority = alike[0].authority if asked.subject is Subject.AUTHORITIES else record.place
        yield Row(authority, record, value, citer.cite(sources))


def _cut(asked: CountAsked, worked: _Worked) -> Iterator[str]:
    counted = len(_merged(asked, worked.tally.hits))
    if not worked.best and counted > _MOST_ROWS and asked.measure not in (Measure.LONGEST, Measure.SHORTEST):
        which = "longest" if asked.subject.lasts else "first"
        yield f"The list shows the {which} {_MOST_ROWS} of {counted:,}."


def _merged(asked: CountAsked, hits: Sequence[Hit]) -> list[list[Hit]]:
    """The hits of one authority, or of one paper, together; each time by itself."""
    merged: dict[str, list[Hit]] = {}
    for hit in hits:
        by_name = asked.subject is Subject.AUTHORITIES or asked.subject.lasts
        by_paper = asked.subject is not Subject.AUTHORITIES
        key = f"{hit.authority * by_name} {hit.record.id * by_paper}"
        merged.setdefault(key, []).append(hit)
    return list(merged.values())


def not_counted(parsed: ParsedQuestion, unread: Unread) -> Counted:
    """Say why nothing was counted."""
    return Counted(parsed.text, False, explanation=_explanation(unread), parsed=parsed)


def _explanation(unread: Unread) -> str:
    """Why nothing was counted, as a sentence or two."""
    quoted = ", ".join(f"“{words}”" for words in unread.words)
    if quoted and unread.why:
        return f"Kloe gives no number: {quoted} {unread.why}."
    if quoted:
        return f"Kloe gives no number: the catalogue does not count {quoted}."
    return f"Kloe gives no number: the question {unread.why}." if unread.why else _NO_COUNT
