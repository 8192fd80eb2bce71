"""Years and kinds that no document in scope is of: finds the documents, passages and quotations that speak of them."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from index import Index, PassageScope, Record, SearchResult
from index.lexical import match_phrase
from ingest import Kind
from qa.evidence import Evidence, InspectedFact, StatedFact
from qa.evidence.discussed import EVENTS
from qa.question import ParsedQuestion, Scope
from qa.question.scope import Spoken
from qa.question.topic import OVERVIEW

_MOST_YEARS = 5  # a longer run of years is a span of time, and no inspection's year
_MOST_PASSAGES = 500
_DISCUSSED = ("inspection discussed", "letter discussed")
_OF_OFSTED = re.compile(
    r"\b(?:ofsted|inspect\w*|visit\w*|letters?|reports?|judged|rated|recommendations?|JTAIs?|ILACS)\b", re.I
)
_SENTENCE_END = re.compile(r"(?<=[.;?!])\s+")
_EVENT_NOUN = re.compile(r"\b(?:visits?|inspections?|letters?|reports?|JTAIs?|ILACS)\b", re.I)
# Before a year these tell of what is to come: "by 2024". A year inside a run of years names a plan: "2017-2020".
_TO_COME = r"(?<!\bby )(?<!\bcirca )(?<!\buntil )(?<!\bto )(?<![-–—/£.,\d])"


def settle_spoken(index: Index, scope: Scope, months: Sequence[tuple[int, int]] = ()) -> Scope:
    """Search papers that speak of a year or a kind where no document in the rest of the scope is of it.

    Args:
        months: those that the question names; papers must speak of one of them and not of the year alone.

    Returns:
        The scope with `spoken` in place of the year or the kind; the same scope if documents match it, or if none speaks of it.
    """
    if scope.unknown or not (scope.years or scope.kinds) or scope.held_by(index):
        return scope
    for years, kinds in _missing(scope):
        rest = replace(
            scope,
            years=() if years else scope.years,
            months=() if years else scope.months,
            kinds=() if kinds else scope.kinds,
            pick=None,  # what is spoken of is not among the documents that an ordinal counts
        )
        inside = _not_older(rest.held_by(index), years)
        when = _when(years, months)
        speaking = _by_facts(inside, when, kinds) or _by_passages(index, inside, when, kinds)
        if speaking:
            return replace(rest, spoken=Spoken(years, kinds, tuple(sorted(speaking))))
    return scope


def _missing(scope: Scope) -> Iterator[tuple[tuple[int, ...], tuple[Kind, ...]]]:
    """What may be spoken of: the years, else the kinds, else both."""
    years = scope.years if len(scope.years) <= _MOST_YEARS else ()
    kinds = scope.kinds if all(kind in EVENTS for kind in scope.kinds) else ()
    if years:
        yield years, ()
    if kinds:
        yield (), kinds
    if years and kinds:
        yield years, kinds


def _when(years: Sequence[int], months: Sequence[tuple[int, int]]) -> list[str]:
    """The years as papers print them, or the months: "October 2012"."""
    named = [f"{date(year, month, 1):%B %Y}" for year, month in months if year in years]
    return named or [str(year) for year in years]


def _not_older(records: Iterable[Record], years: Sequence[int]) -> list[Record]:
    """Leave out papers from before those years, which can only speak of what was to come."""
    return [record for record in records if not years or not record.years or max(record.years) >= min(years)]


def _by_facts(records: Sequence[Record], when: Sequence[str], kinds: Sequence[Kind]) -> set[str]:
    """The documents that tell of an inspection, visit or letter of that time and those kinds."""
    events = tuple(EVENTS[kind] for kind in kinds)
    return {
        record.id
        for record in records
        for fact in record.facts
        if fact.name in _DISCUSSED
        and (not events or fact.value.startswith(events))
        and (not when or any(words in fact.value for words in when))
    }


def _by_passages(index: Index, records: Sequence[Record], when: Sequence[str], kinds: Sequence[Kind]) -> set[str]:
    """The documents with a passage that speaks of an inspection of that time, or names one of those kinds, or both."""
    inside = {record.id for record in records}
    terms = [words.lower().split() for words in when] or [EVENTS[kind].lower().split() for kind in kinds]
    query = " OR ".join(map(match_phrase, terms))
    found = [id_ for id_, _ in index.catalogue.match(query, _MOST_PASSAGES, PassageScope(inside))] if inside else []
    return {
        stored.document
        for stored in index.catalogue.passages(found)
        if _speaks_of_time(stored.passage.text, when) and _names_kind(stored.passage.text, kinds)
    }


def with_spoken_topic(parsed: ParsedQuestion) -> ParsedQuestion:
    """Give the topic the words back that name what is spoken of: the papers are searched for them."""
    spoken = parsed.scope.spoken
    named = [*(EVENTS[kind] for kind in spoken.kinds), *map(str, spoken.years)]
    if not named:
        return parsed
    topic = [] if parsed.topic == OVERVIEW else [parsed.topic]
    return replace(parsed, topic=" ".join([*topic, *(name for name in named if name not in parsed.topic)]))


def speaking_results(scope: Scope, results: Sequence[SearchResult]) -> list[SearchResult]:
    """The results that speak of what the scope only has papers speaking of; all of them where none does."""
    spoken = scope.spoken
    speaking = [
        result
        for result in results
        if _speaks_of_time(_with_heading(result), [str(year) for year in spoken.years])
        and (not spoken.kinds or _EVENT_NOUN.search(_with_heading(result)))
    ]
    return speaking or list(results)


def speaking_evidence(scope: Scope, evidence: Sequence[Evidence]) -> list[Evidence]:
    """The quotations that name the year that is spoken of; all of them where none does."""
    return [item for item in evidence if _names_year(item.quote, scope.spoken.years)] or list(evidence)


def speaking_facts(scope: Scope, facts: Sequence[StatedFact]) -> list[StatedFact]:
    """The facts whose own words name the year that is spoken of: a later paper also tells of other years."""
    years = scope.spoken.years
    return [
        fact
        for fact in facts
        if _names_year(fact.evidence.quote, years)
        and (not years or not isinstance(fact.value, InspectedFact) or fact.value.start.year in years)
    ]


def _with_heading(result: SearchResult) -> str:
    return " ".join((*result.passage.headings[-1:], result.passage.text))


def _speaks_of_time(text: str, when: Sequence[str]) -> bool:
    """True if a sentence names one of these times and an inspection, a visit or what they found."""
    return not when or any(
        _OF_OFSTED.search(sentence) and any(_names(sentence, words) for words in when)
        for sentence in _SENTENCE_END.split(text)
    )


def _names_year(text: str, years: Sequence[int]) -> bool:
    return not years or any(_names(text, str(year)) for year in years)


def _names(text: str, when: str) -> bool:
    return bool(re.search(rf"{_TO_COME}\b{when}\b(?![-–—/]\d)", text))


def _names_kind(text: str, kinds: Sequence[Kind]) -> bool:
    return not kinds or any(EVENTS[kind].lower() in text.lower() for kind in kinds)
