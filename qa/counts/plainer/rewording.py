"""Puts a question in plainer words, and heeds what it says besides."""

from collections.abc import Iterable
from dataclasses import replace

from index import Record
from qa.counts.asking import CountAsked, Measure, Subject, Unread
from qa.counts.asking.asked import IN_DOUBT
from qa.counts.plainer.clarifying import clarifying
from qa.counts.plainer.histories import histories
from qa.counts.plainer.judging import judging
from qa.counts.plainer.leads import leads
from qa.counts.plainer.papers import papers, visits
from qa.counts.plainer.plain import Plain, Rule
from qa.counts.plainer.times import times
from qa.question.scope import Course
from qa.question.vocabulary import FULL_INSPECTIONS

_NO_REPORT_BEFORE = "asks of the report before what Kloe counts of inspections of children’s services alone"
_RULES: tuple[Rule, ...] = (clarifying, histories, judging, papers, visits, times)


def reword(text: str, records: Iterable[Record]) -> Plain | None:
    """Put a question in plainer words; None if no rule has anything to change.

    Args:
        records: every document, whose lead inspectors may be named.
    """
    plain = leads(Plain(text), records)
    for rule in _RULES:
        plain = rule(plain)
    plain = replace(plain, text=" ".join(plain.text.split()).replace(" ?", "?").replace(" ,", ","))
    return None if plain == Plain(" ".join(text.split())) else plain


def heed(asked: CountAsked, plain: Plain) -> CountAsked | Unread:
    """Heed what was taken out of a question's words; what is counted must be such that it can be said of it."""
    if plain.dated:
        asked = replace(asked, dated=plain.dated)
    if plain.kinds:
        if not set(plain.kinds) <= set(asked.kinds):
            return Unread((), "names kinds of inspection that give no such fact")
        asked = replace(asked, kinds=plain.kinds)
    if plain.lead:
        if asked.subject is not Subject.INSPECTIONS:  # few letters on visits name theirs
            return Unread((plain.lead,), "is a lead inspector, of whom Kloe counts inspections alone")
        asked = replace(asked, lead=plain.lead)
    if plain.next or plain.published:
        return _of_moves(asked, plain)
    return _after_another(asked, plain) if plain.before else asked


def _of_moves(asked: CountAsked, plain: Plain) -> CountAsked | Unread:
    alone = len(asked.histories) == 1 and not asked.judged
    if not alone or asked.histories[0].course is not Course.MOVED or asked.histories[0].negated or plain.before:
        return Unread(("next",) if plain.next else ("publication",), IN_DOUBT)
    if plain.published and not (asked.timed or asked.subject is Subject.MOVES):
        return Unread(("publication",), IN_DOUBT)
    moved = replace(asked.histories[0], next=plain.next)
    return replace(asked, histories=(moved,), published=plain.published)


def _after_another(asked: CountAsked, plain: Plain) -> CountAsked | Unread:
    kinds = tuple(kind for kind in FULL_INSPECTIONS if kind in asked.kinds)
    counts = asked.measure in (Measure.NUMBER, Measure.LIST, Measure.SHARE)
    if asked.subject is not Subject.INSPECTIONS or asked.newest or not kinds or not counts:
        return Unread((), _NO_REPORT_BEFORE)
    return replace(asked, before=plain.before, kinds=kinds)
