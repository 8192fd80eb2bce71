"""The answer to a count in words: what was counted, among what, and the first line."""

import re
from collections.abc import Sequence
from statistics import mean, median

from ingest import Area
from qa.counts.asking import By, CountAsked, Extreme, Measure, Subject
from qa.counts.grouping import how_many
from qa.counts.judged import takes_two
from qa.counts.lasting import days_words
from qa.counts.tally import Hit, Tally
from qa.counts.types import Group, number_words
from qa.counts.wording import condition_words, listed, move_words, paper_words, place_words, thing, things, time_words
from qa.question import Scope

_MEASURES = {
    Measure.AVERAGE: "the average time",
    Measure.MEDIAN: "the median time",
    Measure.LONGEST: "the longest time",
    Measure.SHORTEST: "the shortest time",
}
# What is said of several, of one.
_OF_ONE = (("were", "was"), ("are", "is"), ("have", "has"), ("their", "its"))


def unit_of(asked: CountAsked) -> str:
    """The unit of the number."""
    if asked.measure is Measure.SHARE:
        return "%"
    if asked.subject.lasts:
        return "days"
    per = " an authority" if asked.measure is Measure.AVERAGE else ""
    return f"{'authorities' if asked.subject is Subject.AUTHORITIES else things(asked)}{per}"


def asked_words(asked: CountAsked, scope: Scope) -> str:
    """What was counted or measured: "authorities that were judged inadequate at an inspection published in 2023"."""
    by = f", by {listed([_by(asked, each) for each in asked.by])}" if asked.by else ""
    if asked.subject.lasts:
        return f"{_MEASURES[asked.measure]} {_from_to(asked)}, over {_measured(asked, scope)}{by}"
    conditions = condition_words(asked, scope)
    that = f" that {listed(conditions)}" if conditions else ""
    counted = _counted(asked, scope) + that
    if asked.measure is Measure.SHARE:
        counted = f"the share of {counted}"
    elif asked.measure is Measure.AVERAGE:
        counted, by = f"the average number of {counted} an authority", ""
    return f"{counted}{by}"


def _by(asked: CountAsked, by: By) -> str:
    if by is not By.GRADE:
        return by.value
    return "overall grade" if asked.area is Area.OVERALL else f"grade for {asked.area.label}"


def of_words(asked: CountAsked, scope: Scope) -> str:
    """What it was counted among."""
    when = time_words(asked, scope) if asked.subject is Subject.AUTHORITIES else ""
    if asked.subject.lasts:
        return _measured(asked, scope)
    if asked.subject is not Subject.AUTHORITIES:
        return paper_words(asked, scope)
    among = f"authorities{place_words(asked, scope)}"
    if takes_two(asked):
        enough = f"an inspection{when} and one before it" if when else "two inspections or more"
        return f"{among} with {enough} that gave such a grade"
    if asked.graded:
        return f"{among} with {thing(asked)}{when or ' held'} that gave such a grade"
    return f"{among} with an outcome" if scope.outcomes else f"{among} on which papers are held"


def lead_words(asked: CountAsked, scope: Scope, tally: Tally, number: float | None, best: Sequence[Group]) -> str:
    """The first line of the answer."""
    if number is None:
        return f"Nothing to work out: there are no {of_words(asked, scope)}."
    if best:
        return _extreme_lead(asked, scope, best)
    if asked.subject.lasts:
        return _time_lead(asked, scope, tally, number)
    if asked.measure is Measure.AVERAGE:
        return f"{number_words(number)} on average: {asked_words(asked, scope)}."
    return _number_lead(asked, scope, tally, number)


def _number_lead(asked: CountAsked, scope: Scope, tally: Tally, number: float) -> str:
    hits, of = how_many(asked, tally.hits), how_many(asked, tally.of)
    conditions = listed(condition_words(asked, scope))
    if not conditions:
        counted = of_words(asked, scope) if asked.subject is Subject.AUTHORITIES else _counted(asked, scope)
        return f"{hits:,} {of_one(counted, hits)}."
    share = f"{number_words(round(100 * hits / of, 1))}%" if of else ""
    counted = f"{hits:,} of {of:,} {_counted(asked, scope)}{f' ({share})' if share else ''}"
    if asked.measure is Measure.SHARE:
        counted = f"{share} of {_counted(asked, scope)} ({hits:,} of {of:,})"
    took = _took(tally.hits) if asked.timed else ""
    return f"{counted} {of_one(conditions, hits)}.{took}"


