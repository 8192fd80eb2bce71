"""The first page: the documents in the index, and questions to try, made from their authorities and years."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.pages.addresses import QuestionAddress
from app.pages.templating import render
from app.pages.views.record import overall_grade
from app.pages.views.steps import Link
from index import Index, Record, authorities_of
from ingest import Grade, Kind


@dataclass(frozen=True)
class StartView:
    """What is shown before a question: counts, the range of years in words, and examples."""

    documents: int
    authorities: int
    years: str
    examples: list[Link]


def render_start(index: Index) -> str:
    """Render what the page shows before a question."""
    records = index.catalogue.records()
    years = sorted({year for record in records for year in record.years})
    start = StartView(
        documents=len(records),
        authorities=len(authorities_of(records)),
        years=f"{years[0]} to {years[-1]}" if len(years) > 1 else "",
        examples=[Link(question, QuestionAddress(question).link) for question in example_questions(records)],
    )
    return render("start.html", start=start)


def example_questions(records: Sequence[Record]) -> list[str]:
    """Questions that these documents can answer: common questions about their own authorities and years."""
    return list(dict.fromkeys(_examples(records)))


def _examples(records: Sequence[Record]) -> Iterator[str]:
    inspected = [
        record for record in records if record.kind in (Kind.ILACS, Kind.SINGLE) and record.authority and record.date
    ]
    inspected.sort(key=lambda record: str(record.date))
    years = Counter(record.date.year for record in inspected if record.date)
    if years:
        yield f"What did Ofsted say about management oversight in {max(years, key=lambda year: (years[year], year))}?"
    if inspected:
        yield f"How well are care leavers supported in {inspected[-1].authority}?"
    weak = [record for record in inspected if overall_grade(record) in (Grade.INADEQUATE, Grade.REQUIRES_IMPROVEMENT)]
    if weak and weak[-1].date:
        yield f"What needs to improve in {weak[-1].authority} according to the {weak[-1].date.year} inspection?"
    several = [name for name, count in Counter(record.authority for record in inspected).most_common() if count > 1]
    if several:
        yield f"How has social workers’ supervision changed in {several[0]}?"
    yield "Which authorities were told that social workers’ caseloads are too high?"
