"""What the newest papers say: what needs to improve, the main concerns, strengths, a summary, and how things have moved."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from index import Index, Record, SearchResult, authorities_of
from ingest import Kind, Stance
from qa.answer.composing import cite, number_facts
from qa.answer.finding import facts_first
from qa.answer.leads import coverage_words
from qa.answer.types import Answer
from qa.evidence import (
    Evidence,
    StatedFact,
    Topic,
    TopicSimilarity,
    describe_change,
    find_facts,
    list_sections,
    newest_papers,
    repeats,
    weigh_topic,
    with_sections,
)
from qa.evidence.headlines import Paper, is_prose, read_paper, units_of
from qa.evidence.polarity import blames, praises
from qa.question import Act, FactsAsked, Gist, ParsedQuestion, Purpose
from qa.question.topic import OVERVIEW

_MOST_MOVES = 3  # of them, where a question asks how things moved
_MOST_HEADLINES = 4  # units of one paper's headlines
_MOST_AUTHORITIES = 6
_MOST_PAPERS = 8
_COVERS = 0.6  # share of a topic's weight that an item on it uses
_MEANS = 0.72  # late interaction of a topic and an item on it
_SEND = re.compile(
    r"(?:area )?(?:SEND?|special educational needs(?: and(?:/or)? disabilit(?:y|ies))?)(?: (?:services?|provision"
    r"|arrangements|support|partnership))?",
    re.I,
)
_MOVED = re.compile(
    r"\bsince (?:the|its|their|then|that) |\bsince\b[^.]{0,60}\binspect|\b(?:last|previous) (?:\w+ )?(?:inspection|visit)"
    r"|\b(?:improvements?|improved|improving|progress(?:ed)?|declin(?:e|ed|ing)|deteriorat(?:ed|ion|ing)|stronger|strengthened|sustained"
    r"|transform(?:ed|ation|ing)|built on|worse(?:ned)?|continu(?:e|ed|es) to (?:improve|receive|provide|deliver))\b",
    re.I,
)


def newest_answer(index: Index, question: str, parsed: ParsedQuestion, inside: Sequence[Record]) -> Answer | None:
    """The answer of the newest papers; None where `newest_evidence` gives none."""
    evidence = newest_evidence(index, parsed, inside)
    facts = _grades(index, parsed, evidence)
    citations = cite(index, [*(fact.evidence for fact in facts), *evidence], parsed)
    if not citations:
        return None
    numbered = number_facts(facts, citations)
    quoted = list(dict.fromkeys(citation.record for citation in citations))
    return Answer(
        question,
        parsed.scope,
        tuple(citations),
        tuple(facts_first(facts, list(dict.fromkeys(item.result for item in evidence)))),
        coverage_words(parsed.scope, inside, citations),
        facts=tuple((fact.value, number) for fact, number in numbered),
        lead=describe_change([fact for fact, _ in numbered]) or _lead(parsed, inside, quoted),
    )


def newest_evidence(index: Index, parsed: ParsedQuestion, inside: Sequence[Record]) -> list[Evidence]:
    """The quotations that the newest papers answer with, in the order in which they are read.

    With a topic only the headlines and listed items on it are quoted.

    Returns:
        Empty for any other question, and for one on a topic that headlines and lists do not speak of. Of many authorities
        only what a kind of section lists is quoted, one passage from each document.
    """
    if len(authorities_of(inside)) > _MOST_AUTHORITIES or parsed.intent.purpose is Purpose.WHICH:
        return _of_many(index, parsed, inside)
    if _asks_for_decisions(parsed):
        return newest_decisions(index, inside)
    gist = parsed.intent.gist
    subject = "" if parsed.topic == OVERVIEW else parsed.topic
    if gist is None or (gist is Gist.CHANGE and subject and not _SEND.fullmatch(subject)):
        return []
    records = _papers(parsed, inside, gist)
    if subject and _SEND.fullmatch(subject):
        of_send = [record for record in records if record.kind is Kind.AREA_SEND]
        records, subject = (of_send, "") if of_send else (records, subject)
    papers = [read_paper(index, record) for record in records[:_MOST_PAPERS]]
    if subject:
        return _on(index, subject, papers, gist)
    return [item for paper in papers for item in _told(paper, gist, parsed.intent.stances)]


def _of_many(index: Index, parsed: ParsedQuestion, inside: Sequence[Record]) -> list[Evidence]:
    stances = () if parsed.intent.over_time else parsed.intent.stances
    records = with_sections(index, stances, inside)
    newest = records if parsed.scope.years else [record for record in newest_papers(inside) if record in records]
    return [Evidence.whole(result) for result in list_sections(index, stances, newest, len(authorities_of(inside)))]


def _grades(index: Index, parsed: ParsedQuestion, evidence: Sequence[Evidence]) -> list[StatedFact]:
    """The facts that a question asks for in the papers quoted; the overall grades where it asks how they moved."""
    asked = FactsAsked(grades=True) if parsed.intent.gist is Gist.CHANGE else parsed.intent.facts
    return find_facts(index, asked, list(dict.fromkeys(item.result.record for item in evidence)))


def _lead(parsed: ParsedQuestion, inside: Sequence[Record], quoted: Sequence[Record]) -> str:
    """Which papers are quoted, in words."""
    if len(inside) == 1:
        return "From the one matching document:"
    many = len(authorities_of(quoted)) > 1
    if parsed.scope.years or parsed.scope.pick:
        return f"From {len(quoted):,} of the {len(inside):,} documents searched:"
    if quoted[0].kind is Kind.MINUTES:
        return f"From the newest minutes {'of each council ' if many else ''}that record a decision:"
    return f"From the newest papers{' of each authority' if many else ''}:"


def asks_for_both_sides(parsed: ParsedQuestion) -> bool:
    """True if a question asks how an authority as a whole has moved since an inspection, so that this inspection is read too."""
    return parsed.intent.gist is Gist.CHANGE and parsed.topic == OVERVIEW and bool(parsed.scope.events)


def with_both_sides(parsed: ParsedQuestion) -> ParsedQuestion:
    """The question without "since its last inspection" where that inspection is one side of what is compared."""
    return replace(parsed, scope=replace(parsed.scope, events=())) if asks_for_both_sides(parsed) else parsed


def _papers(parsed: ParsedQuestion, inside: Sequence[Record], gist: Gist) -> list[Record]:
    """The papers to read, newest first: all of those that a question picks by their year or place in the order, else the newest."""
    scope = parsed.scope
    if scope.years or scope.pick or (scope.periods and gist is not Gist.CHANGE):
        named = [record for record in inside if record.kind.of_ofsted]
        return sorted(named, key=lambda record: (-record.day_number, record.id))
    return newest_papers(inside, with_previous=gist is Gist.CHANGE)


def _asks_for_decisions(parsed: ParsedQuestion) -> bool:
    intent = parsed.intent
    return intent.purpose is Purpose.DECISION and intent.act is Act.RESOLVED and parsed.topic == OVERVIEW


def newest_decisions(index: Index, inside: Sequence[Record]) -> list[Evidence]:
    """The decisions of each authority's newest minutes that record one, in their order."""
    newest: dict[str, Record] = {}
    for record in with_sections(index, [Stance.DECISION], inside):
        if record.kind is Kind.MINUTES:
            newest.setdefault(record.place, record)
    return [
        Evidence.whole(SearchResult(stored.id, record, stored.passage))
        for record in newest.values()
        for stored in index.catalogue.document_passages(record.id)
        if stored.passage.stance is Stance.DECISION
    ]


