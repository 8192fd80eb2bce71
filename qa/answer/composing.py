"""Composes an answer: quotations checked and numbered, in an order that fits the question."""

import logging
import re
from collections.abc import Sequence

from index import Index, Record, SearchResult
from ingest import Stance, stance_of_heading
from ingest.structure.headings import is_known_heading
from ingest.structure.passages import stands
from qa.answer.citing import Citation
from qa.evidence import Evidence, StatedFact, Topic
from qa.question import ParsedQuestion

_LOG = logging.getLogger(__name__)

_OVER_TIME = re.compile(
    r"\b(?:chang\w+|compared (?:with|to)|over time|mov(?:e|ed)|trend|trajectory|better or worse|history|timeline"
    r"|(?:has|have|had)\b.*\b(?:improv|worsen|progress)\w*)\b",
    re.I,
)
_RAREST = 0.6  # share of a topic's weight that its rarest words make up
_STANCES = (Stance.NEITHER, Stance.STRENGTH, Stance.NEEDS_TO_IMPROVE, Stance.PRIORITY_ACTION, Stance.DECISION)


def is_over_time(question: str) -> bool:
    """True if a question asks how things changed."""
    return bool(_OVER_TIME.search(question))


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
    direction = 1 if is_over_time(parsed.text) else -1
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
