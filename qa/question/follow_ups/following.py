"""Follow-up questions: "and in Plymouth?" keeps from the question before what it does not say itself."""

from collections.abc import Sequence
from dataclasses import replace

from index.lexical import words
from qa.question.empty_words import NO_TOPIC
from qa.question.facts import read_facts_asked, with_area
from qa.question.follow_ups.restating import Restated, has_unexplained_pronoun, restate
from qa.question.parser import ParsedQuestion, QuestionParser
from qa.question.scope import Scope
from qa.question.topic import OVERVIEW

_SHORT = 8  # words; a question no longer than this that names no place is about the place named last


def follow(
    parser: QuestionParser,
    previous: ParsedQuestion,
    question: str,
    chosen: Scope | None = None,
    quoted_years: Sequence[int] = (),
) -> ParsedQuestion:
    """Parse a question that follows another, and keep from that one the parts of scope and topic that it does not name.

    A place, a year or a kind that it names replaces the previous one. A question with its own topic and place keeps nothing.

    Args:
        previous: the question before, as parsed, with what it kept itself.
        chosen: filters that the person has set. They stop the same parts from being kept, but are not put into the result.
        quoted_years: years of the documents quoted in the answer before, from which "before that" counts if the question before
            names no year. With neither, such words have no effect.
    """
    chosen = chosen or Scope()
    restated = restate(question, previous.scope.years or tuple(quoted_years), previous.scope.authorities)
    ours = chosen.authorities or (previous.scope.authorities if restated.refers_to_council else ())
    parsed = parser.parse(restated.text, ours)
    if not _is_follow_up(restated, parsed, previous.scope, chosen):
        return parsed
    parsed = parser.parse(restated.resolved, ours)
    kept = _kept_scope(restated, parsed.scope, previous.scope, chosen)
    named = replace(parsed.scope, latest=parsed.scope.latest or restated.asks_for_previous)
    scope, kept_words = _joined(kept, named), _scope_words(kept)
    if _has_topic(parsed) or restated.asks_what_else or _asks_for_a_fact(restated, parsed):
        return _with_own_topic(restated, replace(parsed, scope=scope), previous, kept_words)
    return ParsedQuestion(previous.text, scope, previous.topic, (*kept_words, *_topic_words(previous)))


def counts_from_quoted_years(previous: ParsedQuestion, question: str) -> bool:
    """True if a question counts from the years quoted in the answer before: "and before that?", where no year was named."""
    return not previous.scope.years and restate(question, (2000,)) != restate(question, ())


def _is_follow_up(restated: Restated, parsed: ParsedQuestion, previous: Scope, chosen: Scope) -> bool:
    names_place, has_topic = _names_place(parsed.scope), _has_topic(parsed)
    judged = parsed.scope.judged
    if has_topic and (names_place or restated.about_all or judged):
        return restated.asks_to_compare
    if restated.opens_as_follow_up or restated.refers_back or (restated.refers_to_council and not names_place):
        return True
    if has_unexplained_pronoun(restated.text):
        return True
    asks_in_full = restated.has_question_word and not restated.may_omit_topic
    if not has_topic and (not asks_in_full or (restated.about_all and not judged)):
        return True
    needs_no_place = restated.asks_for_definition or restated.about_all or judged or names_place or _names_place(chosen)
    return not needs_no_place and _names_place(previous) and len(words(restated.text)) <= _SHORT


def _names_place(scope: Scope) -> bool:
    return bool(scope.authorities or scope.regions or scope.without or scope.unknown)


def _has_topic(parsed: ParsedQuestion) -> bool:
    return parsed.topic != OVERVIEW and bool(set(words(parsed.topic)) - NO_TOPIC)


def _asks_for_a_fact(restated: Restated, parsed: ParsedQuestion) -> bool:
    """True for "when was it?"; but "and how did Plymouth do?" and "is it better?" ask again what was asked before."""
    if (restated.opens_as_follow_up and _names_place(parsed.scope)) or {"better", "worse"} & set(words(parsed.text)):
        return False
    return bool(read_facts_asked(parsed.text, parsed.scope.authorities).names)


def _kept_scope(restated: Restated, named: Scope, previous: Scope, chosen: Scope) -> Scope:
    """The parts of the previous scope that the question keeps."""
    kept = Scope()
    if restated.asks_to_compare:
        kept = replace(kept, authorities=previous.authorities)
    elif restated.about_others:
        kept = replace(kept, without=(*previous.authorities, *previous.regions))
    elif not (_names_place(named) or restated.about_all or chosen.authorities or chosen.regions):
        kept = Scope(
            previous.authorities,
            without=previous.without,
            unknown=previous.unknown,
            regions=previous.regions,
            neighbours_of=previous.neighbours_of,
        )
    names_time = named.years or named.latest or restated.asks_for_previous or restated.about_any_year
    if not (names_time or chosen.years or chosen.latest):
        kept = replace(kept, years=previous.years, months=previous.months, latest=previous.latest)
    if not (named.kinds or chosen.kinds):
        kept = replace(kept, kinds=previous.kinds)
    if not (named.judged or chosen.judged):
        kept = replace(kept, judged=previous.judged)
    return kept


def _joined(kept: Scope, named: Scope) -> Scope:
    """Join two scopes: the authorities of both, and each other part from the kept one where that has it."""
    return Scope(
        authorities=tuple(dict.fromkeys((*kept.authorities, *named.authorities))),
        years=kept.years or named.years,
        months=kept.months or named.months,
        kinds=kept.kinds or named.kinds,
        without=kept.without or named.without,
        unknown=kept.unknown or named.unknown,
        regions=kept.regions or named.regions,
        neighbours_of=kept.neighbours_of or named.neighbours_of,
        judged=kept.judged or named.judged,
        latest=kept.latest or named.latest,
    )


def _scope_words(kept: Scope) -> list[str]:
    """Name each part of a scope in words."""
    neighbours = Scope(kept.authorities, neighbours_of=kept.neighbours_of)
    places = [str(neighbours)] if kept.neighbours_of else list(kept.authorities)
    without = [f"other than {' and '.join(kept.without)}"] if kept.without else []
    parts = [Scope(years=kept.years, months=kept.months), Scope(kinds=kept.kinds), Scope(judged=kept.judged)]
    latest = ["latest only" if kept.kinds else "latest inspection"] if kept.latest else []
    return [*places, *kept.regions, *kept.unknown, *without, *(str(part) for part in parts if str(part)), *latest]


def _with_own_topic(
    restated: Restated, parsed: ParsedQuestion, previous: ParsedQuestion, kept_words: Sequence[str]
) -> ParsedQuestion:
    """Keep the question's own topic; but "and care leavers?" after a question for a grade asks for their grade."""
    authorities = previous.scope.authorities
    again = None if restated.has_question_word else with_area(previous.text, restated.resolved, authorities)
    if again is None:
        return replace(parsed, taken=tuple(kept_words))
    return replace(parsed, text=again, taken=(*kept_words, *read_facts_asked(again, authorities).names))


def _topic_words(previous: ParsedQuestion) -> tuple[str, ...]:
    """The topic of the question before, in words; if it asks for a fact, the fact's name."""
    facts = () if previous.scope.judged else read_facts_asked(previous.text, previous.scope.authorities).names
    return facts or ((previous.topic,) if previous.topic != OVERVIEW else ())
