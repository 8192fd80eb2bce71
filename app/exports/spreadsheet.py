"""Answers and lists of passages as CSV, safe to open in a spreadsheet: no cell is a formula."""

import csv
import io
import re
from collections.abc import Iterable, Sequence

from app.exports.plain import plain
from app.schemas import AnswerBody, CitationBody, Place, ResultBody
from qa.answer.messages import NEAREST, not_applied_words

CSV = "text/csv"
_FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]")
_PLACE_COLUMNS = (
    "authority",
    "kind",
    "date",
    "section",
    "item",
    "paragraph",
    "said by",
    "page",
    "reference",
    "document",
    "published at",
    "retrieved",
    "licence",
    "link",
)
_OTHERWISE, _NEAR = "says otherwise", "comes near"  # in the place of a fact
_RESULT_COLUMNS = ("number", "text", *_PLACE_COLUMNS)
_ANSWER_COLUMNS = ("number", "fact", "quotation", *_PLACE_COLUMNS)

Cell = str | int | None


def answer_csv(answer: AnswerBody, site: str = "") -> str:
    """Write an answer's quotations as CSV, one a row, and after them those that come near or say otherwise.

    With no answer, the first row gives the reason as its fact, and the nearest passages follow. A last row gives the words of the
    question that were not applied, if there are any.

    Args:
        site: the server's address; links then open the page in Kloe.
    """
    not_applied = [(None, not_applied_words(answer.not_applied))] if answer.not_applied else []
    otherwise = [_quotation(citation, _OTHERWISE, site) for citation in answer.otherwise]
    if not answer.answered:
        reason = (None, f"No answer: {answer.reason}. {answer.explanation}")
        nearest = [
            (None, NEAREST, passage.text, *_place(passage, _headings(passage), site)) for passage in answer.nearest
        ]
        return csv_text(_ANSWER_COLUMNS, [reason, *nearest, *otherwise, *not_applied])
    facts: dict[int, list[str]] = {}
    for fact in answer.told:
        facts.setdefault(fact.citation, []).append(fact.text)
    rows = [
        _quotation(citation, _NEAR if citation.near else "; ".join(facts.get(citation.number, ())), site)
        for citation in answer.citations
    ]
    return csv_text(_ANSWER_COLUMNS, [*rows, *otherwise, *not_applied])


def results_csv(results: Sequence[ResultBody], site: str = "") -> str:
    """Write a list of passages as CSV, one a row, with links below the server's address."""
    rows = [(number, result.text, *_place(result, _headings(result), site)) for number, result in enumerate(results, 1)]
    return csv_text(_RESULT_COLUMNS, rows)


def csv_text(columns: Sequence[str], rows: Iterable[Sequence[Cell]]) -> str:
    """Write rows as CSV that Excel opens as UTF-8, with no cell read as a formula; fill short rows with empty cells."""
    text = io.StringIO()
    text.write("\ufeff")
    writer = csv.writer(text)
    writer.writerow(columns)
    for row in rows:
        writer.writerow([_cell(value) for value in row] + [""] * (len(columns) - len(row)))
    return text.getvalue()


def _quotation(citation: CitationBody, fact: str, site: str) -> tuple[Cell, ...]:
    return (citation.number, fact, citation.quote, *_place(citation, citation.section, site))


def _headings(passage: ResultBody) -> str:
    return " › ".join(passage.headings)


def _place(place: Place, section: str | None, site: str) -> tuple[Cell, ...]:
    """The cells that say where words are, under `_PLACE_COLUMNS`."""
    date = place.date.isoformat() if place.date else ", ".join(map(str, place.years))
    return (
        ", ".join(place.authorities),
        place.kind.label,
        date,
        section,
        place.item,
        place.paragraph,
        place.said_by,
        place.page,
        place.reference,
        place.document,
        place.published_url,
        place.retrieved.isoformat() if place.retrieved else None,
        place.licence,
        f"{site}{place.url}" if site else None,
    )


def _cell(value: Cell) -> str | int:
    if value is None or isinstance(value, int):
        return "" if value is None else value
    text = plain(value)
    return f"'{text}" if _FORMULA.match(text) or text.startswith(("\t", "\n")) else text
