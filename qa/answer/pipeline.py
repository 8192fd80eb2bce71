"""Answers a question from an index in the documents' own words."""

from collections.abc import Sequence
from dataclasses import replace

from index import Index, Record, SearchResult, authorities_of
from index.lexical import words
from index.stages import stage
from qa.answer.composing import cite, number_facts
from qa.answer.deciding import asks_for_a_decision, decisions_first, meeting_fact, meeting_facts
from qa.answer.finding import facts_first, most_to_quote, search, search_to_quote
from qa.answer.leads import coverage_words, lead_words
from qa.answer.messages import (
    no_figure_words,
    none_held_words,
    premise_words,
    remit_words,
    silent_words,
    spoken_words,
    undecided_words,
    unknown_words,
    which_words,
)
from qa.answer.newest import newest_answer, with_both_sides
from qa.answer.selecting import Selected, select
from qa.answer.speaking import speaking_evidence, speaking_facts, speaking_results, with_spoken_topic
from qa.answer.types import Answer, Reason
from qa.evidence import (
    StatedFact,
    describe_change,
    find_contradictions,
    find_facts,
    repeats,
)
from qa.question import ParsedQuestion, Scope, asks_only_for_facts, is_courtesy

_MOST_SPEAKING = 60  # passages read for those that speak of what no document is of
# What minutes would tell, by the name of the fact, for the refusal where none does.
_TOLD = {"mover": "who moved a decision", "seconder": "who seconded a decision", "met": "the day of the meeting"}


def answer_without_words(question: str) -> Answer | None:
    """The refusal of a question that has no words; None if it has some."""
    return None if words(question) else _decline(question, Scope(), Reason.NO_QUESTION, "Ask a question in words.")


def answer_parsed(index: Index, question: str, parsed: ParsedQuestion) -> Answer:
    """Answer a parsed question, or decline it."""
    if is_courtesy(question):
        return _decline(
            question, Scope(), Reason.NO_QUESTION, "There is nothing to answer in this. Ask another question."
        )
    parsed = with_both_sides(with_spoken_topic(parsed))
    intent, scope, records = parsed.intent, parsed.scope, index.catalogue.records()
    if not records:
        return _decline(question, scope, Reason.NO_DOCUMENT, "The index is empty: run `kloe index FOLDER` first.")
    if scope.unknown:
        return _decline(question, scope, Reason.UNKNOWN_AUTHORITY, unknown_words(scope))
    held = tuple(sorted(authorities_of(records)))
    if parsed.needs_authority and not scope.names_place and len(held) > 1:
        return replace(_decline(question, scope, Reason.WHICH_AUTHORITY, which_words(held)), choices=held)
    if intent.outside:
        return _decline(question, scope, Reason.OUT_OF_REMIT, remit_words(intent.outside))
    inside = scope.held_by(index)
    if not inside:
        return _decline(question, scope, Reason.NO_DOCUMENT, none_held_words(scope, records))
    if not scope.spoken.years:  # papers that speak of a year judge and list what they found in another
        if contradictions := find_contradictions(intent.facts, inside):
            return _decline(question, scope, Reason.PREMISE, premise_words(contradictions))
        if newest := newest_answer(index, question, parsed, inside):
            return newest
    facts = speaking_facts(scope, find_facts(index, intent.facts, inside)) + meeting_facts(index, intent, inside)
    results = _read(index, parsed, inside, facts)
    if (asked := meeting_fact(intent)) and not facts:
        return _silent(question, scope, undecided_words(scope, inside, _TOLD[asked]), results)
    if asks_for_a_decision(intent) and not results:
        return _silent(
            question, scope, undecided_words(scope, inside, "a decision"), search_to_quote(index, parsed, inside)
        )
    return _answer_from_results(index, question, parsed, inside, facts, results)


def _read(
    index: Index, parsed: ParsedQuestion, inside: Sequence[Record], facts: Sequence[StatedFact]
) -> list[SearchResult]:
    """The passages to quote from, best first, with those of the facts before all others."""
    limit = most_to_quote(inside)
    found = search(index, parsed, inside, _MOST_SPEAKING if parsed.scope.spoken.documents else limit)
    speaking = speaking_results(parsed.scope, decisions_first(index, parsed, inside, limit, found))
    return facts_first(facts, speaking)[:limit]


def _answer_from_results(
    index: Index,
    question: str,
    parsed: ParsedQuestion,
    inside: Sequence[Record],
    facts: Sequence[StatedFact],
    results: Sequence[SearchResult],
) -> Answer:
    """The answer that the results give, facts first; or the refusal that they give none."""
    scope = parsed.scope
    for_facts = list(dict.fromkeys(fact.evidence for fact in facts))
    only_facts = facts and (meeting_fact(parsed.intent) or asks_only_for_facts(parsed.topic))
    with stage("choose"):
        selected = Selected() if only_facts else select(index, parsed, results, inside)
    if selected.no_figure and not facts:
        return _silent(question, scope, no_figure_words(scope, inside), results)
    evidence = [
        item
        for item in speaking_evidence(scope, selected.evidence)
        if not any(repeats(item, fact) for fact in for_facts)
    ]
    citations = cite(index, [*for_facts, *evidence], parsed)
    near = cite(index, speaking_evidence(scope, selected.near), parsed, after=len(citations))
    citations += [replace(citation, near=True) for citation in near]
    if not citations:
        return _silent(question, scope, silent_words(scope, inside), results)
    numbered = number_facts(facts, citations)
    change = describe_change([fact for fact, _ in numbered]) if parsed.intent.over_time else ""
    return Answer(
        question,
        scope,
        tuple(citations),
        selected.ranked or tuple(results),
        coverage_words(scope, inside, citations),
        facts=tuple((fact.value, number) for fact, number in numbered),
        lead=_lead(scope, change if numbered else lead_words(inside, citations, parsed.intent.measure)),
        otherwise=tuple(cite(index, selected.otherwise, parsed, after=len(citations))),
    )


def _lead(scope: Scope, lead: str) -> str:
    """The first line, after what is said of a year or a kind that papers only speak of."""
    return " ".join(filter(None, (spoken_words(scope), lead)))


def _silent(question: str, scope: Scope, explanation: str, results: Sequence[SearchResult]) -> Answer:
    """The refusal of a question that the documents do not answer, with the nearest passages."""
    explanation = " ".join(filter(None, (spoken_words(scope), explanation)))
    return replace(_decline(question, scope, Reason.SILENT, explanation), results=tuple(results))


def _decline(question: str, scope: Scope, reason: Reason, explanation: str) -> Answer:
    return Answer(question, scope, (), (), "", reason, explanation)
