"""Counts what a question asks for: as its words stand, else in plainer words, else taken apart into two questions."""

import re
from dataclasses import fields, replace

from index import Index
from qa.answer import parse
from qa.counts.asking import CountAsked, Unread, read_count
from qa.counts.counting import NOT_HELD, count_as_read, not_counted
from qa.counts.plainer.clauses import clauses_of
from qa.counts.plainer.joining import join
from qa.counts.plainer.plain import Plain
from qa.counts.plainer.rewording import heed, reword
from qa.counts.types import Counted
from qa.question import ParsedQuestion, Scope

_MAY_COUNT = re.compile(
    r"\b(?:how|which|what|who|list|name|show|number|count|shares?|proportion|percentage|average|mean|median"
    r"|longest|shortest|most|each"
    r"|per|by)\b|%",
    re.I,
)
_FILTERED = "must itself name grades and the latest inspection; counts do not heed such filters"


def count(index: Index, question: str, chosen: Scope | None = None) -> Counted:
    """Count or list what a question asks for; `computed` is False where that cannot be done for certain.

    Args:
        chosen: filters that a person chose: authorities, regions, years, kinds, topics of visits and outcomes.
    """
    parsed = parse(index, question, chosen)
    if chosen and (chosen.judged or chosen.pick):
        return not_counted(parsed, Unread((), _FILTERED))
    return count_parsed(index, parsed)


def count_parsed(index: Index, parsed: ParsedQuestion) -> Counted:
    """Count or list what a parsed question asks for."""
    if parsed.taken or not _MAY_COUNT.search(parsed.text):
        return count_as_read(index, parsed)
    plain = reword(parsed.text, index.catalogue.records())
    counted = _count_plain(index, parsed, plain) if plain else count_as_read(index, parsed)
    if plain and not counted.computed and plain == Plain(plain.text) and not counted.explanation.startswith(NOT_HELD):
        counted = count_as_read(index, parsed)
    if not counted.computed:
        counted = _count_both(index, parsed, plain or Plain(parsed.text)) or counted
    return replace(counted, question=parsed.text, parsed=parsed)


def _count_plain(index: Index, parsed: ParsedQuestion, plain: Plain) -> Counted:
    """Count what a question asks for in plainer words."""

    def read(reworded: ParsedQuestion) -> CountAsked | Unread:
        asked = read_count(reworded)
        return asked if isinstance(asked, Unread) else heed(asked, plain)

    return count_as_read(index, _parsed_as(index, parsed, plain.text), read)


def _count_both(index: Index, parsed: ParsedQuestion, plain: Plain) -> Counted | None:
    """Count the authorities of which two things hold; None if the question cannot be taken apart in one way alone."""
    found = []
    for clauses in clauses_of(plain.text if plain == Plain(plain.text) else parsed.text):
        first, second = (_count_one(index, parsed, text) for text in (clauses.first, clauses.second))
        joined = join(first, second)
        if joined:
            found.append(joined)
    same = {tuple(row.authority for row in each.rows) for each in found}
    return found[0] if len(same) == 1 else None


def _count_one(index: Index, parsed: ParsedQuestion, text: str) -> Counted:
    """Count what one of two questions asks for, as its words stand or in plainer words."""
    plain = reword(text, index.catalogue.records())
    return _count_plain(index, parsed, plain) if plain else count_as_read(index, _parsed_as(index, parsed, text))


def _parsed_as(index: Index, parsed: ParsedQuestion, text: str) -> ParsedQuestion:
    """Other words parsed, under the filters that were chosen beside those that were parsed."""
    worded, other = parse(index, parsed.text).scope, parse(index, text)
    chosen = {
        each.name: getattr(parsed.scope, each.name)
        for each in fields(Scope)
        if getattr(parsed.scope, each.name) != getattr(worded, each.name)
    }
    return replace(other, scope=replace(other.scope, **chosen))
