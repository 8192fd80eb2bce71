"""Asks an index a question: `ask`, and `find` for the passages alone."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import zip_longest

from index import Index, Record, SearchResult
from index.catalogue import Catalogue
from index.lexical import words
from ingest import Stance
from qa.answer.composing import cite, is_over_time, mentions, number_facts
from qa.answer.messages import (
    coverage_words,
    lead_words,
    no_figure_words,
    none_held_words,
    premise_words,
    remit_words,
    silent_words,
    unknown_words,
)
from qa.answer.types import Answer, Reason
from qa.evidence.answerability import is_answered, read_signals
from qa.evidence.choosing import OF_MANY, OF_ONE, Evidence, Topic, choose, same, weigh_topic
from qa.evidence.facts import Told, change_words, contradicted, facts_asked_for
from qa.evidence.figures import asks_for_figure, near_figures
from qa.evidence.sections import holding, listed, stances_asked, still_standing
from qa.question import (
    ParsedQuestion,
    QuestionParser,
    Scope,
    asks_only_for_facts,
    follow,
    out_of_remit,
    says_neighbours,
)

_COMPARED = 12  # quotations of a comparison at most, shared by its sides
_READ = 20  # passages whose sentences may be quoted
_READ_OF_MANY = 60
_MANY = 6  # authorities, or documents of one authority, up to which a question compares them side by side
_SPREAD = 2  # results of one document where a question is about many


def parse(
    index: Index,
    question: str,
    chosen: Scope | None = None,
    previous: ParsedQuestion | None = None,
    read: Sequence[int] = (),
) -> ParsedQuestion:
    """Take a question apart; filters that a person chose take the place of what its words say.

    Args:
        previous: the question before, from whose scope and topic a follow-up takes over what it leaves unsaid.
        read: the years of the documents that the answer before quotes.
    """
    records = index.catalogue.records()
    held = frozenset(record.authority for record in records if record.authority)
    years = frozenset(year for record in records for year in record.years)
    parser = _parser(index.catalogue, held, years)
    ours = chosen.authorities if chosen else ()
    parsed = follow(parser, previous, question, chosen, read) if previous else parser.parse(question, ours)
    scope = _with_chosen(parsed.scope, chosen) if chosen else parsed.scope
    return replace(parsed, scope=scope.settle_months(records), topic=index.correct(parsed.topic))


def _with_chosen(said: Scope, chosen: Scope) -> Scope:
    """The scope of a question's words with what a person chose in its place."""
    by_choice = bool(chosen.authorities or chosen.regions) and not _is_beside(said, chosen)
    return replace(
        said,
        authorities=chosen.authorities if by_choice else said.authorities,
        regions=chosen.regions if by_choice else said.regions,
        neighbours_of=() if by_choice else said.neighbours_of,
        without=() if by_choice else said.without,
        unknown=tuple(name for name in said.unknown if says_neighbours(name)) if by_choice else said.unknown,
        years=chosen.years or said.years,
        months=() if chosen.years else said.months,
        kinds=chosen.kinds or said.kinds,
        judged=chosen.judged or said.judged,
        latest=chosen.latest or said.latest,
    )


@lru_cache(maxsize=8)
def _parser(catalogue: Catalogue, held: frozenset[str], years: frozenset[int]) -> QuestionParser:
    return QuestionParser(held, years, catalogue.contains_phrase)


def _is_beside(said: Scope, chosen: Scope) -> bool:
    """True where the chosen authority is the one whose neighbours are asked about, and no place to look in alone."""
    return bool(said.neighbours_of) and set(said.neighbours_of) <= set(chosen.authorities)


def find(
    index: Index, parsed: ParsedQuestion, limit: int = 20, rerank: bool = True, stances: Collection[Stance] = ()
) -> list[SearchResult]:
    """Find the passages for a question inside its scope, best first; spread over documents where it is about many.

    Args:
        rerank: look closer at what was found, by late interaction or the cross-encoder that is set.
        stances: only passages whose section says this of its findings; none for all.
    """
    inside = parsed.scope.documents(index.catalogue.records())
    if not inside or parsed.scope.unknown:
        return []
    if stances:
        return _search(index, parsed, inside, limit, rerank, stances)
    found = _search(index, parsed, inside, limit, rerank)
    return _facts_first(facts_asked_for(index, parsed.text, inside), found)[:limit]


def _facts_first(told: Sequence[Told], found: Sequence[SearchResult]) -> list[SearchResult]:
    """What was found, behind the passages that bear out a fact which the question asks for by name."""
    first = {one.result.id: one.result for one in told}
    return [*first.values(), *(result for result in found if result.id not in first)]


def _search(
    index: Index,
    parsed: ParsedQuestion,
    inside: Sequence[Record],
    limit: int,
    rerank: bool = True,
    stances: Collection[Stance] = (),
) -> list[SearchResult]:
    """Find the passages in the documents that lie `inside` the scope."""
    per_document = _SPREAD if _about_many(inside) else None
    sides = _sides(parsed, inside)
    if len(sides) > 1:  # each side of a comparison gets its share
        rankings = [index.search(parsed.topic, side, limit, rerank=rerank, stances=stances) for side in sides]
        turns = [result for turn in zip_longest(*rankings) for result in turn if result]
        return turns[:limit]
    documents = None if len(inside) == len(index.catalogue.records()) else {record.id for record in inside}
    return index.search(parsed.topic, documents, limit, per_document, rerank, stances=stances)


def _about_many(inside: Sequence[Record]) -> bool:
    return len({record.authority for record in inside}) > _MANY


