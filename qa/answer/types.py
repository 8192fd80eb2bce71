"""The outcome of a question: an `Answer` with its citations, or a refusal with its reason."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from index import Record, SearchResult
from ingest import Span
from qa.answer.citing import (
    Citation,
    Quoted,
    by_document,
    by_section,
    document_reference,
    quotation_lines,
    source_lines,
)
from qa.answer.messages import carried_over_words, near_words, not_applied_words, otherwise_words
from qa.evidence import FactValue
from qa.question import ParsedQuestion, Scope

_NEAREST = 3  # passages shown where the documents are silent


@dataclass(frozen=True)
class TableRow:
    """A row of a table: what it is of, its value in words, and the numbers of the citations that give it."""

    name: str
    value: str
    numbers: tuple[int, ...]


@dataclass(frozen=True)
class TableBar:
    """A part of what was counted, for a chart.

    Attributes:
        number: in the table's unit.
        of: how many it was counted among; 0 if that says nothing.
    """

    label: str
    number: float
    of: int = 0

    def words(self, unit: str) -> str:
        """The number in words: "12 of 33", "36.4% of 33"."""
        share = "%" if unit == "%" else ""
        number = f"{self.number:,.1f}".removesuffix(".0")
        return f"{number}{share}{f' of {self.of:,}' if self.of else ''}"


@dataclass(frozen=True)
class Table:
    """What an answer counts or lists.

    Attributes:
        caption: what is counted, in words.
        unit: of the bars.
        bars: the parts that the question asks for.
        rows: the list behind the number.
    """

    caption: str
    unit: str = ""
    bars: tuple[TableBar, ...] = ()
    rows: tuple[TableRow, ...] = ()

    @property
    def lines(self) -> list[str]:
        """The table as lines of text."""
        bars = [f"  {bar.label}: {bar.words(self.unit)}" for bar in self.bars]
        rows = [f"  {row.name}: {row.value}{''.join(f' [{number}]' for number in row.numbers)}" for row in self.rows]
        return [*bars, *([""] if bars and rows else []), *rows]


class Reason(StrEnum):
    """Why a question is declined."""

    UNKNOWN_AUTHORITY = "unknown authority"
    NO_DOCUMENT = "no document held"
    SILENT = "held but silent"
    PREMISE = "a premise that the documents contradict"
    OUT_OF_REMIT = "out of remit"
    WHICH_AUTHORITY = "which authority"
    NO_QUESTION = "no question"


@dataclass(frozen=True)
class Answer:
    """An answer made of quotations, or a refusal.

    Attributes:
        citations: in the order of their markers, grouped by document; what only comes near is last.
        results: the passages that were found, best first, including those that are not quoted.
        facts: the facts that the question asks for by name, each with the number of the citation that supports it.
        parsed: the question as parsed, which a follow-up continues from; None if nothing was parsed.
        lead: the first line: how many documents mention the topic and which authorities are quoted, or where to find the
            figure asked for, or how a grade changed.
        coverage: what was searched and how much of it is quoted.
        reason, explanation: why the question is declined, and what Kloe holds instead; None and empty if it is answered.
        choices: the authorities held, where the question leaves open which of them is meant.
        otherwise: quotations that say the opposite of what was asked, one a document, numbered on from the citations.
        table: of a question that counts or lists, the list behind the number, whose words the citations give.
    """

    question: str
    scope: Scope
    citations: tuple[Citation, ...]
    results: tuple[SearchResult, ...]
    coverage: str
    reason: Reason | None = None
    explanation: str = ""
    facts: tuple[tuple[FactValue, int], ...] = ()
    lead: str = ""
    parsed: ParsedQuestion | None = None
    choices: tuple[str, ...] = ()
    otherwise: tuple[Citation, ...] = ()
    table: Table | None = None

    @property
    def told(self) -> tuple[tuple[str, int], ...]:
        """The facts in words, each with the number of its citation."""
        return tuple((fact.text, number) for fact, number in self.facts)

    @property
    def quoted(self) -> tuple[Record, ...]:
        """The documents that are quoted, in order."""
        return tuple(record for record, _ in self.documents)

    @property
    def answered(self) -> bool:
        """False if the question is declined."""
        return self.reason is None

    def citation(self, number: int) -> Citation:
        """The citation of a marker."""
        return self.citations[number - 1]

    @property
    def nearest(self) -> tuple[SearchResult, ...]:
        """The passages nearest to a question on which the documents are silent, best first; empty for every other."""
        return self.results[:_NEAREST] if self.reason is Reason.SILENT else ()

    @property
    def unquoted(self) -> tuple[SearchResult, ...]:
        """The passages that were found and are not quoted, best first; empty if the question is declined."""
        return tuple(result for result in self.results if not self.quotes(result)) if self.answered else ()

    def quotes(self, result: SearchResult) -> bool:
        """True if a quotation, also one that says otherwise, has words of a passage; a list has words of several passages."""
        return any(
            citation.record.id == result.record.id
            and (citation.passage_id == result.id or _share_words(citation.spans, result.passage.spans))
            for citation in (*self.citations, *self.otherwise)
        )

    @property
    def documents(self) -> list[tuple[Record, list[Citation]]]:
        """The citations by document, in order."""
        return by_document(self.citations)

    @property
    def plain(self) -> tuple[Citation, ...]:
        """The citations that plainly say what was asked about."""
        return tuple(citation for citation in self.citations if not citation.near)

    @property
    def near(self) -> tuple[Citation, ...]:
        """The citations that come near it, without plainly saying it."""
        return tuple(citation for citation in self.citations if citation.near)

    @property
    def sections(self) -> list[Quoted]:
        """The citations that plainly say it, by document and, within it, by section heading."""
        return by_section(self.plain)

    @property
    def near_sections(self) -> list[Quoted]:
        """The citations that come near, by document and section heading."""
        return by_section(self.near)

    @property
    def otherwise_sections(self) -> list[Quoted]:
        """The quotations that say the opposite of what was asked, by document and section heading."""
        return by_section(self.otherwise)

    @property
    def otherwise_line(self) -> str:
        """How many documents say the opposite of what was asked: "12 documents say otherwise."; empty if none does."""
        return otherwise_words(len({citation.record.id for citation in self.otherwise}))

    @property
    def fact_lines(self) -> list[str]:
        """The facts in words, each with its document and its marker."""
        return [f"{text} ({document_reference(self.citation(n).record)}) [{n}]" for text, n in self.told]

    @property
    def carried_over(self) -> str:
        """What a follow-up carries over from the question before, as a sentence; empty if it carries nothing over."""
        return carried_over_words(self.parsed.taken) if self.parsed else ""

    @property
    def not_applied(self) -> str:
        """The limiting words of the question that the answer does not heed, as a sentence; empty if there are none."""
        return not_applied_words(self.parsed.not_applied) if self.parsed else ""

    @property
    def text(self) -> str:
        """The answer in words, with a marker `[n]` after each quotation and the sources below."""
        if not self.answered:
            return "\n".join(filter(None, (self.explanation, self.not_applied, self.otherwise_line)))
        lines = [line for line in (self.lead, *self.fact_lines, self.carried_over, self.not_applied) if line]
        lines += ["", *(self.table.lines if self.table else quotation_lines(self.sections))]
        lines += [""] if self.table else []
        lines += [near_words(len(self.near)), "", *quotation_lines(self.near_sections)] if self.near else []
        lines += [self.otherwise_line, ""] if self.otherwise else []
        return "\n".join([*lines, self.coverage, "", *source_lines(self.citations)])

    @property
    def otherwise_text(self) -> str:
        """The quotations that say the opposite of what was asked, in words with their sources; empty if there are none."""
        if not self.otherwise:
            return ""
        return "\n".join([*quotation_lines(self.otherwise_sections), *source_lines(self.otherwise)])


def _share_words(spans: Sequence[Span], others: Sequence[Span]) -> bool:
    return any(
        one.page == other.page and one.start < other.end and other.start < one.end for one in spans for other in others
    )
