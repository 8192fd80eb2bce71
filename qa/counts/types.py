"""What a count gives: a number or a list, the papers behind it, and what it leaves out."""

from collections.abc import Iterator
from dataclasses import dataclass

from index import Record
from qa.answer import Citation
from qa.answer.citing import source_lines
from qa.question import ParsedQuestion


@dataclass(frozen=True)
class Group:
    """A part of what was counted, as a chart shows it.

    Attributes:
        label: a region, a year, a grade and the like; of two, both: "London: Good".
        number: in the unit of the whole.
        of: how many it was counted among.
    """

    label: str
    number: float
    of: int


@dataclass(frozen=True)
class Row:
    """One that was counted.

    Attributes:
        record: the paper by which it counts; the newest, if there are several.
        value: what is the case, in words: "inadequate (4 May 2015)".
        citations: the words of the papers that give it.
    """

    authority: str
    record: Record
    value: str
    citations: tuple[Citation, ...]


@dataclass(frozen=True)
class Counted:
    """The answer to a question that counts or lists.

    Attributes:
        computed: False if the question cannot be counted, or could be read in more than one way; there is no number then.
        asked: what was counted, in words: "authorities judged inadequate at an inspection published in 2023".
        number: what was worked out; None if nothing was, or if there was nothing to work it out of.
        unit: of the number: "authorities", "%", "days".
        of: how many it was counted among; None if that says nothing.
        of_words: those in words.
        missing: what was left out, and what else the words could mean, a sentence each.
        groups: the parts that the question asks for, which are also a chart's data.
        rows: the list behind the number.
        explanation: why nothing was counted; empty if something was.
        lead: the first line of the answer; empty if nothing was counted.
        parsed: the question as parsed.
    """

    question: str
    computed: bool
    asked: str = ""
    number: float | None = None
    unit: str = ""
    of: int | None = None
    of_words: str = ""
    missing: tuple[str, ...] = ()
    groups: tuple[Group, ...] = ()
    rows: tuple[Row, ...] = ()
    explanation: str = ""
    lead: str = ""
    parsed: ParsedQuestion | None = None

    @property
    def text(self) -> str:
        """The answer as text, with its sources."""
        if not self.computed:
            return self.explanation
        return "\n".join(self._lines())

    def _lines(self) -> Iterator[str]:
        yield self.lead
        if self.groups:
            yield ""
            yield from (self._group_line(group) for group in self.groups)
        if self.rows:
            yield ""
            yield from (row_line(row) for row in self.rows)
        if self.missing:
            yield ""
            yield from self.missing
        citations = [citation for row in self.rows for citation in row.citations]
        if citations:
            yield ""
            yield from source_lines({citation.number: citation for citation in citations}.values())

    def _group_line(self, group: Group) -> str:
        unit = "%" if self.unit == "%" else ""
        of = (
            f" of {group.of:,}"
            if group.of and not unit and self.of is not None
            else f" (of {group.of:,})"
            if unit
            else ""
        )
        return f"  {group.label}: {number_words(group.number)}{unit}{of}"


def row_line(row: Row) -> str:
    """A row as a line: authority, value, and the markers of its citations."""
    marks = "".join(f" [{citation.number}]" for citation in row.citations)
    return f"  {row.authority}: {row.value}{marks}"


def number_words(number: float) -> str:
    """A number without needless decimals: "1,204", "7.8"."""
    return f"{number:,.1f}".removesuffix(".0")
