"""Reads the intent of a question: which of the purposes it has, and what that purpose needs."""

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest import Stance
from qa.question.intent.changes import asks_what_followed, is_change, is_over_time
from qa.question.intent.comparisons import read_sides
from qa.question.intent.councils import asks_which, read_unit
from qa.question.intent.decisions import read_act
from qa.question.intent.directions import read_direction
from qa.question.intent.facts import asks_only_for_facts, asks_why, read_facts_asked
from qa.question.intent.figures import read_measure
from qa.question.intent.library import asks_what_is_held, read_term
from qa.question.intent.lists import asks_for_section, requested_stances
from qa.question.intent.remit import out_of_remit
from qa.question.intent.types import Direction, Intent, Purpose, Sides
from qa.question.scope import Scope
from qa.question.spans import Span
from qa.question.wording import OPENING

_WANTS_DATE = re.compile(r"\bwhen\b|\bwhat dates?\b|\bdates of\b", re.I)
_WANTS_FIGURE = re.compile(
    r"\bhow (?:many|much|long|often|old)\b|\bpercentage\b|\bproportion\b|%|\bnumber of\b|\brate of\b", re.I
)
_PLACE = "\0"
_AUXILIARY = (
    r"(?:is|are|was|were|do|does|did|has|have|had|can|could|should|will|would|must|isn't|aren't|wasn't|weren't|don't|doesn't"
    r"|didn't|hasn't|haven't|hadn't)"
)
_NOT_AN_ORDER = (
    r"(?!don't (?:include|show|use|give|want|search|quote|tell|bother|leave|exclude|omit|skip|miss|drop"
    r"|ignore|forget|count|limit|stop)\b)"
)
# "Is …", "Devon: was …", "in Devon is …", "I wonder whether …", "…, isn't it?", "true or false: …".
_YES_OR_NO = re.compile(
    rf"^(?:(?:and|so|but|ok|okay)[ ,]+)?(?:(?:in|at|for|by)?[ ,]*(?:the )?{_PLACE}(?: council)?[ ,:–-]+|[^?:–]{{1,60}}?(?::| [–-]) ?)?"
    rf"(?:whether |if )?{_NOT_AN_ORDER}{_AUXILIARY}\b(?!\W*$)|\bwhether\b|^if\b|, (?:{_AUXILIARY} (?:it|they|he|she|there|we)|right|correct"
    r"|yes or no)\W*$|^(?:is it )?true\b|\btrue or false\b"
)
# Asks for the whole, whatever else it names.
_OVERVIEW = re.compile(
    r"\b(?:(?<!case )(?<!file )(?<!plan )summar(?:y|ies)(?! (?:kept|held|written|recorded|on (?:the )?(?:files?"
    r"|records?)))|summari[sz](?:e|ing)|overview|brief(?:ing)?(?: me| us| note| on)|briefing|precis|synopsis"
    r"|run[- ]?down|run through|in (?:a nutshell|brief|short|summary)"
    r"|(?:key|main|headline|big|top|take[- ]?away) (?:messages?|points?|findings?|headlines?|conclusions?|themes?|takeaways?"
    r"|issues|lessons)|headlines|take[- ]?away|the gist|up to speed"
    r"|(?:general|overall|whole|big(?:ger)?|full|complete) (?:picture|story|position)|what (?:should|do|must) (?:i|we"
    r"|members|councillors) (?:need to )?know)\b"
)
_ASKS_WORDS = re.compile(r"\b(?:what|how) (?:did|do|does|has|have) .*\b(?:find|found|say|said|describe|described)\b")
_PAPER_ALONE = re.compile(r"(?:(?:the|our|this|that|its) )?(?:letter|report|inspection|visit)s?", re.I)
_SECTION_DIRECTIONS = {Stance.STRENGTH: Direction.PRAISED}
_DIRECTED = (Purpose.WHICH, Purpose.FINDING, Purpose.LIST, Purpose.YES_OR_NO)


