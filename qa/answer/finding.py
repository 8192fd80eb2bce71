"""Finds the passages for a parsed question: facts asked for first, and a fair share for each side of a comparison."""

from collections.abc import Sequence
from itertools import zip_longest

from index import Index, Record, Said, SearchResult, authorities_of
from qa.answer.speaking import with_spoken_topic
from qa.evidence import StatedFact, find_facts
from qa.question import ParsedQuestion
from qa.themes import with_matters

_MOST_SIDES = 6  # authorities, or documents of one authority, that a question may compare side by side
_READ = 20  # passages whose units may be quoted
_READ_OF_MANY = 100
_ANYTHING = Said()
_PER_DOCUMENT = 2  # results of one document where a question is about many


def find(
    index: Index, parsed: ParsedQuestion, limit: int = 20, rerank: bool = True, said: Said = _ANYTHING
) -> list[SearchResult]:
    """Find the passages for a question inside its scope, best first; spread over documents where it is about many.

    Args:
        rerank: rerank by late interaction, or by the cross-encoder where one is set.
        said: what the passages must say.
    """
    parsed = with_spoken_topic(parsed)
    inside = parsed.scope.held_by(index)
    if not inside:
        return []
    results = search(index, parsed, inside, limit, rerank, said)
    return results if said else facts_first(find_facts(index, parsed.intent.facts, inside), results)[:limit]


def facts_first(facts: Sequence[StatedFact], results: Sequence[SearchResult]) -> list[SearchResult]:
    """The passages that hold the facts asked for, followed by the other results."""
    first = {fact.evidence.result.id: fact.evidence.result for fact in facts}
    return [*first.values(), *(result for result in results if result.id not in first)]


def search(
    index: Index,
    parsed: ParsedQuestion,
    inside: Sequence[Record],
    limit: int,
    rerank: bool = True,
    said: Said = _ANYTHING,
) -> list[SearchResult]:
    """Search the documents inside the scope."""
    topic = with_matters(parsed.topic, index.weigh)
    per_document = _PER_DOCUMENT if is_about_many(inside) else None
    sides, places = compared_sides(parsed, inside), parsed.scope.places()
    if len(sides) > 1:
        rankings = [index.search(topic, side, limit, rerank=rerank, said=said, authorities=places) for side in sides]
        in_turns = [result for turn in zip_longest(*rankings) for result in turn if result]
        return in_turns[:limit]
    documents = None if len(inside) == len(index.catalogue.records()) else {record.id for record in inside}
    return index.search(topic, documents, limit, per_document, rerank, said=said, authorities=places)


def search_to_quote(index: Index, parsed: ParsedQuestion, inside: Sequence[Record]) -> list[SearchResult]:
    """Search for the passages whose units may be quoted: more where the question is about many authorities."""
    return search(index, parsed, inside, most_to_quote(inside))


def most_to_quote(inside: Sequence[Record]) -> int:
    """How many passages are read for what may be quoted."""
    return _READ_OF_MANY if is_about_many(inside) else _READ


def is_about_many(inside: Sequence[Record]) -> bool:
    """True if the documents are about more authorities than can be compared side by side."""
    return len(authorities_of(inside)) > _MOST_SIDES


def compared_sides(parsed: ParsedQuestion, inside: Sequence[Record]) -> list[set[str]]:
    """The sides that a question compares, each as document ids; empty if it compares none, or too many.

    A side is each authority's documents, or each document of one authority where the question asks about several years.
    """
    scope = parsed.scope
    if len(scope.authorities) > 1:
        keys = [(record.id, name) for record in inside for name in record.authorities]
    elif len(scope.authorities) == 1 and (len(scope.years) > 1 or parsed.intent.over_time):
        keys = [(record.id, record.id) for record in inside]
    else:
        return []
    sides: dict[str, set[str]] = {}
    for document, side in keys:
        sides.setdefault(side, set()).add(document)
    return list(sides.values()) if len(sides) <= _MOST_SIDES else []
