"""The first page: what is held, and questions to begin with, made from what is indexed."""

from collections import Counter
from collections.abc import Iterator, Sequence
from html import escape

from app.pages.addresses.question import Asked
from app.pages.views.answer import link_html
from index import Index, Record
from ingest import Area, Grade, Kind


def start_html(index: Index) -> str:
    """What stands on the page before anything is asked."""
    records = index.catalogue.records()
    if not records:
        return "<p>Nothing is indexed yet. Run <code>kloe index FOLDER</code>, then load this page again.</p>"
    years = sorted({year for record in records for year in record.years})
    authorities = len({record.authority for record in records if record.authority})
    span = f", {years[0]} to {years[-1]}" if len(years) > 1 else ""
    items = "".join(f"<li>{link_html(Asked(one).link, one)}</li>" for one in example_questions(records))
    places = f"{authorities:,} authorit{'y' if authorities == 1 else 'ies'}"
    return (
        f'<article class="kloe-start" data-link="/"><p>Kloe answers from {len(records):,} documents on {places}{escape(span)},'
        " in their own words, and shows the page that each quotation stands on.</p>"
        f"<h2>Try one of these</h2><ul>{items}</ul></article>"
    )


def example_questions(records: Sequence[Record]) -> list[str]:
    """Questions that the documents held can be asked: their own authorities and years, put into the usual words."""
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
    weak = [record for record in inspected if _overall(record) in (Grade.INADEQUATE, Grade.REQUIRES_IMPROVEMENT)]
    if weak and weak[-1].date:
        yield f"What needs to improve in {weak[-1].authority} according to the {weak[-1].date.year} inspection?"
    several = [name for name, count in Counter(record.authority for record in inspected).most_common() if count > 1]
    if several:
        yield f"How has social workers’ supervision changed in {several[0]}?"
    yield "Which authorities were told that social workers’ caseloads are too high?"


def _overall(record: Record) -> Grade | None:
    return next((held.grade for held in record.judgements if held.area is Area.OVERALL), None)
