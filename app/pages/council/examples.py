"""Questions to try, one for each thing that can be asked, each made from what is held so that the library answers it."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from app.pages.views.record import overall_grade
from index import Index, Record
from ingest import Grade, Kind
from qa.findings import Finding, findings_of

_READ = 6  # inspections, the newest, whose findings examples are made from
_FULL = (Kind.ILACS, Kind.SINGLE)
_WEAK = (Grade.INADEQUATE, Grade.REQUIRES_IMPROVEMENT)
_TOPICS = ("management oversight", "supervision", "caseloads", "care leavers", "early help", "assessments")
_TOLD = {  # what authorities may have been told, by a word that their findings then have
    "caseloads": "Which authorities were told that social workers’ caseloads are too high?",
    "supervision": "Which authorities were told to improve supervision?",
    "oversight": "Which authorities were told to improve management oversight?",
    "plans": "Which authorities were told to improve children’s plans?",
}


@dataclass(frozen=True)
class Example:
    """A question, and what it shows."""

    shows: str
    question: str


@dataclass(frozen=True)
class _Held:
    """What examples are made from: inspections with grades, the newest first, and the findings of the first of them."""

    records: Sequence[Record]
    inspected: Sequence[Record]
    findings: Sequence[Finding] = field(default=())

    def on(self, topic: str, record: Record) -> bool:
        """True if a finding of an inspection that is read names a topic."""
        return any(finding.record == record and topic in finding.evidence.quote.lower() for finding in self.findings)


def examples(index: Index) -> tuple[Example, ...]:
    """Up to eight questions, each on another thing; what the library cannot answer is left out."""
    return _examples(index, index.catalogue.state())


@lru_cache(4)
def _examples(index: Index, _state: str) -> tuple[Example, ...]:
    """The same while the index holds the same documents, which `_state` stands for."""
    records = index.catalogue.records()
    inspected = [record for record in records if record.kind in _FULL and record.authority and record.date]
    inspected.sort(key=lambda record: (-record.day_number, record.id))
    read = _to_read(inspected)
    held = _Held(records, inspected, findings_of(index, read))
    makers = (_topic, _fact, _over_time, _to_improve, _which, _comparison, _count, _decision)
    return tuple(example for make in makers for example in make(held))


def _to_read(inspected: Sequence[Record]) -> list[Record]:
    """The newest inspections, and the one before of the first authority that has two."""
    several = [name for name, count in Counter(record.authority for record in inspected).items() if count > 1]
    both = [record for record in inspected if several and record.authority == several[0]][:2]
    return list(dict.fromkeys([*both, *inspected[:_READ]]))


def _topic(held: _Held) -> Iterator[Example]:
    for topic in _TOPICS:
        for record in held.inspected:
            if record.date and held.on(topic, record):
                question = f"What did Ofsted say about {topic} in {record.authority} in {record.date.year}?"
                yield Example("One topic, one council, one year", question)
                return


def _fact(held: _Held) -> Iterator[Example]:
    graded = next((record for record in held.inspected if overall_grade(record)), None)
    if graded and graded.date:
        yield Example("A fact", f"What was {graded.authority} judged overall in {graded.date.year}?")


def _over_time(held: _Held) -> Iterator[Example]:
    by_place: dict[str, list[Record]] = {}
    for record in dict.fromkeys(finding.record for finding in held.findings):
        by_place.setdefault(record.place, []).append(record)
    for place, records in by_place.items():
        for topic in _TOPICS:
            if sum(held.on(topic, record) for record in records) > 1:
                yield Example("Over time", f"How has {topic} changed in {place}?")
                return


def _to_improve(held: _Held) -> Iterator[Example]:
    asking = {finding.record.id for finding in held.findings if finding.asks}
    weakest = sorted(held.inspected, key=lambda record: overall_grade(record) not in _WEAK)
    record = next((record for record in weakest if record.id in asking), None)
    if record:
        yield Example("What to improve", f"What needs to improve in {record.authority}?")


def _which(held: _Held) -> Iterator[Example]:
    blamed = " ".join(finding.evidence.quote.lower() for finding in held.findings if finding.blames or finding.asks)
    question = next((question for word, question in _TOLD.items() if word in blamed), "")
    if question:
        yield Example("Which councils", question)


def _comparison(held: _Held) -> Iterator[Example]:
    for topic in ("care leavers", *_TOPICS):
        places = list(dict.fromkeys(record.place for record in held.inspected if held.on(topic, record)))
        if len(places) > 1:
            yield Example("A comparison", f"How do {places[0]} and {places[1]} compare on {topic}?")
            return


def _count(held: _Held) -> Iterator[Example]:
    grades = Counter(filter(None, map(overall_grade, held.inspected)))
    if grades:
        grade = min(grades, key=lambda grade: (grade is not Grade.INADEQUATE, -grades[grade]))
        yield Example(
            "A count", f"How many councils have been judged {grade.value.removesuffix(' to be good')} overall?"
        )


def _decision(held: _Held) -> Iterator[Example]:
    deciding = [
        record
        for record in held.records
        if record.kind is Kind.MINUTES and record.authority and any(fact.name == "resolution" for fact in record.facts)
    ]
    if deciding:
        newest = max(deciding, key=lambda record: (record.day_number, record.id))
        yield Example("A decision", f"What did the {newest.authority} committee resolve?")