def _took(hits: Sequence[Hit]) -> str:
    amounts = [hit.amount for hit in hits if hit.amount is not None]
    if not amounts:
        return ""
    return f" It took {days_words(round(mean(amounts), 1))} on average; the median is {days_words(median(amounts))}."


def _time_lead(asked: CountAsked, scope: Scope, tally: Tally, number: float) -> str:
    if len(tally.hits) == 1:
        return f"{tally.hits[0].record.place}: {days_words(number)} {_from_to(asked)}."
    among = f"{len(tally.hits):,} {_measured(asked, scope)}"
    amounts = [hit.amount for hit in tally.hits if hit.amount is not None]
    if asked.measure in (Measure.LONGEST, Measure.SHORTEST):
        who = listed(sorted({hit.record.place for hit in tally.hits if hit.amount == number}))
        return f"{who}: {days_words(number)} {_from_to(asked)}, the {asked.measure.value} of {among}."
    if asked.measure is Measure.MEDIAN:
        told = f"A median of {days_words(number)} (average {days_words(round(mean(amounts), 1))})"
    else:
        told = f"{days_words(number)} on average (median {days_words(median(amounts))})"
    return f"{told} {_from_to(asked)}, over {among}."


def _extreme_lead(asked: CountAsked, scope: Scope, best: Sequence[Group]) -> str:
    what = "most" if asked.extreme is Extreme.MOST else "fewest"
    if asked.measure is Measure.SHARE or asked.subject.lasts:
        what = "highest" if asked.extreme is Extreme.MOST else "lowest"
    unit = "%" if unit_of(asked) == "%" else f" {of_one(unit_of(asked), int(best[0].number))}"
    each = " each" if len(best) > 1 else ""
    of = f" of {best[0].of:,}" if len(best) == 1 and unit == "%" else ""
    which = f"{listed([group.label for group in best])}: {number_words(best[0].number)}{unit}{of}{each}, the {what}"
    return f"{which} ({asked_words(asked, scope)})."


def _counted(asked: CountAsked, scope: Scope) -> str:
    if asked.subject is Subject.AUTHORITIES:
        return f"authorities{place_words(asked, scope)}"
    return paper_words(asked, scope)


def _measured(asked: CountAsked, scope: Scope) -> str:
    place, when = place_words(asked, scope), time_words(asked, scope)
    if asked.subject is Subject.MOVES:
        later = f", the later inspection{when}" if when else ""
        history = asked.histories[0]
        area = "" if history.area is Area.OVERALL else f" for {history.area.label}"
        return f"authorities{place} that {move_words(history, area)}{later}"
    if asked.subject is Subject.GAPS:
        later = f", the later{when}" if when else ""
        return f"{things(asked)}{place} that follow another of the same authority{later}"
    return f"{things(asked)}{place}{when}"


def _from_to(asked: CountAsked) -> str:
    match asked.subject:
        case Subject.PUBLICATION:
            paper = "letter" if "visit" in thing(asked) else "report"
            return f"from the last day of {thing(asked)} to the publication of its {paper}"
        case Subject.MOVES if asked.published:
            return "from the publication of the one report to that of the other"
        case Subject.MOVES:
            return "from the last day of the one inspection to the last day of the other"
        case _:
            return "from the last day of one to the last day of the next"


def of_one(words: str, number: int) -> str:
    """Words about several, of one where it is one."""
    if number != 1:
        return words
    for several, one in _OF_ONE:
        words = re.sub(rf"\b{several}\b", one, words)
    return re.sub(
        r"^authorities\b", "authority", re.sub(r"^((?:\w+ )*?)(inspection|visit|document)s\b", r"\1\2", words)
    )