def _told(paper: Paper, gist: Gist, stances: Sequence[Stance]) -> list[Evidence]:
    """What a paper is quoted with for a question that names no subject."""
    listed = [*_all_of(paper.priorities), *(_all_of(paper.to_improve) if stances != (Stance.PRIORITY_ACTION,) else ())]
    if gist is Gist.IMPROVE:
        return listed
    if gist is Gist.CONCERNS:
        return [*_units(paper, (*paper.headlines, *paper.discussed), blames), *listed]
    if gist is Gist.STRENGTHS:
        return _all_of(paper.strengths) or _units(paper, paper.headlines, praises)
    if gist is Gist.CHANGE:
        return _units(paper, paper.headlines, _moved)[:_MOST_MOVES] or gist_of(paper)[:_MOST_MOVES]
    grades = [Evidence.whole(paper.grades)] if paper.grades else []
    return [*grades, *gist_of(paper), *listed]


def gist_of(paper: Paper) -> list[Evidence]:
    """The first judging words of each of a paper's first headlines; all of a headline that stands alone."""
    first = [units_of(result) for result in paper.headlines[:_MOST_HEADLINES]]
    if len(first) == 1:
        return first[0][:_MOST_HEADLINES]
    return [next((unit for unit in units if blames(unit.quote) or praises(unit.quote)), units[0]) for units in first]


def _units(paper: Paper, results: Sequence[SearchResult], wanted: Callable[[str], bool]) -> list[Evidence]:
    """The first units of some passages that say what is wanted, one from each and then more."""
    units = [[unit for unit in units_of(result) if wanted(unit.quote)] for result in results]
    turns = [unit for depth in range(_MOST_HEADLINES) for found in units for unit in found[depth : depth + 1]]
    chosen = turns[:_MOST_HEADLINES]
    return [unit for found in units for unit in found if unit in chosen]


def _moved(text: str) -> bool:
    return bool(_MOVED.search(text))


def _all_of(results: Sequence[SearchResult]) -> list[Evidence]:
    """A list whole; of a long section in prose, the first words of its first paragraphs."""
    if is_prose(results):
        return [units_of(result)[0] for result in results[:_MOST_HEADLINES]]
    return [Evidence.whole(result) for result in results]


def _on(index: Index, subject: str, papers: Sequence[Paper], gist: Gist) -> list[Evidence]:
    """What the papers' headlines and lists say of a subject, in the direction asked; of a visit on the subject, all of it."""
    topic = weigh_topic(index, subject)
    on: list[Evidence] = []
    for paper in papers:
        if any(topic.coverage(visited.label) >= _COVERS for visited in paper.record.visit_topics):
            on += _told(paper, gist, ())
            continue
        candidates = _candidates(paper, gist)
        similarity = TopicSimilarity(index, subject, [item.result for item in candidates])
        kept = [item for item in candidates if _is_on(topic, similarity, item)]
        on += [item for item in kept if not any(repeats(item, other) for other in on)]
    return on


def _candidates(paper: Paper, gist: Gist) -> list[Evidence]:
    """The units of a paper that may answer with a subject: its headlines in the direction asked, and what it lists."""
    listed = [*paper.priorities, *paper.to_improve]
    headlines = [unit for result in (*paper.headlines, *paper.discussed) for unit in units_of(result)]
    if gist is Gist.STRENGTHS:
        return [*(unit for unit in headlines if praises(unit.quote)), *map(Evidence.whole, paper.strengths)]
    if gist is Gist.SUMMARY:
        return [*headlines, *map(Evidence.whole, (*paper.strengths, *listed))]
    return [*(unit for unit in headlines if blames(unit.quote)), *map(Evidence.whole, listed)]


def _is_on(topic: Topic, similarity: TopicSimilarity, item: Evidence) -> bool:
    if topic.coverage(item.quote) >= _COVERS:
        return True
    return similarity(item.result, item.start, item.end) >= _MEANS
