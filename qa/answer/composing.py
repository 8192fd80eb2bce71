"""Composes an answer: quotations checked and numbered, in an order that fits the question."""

import logging
import re
from collections.abc import Sequence

from index import Index, SearchResult
from ingest import Page, Stance, stance_of_heading
from ingest.structure.headings import is_known_heading
from ingest.structure.passages import stands
from qa.answer.citing import Citation
from qa.evidence import Evidence, StatedFact
from qa.question import ParsedQuestion

_LOG = logging.getLogger(__name__)

_MOST_ITEMS = 8  # of a list that is quoted with its lead-in
_RAREST = 0.6  # share of a topic's weight that its rarest words make up
_STANCES = (Stance.NEITHER, Stance.STRENGTH, Stance.NEEDS_TO_IMPROVE, Stance.PRIORITY_ACTION, Stance.DECISION)


def cite(index: Index, evidence: Sequence[Evidence], parsed: ParsedQuestion, after: int = 0) -> list[Citation]:
    """Number the quotations, grouped by document; drop and log any that is not on its page word for word.

    Args:
        after: the last number that is taken.
    """
    citer = Citer(index, after)
    return [citation for item in _in_order(evidence, parsed) if (citation := citer.cite(item))]


class Citer:
    """Cites words one after another, each with the next number.

    Args:
        after: the last number that is taken.
    """

    def __init__(self, index: Index, after: int = 0) -> None:
        self._index = index
        self._last = after
        self._pages: dict[str, tuple[Page, ...]] = {}

    def cite(self, evidence: Evidence) -> Citation | None:
        """Cite what can be quoted; None, and a line in the log, if it is not on its page word for word."""
        record = evidence.result.record
        pages = self._pages.get(record.id) or self._index.catalogue.pages(record.id)
        self._pages[record.id] = pages
        if not all(stands(words, spans, pages) for words, spans in evidence.parts):
            page = evidence.parts[0][1][0].page
            _LOG.error("dropped a quotation that is not on its page: %s, page %d", record.path, page)
            return None
        self._last += 1
        return Citation.of(self._last, evidence, _section(evidence.result))


def number_facts(facts: Sequence[StatedFact], citations: Sequence[Citation]) -> list[tuple[StatedFact, int]]:
    """Each cited fact with the number of its citation, in the order of the documents."""
    numbers = {(citation.passage_id, citation.quote): citation.number for citation in citations}
    documents = list(dict.fromkeys(citation.record.id for citation in citations))
    numbered = [
        (fact, numbers[key]) for fact in facts if (key := (fact.evidence.result.id, fact.evidence.quote)) in numbers
    ]
    return sorted(numbered, key=lambda pair: documents.index(pair[0].evidence.result.record.id))


def _in_order(evidence: Sequence[Evidence], parsed: ParsedQuestion) -> list[Evidence]:
    """By authority, as the question names them or by how well they answer, and within a document as given: best first.

    An authority's newest document comes first, or its oldest where the question asks how things changed.
    """
    named = list(parsed.scope.authorities)
    direction = 1 if parsed.intent.over_time else -1
    ranks: dict[str, int] = {}
    for rank, item in enumerate(evidence):
        ranks.setdefault(item.result.record.group, rank)

    def key(item: Evidence) -> tuple[int, int, int, str]:
        record = item.result.record
        position = min((named.index(name) for name in record.authorities if name in named), default=len(named))
        return (position, ranks[record.group], direction * record.day_number, record.id)

    return sorted(evidence, key=key)


def _section(result: SearchResult) -> str | None:
    """The nearest heading that changes what a bare line means, such as "What needs to improve", without a footnote mark."""
    for heading in reversed(result.passage.headings):
        if stance_of_heading(heading) or is_known_heading(heading):
            return re.sub(r"(?<=[a-z?:])\d{1,2}$", "", heading)
    return None
