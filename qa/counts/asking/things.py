"""Questions that count or list things: authorities, or inspections, visits and documents."""

import re
from collections.abc import Sequence

from ingest import Area
from qa.counts.asking.asked import IN_DOUBT, By, CountAsked, Measure, Subject, Unread
from qa.counts.asking.grades import Condition
from qa.counts.asking.having import read_having
from qa.counts.asking.limits import is_timed
from qa.counts.asking.ranking import Groups
from qa.counts.asking.settling import Settled, settle_of_authorities, settle_of_inspections
from qa.counts.asking.subjects import DIMENSIONS, VALUES, Noun, is_newest, kinds_of
from qa.counts.asking.words import MASKS, Tokens, Word
from qa.question import Scope
from qa.question.grades.words import area_named
from qa.question.scope import LATEST, Course

_IN_A_PLACE = re.compile(rf"\b(?:is|are|was|were)(?: all)?(?: in| from| of)?(?: the)? *{MASKS[Word.PLACE]}", re.I)
_RANKS = (Word.COMMON, Word.RARE, Word.MOST, Word.FEWEST, Word.OFTENEST, Word.BREAKDOWN)
_MAY_DIVIDE = {
    Subject.AUTHORITIES: {By.REGION, By.YEAR, By.GRADE},
    Subject.INSPECTIONS: {By.REGION, By.YEAR, By.GRADE, By.KIND, By.OUTCOME, By.AUTHORITY},
    Subject.VISITS: {By.REGION, By.YEAR, By.KIND, By.TOPIC, By.AUTHORITY},
    Subject.DOCUMENTS: {By.REGION, By.YEAR, By.KIND, By.AUTHORITY},
}


def read_things(
    tokens: Tokens,
    scope: Scope,
    groups: Groups,
    nouns: Sequence[Noun],
    subject: Subject,
    conditions: Sequence[Condition],
) -> CountAsked | Unread:
    """Read what is counted or listed, and which of it.

    Args:
        nouns: all that could be counted, what is counted first.
        conditions: the grades by which it is picked.
    """
    measure = _measure(tokens)
    of_authorities = subject is Subject.AUTHORITIES
    timed, yearly = is_timed(scope), By.YEAR in groups.by
    settled = settle_of_authorities(conditions, timed, yearly) if of_authorities else settle_of_inspections(conditions)
    newest = _newest(tokens, scope, groups, subject, nouns, settled)
    if settled is None or newest is None or (newest and timed):
        return _unread(tokens, IN_DOUBT, Word.GRADES, Word.NOW, Word.NEWEST, Word.TIME)
    area = _area(tokens, groups)
    graded = bool(conditions) or By.GRADE in groups.by
    having = read_having(tokens, scope, nouns, graded) if of_authorities else None
    if isinstance(having, Unread):
        return having
    kinds = (
        having.kinds
        if having
        else kinds_of(subject, scope.kinds, graded, bool(scope.outcomes) or By.OUTCOME in groups.by)
    )
    asked = CountAsked(
        measure,
        subject,
        groups.by,
        groups.extreme,
        settled.judged,
        settled.histories,
        area,
        kinds,
        newest,
        settled.presumed or (newest and not tokens.has(Word.NEWEST, Word.NOW) and not scope.pick),
        having.times if having else None,
        tokens.has(Word.HOW_LONG),
    )
    return _stopped(tokens, scope, asked, nouns) or asked


def _measure(tokens: Tokens) -> Measure:
    if tokens.take(Word.SHARE):
        return Measure.SHARE
    if tokens.has(Word.AVERAGE):
        return Measure.AVERAGE
    counts = tokens.take(Word.HOW_MANY, Word.HOW_OFTEN)
    return Measure.NUMBER if counts or tokens.has(*_RANKS, *DIMENSIONS) else Measure.LIST


def _newest(
    tokens: Tokens, scope: Scope, groups: Groups, subject: Subject, nouns: Sequence[Noun], settled: Settled | None
) -> bool | None:
    """True if only the newest inspection of each authority counts; None if another one in order is meant."""
    if scope.pick not in (None, LATEST):
        return None
    said = [token for token in tokens.of(Word.NEWEST, Word.PAPERS) if is_newest(token)]
    tokens.heed(said)
    if settled and (settled.newest or said):
        return not settled.histories
    dated = is_timed(scope) or By.YEAR in groups.by
    if By.GRADE not in groups.by or dated:
        return False
    if subject is Subject.AUTHORITIES:
        return True
    names_no_inspection = not nouns or nouns[0].token.word in VALUES
    return names_no_inspection and not tokens.has(Word.WAS, Word.RATED)  # "the most common grade" is today's


def _area(tokens: Tokens, groups: Groups) -> Area:
    """The area whose grades make the groups."""
    named = tokens.of(Word.AREA) if By.GRADE in groups.by and not tokens.has(Word.GRADES) else []
    if len(named) != 1:
        return Area.OVERALL
    tokens.heed(named)
    return area_named(named[0].text)