def read_intent(text: str, topic: str, scope: Scope, places: Sequence[Span] = ()) -> Intent:
    """Read what a question asks for.

    Args:
        topic: the words that are left when those of the scope are taken out; empty if none are.
        scope: what the question is confined to.
        places: the spans that name authorities and regions.
    """
    asked = _asked(text, places)
    over_time = is_over_time(text)
    read = Intent(
        facts=read_facts_asked(text, (*scope.authorities, *scope.unknown)),
        measure=read_measure(asked),
        stances=requested_stances(topic),
        act=read_act(asked),
        direction=read_direction(asked),
        sides=read_sides(asked, scope),
        unit=read_unit(asked),
        over_time=over_time,
        wants_date=bool(_WANTS_DATE.search(text)),
        wants_figure=bool(_WANTS_FIGURE.search(text)),
        term=read_term(asked),
        outside=out_of_remit(text) or "",
    )
    return _with_what_it_needs(read.of(_purpose(asked, topic, scope, read)))


def _asked(text: str, places: Sequence[Span]) -> str:
    """The words as their form is read: in small letters, without courtesies, with a mark for each place."""
    letters = list(text)
    for start, end in sorted(set(places), reverse=True):
        letters[start:end] = [_PLACE]
    plain = "".join(letters).lower().replace("’", "'").replace("‘", "'")
    return OPENING.sub("", re.sub(r"\s+", " ", plain).strip())


def _purpose(asked: str, topic: str, scope: Scope, read: Intent) -> Purpose:
    """The purpose; where two fit, the first of these."""
    names_authority = bool(scope.authorities or scope.unknown)
    fits = (
        (Purpose.COUNT, read.unit),
        (Purpose.LIBRARY, read.term or (asks_what_is_held(asked) and not read.act)),
        (Purpose.OVERVIEW, _OVERVIEW.search(asked) and not read.sides),
        (Purpose.WHICH, asks_which(asked, names_authority) or _asks_by_grade(asked, topic, scope)),
        (Purpose.COMPARISON, read.sides),
        (Purpose.DECISION, read.act),
        (Purpose.NEXT_STEP, asks_what_followed(asked)),
        (Purpose.CHANGE, is_change(asked)),
    )
    return next((purpose for purpose, fit in fits if fit), None) or _of_one_place(asked, topic, scope, read)


def _asks_by_grade(asked: str, topic: str, scope: Scope) -> bool:
    """True if a question names no council and no subject, and picks councils by how they were judged."""
    graded = scope.judged or scope.histories or scope.outcomes
    names_papers = scope.kinds or re.search(r"\b(?:inspections?|reports?)\b", asked)
    return bool(graded) and not (scope.authorities or names_papers) and asks_only_for_facts(topic)


def _of_one_place(asked: str, topic: str, scope: Scope, read: Intent) -> Purpose:
    """The purpose of a question that compares and counts nothing."""
    if (read.stances and topic) or asks_for_section(asked, topic):
        return Purpose.LIST
    if _YES_OR_NO.search(asked):
        return Purpose.YES_OR_NO
    if read.measure:
        return Purpose.FIGURE
    if read.facts.names and not asks_why(asked) and not _ASKS_WORDS.search(asked):
        return Purpose.FACT
    if scope.topics and _ASKS_WORDS.search(asked):  # "what did the visits on care leavers find?"
        return Purpose.FINDING
    names_subject = topic and not _PAPER_ALONE.fullmatch(topic)
    return Purpose.FINDING if names_subject or asks_why(asked) else Purpose.OVERVIEW


def _with_what_it_needs(read: Intent) -> Intent:
    """Drop what the purpose does not need."""
    purpose = read.purpose
    direction = read.direction if purpose in _DIRECTED else None
    if purpose is Purpose.LIST and read.stances:
        direction = _SECTION_DIRECTIONS.get(read.stances[0], Direction.CRITICISED)
    return replace(
        read,
        act=read.act if purpose is Purpose.DECISION else None,
        direction=direction,
        sides=read.sides if purpose is Purpose.COMPARISON else None,
        unit=read.unit if purpose is Purpose.COUNT else None,
        measure=None if purpose in (Purpose.COUNT, Purpose.LIBRARY, Purpose.CHANGE) else read.measure,
        over_time=read.over_time or purpose is Purpose.CHANGE or read.sides is Sides.TIMES,
        term=read.term if purpose is Purpose.LIBRARY else "",
    )
