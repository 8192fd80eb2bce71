"""The headings and lead-ins above the current place of a document."""

from dataclasses import dataclass

from ingest.lines import COLUMN_HEADS
from ingest.structure import headings
from ingest.structure.block import Block, Role
from ingest.structure.meetings import Label, Marks, read_item
from ingest.structure.meetings.items import without_attachment
from ingest.structure.meetings.labels import Level
from ingest.vocabulary import Stance, stance_of_heading

_LONGEST = 160  # characters of a heading
_LONGEST_LEAD_IN = 200


@dataclass(frozen=True)
class _LeadIn:
    """Words that introduce a list, with the label of their own block."""

    level: Level
    text: str
    number: str | None


class HeadingPath:
    """The headings above the current place, outermost first.

    Args:
        marks: what is known of a council's paper; its lists nest, and its numbered headings are items.

    Attributes:
        item: the number of the agenda item.
    """

    def __init__(self, marks: Marks) -> None:
        self._marks = marks
        self._levels: list[tuple[int, str]] = []
        self._lead_ins: list[_LeadIn] = []
        self._item_level = 0
        self.item = marks.item

    def take(self, block: Block) -> None:
        """Go under a heading."""
        text, level = block.text, block.level or (1 if headings.is_outermost(block.text) else 2)
        if self._marks.paper:
            text = without_attachment(text)
            if text.endswith(":") and not block.level:
                self.leave_fields()
            level = block.level or (1 if not self._levels else 2)
        item = read_item(text) if self._marks.minutes else None
        if item and self._follows(item[0]):
            self.item = item[0]
            self._item_level = level = block.level or 2
        elif self._item_level:
            level = max(level, self._item_level + 1)
        outer = [heading for heading in self._levels if heading[0] < level]
        self._levels = [*outer, (level, text[:_LONGEST])]
        self._lead_ins = []

    def leave_fields(self) -> None:
        """Leave what stands under a field such as "Decision:", as a label ends it."""
        self._levels = [(level, text) for level, text in self._levels if not text.endswith(":")]
        self._lead_ins = []

    def _follows(self, item: str) -> bool:
        """True if the number does not fall; a number that falls counts points inside an item."""
        return not (item.isdigit() and self.item and self.item.isdigit()) or int(item) > int(self.item)

    def leave_table(self, block: Block) -> None:
        """Drop the heading of a table of judgements, and column heads, after the table's last row."""
        if block.role not in (Role.ROW, Role.HEADING):
            self._levels = [heading for heading in self._levels if heading[0] < COLUMN_HEADS]
        if self._levels and block.role is not Role.ROW and headings.is_table_start(self._levels[-1][1]):
            self._levels = []

    def enter(self, label: Label | None, text: str) -> None:
        """Leave the lists that a block ends: those as deep as itself; a resolution's "That …" stays under its "RESOLVED"."""
        if not self._marks.paper:
            if label is None or label.level < Level.BULLET:
                self._lead_ins = []
            return
        if label is None and self.decides and text[:5].lower() == "that ":
            self._lead_ins = self._lead_ins[:1]
            return
        level = label.level if label else Level.PARAGRAPH
        self._lead_ins = [lead_in for lead_in in self._lead_ins if lead_in.level < level]

    def introduce(self, label: Label | None, text: str, number: str | None) -> None:
        """Let a block's words stand above what comes next."""
        lead_in = _LeadIn(label.level if label else Level.PARAGRAPH, text[-_LONGEST_LEAD_IN:], number)
        self._lead_ins = [*self._lead_ins, lead_in] if self._marks.paper else [lead_in]

    @property
    def decides(self) -> bool:
        """True inside the list of a decision."""
        return any(stance_of_heading(lead_in.text) is Stance.DECISION for lead_in in self._lead_ins)

    @property
    def sections(self) -> tuple[str, ...]:
        """The headings without lead-ins."""
        return tuple(text for _, text in self._levels)

    @property
    def lead_ins(self) -> tuple[str, ...]:
        """The words that introduce the lists at the current place."""
        return tuple(lead_in.text for lead_in in self._lead_ins)

    @property
    def headings(self) -> tuple[str, ...]:
        """The path; within a list, it ends with the words that introduce the list."""
        return (*self.sections, *self.lead_ins)

    @property
    def number(self) -> str | None:
        """The number of the paragraph that introduces the current list; its bullets are cited by this number."""
        return next((lead_in.number for lead_in in reversed(self._lead_ins) if lead_in.number), None)
