"""Puts an answer together: quotations checked and numbered, in an order that fits the question."""

import logging
import re
from collections.abc import Sequence

from index import Index, Record, SearchResult
from ingest import Stance, stance_of_heading
from ingest.structure import is_known_heading, stands
from qa.answer.types import Citation
from qa.evidence.choosing import Evidence, Topic
from qa.evidence.facts import Told
from qa.question import ParsedQuestion

_LOG = logging.getLogger(__name__)

_OVER_TIME = re.compile(
    r"\b(?:chang\w+|compared (?:with|to)|over time|mov(?:e|ed)|trend|trajectory|better or worse|history|timeline"
    r"|(?:has|have|had)\b.*\b(?:improv|worsen|progress)\w*)\b",
    re.I,
)
_TELLING = 0.6
_STANCES = (Stance.NEITHER, Stance.STRENGTH, Stance.NEEDS_TO_IMPROVE, Stance.PRIORITY_ACTION)


def is_over_time(question: str) -> bool:
    """True where a question asks how things changed."""
    return bool(_OVER_TIME.search(question))


def cite(index: Index, evidence: Sequence[Evidence], parsed: ParsedQuestion) -> list[Citation]:
    """Number the quotations, grouped by document; one that is not on its page word for word is dropped and logged."""
    citations: list[Citation] = []
    for item in _in_order(evidence, parsed):
        result = item.result
        spans = result.passage.locate(item.start, item.end)
        if not stands(item.quote, spans, index.catalogue.pages(result.record.id)):
            _LOG.error("dropped a quotation that is not on its page: %s, page %d", result.record.path, spans[0].page)
            continue
        citations.append(
            Citation(
                number=len(citations) + 1,
                record=result.record,
                quote=item.quote,
                spans=spans,
                passage_id=result.id,
                paragraph=result.passage.number,
                section=_section(result),
            )
        )
    return citations


def mentions(index: Index, topic: Topic, inside: Sequence[Record]) -> set[str]:
    """The documents with a passage that uses the telling words of a topic: the rarest, up to three fifths of its weight."""
    telling: list[str] = []
    for word, weight in sorted(topic.weights.items(), key=lambda item: -item[1]):
        if sum(topic.weights[held] for held in telling) < _TELLING * sum(topic.weights.values()) and weight:
            telling.append(word)
    held = {record.id for record in inside}
    return index.catalogue.documents_with(telling) & held if telling else set()


def number_facts(told: Sequence[Told], citations: Sequence[Citation]) -> tuple[list[Told], list[int]]:
    """The facts in the order of the documents that bear them out, and the number of the citation of each."""
    numbers = {(citation.passage_id, citation.quote): citation.number for citation in citations}
    turns = list(dict.fromkeys(citation.record.id for citation in citations))
    borne = [one for one in told if (one.result.id, one.quote) in numbers]
    borne.sort(key=lambda one: turns.index(one.result.record.id))
    return borne, [numbers[one.result.id, one.quote] for one in borne]


def _in_order(evidence: Sequence[Evidence], parsed: ParsedQuestion) -> list[Evidence]:
    """By authority, as the question names them or by how well they answer, and in a document by what its sections say.

    Of one authority the newest document comes first, and the oldest where it is asked how things changed.
    """
    named = list(parsed.scope.authorities)
    turn = 1 if is_over_time(parsed.text) else -1
    first: dict[str | None, int] = {}
    for rank, item in enumerate(evidence):
        first.setdefault(item.result.record.authority or item.result.record.id, rank)

    def key(item: Evidence) -> tuple[int, int, int, str, int, int, int]:
        record, passage = item.result.record, item.result.passage
        authority = record.authority or record.id
        place = named.index(authority) if authority in named else len(named)
        stance = _STANCES.index(passage.stance)
        return (place, first[authority], turn * record.day_number, record.id, stance, passage.page, item.start)

    return sorted(evidence, key=key)


def _section(result: SearchResult) -> str | None:
    """The heading that changes what a bare line means, without the mark of a footnote: what is to improve, what is judged."""
    for heading in reversed(result.passage.headings):
        if stance_of_heading(heading) or is_known_heading(heading):
            return re.sub(r"(?<=[a-z?:])\d{1,2}$", "", heading)
    return None
