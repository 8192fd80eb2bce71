"""Answers a question from an index: `ask`, or `answer_parsed` for one that is parsed already."""

from collections.abc import Sequence
from dataclasses import replace

from index import Index, Record, SearchResult, authorities_of
from index.lexical import words
from qa.answer.composing import cite, is_over_time, mentioning, number_facts
from qa.answer.finding import compared_sides, facts_first, is_about_many, search
from qa.answer.leads import coverage_words, lead_words
from qa.answer.messages import (
    no_figure_words,
    none_held_words,
    premise_words,
    remit_words,
    silent_words,
    unknown_words,
)
from qa.answer.parsing import parse
from qa.answer.types import Answer, Reason
from qa.evidence import (
    MANY_AUTHORITIES,
    ONE_AUTHORITY,
    Evidence,
    StatedFact,
    Topic,
    asks_for_figure,
    choose,
    describe_change,
    find_contradictions,
    find_facts,
    find_figures,
    is_answered,
    latest_inspections,
    list_sections,
    read_signals,
    repeats,
    requested_stances,
    weigh_topic,
    with_sections,
)
from qa.question import ParsedQuestion, Scope, asks_only_for_facts, out_of_remit

_COMPARED = 12  # the most quotations in a comparison, shared by its sides
_READ = 20  # passages whose sentences may be quoted
_READ_OF_MANY = 60


def ask(
    index: Index,
    question: str,
    chosen: Scope | None = None,
    previous: ParsedQuestion | None = None,
    quoted_years: Sequence[int] = (),
) -> Answer:
    """Answer a question in the documents' own words, or decline it with the reason.

    Args:
        chosen: filters that a person chose; each overrides what the question's words say.
        previous: the question before, which a follow-up continues from.
        quoted_years: the years of the documents that the previous answer quotes, `Answer.quoted_years`.
    """
    if not words(question):
        return _decline(question, Scope(), Reason.NO_QUESTION, "Ask a question in words.")
    parsed = parse(index, question, chosen, previous, quoted_years)
    return replace(answer_parsed(index, question, parsed), parsed=parsed)


def answer_parsed(index: Index, question: str, parsed: ParsedQuestion) -> Answer:
    """Answer a parsed question, or decline it."""
    scope, records = parsed.scope, index.catalogue.records()
    if not records:
        return _decline(question, scope, Reason.NO_DOCUMENT, "The index is empty: run `kloe index FOLDER` first.")
    if scope.unknown:
        return _decline(question, scope, Reason.UNKNOWN_AUTHORITY, unknown_words(scope))
    if subject := out_of_remit(question):
        return _decline(question, scope, Reason.OUT_OF_REMIT, remit_words(subject))
    inside = scope.documents(records)
    if not inside:
        return _decline(question, scope, Reason.NO_DOCUMENT, none_held_words(scope, records))
    if contradictions := find_contradictions(parsed.text, inside):
        return _decline(question, scope, Reason.PREMISE, premise_words(contradictions))
    if sections := _answer_from_sections(index, question, parsed, inside):
        return sections
    facts = find_facts(index, parsed.text, inside)
    limit = _READ_OF_MANY if is_about_many(inside) else _READ
    results = facts_first(facts, search(index, parsed, inside, limit))[:limit]
    return _answer_from_results(index, question, parsed, inside, facts, results)


def _answer_from_sections(
    index: Index, question: str, parsed: ParsedQuestion, inside: Sequence[Record]
) -> Answer | None:
    """The answer to a question for everything in one kind of section; None if it asks for something else or nothing is found."""
    scope = parsed.scope
    stances = () if is_over_time(parsed.text) else requested_stances(parsed.topic)
    records = with_sections(index, stances, inside)
    latest = records if scope.years else latest_inspections(records)
    results = list_sections(index, stances, latest, len(authorities_of(inside)))
    citations = cite(index, [Evidence(result, 0, len(result.passage.text)) for result in results], parsed)
    if not citations:
        return None
    lead = lead_words(inside, citations, len(records))
    return Answer(
        question,
        scope,
        tuple(citations),
        tuple(results),
        coverage_words(scope, inside, citations, len(records)),
        lead=lead if latest == records else f"{lead} From the latest inspection and later visits:",
    )


def _answer_from_results(
    index: Index,
    question: str,
    parsed: ParsedQuestion,
    inside: Sequence[Record],
    facts: Sequence[StatedFact],
    results: Sequence[SearchResult],
) -> Answer:
    """The answer that the results give, facts first; or the refusal that they give none."""
    scope, topic = parsed.scope, weigh_topic(index, parsed.topic)
    for_facts = list(dict.fromkeys(fact.evidence for fact in facts))
    evidence = [] if facts and asks_only_for_facts(parsed.topic) else _choose(index, parsed, topic, results, inside)
    wants_figure = bool(evidence) and not facts and asks_for_figure(parsed.text)
    figures = find_figures(index, parsed.text, topic, results) if wants_figure else []
    if wants_figure and not figures:
        return replace(_decline(question, scope, Reason.SILENT, no_figure_words(scope, inside)), results=tuple(results))
    evidence = [item for item in evidence if not any(repeats(item, fact) for fact in for_facts)]
    citations = cite(index, [*for_facts, *evidence], parsed)
    if not citations:
        return replace(_decline(question, scope, Reason.SILENT, silent_words(scope, inside)), results=tuple(results))
    mentioned = len(mentioning(index, topic, inside) | {citation.record.id for citation in citations})
    numbered = number_facts(facts, citations)
    change = describe_change([fact for fact, _ in numbered]) if is_over_time(parsed.text) else ""
    return Answer(
        question,
        scope,
        tuple(citations),
        tuple(results),
        coverage_words(scope, inside, citations, mentioned),
        facts=tuple((fact.value, number) for fact, number in numbered),
        lead=change if numbered else lead_words(inside, citations, mentioned, figures),
    )


def _choose(
    index: Index, parsed: ParsedQuestion, topic: Topic, results: Sequence[SearchResult], inside: Sequence[Record]
) -> list[Evidence]:
    """The quotations for a question; empty if the results are too far from it to answer it."""
    if not is_answered(read_signals(topic, results)):
        return []
    sides = compared_sides(parsed, inside)
    if len(sides) < 2:
        selection = MANY_AUTHORITIES if is_about_many(inside) else ONE_AUTHORITY
        return choose(index, parsed.text, topic, results, selection)
    share = replace(ONE_AUTHORITY, most=max(2, _COMPARED // len(sides)))
    return [
        evidence
        for side in sides
        for evidence in choose(
            index, parsed.text, topic, [result for result in results if result.record.id in side], share
        )
    ]


def _decline(question: str, scope: Scope, reason: Reason, explanation: str) -> Answer:
    return Answer(question, scope, (), (), "", reason, explanation)
