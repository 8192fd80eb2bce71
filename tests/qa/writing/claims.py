"""Invented evidence, and sentences about it: honest ones and lies. `[n]` is the n-th row of evidence.csv."""

import csv
from collections.abc import Sequence
from datetime import date
from functools import cache
from pathlib import Path

from index import Record
from ingest import Kind, Span
from qa import Answer, Citation, Scope
from qa.writing.checking import Verdict, check
from qa.writing.reply import read_claim

_FOLDER = Path(__file__).parent
QUESTION = "How good is supervision?"


@cache
def evidence() -> tuple[Citation, ...]:
    """The citations, numbered from 1."""
    return tuple(_citation(number, row) for number, row in enumerate(_rows("evidence.csv"), 1))


def honest() -> list[str]:
    """Sentences that say what their quotations say."""
    return [row["sentence"] for row in _rows("honest.csv")]


def lies() -> list[tuple[str, str]]:
    """Sentences that do not, each behind its kind."""
    return [(row["kind"], row["sentence"]) for row in _rows("lies.csv")]


def answer(citations: Sequence[Citation] | None = None) -> Answer:
    """An extractive answer that quotes the evidence."""
    cited = evidence() if citations is None else citations
    return Answer(
        QUESTION, Scope(), tuple(cited), (), "Kloe searched 17 documents: all mention this and all are quoted."
    )


def check_sentence(sentence: str) -> Verdict:
    """Check a sentence as it stands in a reply; one without a known marker cites no quotation to check against."""
    by_number = {citation.number: citation for citation in evidence()}
    parts = [
        (text, [by_number[number] for number in numbers if number in by_number])
        for text, numbers in read_claim(sentence).parts
    ]
    return check(parts) if all(cited for _, cited in parts) else Verdict(())


def _citation(number: int, row: dict[str, str]) -> Citation:
    day = date.fromisoformat(row["published"])
    record = Record(
        id=f"{row['authority']} {day}",
        title="",
        kind=Kind(row["kind"]),
        authorities=(row["authority"],),
        inspection_start=None,
        inspection_end=None,
        published=day,
        met=None,
        lead_inspector=None,
        outcome=None,
        judgements=(),
        reported=(),
        facts=(),
        years=(day.year,),
        notes=(),
        sources=("report.pdf",),
        pages=9,
        passages=9,
    )
    return Citation(
        number, record, row["quote"], (Span(1, 0, len(row["quote"])),), f"p{number}", None, row["section"] or None
    )


def _rows(name: str) -> list[dict[str, str]]:
    with (_FOLDER / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
