"""The first page: what the library holds, the chooser of an authority, what is new, and questions to try."""

from dataclasses import dataclass

from app.pages.addresses import QuestionAddress
from app.pages.council.chooser import suggested_names
from app.pages.council.examples import examples
from app.pages.council.newest import new_papers
from app.pages.templating import render
from app.pages.views.steps import Link
from index import Index, authorities_of, one_state

_NEW = 5  # papers


@dataclass(frozen=True)
class StartView:
    """What is shown before a question.

    Attributes:
        documents, authorities: how many are held.
        years: the range of years in words.
        names: those that the chooser suggests.
        new: the newest papers.
        examples: questions to try, each with what it shows.
    """

    documents: int
    authorities: int
    years: str
    names: list[str]
    new: list[Link]
    examples: list[tuple[str, Link]]


@one_state
def render_start(index: Index) -> str:
    """Render what the page shows before a question."""
    records = index.catalogue.records()
    years = sorted({year for record in records for year in record.years})
    start = StartView(
        documents=len(records),
        authorities=len(authorities_of(records)),
        years=f"{years[0]} to {years[-1]}" if len(years) > 1 else "",
        names=suggested_names(index),
        new=new_papers(records, _NEW),
        examples=[(each.shows, Link(each.question, QuestionAddress(each.question).link)) for each in examples(index)],
    )
    return render("start.html", start=start)
