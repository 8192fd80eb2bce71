"""Follow-up questions: "and in Plymouth?" keeps from the question before what it does not say itself."""

from collections.abc import Sequence
from dataclasses import replace

from index import Record
from index.lexical import words
from ingest import Kind, VisitTopic
from qa.question.empty_words import NO_TOPIC
from qa.question.follow_ups import wording
from qa.question.follow_ups.carried import scope_words, topic_words
from qa.question.follow_ups.grades_meant import grades_meant
from qa.question.follow_ups.merging import Turn, merge
from qa.question.follow_ups.moments import counts_from_answer
from qa.question.follow_ups.references import Place, References, read_references
from qa.question.follow_ups.times_meant import Time
from qa.question.grades import topics_alone
from qa.question.intent import Gist, Intent, Purpose, Sides
from qa.question.parsed import ParsedQuestion
from qa.question.parser import QuestionParser
from qa.question.scope import Scope
from qa.question.topic import OVERVIEW

_SHORT = 8  # words; a question no longer than this that names no place is about the place named last
# Purposes that a follow-up can state in a few words, about the topic of the question before: "how many?", "who else?".
_OF_THE_SAME_TOPIC = frozenset(
    {
        Purpose.FIGURE,
        Purpose.DECISION,
        Purpose.COUNT,
        Purpose.WHICH,
        Purpose.CHANGE,
        Purpose.COMPARISON,
        Purpose.NEXT_STEP,
    }
)
# "What are the main concerns?" asks for all of them, whatever was asked before.
_OF_ANY_TOPIC = frozenset({Gist.IMPROVE, Gist.CONCERNS, Gist.STRENGTHS})


def follow(
    parser: QuestionParser,
    previous: ParsedQuestion,
    question: str,
    chosen: Scope | None = None,
    quoted: Sequence[Record] = (),
) -> ParsedQuestion:
    """Parse a question that follows another, and keep from that one the parts of scope, topic and intent that it does not name.

    A place, a time or a kind that it names replaces the previous one. A question with its own topic and place keeps nothing.

    Args:
        previous: the question before, as parsed, with what it kept itself.
        chosen: filters that the person has set. They stop the same parts from being kept, but are not put into the result.
        quoted: the documents quoted in the answer before, in order, from which "before that" counts if the question before
            names no time. With neither, such words have no effect.
    """
    chosen = chosen or Scope()
    if wording.is_courtesy(question):
        return replace(previous, text=question)
    begin, opens = wording.opening(question)
    rest = question[begin:]
    references = read_references(rest)
    ours = _whose(references, previous, chosen)
    parsed, again = _parsed(parser, previous, rest or question, references, ours)
    parsed = replace(parsed, text=question)
    alone = not again and not _is_follow_up(rest, opens, references, parsed, previous, chosen)
    if parsed.home != previous.home or (alone and not _means_others(references, previous)):
        return _at_home(parser.parse(question, ours, previous.home), references, chosen)
    turn = Turn(
        parsed.scope,
        references,
        parsed.intent.purpose,
        previous.scope,
        previous.dated,
        chosen,
        quoted,
        previous.home,
        parser.years,
    )
    # "Did other councils have trouble with agency staff?" leaves out the council before, and keeps nothing else.
    if alone:
        turn = replace(turn, previous=Scope(previous.scope.authorities, regions=previous.scope.regions))
    merged = merge(turn)
    kept = scope_words(merged.kept)
    dated = parsed.dated or (previous.dated if merged.scope.years == previous.scope.years else ())
    result = replace(parsed, scope=merged.scope, dated=dated, taken=kept)
    if again:
        return replace(
            result, intent=previous.intent, topic=previous.topic if parsed.topic == OVERVIEW else parsed.topic
        )
    result = _with_subject(result, rest, opens, references, parsed.scope, previous)
    return replace(result, needs_authority=result.needs_authority and not result.scope.names_place)


def _parsed(
    parser: QuestionParser, previous: ParsedQuestion, text: str, references: References, ours: tuple[str, ...]
) -> tuple[ParsedQuestion, bool]:
    """A follow-up's own words as parsed, and whether they ask again with other grades or visits."""
    graded, lead = grades_meant(text, previous.scope)
    spans = (*references.spans, *lead)
    parsed = parser.parse(text, ours, previous.home, spans, references.papers)
    if graded != Scope():
        return replace(parsed, scope=replace(parsed.scope, judged=graded.judged, histories=graded.histories)), True
    if not parsed.scope.names_place and (possessive := wording.with_apostrophe(text)):
        whose = parser.parse(possessive, ours, previous.home)
        parsed = whose if whose.scope.names_place and not (whose.scope.unknown or _has_topic(whose)) else parsed
    if topics := _visits_meant(text, previous):
        scope = replace(parsed.scope, topics=topics, kinds=(Kind.FOCUSED_VISIT,))
        of_visits = previous.topic in (OVERVIEW, _labels(previous.scope.topics))
        return replace(parsed, scope=scope, topic=_labels(topics) if of_visits else previous.topic), True
    return parsed, False


def _labels(topics: Sequence[VisitTopic]) -> str:
    return " and ".join(topic.label for topic in topics)


def _visits_meant(text: str, previous: ParsedQuestion) -> tuple[VisitTopic, ...]:
    """The topics of other visits than those asked about before: "and the ones on the front door?"."""
    of_visits = previous.scope.topics or previous.scope.kinds == (Kind.FOCUSED_VISIT,)
    match = wording.OTHER_VISITS.match(text) if of_visits else None
    return topics_alone(match["topics"]) if match else ()


