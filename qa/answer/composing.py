"""Composes an answer: quotations checked and numbered, in an order that fits the question."""

import logging
import re
from collections.abc import Sequence

from index import Index, Record, SearchResult
from ingest import Stance, stance_of_heading
from ingest.structure.headings import is_known_heading
from ingest.structure.passages import stands
from qa.answer.citing import Citation
from qa.evidence import Evidence, StatedFact, Topic, repeats
from qa.question import ParsedQuestion

_LOG = logging.getLogger(__name__)

_MOST_ITEMS = 8  # of a list that is quoted with its lead-in
_RAREST = 0.6  # share of a topic's weight that its rarest words make up
_STANCES = (Stance.NEITHER, Stance.STRENGTH, Stance.NEEDS_TO_IMPROVE, Stance.PRIORITY_ACTION, Stance.DECISION)


def cite(index: Index, evidence: Sequence[Evidence], parsed: ParsedQuestion) -> list[Citation]:
    """Number the quotations, grouped by document; drop and log any that is not on its page word for word."""
    citations: list[Citation] = []
    for item in _in_order(evidence, parsed):
        result = item.result
        spans = result.passage.locate(item.start, item.end)
        if not stands(item.quote, spans, index.catalogue.pages(result.record.id)):
            _LOG.error("dropped a quotation that is not on its page: %s, page %d", result.record.path, spans[0].page)
            continue
        citations.append(
            Citation.of(
                len(citations) + 1, result.record, result.passage, result.id, (item.start, item.end), _section(result)
            )
        )
    return citations


def with_items(index: Index, evidence: Sequence[Evidence]) -> list[Evidence]:
    """Add to each lead-in that is quoted, "the visit looked at:", the items that stand under it."""
    whole = list(evidence)
    for lead in evidence:
        passage, record = lead.result.passage, lead.result.record
        if not lead.quote.endswith(":") or lead.end != len(passage.text):
            continue
        under = [
            stored
            for stored in index.catalogue.document_passages(record.id)
            if stored.passage.headings[-1:] == (passage.text,)
        ]
        for stored in under[:_MOST_ITEMS]:
            item = Evidence(SearchResult(stored.id, record, stored.passage), 0, len(stored.passage.text))
            if not any(repeats(item, other) for other in whole):
                whole.append(item)
    return whole


def mentioning(index: Index, topic: Topic, inside: Sequence[Record]) -> set[str]:
    """The ids of documents with a passage that uses a topic's rarest words, those that make up three fifths of its weight."""
    total = sum(topic.weights.values())
    rarest: list[str] = []
    for word, weight in sorted(topic.weights.items(), key=lambda item: -item[1]):
        if sum(topic.weights[earlier] for earlier in rarest) < _RAREST * total and weight:
            rarest.append(word)
    ids = {record.id for record in inside}
    return index.catalogue.documents_with(rarest) & ids if rarest else set()


def number_facts(facts: Sequence[StatedFact], citations: Sequence[Citation]) -> list[tuple[StatedFact, int]]:
    """Each cited fact with the number of its citation, in the order of the documents."""
    numbers = {(citation.passage_id, citation.quote): citation.number for citation in citations}
    documents = list(dict.fromkeys(citation.record.id for citation in citations))
    numbered = [
        (fact, numbers[key]) for fact in facts if (key := (fact.evidence.result.id, fact.evidence.quote)) in numbers
    ]
    return sorted(numbered, key=lambda pair: documents.index(pair[0].evidence.result.record.id))


def _in_order(evidence: Sequence[Evidence], parsed: ParsedQuestion) -> list[Evidence]:
    """By authority, as the question names them or by how well they answer, and within a document by stance and page.

    An authority's newest document comes first, or its oldest where the question asks how things changed.
    """
    named = list(parsed.scope.authorities)
    direction = 1 if parsed.intent.over_time else -1
    ranks: dict[str, int] = {}
    for rank, item in enumerate(evidence):
        ranks.setdefault(item.result.record.place or item.result.record.id, rank)

    def key(item: Evidence) -> tuple[int, int, int, str, int, int, int]:
        record, passage = item.result.record, item.result.passage
        authority = record.place or record.id
        position = min((named.index(name) for name in record.authorities if name in named), default=len(named))
        stance = _STANCES.index(passage.stance)
        return (position, ranks[authority], direction * record.day_number, record.id, stance, passage.page, item.start)

    return sorted(evidence, key=key)


def _section(result: SearchResult) -> str | None:
    """The nearest heading that changes what a bare line means, such as "What needs to improve", without a footnote mark."""
    for heading in reversed(result.passage.headings):
        if stance_of_heading(heading) or is_known_heading(heading):
            return re.sub(r"(?<=[a-z?:])\d{1,2}$", "", heading)
    return None
