"""Parses a question against an index: its scope, with any filters that a person chose, and its topic, spelt as indexed."""

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from index import Index, Record, authorities_of
from index.catalogue import Catalogue
from index.stages import stage
from qa.answer.speaking import settle_spoken
from qa.question import ParsedQuestion, QuestionParser, Scope, follow, says_neighbours


@stage("parse")
def parse(
    index: Index,
    question: str,
    chosen: Scope | None = None,
    previous: ParsedQuestion | None = None,
    quoted: Sequence[Record] = (),
) -> ParsedQuestion:
    """Parse a question.

    Args:
        chosen: filters that a person chose; each overrides what the question's words say.
        previous: the question before, from which a follow-up takes the scope, topic and intent that it leaves unsaid.
        quoted: the documents that the previous answer quotes.
    """
    records = index.catalogue.records()
    authorities = frozenset(authorities_of(records))
    years = frozenset(year for record in records for year in record.years)
    parser = _parser(index.catalogue, authorities, years)
    own = chosen.authorities if chosen else ()
    previous = previous and replace(previous, scope=previous.scope.as_asked())
    parsed = follow(parser, previous, question, chosen, quoted) if previous else parser.parse(question, own)
    scope = _with_chosen(parsed.scope, chosen) if chosen else parsed.scope
    return replace(parsed, scope=settle(index, scope), topic=index.correct(parsed.topic))


def settle(index: Index, scope: Scope) -> Scope:
    """Take a month for the date of an event where no document is of it, and a year or kind for one that papers speak of."""
    return settle_spoken(index, scope.settle_months(index.catalogue.records()), scope.months)


@lru_cache(maxsize=8)
def _parser(catalogue: Catalogue, authorities: frozenset[str], years: frozenset[int]) -> QuestionParser:
    return QuestionParser(authorities, years, catalogue.contains_phrase)


def _with_chosen(worded: Scope, chosen: Scope) -> Scope:
    """The scope that the question's words give, overridden by what a person chose."""
    times = chosen.years or chosen.periods
    by_choice = bool(chosen.authorities or chosen.regions) and not _chose_own_authority(worded, chosen)
    return replace(
        worded,
        authorities=chosen.authorities if by_choice else worded.authorities,
        regions=chosen.regions if by_choice else worded.regions,
        neighbours_of=() if by_choice else worded.neighbours_of,
        without=() if by_choice else worded.without,
        unknown=tuple(name for name in worded.unknown if says_neighbours(name)) if by_choice else worded.unknown,
        years=chosen.years if times else worded.years,
        months=() if times else worded.months,
        kinds=chosen.kinds or worded.kinds,
        judged=chosen.judged or worded.judged,
        topics=chosen.topics or worded.topics,
        outcomes=chosen.outcomes or worded.outcomes,
        pick=chosen.pick or worded.pick,
        periods=chosen.periods if times else worded.periods,
        events=() if times or chosen.pick else worded.events,
        either=() if by_choice or times else worded.either,
    )


def _chose_own_authority(worded: Scope, chosen: Scope) -> bool:
    """True if the chosen authority is the one whose neighbours the question asks about, and so limits nothing."""
    return bool(worded.neighbours_of) and set(worded.neighbours_of) <= set(chosen.authorities)
