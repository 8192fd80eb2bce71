"""The outcome of a question: an `Answer` with its citations, or a refusal with its reason."""

from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from index import Record, SearchResult
from qa.answer.citing import Citation, document_reference, source_lines
from qa.answer.messages import carried_over_words, not_applied_words
from qa.evidence import FactValue
from qa.question import ParsedQuestion, Scope


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
        citations: in the order of their markers, grouped by document.
        results: the passages that were found, best first, including those that are not quoted.
        facts: the facts that the question asks for by name, each with the number of the citation that supports it.
        parsed: the question as parsed, which a follow-up continues from; None if nothing was parsed.
        lead: the first line: how many documents mention the topic and which authorities are quoted, or where to find the
            figure asked for, or how a grade changed.
        coverage: what was searched and how much of it is quoted.
        reason, explanation: why the question is declined, and what Kloe holds instead; None and empty if it is answered.
        choices: the authorities held, where the question leaves open which of them is meant.
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
    def documents(self) -> list[tuple[Record, list[Citation]]]:
        """The citations by document, in order."""
        grouped: dict[str, tuple[Record, list[Citation]]] = {}
        for citation in self.citations:
            grouped.setdefault(citation.record.id, (citation.record, []))[1].append(citation)
        return list(grouped.values())

    @property
    def sections(self) -> list[tuple[Record, list[tuple[str | None, list[Citation]]]]]:
        """The citations by document and, within it, by section heading."""
        return [
            (record, [(section, list(group)) for section, group in groupby(citations, lambda c: c.section)])
            for record, citations in self.documents
        ]

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
            return "\n".join(filter(None, (self.explanation, self.not_applied)))
        lines = [line for line in (self.lead, *self.fact_lines, self.carried_over, self.not_applied) if line]
        lines.append("")
        for record, sections in self.sections:
            lines.append(document_reference(record))
            for section, citations in sections:
                lines += [f"  Under “{section}”:"] if section else []
                lines += [f"  “{citation.quote}” [{citation.number}]" for citation in citations]
            lines.append("")
        return "\n".join([*lines, self.coverage, "", *source_lines(self.citations)])
