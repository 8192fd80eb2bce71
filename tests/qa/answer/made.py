"""Answers made by hand, with everything that one can have, and what they are made of."""

from dataclasses import replace
from datetime import date
from typing import Any

from index import Record, SearchResult
from ingest import Kind, Passage, Span
from qa import Answer, Citation, Reason, Scope

LIST = "Leaders must improve three things, with a focus on:\nthe quality of plans\nvisits to children, which are late."
"""A lead-in with its items, as a citation quotes them."""


def record(**changes: Any) -> Record:
    held = Record(
        id="d1",
        title="Report",
        kind=Kind.ILACS,
        authorities=("Marlbridge",),
        inspection_start=None,
        inspection_end=date(2022, 1, 21),
        published=date(2022, 3, 18),
        met=None,
        lead_inspector=None,
        outcome=None,
        judgements=(),
        reported=(),
        facts=(),
        years=(2022,),
        notes=(),
        sources=("marlbridge/report.pdf",),
        pages=3,
        passages=9,
    )
    return replace(held, **changes)


def cited(number: int, quote: str, held: Record, section: str | None = None) -> Citation:
    return Citation(number, held, quote, (Span(2, 0, len(quote)),), f"p{number}", "12", section)


def found(text: str, held: Record, start: int = 0) -> SearchResult:
    """A passage of the second page that a search found."""
    return SearchResult(
        f"{held.id}-{start}", held, Passage(text, (Span(2, start, start + len(text)),), ("Findings",), "9")
    )


def with_everything() -> Answer:
    """An answer with a list, a case study, two quotations that say otherwise and two passages that were not chosen."""
    held = record()
    lead_in, first, last = LIST.split("\n")
    places = [(0, lead_in), (100, first), (200, last)]
    results = [found(text, held, start) for start, text in places]
    spans = tuple(span for result in results for span in result.passage.spans)
    citations = (
        replace(cited(1, LIST, held), spans=spans, passage_id=results[0].id),
        replace(cited(2, "One child waited for a plan.", record(id="d2")), case_study=True),
    )
    otherwise = (
        cited(3, "Plans are of high quality.", record(id="d3", authorities=("Westhaven",))),
        cited(4, "Plans are clear.", record(id="d4", authorities=("Ashcombe",))),
    )
    unquoted = (found("Plans exist.", held, 300), found("Visits were made.", record(id="d5"), 400))
    return Answer(
        "Which councils were told to improve plans?",
        Scope(),
        citations,
        (*results, *unquoted),
        "Kloe searched 5 documents.",
        lead="Told so: Marlbridge.",
        otherwise=otherwise,
    )


def refused() -> Answer:
    """A refusal of a question on which the documents are silent, with five passages that were found."""
    results = tuple(found(f"Passage {number}.", record(id=f"d{number}")) for number in range(1, 6))
    return Answer(
        "Who mends the gate?",
        Scope(),
        (),
        results,
        "",
        Reason.SILENT,
        "None of the 5 documents searched answers this question.",
    )
