"""Gathers lines into blocks: headings, fields, judgement rows, numbered paragraphs, bullets and paragraphs."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from ingest.cleaning import join_lines
from ingest.lines import Line
from ingest.structure import headings, tables
from ingest.structure.block import MARKER, Block, Role

_MOST_ROW_LINES = 16  # of a table of judgements
_MOST_CARD_LINES = 40  # of the table of a report card, whose areas are more and narrower


@dataclass(frozen=True)
class _Place:
    """A line that is not furniture, with its surroundings.

    Attributes:
        gap: a blank line comes before it.
        interrupted: furniture comes before it.
        following: the next lines, up to three, before a blank one.
    """

    at: tuple[int, int]
    line: Line
    gap: bool
    new_page: bool
    interrupted: bool
    following: tuple[str, ...]


def gather_blocks(
    pages: list[list[Line]],
    furniture: Collection[tuple[int, int]],
    width: int,
    marks: Mapping[tuple[int, int], Role | None] | None = None,
) -> list[Block]:
    """Give the blocks of a document in reading order.

    Args:
        pages: the lines of each page.
        furniture: the `(page index, line index)` of lines to leave out.
        width: the length of a full printed line.
        marks: the role of the block that a line begins, None if it continues one, for lines of which it is known.
    """
    gatherer = _Gatherer(width, marks or {})
    for place in _places(pages, furniture):
        gatherer.take(place)
    return gatherer.blocks


def _places(pages: list[list[Line]], furniture: Collection[tuple[int, int]]) -> Iterator[_Place]:
    gap, last_page = True, -1
    for p, lines in enumerate(pages):
        kept = [i for i in range(len(lines)) if (p, i) not in furniture]
        last = -1  # index of the last line with text
        for k, i in enumerate(kept):
            if not lines[i].text:
                gap = True
                continue
            following = tuple(_until_blank(lines[j].text for j in kept[k + 1 : k + 4]))
            interrupted = p == last_page and any(lines[j].text for j in range(last + 1, i) if (p, j) in furniture)
            yield _Place((p, i), lines[i], gap, p != last_page, interrupted, following)
            gap, last_page, last = False, p, i


def _until_blank(texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        if not text:
            return
        yield text


class _Gatherer:
    def __init__(self, width: int, marks: Mapping[tuple[int, int], Role | None]) -> None:
        self.width = width
        self.marks = marks
        self.blocks: list[Block] = []
        self.number = 0  # of the last numbered paragraph
        self.heading_lines = 0  # lines still to come of the current heading
        self.rows_left = 0  # lines within which a table of judgements can continue
        self.card = False  # the table of judgements is a report card's
        self.details = False  # inside a list of names, posts and addresses
        self.previous = ""

    def take(self, place: _Place) -> None:
        text = place.line.text
        role = self._begins(place)
        if role is None and self.blocks:
            self.blocks[-1].add(place.at, text)
        else:
            self.blocks.append(Block(role or Role.TEXT, place.line.heading))
            self.blocks[-1].add(place.at, text)
            if role is Role.TEXT and (marker := MARKER.match(text)) and marker["number"]:
                self.number = int(marker["number"][:-1])
        self.previous = text

    def _begins(self, place: _Place) -> Role | None:
        """Give the role of the block that this line begins; None if it continues the last block."""
        line, last = place.line, self.blocks[-1] if self.blocks else None
        if place.at in self.marks:
            return self.marks[place.at]
        if line.heading or (line.whole and headings.is_table_start(line.text)):
            return Role.HEADING
        if last and last.role is Role.LABEL:
            return (None if line.whole else self._heading(place)) or Role.TEXT
        if line.whole:
            # A table cell with nothing but "(a)" belongs to the cell after it.
            return Role.ROW if line.row else None if last and last.only_marker else Role.TEXT
        return self._begins_printed(place, last)

    def _begins_printed(self, place: _Place, last: Block | None) -> Role | None:
        """Give the role of the block that a printed line begins, of which only its words tell."""
        text = place.line.text
        if self.heading_lines:
            self.heading_lines -= 1
            return None
        if headings.is_first_row(text) and not self.rows_left:
            self.rows_left = _MOST_ROW_LINES
        heads, card = tables.heads_of_table(text, place.following)
        if heads:
            self.rows_left, self.heading_lines, self.card = (
                _MOST_CARD_LINES if card else _MOST_ROW_LINES,
                heads - 1,
                card,
            )
            return Role.HEADING
        if self.rows_left and self._in_table(place, last):
            return None if self._row_goes_on(text, last) else Role.ROW
        if headings.is_field(text):
            return Role.FIELD
        if last and last.role is Role.FIELD and (headings.continues_field(text) or last.ending(1) == ","):
            return None
        if self._in_details(place):
            goes_on = last and last.role in (Role.ROW, Role.FIELD) and not place.gap
            return None if goes_on else Role.ROW
        return self._prose(place, last)

    def _in_details(self, place: _Place) -> bool:
        """True for a line of names, posts or addresses under their own heading."""
        text = place.line.text
        if headings.opens_details(text):
            self.details = True
            return False
        if self.details and (self._known_heading(place) or len(text) > 0.9 * self.width):
            self.details = False
        return self.details

    def _in_table(self, place: _Place, last: Block | None) -> bool:
        """True if the line still belongs to the table of judgements; if not, end the table."""
        text = place.line.text
        self.rows_left -= 1
        if self._row_goes_on(text, last):
            return True
        if self.card:
            self.rows_left *= tables.begins_card_row(text, place.following)
            return self.rows_left > 0
        over = last and last.role is Role.ROW and re.match("overall effectiveness", last.text, re.I)
        known = r"(?:the )?(?:experiences|impact|overall eff)|\d(?:\.\d)?\.? [A-Z]|children|adoption|leader"
        if over or len(text) > 110 or not re.match(known, text, re.I):
            self.rows_left = 0
        return self.rows_left > 0

    @staticmethod
    def _row_goes_on(text: str, last: Block | None) -> bool:
        return bool(last and last.role is Role.ROW and tables.row_goes_on(last.text, text))

    def _prose(self, place: _Place, last: Block | None) -> Role | None:
        text = place.line.text
        if last is None or last.role in (Role.FIELD, Role.ROW):
            return self._heading(place) or Role.TEXT
        if self._marked(place, last):
            return Role.TEXT
        if last.role is Role.HEADING:
            goes_on = text[0].islower() and (not place.gap or len(text) < 60) and len(last.text) < 160
            return None if goes_on else self._heading(place) or Role.TEXT
        judged = last.finished and headings.is_judgement_sentence(text)
        if judged or self._known_heading(place):
            return Role.HEADING
        if last.only_marker:
            return None
        if place.gap or place.new_page:
            broken = place.new_page or (place.interrupted and len(self.previous) > 0.6 * self.width)
            if not last.finished and (text[0].islower() or (broken and not self._heading(place))):
                return None
            return self._heading(place) or Role.TEXT
        if last.finished and (role := self._heading(place)):
            return role
        return Role.TEXT if last.finished and self._ended_short(text) else None

    def _marked(self, place: _Place, last: Block) -> bool:
        """True if the line begins with a bullet, or with a number or letter that can number a paragraph."""
        marker = MARKER.match(place.line.text)
        if not marker:
            return False
        if marker["bullet"]:
            return True
        ended = last.finished or place.gap or last.role is Role.HEADING
        if marker["letter"]:
            return ended
        number = int(marker["number"][:-1])
        follows = self.number < number <= self.number + 3
        return (follows and (ended or number == self.number + 1)) or (ended and number == 1)

    def _heading(self, place: _Place) -> Role | None:
        following = place.following[0] if place.following else ""
        likely = headings.looks_like_heading(place.line.text, self.width) and not following[:1].islower()
        return Role.HEADING if likely or self._known_heading(place) else None

    def _known_heading(self, place: _Place) -> bool:
        """True if a heading of the published forms begins here, on this line alone or with the next ones."""
        whole = place.line.text
        if headings.is_known_heading(whole):
            return True
        if headings.may_begin_known_heading(whole):
            for count, line in enumerate(place.following, 1):
                whole = join_lines(whole, line)
                if headings.is_known_heading(whole):
                    self.heading_lines = count
                    return True
        return False

    def _ended_short(self, text: str) -> bool:
        """True if the line before had room for this line's first word, as the last line of a paragraph does."""
        return len(self.previous) + 1 + len(text.split()[0]) < 0.93 * self.width and not text[0].islower()
