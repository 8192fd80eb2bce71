"""What an answer counts or lists, as its template shows it: a chart of bars with their numbers, and the list with its sources."""

from dataclasses import dataclass

from app.pages.templating import capitalised
from app.pages.views.quotations import Source, source_of
from qa import Answer

_SHORT = 12  # rows that are shown without being opened


@dataclass(frozen=True)
class BarView:
    """A bar: its label, its number in words, and its length as a percentage of the longest."""

    label: str
    words: str
    length: float


@dataclass(frozen=True)
class RowView:
    """A row of the list, with the sources that give it."""

    name: str
    value: str
    sources: tuple[Source, ...]


@dataclass(frozen=True)
class TableView:
    """A counted answer.

    Attributes:
        is_long: the list is long, and is opened by the reader.
    """

    caption: str
    bars: tuple[BarView, ...]
    rows: tuple[RowView, ...]

    @property
    def is_long(self) -> bool:
        """True if the list is long, so that the reader opens it."""
        return len(self.rows) > _SHORT


def table_view(answer: Answer) -> TableView | None:
    """Prepare the table of an answer; None if it has none."""
    table = answer.table
    if table is None:
        return None
    most = max((bar.number for bar in table.bars), default=0) or 1
    sources = {citation.number: source_of(citation) for citation in answer.citations}
    return TableView(
        capitalised(table.caption),
        tuple(BarView(bar.label, bar.words(table.unit), round(100 * bar.number / most, 1)) for bar in table.bars),
        tuple(RowView(row.name, row.value, tuple(sources[n] for n in row.numbers)) for row in table.rows),
    )
