"""What a count leaves out or takes along: a sentence each."""

from collections.abc import Iterable, Iterator

from ingest import Area
from ingest.authorities import authorities
from qa.counts.asking import By, CountAsked, Subject
from qa.counts.judged import graded_in, moves, takes_two
from qa.counts.papers import Papers
from qa.counts.tally import Hit, Tally
from qa.counts.types import Group
from qa.counts.wording import thing, time_words
from qa.question import Scope
from qa.question.scope import Course

_MOST_NAMES = 6


def missing_words(asked: CountAsked, scope: Scope, papers: Papers, tally: Tally) -> Iterator[str]:
    """Say what was left out, and what was counted that a reader may not expect."""
    yield from _silent(asked, scope, tally)
    yield from _without_paper(asked, scope, papers, tally)
    yield from _care_leavers(asked, tally)
    yield from _days_in_doubt(tally)
    if asked.histories:
        yield from _more_than_once(asked, tally)
        yield from _in_between(asked, papers, tally)


def group_words(asked: CountAsked, number: float | None, groups: Iterable[Group]) -> Iterator[str]:
    """Say why the groups add up to more than the whole, where they do."""
    total = sum(group.number for group in groups)
    if asked.subject.lasts or asked.extreme or number is None or total <= number or By.REGION in asked.by:
        return
    if asked.by == (By.YEAR,) and asked.subject is Subject.AUTHORITIES:
        yield "An authority counts in each of the years, and once in the whole."
    elif By.TOPIC in asked.by:
        yield "A visit counts under each of its topics, and once in the whole."


def _silent(asked: CountAsked, scope: Scope, tally: Tally) -> Iterator[str]:
    number = len({record.id for _, record in tally.silent})
    if not number:
        return
    does = "does" if number == 1 else "do"
    if asked.subject.lasts:
        tell = "tell the days that it takes, or tell them out of order"
    elif scope.topics or By.TOPIC in asked.by:
        tell = "tell a topic"
    elif asked.lead or asked.before:
        tell = "name a lead inspector" if asked.lead else "follow another that gave a grade"
    else:
        tell = "tell an outcome" if scope.outcomes or By.OUTCOME in asked.by else "give such a grade"
    papers = "paper" if number == 1 else "papers"
    yield f"Not counted: {number:,} {papers} in scope that {does} not {tell}."


def _without_paper(asked: CountAsked, scope: Scope, papers: Papers, tally: Tally) -> Iterator[str]:
    """Name, or number, the authorities in scope of which no such paper is held."""
    when = time_words(asked, scope)
    inside = set(papers.authorities)
    if asked.subject is Subject.AUTHORITIES and asked.graded:
        after = " that follows another" if takes_two(asked) else ""
        lacking = f"No {thing(asked, article=False)}{when}{after} is held"
        yield from _of(inside - {name for name, _ in tally.of}, lacking)
    elif scope.authorities:
        yield from _of(
            set(scope.authorities) - {name for name, _ in tally.of}, f"No {thing(asked, article=False)}{when} is held"
        )
    unheld = {a.name for a in authorities() if not a.until and papers.covers(a.name)} - inside
    yield from _of(unheld, "No paper at all is held")


def _of(names: set[str], lacking: str) -> Iterator[str]:
    if names:
        listed = ", ".join(sorted(names)) if len(names) <= _MOST_NAMES else f"{len(names):,} authorities"
        yield f"{lacking} of {listed}."


def _care_leavers(asked: CountAsked, tally: Tally) -> Iterator[str]:
    areas = {asked.area} if By.GRADE in asked.by else set()
    areas |= {history.area for history in asked.histories} | {area for each in asked.judged for area in each.areas}
    if Area.CARE_LEAVERS not in areas:
        return
    papers = {record.id: record for _, record in tally.of}
    apart = {id_ for id_, record in papers.items() if any(j.area is Area.CARE_LEAVERS for j in record.judgements)}
    together = len(papers) - len(apart)
    counted = len({hit.record.id for hit in tally.hits} - apart)
    if together:
        yield (
            f"{together:,} of the inspections judged care leavers together with children in care; their grade for both counts"
            f" ({counted:,} of those counted)."
        )


def _days_in_doubt(tally: Tally) -> Iterator[str]:
    odd = sorted({hit.record.place for hit in tally.hits if _is_out_of_order(hit)})
    if odd:
        yield f"A paper on {', '.join(odd)} prints a day of publication before its inspection; it counts by that day."


def _is_out_of_order(hit: Hit) -> bool:
    first, last = hit.record.inspection_end, hit.record.published
    return bool(first and last and last < first)


def _more_than_once(asked: CountAsked, tally: Tally) -> Iterator[str]:
    """Say how many had the grades more often than was asked for, or moved more than once."""
    history = asked.histories[0]
    if history.course is Course.TIMES and not history.negated:
        more = sum(len(hit.sources) > history.times for hit in tally.hits)
        if more:
            yield f"{more:,} of them {'was' if more == 1 else 'were'} judged so more than {history.times} times."
    names = [hit.authority for hit in tally.hits]
    again = len({name for name in names if names.count(name) > 1})
    if history.course is Course.MOVED and again:
        yield f"{again:,} of them did so more than once, and count once."


def _in_between(asked: CountAsked, papers: Papers, tally: Tally) -> Iterator[str]:
    """Say how many moves have an inspection between the two that make them."""
    history = asked.histories[0]
    if history.course is not Course.MOVED or history.negated or asked.judged:
        return
    runs = papers.runs(asked.kinds)
    between = 0
    for name in {hit.authority for hit in tally.hits}:
        pairs = moves(history, graded_in(runs[name], history.area))
        later = {hit.record.id for hit in tally.hits if hit.authority == name}
        between += any(
            runs[name].index(last) - runs[name].index(first) > 1 for first, last in pairs if last.id in later
        )
    if between:
        yield f"{between:,} of them had another inspection in between."
