"""Facts that a question asks for by name: grades, dates, inspectors. The catalogue holds them with the words on the page."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from index import Index, Record, SearchResult
from ingest import Area, Fact, Grade, Judgement, Passage
from ingest.dates import day_words
from qa.question import OF_OFSTED, FactsAsked, read_facts_asked

_LONGEST = 12  # documents of which facts are told one by one
_AREA_WORDS = {Area.IN_CARE: "Children in care"}
_TOGETHER = "Children in care and care leavers"


@dataclass(frozen=True)
class Told:
    """A fact in words, and characters `start:end` of the passage that bear it out; with the judgement, where it is one."""

    text: str
    result: SearchResult
    start: int
    end: int
    judgement: Judgement | None = None

    @property
    def quote(self) -> str:
        """The words that bear it out."""
        return self.result.passage.text[self.start : self.end]


@dataclass(frozen=True)
class _Wanted:
    """A fact in words, and where a document bears it out."""

    text: str
    words: str
    page: int
    judgement: Judgement | None = None


def facts_asked_for(index: Index, question: str, inside: Sequence[Record]) -> list[Told]:
    """The facts that a question asks for by name, of each document inside its scope, with the passage behind each.

    Nothing where the question is about more documents than can be told one by one.
    """
    if len(inside) > _LONGEST:
        return []
    asked = read_facts_asked(question, {record.authority for record in inside if record.authority})
    told = []
    for record in inside:
        wanted = list(_wanted(asked, record))
        passages = index.catalogue.document_passages(record.id) if wanted else []
        for one in wanted:
            stored = next((held for held in passages if _bears(held.passage, one.words, one.page)), None)
            if stored:
                result = SearchResult(stored.id, record, stored.passage, 1.0, 1.0, 0.0)
                told.append(Told(one.text, result, *_place(stored.passage, one), one.judgement))
    return told


def _wanted(asked: FactsAsked, record: Record) -> Iterator[_Wanted]:
    """The facts of a document that are asked for."""
    if asked.grades:
        for judgement in _judgements_of(asked, record):
            yield _Wanted(_verdict(asked, judgement, record), judgement.words, judgement.page, judgement)
    inspected = next((fact for fact in record.facts if fact.name == "inspected" and fact.page), None)
    lead = next((fact for fact in record.facts if fact.name == "lead inspector" and fact.page), None)
    if asked.lead and lead:
        yield _of_fact(lead, f"Lead inspector: {lead.value}")
    if asked.team or (asked.lead and not lead):
        yield from _team(record, lead)
    if asked.inspected and inspected:
        yield _of_fact(inspected, f"Inspected: {_period_words(record)}")
    if asked.published and record.published and (record.kind in OF_OFSTED or not asked.of_ofsted):
        yield from _publication(record, record.published, inspected)


def _of_fact(fact: Fact, text: str) -> _Wanted:
    return _Wanted(text, fact.words, fact.page or 1)


def _team(record: Record, lead: Fact | None) -> Iterator[_Wanted]:
    """The inspectors besides the one who led."""
    for fact in record.facts:
        if fact.name == "inspector" and fact.page and not (lead and fact.value in lead.value):
            yield _of_fact(fact, f"Inspector: {fact.value}")


def _publication(record: Record, day: date, inspected: Fact | None) -> Iterator[_Wanted]:
    """The day of publication; where the pages do not print it, that is said, beside the printed dates of inspection."""
    for fact in record.facts:
        if fact.name == "published" and fact.page:
            yield _of_fact(fact, f"Published: {day_words(day)}")
        elif fact.name == "published" and inspected:
            yield _of_fact(inspected, f"Published: {day_words(day)}, by the name of the file; its pages do not say")


def _period_words(record: Record) -> str:
    days = dict.fromkeys(day for day in (record.inspection_start, record.inspection_end) if day)
    return " to ".join(map(day_words, days))


def _judgements_of(asked: FactsAsked, record: Record) -> list[Judgement]:
    held = {judgement.area: judgement for judgement in record.judgements}
    areas = list(asked.areas)
    if Area.CARE_LEAVERS in areas and Area.CARE_LEAVERS not in held:
        areas.append(Area.IN_CARE)  # before 2023 they were judged together
    if not areas:
        borne = [area for area, judgement in held.items() if judgement.grade is asked.assumed]
        areas = [Area.OVERALL, *(held if asked.every else borne)]
    return [held[area] for area in dict.fromkeys(areas) if area in held]


def judgement_words(judgement: Judgement, record: Record | None = None) -> str:
    """Say "Overall effectiveness: good".

    Args:
        record: its document; where that judges care leavers together with children in care, it is said so.
    """
    plain = _AREA_WORDS.get(judgement.area, judgement.area.value.replace("_", " ").capitalize())
    if (
        record
        and judgement.area is Area.IN_CARE
        and all(one.area is not Area.CARE_LEAVERS for one in record.judgements)
    ):
        plain = _TOGETHER
    return f"{plain}: {judgement.grade.value}"


def _verdict(asked: FactsAsked, judgement: Judgement, record: Record) -> str:
    """The judgement; and before it yes or no, where it is asked whether a grade was given."""
    said = judgement_words(judgement, record)
    if asked.claimed is None:
        return said
    return f"{'Yes' if judgement.grade is asked.claimed else 'No'}. {said}"


def _bears(passage: Passage, words: str, page: int) -> bool:
    """True for the passage from which a fact's words were read."""
    return passage.page == page and (words in passage.text or (len(passage.text) > 12 and passage.text in words))


def change_words(told: Sequence[Told]) -> str:
    """How the judgements of one authority's one area moved from report to report, oldest first; nothing where they do not show it."""
    judged = [(one.result.record, one.judgement) for one in told if one.judgement and one.result.record.date]
    areas = {judgement.area for _, judgement in judged}
    authorities = {record.authority for record, _ in judged}
    if len(judged) < 2 or len(areas) != 1 or len(authorities) != 1:
        return ""
    judged.sort(key=lambda one: str(one[0].date))
    best_first = list(Grade)
    first, last = best_first.index(judged[0][1].grade), best_first.index(judged[-1][1].grade)
    moved = "got better" if last < first else "got worse" if last > first else "is where it was"
    steps = " → ".join(f"{one.grade.value} ({day_words(record.date)})" for record, one in judged if record.date)
    return f"{judgement_words(judged[0][1]).split(':')[0]} {moved}: {steps}"


def _place(passage: Passage, one: _Wanted) -> tuple[int, int]:
    """Where a judgement's row stands in its table; of other facts the whole passage, which says what they are."""
    start = passage.text.find(one.words) if one.judgement else -1
    return (start, start + len(one.words)) if start >= 0 else (0, len(passage.text))


def contradicted(question: str, inside: Sequence[Record]) -> list[tuple[Record, Judgement]]:
    """The judgements that speak against a grade which a question takes for granted ("why was X judged inadequate?").

    Empty where it takes none for granted, or where any document inside its scope bears it out: in the areas that it names,
    else in any.
    """
    asked = read_facts_asked(question)
    if asked.assumed is None:
        return []
    for record in inside:
        judged = _judgements_of(asked, record) if asked.areas else record.judgements
        if any(judgement.grade is asked.assumed for judgement in judged):
            return []
    return [(record, judgement) for record in inside for judgement in _judgements_of(asked, record)]