def counts_from_quoted(previous: ParsedQuestion, question: str) -> bool:
    """True if a question counts from the documents quoted in the answer before: "and before that?", where no time was named."""
    references = read_references(question[wording.opening(question)[0] :])
    if references.document is not None:
        return True
    counts = references.time and references.time not in (Time.ANY, Time.UP_TO_NOW)
    return bool(counts) and counts_from_answer(previous.scope)


def _whose(references: References, previous: ParsedQuestion, chosen: Scope) -> tuple[str, ...]:
    """The authorities that "we", "the council" or "its neighbours" means."""
    if chosen.authorities:
        return chosen.authorities
    if references.ours and previous.home:
        return previous.home
    means_previous = references.place is Place.SAME or references.neighbours or references.ours
    return previous.scope.authorities if means_previous else ()


def _is_follow_up(
    text: str, opens: bool, references: References, parsed: ParsedQuestion, previous: ParsedQuestion, chosen: Scope
) -> bool:
    names_place, has_topic = parsed.scope.names_place, _has_topic(parsed)
    graded = parsed.scope.judged or parsed.scope.histories or parsed.scope.outcomes
    about_all = references.place in (Place.ALL, Place.OTHERS)
    if has_topic and (names_place or about_all or graded):
        return references.compares
    of_council = references.place is Place.SAME or (references.ours and not previous.home)
    if opens or references.refers or (of_council and not names_place):
        return True
    if wording.has_unexplained_pronoun(text):
        return True
    asks_in_full = wording.has_question_word(text) and not wording.may_omit_topic(text)
    if not has_topic and (not asks_in_full or (about_all and not graded)):
        return True
    by_itself = wording.asks_for_definition(text) or parsed.intent.purpose is Purpose.LIBRARY
    needs_no_place = by_itself or about_all or graded or names_place or chosen.names_place
    return not needs_no_place and previous.scope.names_place and len(words(text)) <= _SHORT


def _means_others(references: References, previous: ParsedQuestion) -> bool:
    return references.place is Place.OTHERS and previous.scope.names_place


def _at_home(parsed: ParsedQuestion, references: References, chosen: Scope) -> ParsedQuestion:
    """A question that stands alone; one that names no place is about the council that the person called their own."""
    home = parsed.home
    about_all = references.place in (Place.ALL, Place.OTHERS) or parsed.intent.purpose in (Purpose.WHICH, Purpose.COUNT)
    by_grade = parsed.scope.judged or parsed.scope.histories or parsed.intent.term
    if home and references.ours and parsed.intent.purpose is Purpose.COMPARISON and parsed.scope.authorities:
        scope = replace(parsed.scope, authorities=tuple(dict.fromkeys((*home, *parsed.scope.authorities))))
        return replace(parsed, scope=scope, taken=home)
    if not home or parsed.scope.names_place or chosen.names_place or about_all or by_grade:
        return parsed
    scope = replace(parsed.scope, authorities=home)
    return replace(parsed, scope=scope, needs_authority=False, taken=home)


def _has_topic(parsed: ParsedQuestion) -> bool:
    return parsed.topic != OVERVIEW and bool(set(words(parsed.topic)) - NO_TOPIC)


def _with_subject(
    merged: ParsedQuestion,
    text: str,
    opens: bool,
    references: References,
    named: Scope,
    previous: ParsedQuestion,
) -> ParsedQuestion:
    """Take the topic and the intent of the question before where the follow-up has none of its own."""
    own, before = merged.intent, previous.intent
    areas = () if wording.has_question_word(text) else own.facts.areas
    if areas and before.facts.grades and not named.judged:  # "and care leavers?" after a question for a grade
        facts = replace(before.facts, areas=areas)
        return replace(merged, intent=replace(before, facts=facts), taken=(*merged.taken, *facts.names))
    if references.facts.names:
        return replace(
            merged, intent=Intent(Purpose.FACT, references.facts), topic=" and ".join(references.facts.names)
        )
    by_itself = references.purpose is None and _asks_by_itself(own, opens, named, text)
    if _has_topic(merged) or references.asks_more or by_itself:
        return replace(merged, intent=_with_purpose(own, references))
    words_kept = topic_words(previous.topic, before, previous.scope)
    intent = own if own.purpose in _OF_THE_SAME_TOPIC else before
    return replace(
        merged,
        topic=previous.topic,
        intent=_with_purpose(intent, references),
        not_applied=tuple(dict.fromkeys((*previous.not_applied, *merged.not_applied))),
        taken=(*merged.taken, *words_kept),
    )


def _asks_by_itself(intent: Intent, opens: bool, named: Scope, text: str) -> bool:
    """True for "when was it inspected?"; but "and how did Plymouth do?" and "is it better?" ask again what was asked before."""
    if intent.stances or intent.gist in _OF_ANY_TOPIC or intent.purpose is Purpose.LIBRARY:
        return True
    if (opens and named.names_place) or {"better", "worse"} & set(words(text)):
        return False
    return bool(intent.facts.names)


def _with_purpose(intent: Intent, references: References) -> Intent:
    """The intent with the purpose that the references give it."""
    purpose = references.purpose or (Purpose.FINDING if references.asks_more else None)
    if references.compares:
        return replace(intent, purpose=Purpose.COMPARISON, sides=Sides.PLACES)
    if purpose is None:
        return intent
    return replace(intent, purpose=purpose, over_time=intent.over_time or purpose is Purpose.CHANGE)
