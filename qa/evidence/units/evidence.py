"""`Evidence`: words of a document that can be quoted, and where they stand."""

from dataclasses import dataclass

from index import SearchResult
from ingest import Passage, Span
from qa.evidence.relevance import stems
from qa.evidence.units.cases import is_case_study

_REPEATED = 0.8  # share of the shorter quotation's words that the other must use to repeat it


@dataclass(frozen=True)
class Evidence:
    """Characters `start:end` of a passage, to be quoted.

    Attributes:
        items: of a lead-in that ends in a colon, the passages of the list under it, in order; quoted with it.
    """

    result: SearchResult
    start: int
    end: int
    items: tuple[Passage, ...] = ()

    @classmethod
    def whole(cls, result: SearchResult) -> "Evidence":
        """The whole passage of a result."""
        return cls(result, 0, len(result.passage.text))

    @property
    def lead(self) -> str:
        """The words of the passage, without the items."""
        return self.result.passage.text[self.start : self.end]

    @property
    def quote(self) -> str:
        """The words; each item is a line of its own."""
        return "\n".join((self.lead, *(item.text for item in self.items)))

    @property
    def case_study(self) -> bool:
        """True if the words tell of one child or family, and judge no more than that."""
        return is_case_study(self.result.passage.headings, self.lead)

    @property
    def parts(self) -> tuple[tuple[str, tuple[Span, ...]], ...]:
        """The lead and each item with its place on the pages."""
        lead = (self.lead, self.result.passage.locate(self.start, self.end))
        return (lead, *((item.text, item.locate(0, len(item.text))) for item in self.items))


def repeats(evidence: Evidence, other: Evidence) -> bool:
    """True if two quotations of one document use nearly the same words."""
    if evidence.result.record.id != other.result.record.id:
        return False
    words, other_words = stems(evidence.quote), stems(other.quote)
    return len(words & other_words) >= _REPEATED * min(len(words), len(other_words))
