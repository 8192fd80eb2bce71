"""Facts that a question asks for by name: grades, dates, inspectors. The catalogue holds each with its words on the page."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from index import Index, Record, SearchResult
from ingest import Area, Fact, Grade, Judgement, Passage, Span
from ingest.dates import day_words
from qa.evidence.fact_values import (
    FactValue,
    InspectedFact,
    InspectorFact,
    JudgedFact,
    MeetingFact,
    PublishedFact,
    area_words,
)
from qa.evidence.units import Evidence
from qa.question import FactsAsked

_MOST_DOCUMENTS = 12  # beyond this, facts are not stated document by document
_SHORTEST_ROW = 12  # characters: a shorter passage may stand in a fact's words by chance


@dataclass(frozen=True)
class StatedFact:
    """A fact that a question asks for, and the evidence for it."""

    value: FactValue
    evidence: Evidence


@dataclass(frozen=True)
class _Source:
    """A fact of a document, with the words it was read from and their page."""

    value: FactValue
    words: str
    page: int


def find_facts(index: Index, asked: FactsAsked, inside: Sequence[Record]) -> list[StatedFact]:
    """Find the facts that a question asks for by name, in each document inside its scope, with the passage behind each.

    Empty where the scope holds too many documents to state facts one by one.
    """
    if len(inside) > _MOST_DOCUMENTS:
        return []
    of_ofsted = any(record.kind.of_ofsted for record in inside)
    facts: list[StatedFact] = []
    for record in inside:
        facts += _stated(index, record, _sources(asked, record, repeats=of_ofsted and not record.kind.of_ofsted))
    return facts


def find_meeting_facts(index: Index, names: Sequence[str], inside: Sequence[Record]) -> list[StatedFact]:
    """Find what the minutes in scope tell of their meetings by these names, with the passage behind each.

    Args:
        names: of facts in the catalogue: "mover", "seconder", "met".

    Empty where too many documents tell them.
    """
    told = {record.id: [fact for fact in record.facts if fact.name in names and fact.page] for record in inside}
    telling = [record for record in inside if told[record.id]]
    if len(telling) > _MOST_DOCUMENTS:
        return []
    return [
        stated
        for record in telling
        for stated in _stated(index, record, (_source(fact, _meeting(record, fact)) for fact in told[record.id]))
    ]


def _meeting(record: Record, fact: Fact) -> MeetingFact:
    day = day_words(record.met) if fact.name == "met" and record.met else fact.value
    return MeetingFact(fact.name, day)


def _stated(index: Index, record: Record, sources: Iterable[_Source]) -> Iterator[StatedFact]:
    """The facts of a document that a passage, or a list on a page, holds."""
    sources = list(sources)
    passages = index.catalogue.document_passages(record.id) if sources else []
    for source in sources:
        stored = next((stored for stored in passages if _holds(stored.passage, source)), None)
        if stored:
            result = SearchResult(stored.id, record, stored.passage)
            yield StatedFact(source.value, Evidence(result, *_quoted_span(stored.passage, source)))
        elif listed := _in_furniture(index, record, source):
            yield StatedFact(source.value, Evidence(listed, 0, len(source.words)))


def _in_furniture(index: Index, record: Record, source: _Source) -> SearchResult | None:
    """The words of a fact that no passage holds, such as a name in the list of inspectors, as they stand on their page."""
    page = next((page for page in index.catalogue.pages(record.id) if page.number == source.page), None)
    start = page.text.find(source.words) if page and source.words else -1
    if start < 0:
        return None
    span = Span(source.page, start, start + len(source.words))
    return SearchResult(f"{record.id}-{source.page}-{start}", record, Passage(source.words, (span,)))


def _sources(asked: FactsAsked, record: Record, repeats: bool) -> Iterator[_Source]:
    """The facts of a document that the question asks for; one that `repeats` only tells of inspections whose papers are held."""
    if asked.grades:
        for judgement in _judgements(asked, record):
            yield _Source(judged_fact(judgement, record, asked.claimed), judgement.words, judgement.page)
    inspected = next((fact for fact in record.facts if fact.name == "inspected" and fact.page), None)
    lead = next((fact for fact in record.facts if fact.name == "lead inspector" and fact.page), None)
    if asked.lead and lead:
        yield _source(lead, InspectorFact(lead.value, led=True))
    if asked.team or (asked.lead and not lead):
        yield from _team(record, lead)
    if asked.inspected and inspected and not repeats and (days := _days_inspected(record)):
        yield _source(inspected, InspectedFact(days[0], days[-1]))
    if asked.published and record.published and (record.kind.of_ofsted or not asked.of_ofsted):
        yield from _publication(record, record.published, inspected)


def _source(fact: Fact, value: FactValue) -> _Source:
    return _Source(value, fact.words, fact.page or 1)


def _team(record: Record, lead: Fact | None) -> Iterator[_Source]:
    """The inspectors besides the lead."""
    for fact in record.facts:
        if fact.name == "inspector" and fact.page and not (lead and fact.value in lead.value):
            yield _source(fact, InspectorFact(fact.value, led=False))


def _publication(record: Record, day: date, inspected: Fact | None) -> Iterator[_Source]:
    """The day of publication; where no page prints it, the printed dates of inspection are quoted with it."""
    for fact in record.facts:
        if fact.name == "published" and fact.page:
            yield _source(fact, PublishedFact(day))
        elif fact.name == "published" and inspected:
            yield _source(inspected, PublishedFact(day, record.beside_text(fact)))


def _days_inspected(record: Record) -> list[date]:
    return [day for day in (record.inspection_start, record.inspection_end) if day]


def _judgements(asked: FactsAsked, record: Record) -> list[Judgement]:
    """A document's judgements of the areas that the question names; if it names none, the overall one and those it means."""
    by_area = {judgement.area: judgement for judgement in record.judgements}
    areas = list(asked.areas)
    if Area.CARE_LEAVERS in areas and Area.CARE_LEAVERS not in by_area:
        areas.append(Area.IN_CARE)  # before 2023 they were judged together
    if not areas:
        assumed = [area for area, judgement in by_area.items() if judgement.grade is asked.assumed]
        areas = [Area.OVERALL, *(by_area if asked.every else assumed)]
    return [by_area[area] for area in dict.fromkeys(areas) if area in by_area]


