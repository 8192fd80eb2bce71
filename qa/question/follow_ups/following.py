"""Follow-up questions: what one leaves unsaid ("and in Plymouth?") is taken over from the question before it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from index.lexical import STOPWORDS, words
from qa.question.facts import asked_for, of_another_area
from qa.question.follow_ups.restating import Restated, is_about_nothing_named, restate
from qa.question.parser import QuestionParser
from qa.question.scope import ParsedQuestion, Scope
from qa.question.topic import OVERVIEW

_SHORT = 8  # words up to which a question that names no place is taken to ask about the last one
# What alone is no topic: "has it improved?", "was that the same in Kent?", "which councils had this finding?"
_NO_TOPIC = frozenset(
    """again anything area areas authorities authority better both case change changed changes common compare compared
    compares comparison concern concerns council councils country detail details differ different elsewhere england
    everyone everything everywhere example examples fare fared finding findings good happen happened improve improved
    improvement information inspection inspections issue issues la las like monitoring nationally place places please problem
    problems question report reports rest similar situation solved something sorry still summary thanks thing things true
    typical unusual visit visits weakness widespread worse year years""".split()
)


@dataclass(frozen=True)
class Followed:
    """A question with what it leaves unsaid taken over.

    Attributes:
        parsed: the question taken apart; where its topic is taken over, its text is that of the question before.
        taken: what was taken over, in words: "Devon", "2022", "management oversight". Empty for a question of its own.
    """

    parsed: ParsedQuestion
    taken: tuple[str, ...] = ()


def follow(
    parser: QuestionParser,
    previous: ParsedQuestion,
    question: str,
    chosen: Scope | None = None,
    read: Sequence[int] = (),
) -> Followed:
    """Take a question apart as one that follows another, and take over the scope and the topic that it leaves unsaid.

    A place, a year or a kind that it names takes the place of the previous one's. A question with a topic and a place of
    its own takes over nothing.

    Args:
        previous: the question before, taken apart, with what it took over itself.
        chosen: filters that a person set; what they say is not taken over. They are not yet put in the scope given back.
        read: the years of the documents that the answer before quotes: what "before that" counts from where the question
            before names no year. Without either, such words mean nothing.
    """
    chosen = chosen or Scope()
    said = restate(question, previous.scope.years or tuple(read), previous.scope.authorities)
    own = chosen.authorities or (previous.scope.authorities if said.council else ())
    now = parser.parse(said.plain, own)
    if not _is_follow_up(said, now, previous.scope, chosen):
        return Followed(now)
    now = parser.parse(said.whole, own)
    scope, taken = _take_scope(said, now.scope, previous.scope, chosen)
    if _has_topic(now) or said.else_ or _asks_for_a_fact(said, now):
        return _with_own_topic(said, replace(now, scope=scope), previous, taken)
    topic = _topic_words(previous)
    return Followed(ParsedQuestion(previous.text, scope, previous.topic), (*taken, *topic))


def counts_from_read(previous: ParsedQuestion, question: str) -> bool:
    """True where a question counts from the years of what the answer before quotes: "and before that?" after no year."""
    return not previous.scope.years and restate(question, (2000,)) != restate(question, ())


def _is_follow_up(said: Restated, now: ParsedQuestion, was: Scope, chosen: Scope) -> bool:
    if _has_topic(now) and (_names_place(now.scope) or said.anywhere or now.scope.judged):
        return said.compares
    if (
        said.opens
        or said.refers
        or (said.council and not _names_place(now.scope))
        or is_about_nothing_named(said.plain)
    ):
        return True
    if not _has_topic(now) and (not said.asks or said.in_part or (said.anywhere and not now.scope.judged)):
        return True
    is_open = not (said.defines or said.anywhere or now.scope.judged or _names_place(now.scope) or _names_place(chosen))
    return is_open and _names_place(was) and len(words(said.plain)) <= _SHORT


def _names_place(scope: Scope) -> bool:
    return bool(scope.authorities or scope.regions or scope.without or scope.unknown)


def _has_topic(parsed: ParsedQuestion) -> bool:
    return parsed.topic != OVERVIEW and bool(set(words(parsed.topic)) - STOPWORDS - _NO_TOPIC)


def _asks_for_a_fact(said: Restated, now: ParsedQuestion) -> bool:
    """True for "when was it?"; "and how did Plymouth do?" and "is it better?" ask what was asked before."""
    if (said.opens and _names_place(now.scope)) or {"better", "worse"} & set(words(now.text)):
        return False
    return bool(asked_for(now.text, now.scope.authorities))


def _take_scope(said: Restated, now: Scope, was: Scope, chosen: Scope) -> tuple[Scope, list[str]]:
    """The scope with what is left unsaid taken over, and what that is in words."""
    taken = Scope()
    scope = replace(now, latest=now.latest or said.last_before)
    if said.compares:
        taken = replace(taken, authorities=was.authorities)
    elif said.others:
        taken = replace(taken, without=(*was.authorities, *was.regions))
    elif not (_names_place(now) or said.anywhere or chosen.authorities or chosen.regions):
        taken = Scope(was.authorities, without=was.without, unknown=was.unknown, regions=was.regions)
        taken = replace(taken, neighbours_of=was.neighbours_of)
    if not (scope.years or scope.latest or said.any_year or chosen.years or chosen.latest):
        taken = replace(taken, years=was.years, months=was.months, latest=was.latest)
    if not (now.kinds or chosen.kinds):
        taken = replace(taken, kinds=was.kinds)
    if not (now.judged or chosen.judged):
        taken = replace(taken, judged=was.judged)
    return _joined(taken, scope), _scope_words(taken)


def _joined(taken: Scope, said: Scope) -> Scope:
    """Both scopes as one: of what both name, first what was taken over."""
    return Scope(
        authorities=tuple(dict.fromkeys((*taken.authorities, *said.authorities))),
        years=taken.years or said.years,
        months=taken.months or said.months,
        kinds=taken.kinds or said.kinds,
        without=taken.without or said.without,
        unknown=taken.unknown or said.unknown,
        regions=taken.regions or said.regions,
        neighbours_of=taken.neighbours_of or said.neighbours_of,
        judged=taken.judged or said.judged,
        latest=taken.latest or said.latest,
    )


def _scope_words(taken: Scope) -> list[str]:
    """Name each part of a scope as a person would."""
    near = Scope(taken.authorities, neighbours_of=taken.neighbours_of)
    places = [str(near)] if taken.neighbours_of else list(taken.authorities)
    without = [f"other than {' and '.join(taken.without)}"] if taken.without else []
    parts = [Scope(years=taken.years, months=taken.months), Scope(kinds=taken.kinds), Scope(judged=taken.judged)]
    newest = ["newest only" if taken.kinds else "newest inspection"] if taken.latest else []
    return [*places, *taken.regions, *taken.unknown, *without, *(str(part) for part in parts if str(part)), *newest]


def _with_own_topic(said: Restated, now: ParsedQuestion, previous: ParsedQuestion, taken: Sequence[str]) -> Followed:
    """Keep its own topic; "and care leavers?" after a question for a grade asks for the grade of care leavers."""
    own = previous.scope.authorities
    graded = None if said.asks else of_another_area(previous.text, said.whole, own)
    if graded is None:
        return Followed(now, tuple(taken))
    return Followed(replace(now, text=graded), (*taken, *asked_for(graded, own)))


def _topic_words(previous: ParsedQuestion) -> tuple[str, ...]:
    """The topic that is taken over, in words; of a question for a fact, the fact's name."""
    facts = () if previous.scope.judged else asked_for(previous.text, previous.scope.authorities)
    return facts or ((previous.topic,) if previous.topic != OVERVIEW else ())
