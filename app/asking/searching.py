"""Search and answers as the page, the HTTP interface and the tools give them."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from itertools import pairwise

import qa
from app.asking.filters import Filters
from app.settings import Settings, settings
from index import Index, SearchResult
from index.lexical import words
from ingest import Stance
from qa import Answer, ParsedQuestion, Reason, Scope
from qa.answer.messages import for_words, unknown_words
from qa.question import counts_from_read
from qa.writing import Writer

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
        results: the part of the ranking that was asked for.
        total: how many passages the whole ranking has.
        reason, explanation: why nothing is found, and what is held instead.
        offset, sort: how many of the ranking the part passes over, and how that is ordered.
    """

    scope: Scope
    results: tuple[SearchResult, ...]
    total: int
    reason: Reason | None = None
    explanation: str = ""
    offset: int = 0
    sort: Sort = Sort.RELEVANCE

    @property
    def said(self) -> str:
        """Which part of the ranking this is: "Passages 21 to 40 of 118, newest first."."""
        count = len(self.results)
        if not count:
            return self.explanation or "No passage was found."
        order = "newest first" if self.sort is Sort.DATE else "best first"
        if count == self.total:
            return f"{count} passage{'' if count == 1 else 's'} found, {order}."
        return f"Passages {self.offset + 1} to {self.offset + count} of {self.total}, {order}."


@dataclass(frozen=True)
class Before:
    """What a question goes on from.

    Attributes:
        parsed: the question before it, taken apart; None where there is none.
        read: the years of the documents that its answer quotes, where the question counts from them.
    """

    parsed: ParsedQuestion | None = None
    read: tuple[int, ...] = ()


def go_on(index: Index, earlier: Sequence[str], question: str, chosen: Scope | None = None) -> Before:
    """Take earlier questions apart, oldest first, each as one that may follow the one before it.

    Args:
        chosen: filters that a person set; they hold for all of the questions.
    """
    before = Before()
    for asked, next_ in pairwise((*(one for one in earlier if words(one)), question)):
        parsed = qa.parse(index, asked, chosen, before.parsed, before.read)
        read = qa.answer_parsed(index, asked, parsed).read if counts_from_read(parsed, next_) else ()
        before = Before(parsed, read)
    return before


def answer(index: Index, question: str, filters: Filters, earlier: Sequence[str] = ()) -> Answer:
    """Answer a question inside filters, or decline it; a filter by a name that is no authority's declines it too.

    Args:
        earlier: the questions before, oldest first, from which a follow-up takes over what it leaves unsaid.
    """
    scope = filters.scope(index)
    if scope and scope.unknown:
        return Answer(question, scope, (), (), "", Reason.UNKNOWN_AUTHORITY, unknown_words(scope))
    before = go_on(index, earlier, question, scope)
    return qa.ask(index, question, scope, before.parsed, before.read)


@cache
def writer() -> Writer | None:
    """What puts the answers of this process into words; None where no generator is set."""
    return writer_of(settings())


def writer_of(chosen: Settings) -> Writer | None:
    """What puts answers into words by these settings; nothing is loaded yet."""
    if not chosen.generator:
        return None
    key = chosen.generator_key.get_secret_value() if chosen.generator_key else None
    return Writer(chosen.generator, chosen.generator_url, key, chosen.generator_timeout)


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
    results = qa.find(index, parsed, _RANKED, rerank, stances)
    if not results:
        declined = answer(index, query, filters)
        if stances and not (declined.reason and declined.reason is not Reason.SILENT):
            said = f"No passage in a section on {' or '.join(stances)} was found{for_words(parsed.scope)}."
            return Found(parsed.scope, (), 0, Reason.SILENT, said)
        return _nothing(declined)
    if sort is Sort.DATE:
        results = sorted(results[:_BY_DATE], key=lambda result: -result.record.day_number)
    return Found(parsed.scope, tuple(results[offset : offset + limit]), len(results), offset=offset, sort=sort)


def _nothing(declined: Answer) -> Found:
    said = declined.explanation or "No passage was found."
    return Found(declined.scope, (), 0, declined.reason or Reason.SILENT, said)
