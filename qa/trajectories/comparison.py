"""A comparison: what is said of two or more authorities, or of one in two or more periods, theme by theme."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from index import Index, Record
from qa.answer import Citation, document_reference
from qa.answer.citing import source_lines
from qa.answer.composing import Citer
from qa.evidence import newest_papers
from qa.findings import Finding, findings_of
from qa.themes import themes
from qa.trajectories.said import Said, choose, cite_all
from qa.trajectories.subject import Subject
from qa.trajectories.trajectory import papers_of

_QUOTED = 2  # findings of one side on one theme
MOST_SIDES = 12


@dataclass(frozen=True)
class Side:
    """One side of a comparison: an authority, or a period.

    Attributes:
        name: "Devon", or "2019 to 2021".
        records: the papers that are compared, newest first.
    """

    name: str
    records: tuple[Record, ...]


@dataclass(frozen=True)
class Facing:
    """What one side's papers say of a theme."""

    said: tuple[Said, ...]
    strengths: int
    weaknesses: int


@dataclass(frozen=True)
class Row:
    """A theme, and what each side's papers say of it, in the order of the sides."""

    theme: str
    facing: tuple[Facing, ...]


@dataclass(frozen=True)
class Comparison:
    """What is said of two or more sides, theme by theme.

    Attributes:
        place: of periods, the authority.
        explanation: why there is nothing; empty if there is something.
    """

    subject: Subject
    sides: tuple[Side, ...]
    rows: tuple[Row, ...] = ()
    place: str = ""
    explanation: str = ""

    @property
    def citations(self) -> tuple[Citation, ...]:
        """Every quotation, in order."""
        return tuple(said.citation for row in self.rows for facing in row.facing for said in facing.said)

    @property
    def lead(self) -> str:
        """The first line: what is compared, by which papers."""
        of = f" on {self.subject.words}" if self.subject.words else " by theme"
        place = f"{self.place}, " if self.place else ""
        return f"{place}{', '.join(side.name for side in self.sides)}{of}."

    @property
    def text(self) -> str:
        """The comparison as text, with its sources."""
        if not self.rows:
            return self.explanation
        return "\n".join((self.lead, "", *self._side_lines(), *self._row_lines(), *source_lines(self.citations)))

    def _side_lines(self) -> Iterator[str]:
        for side in self.sides:
            yield f"{side.name}:"
            for record in side.records:
                grades = "; ".join(f"{each.area.label} {each.grade.value}" for each in record.judgements)
                outcome = grades or record.outcome or ""
                yield f"  {document_reference(record)}{f': {outcome}' if outcome else ''}"
            if not side.records:
                yield "  no report or letter is held"
        yield ""

    def _row_lines(self) -> Iterator[str]:
        for row in self.rows:
            yield row.theme
            for side, facing in zip(self.sides, row.facing, strict=True):
                yield f"  {side.name}{'' if facing.said else ': nothing is said'}"
                for said in facing.said:
                    yield f"    {said.tells.value}: “{said.citation.quote}” [{said.citation.number}]"
            yield ""


def compare_places(
    index: Index, places: Sequence[str], words: str = "", inside: Sequence[Record] | None = None
) -> Comparison:
    """Compare authorities by their newest inspection and the visits after it.

    Args:
        places: official names.
        words: a theme, or what people call a matter; empty for every theme.
        inside: the documents to read; None for each authority's newest.
    """
    sides = []
    for place in places[:MOST_SIDES]:
        papers = [record for record in papers_of(index, place, inside) if record.kind.of_ofsted]
        chosen = newest_papers(papers) if inside is None else reversed(papers)
        sides.append(Side(place, tuple(chosen)))
    return _compare(index, sides, words)


def compare_periods(
    index: Index,
    place: str,
    periods: Sequence[tuple[int, int]],
    words: str = "",
    inside: Sequence[Record] | None = None,
) -> Comparison:
    """Compare what was said of one authority in different years.

    Args:
        periods: `(first, last)` year of each period, the last included.
        inside: the documents to read; None for all of the authority.
    """
    papers = [record for record in papers_of(index, place, inside) if record.kind.of_ofsted and record.date]
    sides = [
        Side(
            str(first) if first == last else f"{first} to {last}",
            tuple(record for record in reversed(papers) if record.date and first <= record.date.year <= last),
        )
        for first, last in periods[:MOST_SIDES]
    ]
    return replace(_compare(index, sides, words), place=place)


def _compare(index: Index, sides: Sequence[Side], words: str) -> Comparison:
    subject = Subject.read(index, words)
    findings = [[f for f in findings_of(index, side.records) if subject.is_about(f)] for side in sides]
    if not any(findings):
        on = f" says anything of {words}" if words else " is held"
        return Comparison(subject, tuple(sides), explanation=f"None of their reports and letters{on}.")
    citer = Citer(index)
    wanted = [subject] if words else [Subject(theme, theme) for theme in themes().names]
    rows = [Row(each.words, tuple(_facing(citer, of_side, each) for of_side in findings)) for each in wanted]
    said = [row for row in rows if any(facing.said for facing in row.facing)]
    return Comparison(subject, tuple(sides), tuple(said))


def _facing(citer: Citer, findings: Sequence[Finding], subject: Subject) -> Facing:
    """One side's plainest weakness and strength on a subject, and how many it has of each."""
    about = [finding for finding in findings if subject.is_about(finding)]
    bad = choose((finding for finding in about if finding.blames), subject, _QUOTED // 2)
    good = choose((finding for finding in about if finding.praises and finding not in bad), subject, _QUOTED // 2)
    return Facing(
        cite_all(citer, [*bad, *good]),
        sum(finding.praises for finding in about),
        sum(finding.blames for finding in about),
    )
