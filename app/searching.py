"""Search and answers as the page, the HTTP interface and the tools give them."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

import qa
from app.facets import document_stances
from app.filters import Filters
from index import Index, SearchResult
from index.lexical import words
from ingest import Stance
from qa import Answer, ParsedQuestion, Reason, Scope
from qa.explaining import for_words, unknown_words

_RANKED = 1000  # more than are ever found: a search ranks some hundred passages
_BY_DATE = 100  # the best, which sorting by date puts in order; beyond them the newest would have little to say


class Sort(StrEnum):
    """How passages are ordered."""

    RELEVANCE = "relevance"
    DATE = "date"


@dataclass(frozen=True)
class Found:
    """What a search gives.

    Attributes:
        results: the part of the ranking that was asked for, best first.
        total: how many passages the whole ranking has.
        reason, explanation: why nothing is found, and what is held instead.
    """

    scope: Scope
    results: tuple[SearchResult, ...]
    total: int
    reason: Reason | None = None
    explanation: str = ""


def answer(index: Index, question: str, filters: Filters) -> Answer:
    """Answer a question inside filters, or decline it; a filter by a name that is no authority's declines it too."""
    scope = filters.scope(index)
    if scope and scope.unknown:
        return Answer(question, scope, (), (), "", Reason.UNKNOWN_AUTHORITY, unknown_words(scope))
    return qa.ask(index, question, scope)


def search(
    index: Index,
    query: str,
    filters: Filters,
    stances: Sequence[Stance] = (),
    limit: int = 10,
    offset: int = 0,
    sort: Sort = Sort.RELEVANCE,
    rerank: bool = True,
) -> Found:
    """Find passages, best first or the best by date, newest first.

    Args:
        stances: only passages whose section says this of its findings.
        offset: how many of the ranking to pass over.
    """
    scope = filters.scope(index)
    if not words(query) or (scope and scope.unknown):
        return _nothing(answer(index, query, filters))
    parsed = qa.parse(index, query, scope)
    results = _of_stance(index, parsed, stances, rerank) if stances else qa.find(index, parsed, _RANKED, rerank)
    if not results:
        declined = answer(index, query, filters)
        if stances and not (declined.reason and declined.reason is not Reason.SILENT):
            said = f"No passage in a section on {' or '.join(stances)} was found{for_words(parsed.scope)}."
            return Found(parsed.scope, (), 0, Reason.SILENT, said)
        return _nothing(declined)
    if sort is Sort.DATE:
        results = sorted(results[:_BY_DATE], key=_newest_first)
    return Found(parsed.scope, tuple(results[offset : offset + limit]), len(results))


def _of_stance(index: Index, parsed: ParsedQuestion, stances: Sequence[Stance], rerank: bool) -> list[SearchResult]:
    """Rank the passages of these stances, in the documents that have any; not spread over documents."""
    inside = {
        record.id
        for record in parsed.scope.documents(index.catalogue.records())
        if not document_stances(index, record.id).keys().isdisjoint(stances)
    }
    if not inside or parsed.scope.unknown:
        return []
    ranked = index.search(parsed.topic, inside, _RANKED, rerank=rerank)
    return [result for result in ranked if result.passage.stance in stances]


def _nothing(declined: Answer) -> Found:
    said = declined.explanation or "No passage was found."
    return Found(declined.scope, (), 0, declined.reason or Reason.SILENT, said)


def _newest_first(result: SearchResult) -> int:
    record = result.record
    return -(record.date.toordinal() if record.date else max(record.years, default=0) * 365)
