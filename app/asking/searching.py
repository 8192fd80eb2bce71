"""Search inside filters: the passages, how many there are, or why there are none."""

from dataclasses import dataclass
from enum import StrEnum

import qa
from app.asking.answering import answer
from app.asking.filters import Filters
from index import Index, SearchResult, one_state
from index.lexical import words
from qa import Answer, Reason, Scope
from qa.answer.messages import for_words

_ALL_RANKED = 1000  # more than a search ever ranks, which is a few hundred
_SORTED_BY_DATE = 100  # only the best are sorted by date: beyond them, the newest would say little about the query
_NOTHING_FOUND = "No passages found."


class Sort(StrEnum):
    """How passages are ordered."""

    RELEVANCE = "relevance"
    DATE = "date"


@dataclass(frozen=True)
class ResultList:
    """One part of a ranked list of passages.

    Attributes:
        results: the passages of this part.
        total: how many passages the whole list has.
        reason, explanation: why nothing was found, and what Kloe has instead.
        offset: how many passages come before this part.
    """

    scope: Scope
    results: tuple[SearchResult, ...]
    total: int
    reason: Reason | None = None
    explanation: str = ""
    offset: int = 0
    sort: Sort = Sort.RELEVANCE

    @property
    def summary(self) -> str:
        """Which part this is, "Passages 21 to 40 of 118, newest first.", or why the list is empty."""
        count = len(self.results)
        if not count:
            return self.explanation or _NOTHING_FOUND
        order = "newest first" if self.sort is Sort.DATE else "best first"
        if count == self.total:
            return f"{count} passage{'' if count == 1 else 's'} found, {order}."
        return f"Passages {self.offset + 1} to {self.offset + count} of {self.total}, {order}."


@one_state
def search(
    index: Index,
    query: str,
    filters: Filters,
    limit: int = 10,
    offset: int = 0,
    sort: Sort = Sort.RELEVANCE,
    rerank: bool = True,
) -> ResultList:
    """Find passages, best first; or the hundred best, newest first.

    Args:
        filters: of documents, or those of a search, which are of passages too.
        offset: how many passages to skip.
    """
    scope = filters.scope(index)
    if filters.unknown_themes:
        return ResultList(scope or Scope(), (), 0, Reason.SILENT, filters.unknown_themes)
    if not words(query) or (scope and scope.unknown):
        return _empty(answer(index, query, filters))
    parsed = qa.parse(index, query, scope)
    results = qa.find(index, parsed, _ALL_RANKED, rerank, filters.said)
    if not results:
        declined = answer(index, query, filters)
        if filters.said_words and not (declined.reason and declined.reason is not Reason.SILENT):
            explanation = f"No passages found {filters.said_words}{for_words(parsed.scope)}."
            return ResultList(parsed.scope, (), 0, Reason.SILENT, explanation)
        return _empty(declined)
    if sort is Sort.DATE:
        results = sorted(results[:_SORTED_BY_DATE], key=lambda result: -result.record.day_number)
    return ResultList(parsed.scope, tuple(results[offset : offset + limit]), len(results), offset=offset, sort=sort)


def _empty(declined: Answer) -> ResultList:
    return ResultList(declined.scope, (), 0, declined.reason or Reason.SILENT, declined.explanation or _NOTHING_FOUND)
