"""Reads what a question asks to be counted; a word that has no place in it stands in the way."""

from collections.abc import Sequence
from dataclasses import replace

from qa.counts.asking.asked import IN_DOUBT, By, CountAsked, Dated, Subject, Unread
from qa.counts.asking.grades import Condition, read_grades
from qa.counts.asking.lasting import asks_how_long, read_lasting
from qa.counts.asking.limits import is_timed, unready
from qa.counts.asking.ranking import Groups, read_groups
from qa.counts.asking.subjects import Noun, nouns_of
from qa.counts.asking.things import read_things
from qa.counts.asking.words import Tokens, Word
from qa.question import ParsedQuestion, Scope
from qa.question.scope import History, Judged
from qa.question.vocabulary import FULL_INSPECTIONS

_ASKS = (Word.HOW_MANY, Word.HOW_OFTEN, Word.HOW_LONG, Word.LIST, Word.WHICH, Word.SHARE, Word.AVERAGE, Word.MEDIAN)
_RANKS = (Word.LONGEST, Word.SHORTEST, Word.COMMON, Word.RARE, Word.MOST, Word.FEWEST, Word.BREAKDOWN)
_GROUPED = (
    Word.BY_REGION,
    Word.BY_YEAR,
    Word.BY_GRADE,
    Word.BY_KIND,
    Word.BY_TOPIC,
    Word.BY_OUTCOME,
    Word.BY_AUTHORITY,
)
_VERBS = {Word.INSPECTED: Subject.INSPECTIONS, Word.VISITED: Subject.VISITS, Word.GRADES: Subject.INSPECTIONS}
_BESIDE_EVENTS = (Subject.INSPECTIONS, Subject.VISITS, Subject.DOCUMENTS)
_OF_VALUES = {By.GRADE: Subject.INSPECTIONS, By.OUTCOME: Subject.INSPECTIONS, By.TOPIC: Subject.VISITS}


def read_count(parsed: ParsedQuestion) -> CountAsked | Unread:
    """Read what a question asks to be counted, or what stands in the way."""
    tokens = Tokens(parsed)
    if parsed.intent.term or not (tokens.has(*_ASKS, *_RANKS, *_GROUPED) or _names_things(tokens)):
        return Unread()
    groups = unready(parsed, tokens) or read_groups(tokens)
    if isinstance(groups, Unread):
        return groups
    tokens.take(Word.TIME)
    asked = _read(parsed, tokens, groups)
    if isinstance(asked, Unread):
        return asked
    beside = asked.subject in _BESIDE_EVENTS and not asked.newest and bool(tokens.take(Word.EVENT))
    asked = replace(asked, dated=_dated(tokens), beside=beside)
    left = tokens.unheeded()
    return Unread(left, IN_DOUBT) if left else asked


def _dated(tokens: Tokens) -> Dated:
    """By which of its days a paper is placed in time: by that of its publication if no verb says otherwise."""
    inspected = tokens.take(Word.INSPECTED, Word.VISITED)
    if tokens.has(Word.PUBLISHED):
        if not inspected:
            tokens.take(Word.PUBLISHED)
        return Dated.PUBLISHED
    return Dated.INSPECTED if inspected else Dated.PUBLISHED


def _names_things(tokens: Tokens) -> bool:
    """True for "authorities that were inadequate twice"."""
    start = tokens.telling(0)
    return (
        start < len(tokens.all)
        and tokens.all[start].word in (Word.AUTHORITIES, Word.GRADES)
        and tokens.has(Word.AUTHORITIES)
    )


def _read(parsed: ParsedQuestion, tokens: Tokens, groups: Groups) -> CountAsked | Unread:
    scope = parsed.scope.as_asked()
    if tokens.has(Word.SERVICES_INSPECTIONS) and not scope.kinds:
        scope = replace(scope, kinds=FULL_INSPECTIONS)
    nouns = nouns_of(tokens, scope, [groups.named] if groups.named else [])
    subject = _subject(tokens, nouns) or _OF_VALUES.get(groups.by[0] if groups.by else By.REGION)
    dated = is_timed(scope) or By.YEAR in groups.by
    conditions = read_grades(tokens, subject is Subject.INSPECTIONS, dated)
    if isinstance(conditions, Unread):
        return conditions
    if _misread(scope, conditions):
        return _doubt(tokens, Word.GRADES)
    listed = tokens.take(Word.LIST, Word.WHICH)
    timed = bool(listed) and tokens.has(Word.HOW_LONG)
    if asks_how_long(tokens) and not timed:
        return read_lasting(tokens, groups, conditions, scope.kinds)
    if subject is None:
        return Unread()
    return read_things(tokens, scope, groups, nouns, subject, conditions)


def _subject(tokens: Tokens, nouns: Sequence[Noun]) -> Subject | None:
    """What is counted; where no noun says so, a verb may: "how many times has Kent been inspected?"."""
    if tokens.has(Word.HOW_OFTEN, Word.OFTENEST):
        nouns = [noun for noun in nouns if noun.subject is not Subject.AUTHORITIES]
        verbs = [_VERBS[token.word] for token in tokens.of(*_VERBS)]
        return nouns[0].subject if nouns else verbs[0] if verbs else None
    if not nouns and tokens.has(Word.SHARE) and tokens.has(Word.GRADES):  # "the share of good"
        dated = tokens.has(Word.TIME, Word.BY_YEAR)
        return Subject.INSPECTIONS if dated else Subject.AUTHORITIES
    return nouns[0].subject if nouns else None


def _misread(scope: Scope, conditions: Sequence[Condition]) -> bool:
    """True if the question's scope has a condition on grades that was not read here."""
    steps = {each.of.course for each in conditions if isinstance(each.of, History) and not each.of.grades}
    told = [
        history for history in scope.histories if history.grades or history.course not in steps
    ]  # of whichever area
    stated: tuple[Judged | History, ...] = (*scope.judged, *told)
    read = {Condition(each).of_one_inspection() for each in stated}
    return not read <= {each.of_one_inspection() for each in conditions}


def _doubt(tokens: Tokens, *words: Word) -> Unread:
    return Unread(tuple(token.text for token in tokens.of(*words)), IN_DOUBT)