def _sides(parsed: ParsedQuestion, inside: Sequence[Record]) -> list[set[str]]:
    """What a question compares: the documents of each authority, or each of one authority's where it asks about several years.

    Where a question compares too much to go side by side, there are no sides.
    """
    scope = parsed.scope
    if len(scope.authorities) > 1:
        keys = [(record.id, record.authority) for record in inside]
    elif len(scope.authorities) == 1 and (len(scope.years) > 1 or is_over_time(parsed.text)):
        keys = [(record.id, record.id) for record in inside]
    else:
        return []
    sides: dict[str | None, set[str]] = {}
    for document, side in keys:
        sides.setdefault(side, set()).add(document)
    return list(sides.values()) if len(sides) <= _MANY else []


def ask(
    index: Index,
    question: str,
    chosen: Scope | None = None,
    previous: ParsedQuestion | None = None,
    read: Sequence[int] = (),
) -> Answer:
    """Answer a question in the documents' own words, or decline it with the reason.

    Args:
        chosen: filters that a person set; each takes the place of what the question's words say.
        previous: the question before, which a follow-up goes on from.
        read: the years of the documents that the answer before quotes, `Answer.read`.
    """
    if not words(question):
        return _decline(question, Scope(), Reason.NO_QUESTION, "Ask a question in words.")
    parsed = parse(index, question, chosen, previous, read)
    return replace(answer_parsed(index, question, parsed), parsed=parsed)


def answer_parsed(index: Index, question: str, parsed: ParsedQuestion) -> Answer:
    """Answer a question that is taken apart, or decline it."""
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
    if against := contradicted(parsed.text, inside):
        return _decline(question, scope, Reason.PREMISE, premise_words(against))
    if sections := _sections(index, question, parsed, inside):
        return sections
    told = facts_asked_for(index, parsed.text, inside)
    limit = _READ_OF_MANY if _about_many(inside) else _READ
    results = _facts_first(told, _search(index, parsed, inside, limit))[:limit]
    return _quoted(index, question, parsed, inside, told, results)


def _sections(index: Index, question: str, parsed: ParsedQuestion, inside: Sequence[Record]) -> Answer | None:
    """The answer to a question for all that a kind of section lists; None where it asks for something else."""
    scope = parsed.scope
    stances = () if is_over_time(parsed.text) else stances_asked(parsed.topic)
    held = holding(index, stances, inside)
    read = held if scope.years else still_standing(held)
    results = listed(index, stances, read, len({record.authority for record in inside}))
    citations = cite(index, [Evidence(one, 0, len(one.passage.text), 1.0) for one in results], parsed)
    if not citations:
        return None
    lead = lead_words(inside, citations, len(held))
    return Answer(
        question,
        scope,
        tuple(citations),
        tuple(results),
        coverage_words(scope, inside, citations, len(held)),
        lead=lead if read == held else f"{lead} Quoted is what the newest inspection, and any visit after it, lists.",
    )


def _quoted(
    index: Index,
    question: str,
    parsed: ParsedQuestion,
    inside: Sequence[Record],
    told: Sequence[Told],
    results: Sequence[SearchResult],
) -> Answer:
    """The answer that the results give, facts first; or the refusal that they give none."""
    scope, topic = parsed.scope, weigh_topic(index, parsed.topic)
    facts = list(dict.fromkeys(Evidence(one.result, one.start, one.end, 1.0) for one in told))
    evidence = [] if told and asks_only_for_facts(parsed.topic) else _evidence(index, parsed, topic, results, inside)
    wants_figure = bool(evidence) and not told and asks_for_figure(parsed.text)
    figures = near_figures(index, parsed.text, topic, results) if wants_figure else []
    if wants_figure and not figures:
        return replace(_decline(question, scope, Reason.SILENT, no_figure_words(scope, inside)), results=tuple(results))
    evidence = [item for item in evidence if not any(same(item, fact) for fact in facts)]
    citations = cite(index, [*facts, *evidence], parsed)
    if not citations:
        return replace(_decline(question, scope, Reason.SILENT, silent_words(scope, inside)), results=tuple(results))
    mentioned = len(mentions(index, topic, inside) | {citation.record.id for citation in citations})
    told, numbers = number_facts(told, citations)
    moved = change_words(told) if is_over_time(parsed.text) else ""
    return Answer(
        question,
        scope,
        tuple(citations),
        tuple(results),
        coverage_words(scope, inside, citations, mentioned),
        told=tuple((one.text, number) for one, number in zip(told, numbers, strict=True)),
        lead=moved if told else lead_words(inside, citations, mentioned, figures),
    )


def _evidence(
    index: Index, parsed: ParsedQuestion, topic: Topic, results: Sequence[SearchResult], inside: Sequence[Record]
) -> list[Evidence]:
    """The quotations for a question; none where the best that was found is too far from it."""
    if not is_answered(read_signals(topic, results)):
        return []
    sides = _sides(parsed, inside)
    if len(sides) < 2:
        return choose(index, parsed.text, topic, results, OF_MANY if _about_many(inside) else OF_ONE)
    share = replace(OF_ONE, most=max(2, _COMPARED // len(sides)))
    return [
        evidence
        for side in sides
        for evidence in choose(
            index, parsed.text, topic, [result for result in results if result.record.id in side], share
        )
    ]


def _decline(question: str, scope: Scope, reason: Reason, explanation: str) -> Answer:
    return Answer(question, scope, (), (), "", reason, explanation)