def _stopped(tokens: Tokens, scope: Scope, asked: CountAsked, nouns: Sequence[Noun]) -> Unread | None:
    """What stands in the way of this count; heeds the words that are left where nothing does."""
    subject = asked.subject
    if asked.measure is Measure.LIST and nouns and _asks_for_one(tokens, nouns[0]):
        return Unread()
    if asked.newest and subject is Subject.AUTHORITIES and not asked.graded:
        return _unread(tokens, IN_DOUBT, Word.NEWEST, Word.PAPERS)
    if judgements := _of_which_area(tokens, asked):
        return Unread(judgements, "may be those of overall effectiveness, or those of every area")
    if not set(asked.by) <= _MAY_DIVIDE[subject]:
        return _unread(tokens, "makes no groups of what is counted", *DIMENSIONS, *VALUES)
    if not asked.kinds:
        return _unread(tokens, "names papers that give no grades", Word.PAPERS)
    if asked.measure is Measure.AVERAGE and not _is_average_number(tokens, asked):
        return _unread(tokens, "is no average of something that Kloe counts", Word.AVERAGE)
    if asked.measure is Measure.SHARE and (_IN_A_PLACE.search(tokens.text) or not _has_predicate(scope, asked)):
        return _unread(tokens, "does not say of what", Word.SHARE)
    if asked.judged and subject in (Subject.VISITS, Subject.DOCUMENTS):
        return _unread(tokens, "is no grade of what is counted", Word.GRADES)
    if tokens.has(Word.HOW_OFTEN) and not (scope.authorities or asked.judged):
        return _unread(tokens, "does not say of which authority", Word.HOW_OFTEN)
    stopped = _other_nouns(tokens, asked, nouns)
    _heed_the_rest(tokens, scope, asked)
    return stopped


def _of_which_area(tokens: Tokens, asked: CountAsked) -> tuple[str, ...]:
    """Judgements that are counted by themselves, of which no word says for what: "how many inadequate judgements"."""
    if tokens.has(Word.AREA, Word.EVERY_AREA, Word.ANY_AREA) or By.GRADE in asked.by or not tokens.has(Word.GRADES):
        return ()
    nouns = (token.text for token in tokens.of(Word.GRADE_NOUN))
    return tuple(noun for noun in nouns if noun.lower().startswith("judg") or noun.lower().endswith("s"))


def _asks_for_one(tokens: Tokens, noun: Noun) -> bool:
    """True for "what grade did Kent get?" and "what is the report?", which ask for no list."""
    what = any(token.text.lower().endswith("what") for token in tokens.of(Word.WHICH))
    return noun.token.word in VALUES or (what and not noun.token.text.lower().endswith("s"))


def _is_average_number(tokens: Tokens, asked: CountAsked) -> bool:
    tokens.take(Word.AVERAGE, Word.HOW_MANY)
    return asked.by == (By.AUTHORITY,) and asked.extreme is None and tokens.has(Word.HOW_MANY)


def _has_predicate(scope: Scope, asked: CountAsked) -> bool:
    """True if something tells those that are the share from the rest."""
    picked = asked.judged or asked.histories or asked.papers
    return bool(picked or (scope.topics and asked.subject is Subject.VISITS) or scope.outcomes)


def _other_nouns(tokens: Tokens, asked: CountAsked, nouns: Sequence[Noun]) -> Unread | None:
    """A noun that is neither what is counted nor goes with it; heeds those that do."""
    for noun in nouns:
        goes_along = noun.subject in (asked.subject, Subject.AUTHORITIES) or asked.subject is Subject.AUTHORITIES
        of_judged_authorities = (
            noun.subject is Subject.AUTHORITIES
            and asked.subject is not Subject.AUTHORITIES
            and asked.judged
            and not tokens.has(Word.HOW_OFTEN, Word.OFTENEST)
        )
        if not goes_along or of_judged_authorities:
            return Unread((noun.token.text,), IN_DOUBT)
        tokens.heed([noun.token])
    return None


def _heed_the_rest(tokens: Tokens, scope: Scope, asked: CountAsked) -> None:
    """Heed the words that go with what was read."""
    if asked.graded or scope.outcomes:
        tokens.take(Word.RATED, Word.GRADE_NOUN)
    if scope.topics:
        tokens.take(Word.VISIT_TOPIC)
    if scope.outcomes:
        tokens.take(Word.OUTCOME)
    if asked.papers:
        tokens.take(Word.EVER)
    if asked.newest:
        tokens.take(Word.NOW)
    if [history.course for history in asked.histories] == [Course.MOVED] and not asked.judged:
        tokens.take(Word.HOW_LONG)
    tokens.take(Word.GOT)
    tokens.heed(token for token in tokens.of(Word.OR) if _joins_limits(tokens, token.start, token.end))


def _joins_limits(tokens: Tokens, start: int, end: int) -> bool:
    """True for "or" between two places or two times."""
    before, after = tokens.text[:start].rstrip(), tokens.text[end:].lstrip()
    return before[-1:] == after[:1] and after[:1] in (MASKS[Word.PLACE], MASKS[Word.TIME])


def _unread(tokens: Tokens, why: str, *words: Word) -> Unread:
    return Unread(tuple(dict.fromkeys(token.text for token in tokens.of(*words))), why)