def judged_fact(judgement: Judgement, record: Record, claimed: Grade | None = None) -> JudgedFact:
    """A judgement of a document as a fact to state.

    Args:
        claimed: the grade that the question asks about.
    """
    areas = {judgement.area for judgement in record.judgements}
    together = judgement.area is Area.IN_CARE and Area.CARE_LEAVERS not in areas
    return JudgedFact(judgement.area, judgement.grade, together, claimed)


def _holds(passage: Passage, source: _Source) -> bool:
    """True for the passage that a fact was read from."""
    words, text = source.words, passage.text
    return passage.page == source.page and (words in text or (len(text) > _SHORTEST_ROW and text in words))


def _quoted_span(passage: Passage, source: _Source) -> tuple[int, int]:
    """What to quote for a fact: a judgement's row of its table; for any other fact the whole passage, which names it."""
    start = passage.text.find(source.words) if isinstance(source.value, JudgedFact) else -1
    return (start, start + len(source.words)) if start >= 0 else (0, len(passage.text))


def describe_change(facts: Sequence[StatedFact]) -> str:
    """Say how one authority's grade for one area moved from report to report, oldest first; empty if the facts do not show it."""
    dated = [(day, fact) for fact in facts if (day := fact.evidence.result.record.date)]
    judged = [(day, fact.value) for day, fact in dated if isinstance(fact.value, JudgedFact)]
    authorities = {fact.evidence.result.record.place for _, fact in dated if isinstance(fact.value, JudgedFact)}
    if len(judged) < 2 or len({value.area for _, value in judged}) != 1 or len(authorities) != 1:
        return ""
    judged.sort(key=lambda dated_value: dated_value[0])
    grades = [value.grade for _, value in judged if isinstance(value.grade, Grade)]
    if len(grades) < len(judged):  # a report card's grades are another scale
        return ""
    first, last = (list(Grade).index(grade) for grade in (grades[0], grades[-1]))
    change = "improved" if last < first else "declined" if last > first else "stayed the same"
    steps = " → ".join(f"{value.grade.value} ({day_words(day)})" for day, value in judged)
    return f"{area_words(judged[0][1].area)} {change}: {steps}"


def find_contradictions(asked: FactsAsked, inside: Sequence[Record]) -> list[tuple[Record, Judgement]]:
    """The judgements that contradict a grade which a question takes for granted ("why was X judged inadequate?").

    Empty where it takes none for granted, or where any document inside its scope gives that grade: in the areas that the
    question names, else in any area.
    """
    if asked.assumed is None:
        return []
    for record in inside:
        judged = _judgements(asked, record) if asked.areas else record.judgements
        if any(judgement.grade is asked.assumed for judgement in judged):
            return []
    return [(record, judgement) for record in inside for judgement in _judgements(asked, record)]
