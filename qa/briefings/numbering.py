"""Numbers the quotations of a briefing in the order in which they are read."""

from dataclasses import replace

from index import Index
from ingest import Span
from qa.answer import Citation
from qa.answer.composing import Citer
from qa.evidence import Evidence


class Numbering:
    """Gives each quotation the next number; the same words keep theirs wherever they are quoted again."""

    def __init__(self, index: Index) -> None:
        self._citer = Citer(index)
        self._numbers: dict[tuple[str, tuple[Span, ...]], int] = {}

    def number(self, citation: Citation) -> Citation:
        """A quotation with its number in the briefing."""
        key = (citation.record.id, citation.spans)
        return replace(citation, number=self._numbers.setdefault(key, len(self._numbers) + 1))

    def cite(self, evidence: Evidence) -> Citation | None:
        """Cite words; None if they are not on their page word for word."""
        citation = self._citer.cite(evidence)
        return self.number(citation) if citation else None

    def is_quoted(self, citation: Citation) -> bool:
        """True if these words have a number already."""
        return (citation.record.id, citation.spans) in self._numbers
