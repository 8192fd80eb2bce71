"""Gathers lines into blocks: headings, fields, judgement rows, numbered paragraphs, bullets and paragraphs."""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from enum import Enum

from ingest.cleaning import BULLET, join_lines
from ingest.lines import Line
from ingest.structure import headings

MARKER = re.compile(
    rf"(?P<bullet>{BULLET})\s*|(?P<number>\d{{1,3}}\.)(?:\s+|$)|(?P<letter>\((?:[a-z]|[ivx]+)\)|(?:[a-z]|[ivx]+)\))(?:\s+|$)"
)


class Role(Enum):
    """What a block of lines is."""

    HEADING = "heading"
    FIELD = "field"
    ROW = "row"
    TEXT = "text"


@dataclass
class Block:
    """Lines that belong together.

    Attributes:
        level: of a heading whose format gives one; 1 is outermost.
        at: `(page index, line index)` of each line.
        text: the lines so far, joined.
    """

    role: Role
    level: int | None = None
    at: list[tuple[int, int]] = field(default_factory=list)
    text: str = ""

    def add(self, at: tuple[int, int], text: str) -> None:
        """Add one more line."""
        self.at.append(at)
        self.text = join_lines(self.text, text)

    @property
    def finished(self) -> bool:
        """True if the text ends like a sentence."""
        return bool(re.search(r"[.!?:;…][\d]{0,2}[’'”\")\]]*$", self.text))


@dataclass(frozen=True)
class _Place:
    """A line that is not furniture, with its surroundings.

    Attributes:
        gap: a blank line comes before it.
        following: the next lines, up to three, before a blank one.
    """

    at: tuple[int, int]
    line: Line
    gap: bool
    new_page: bool
    following: tuple[str, ...]


def gather_blocks(pages: list[list[Line]], furniture: Collection[tuple[int, int]]) -> list[Block]:
    """Give the blocks of a document in reading order."""
    gatherer = _Gatherer(_full_width(pages))
    for place in _places(pages, furniture):
        gatherer.take(place)
    return gatherer.blocks


def _full_width(pages: list[list[Line]]) -> int:
    """Give the length of a full printed line: nine lines in ten are no longer."""
    lengths = sorted(len(line.text) for lines in pages for line in lines if len(line.text) > 40 and not line.whole)
    return lengths[int(0.9 * (len(lengths) - 1))] if lengths else 100


def _places(pages: list[list[Line]], furniture: Collection[tuple[int, int]]) -> Iterator[_Place]:
    gap, last_page = True, -1
    for p, lines in enumerate(pages):
        kept = [i for i in range(len(lines)) if (p, i) not in furniture]
        for k, i in enumerate(kept):
            if not lines[i].text:
                gap = True
                continue
            following = tuple(_until_blank(lines[j].text for j in kept[k + 1 : k + 4]))
            yield _Place((p, i), lines[i], gap, p != last_page, following)
            gap, last_page = False, p


def _until_blank(texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        if not text:
            return
        yield text


class _Gatherer:
    def __init__(self, width: int) -> None:
        self.width = width
        self.blocks: list[Block] = []
        self.number = 0  # of the last numbered paragraph
        self.heading_lines = 0  # lines still to come of the current heading
        self.rows_left = 0  # lines within which a table of judgements can continue
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
        line, text = place.line, place.line.text
        last = self.blocks[-1] if self.blocks else None
        if line.heading:
            return Role.HEADING
        if line.whole:
            # A table cell with nothing but "(a)" belongs to the cell after it.
            return None if last and MARKER.fullmatch(last.text) else Role.TEXT
        if self.heading_lines:
            self.heading_lines -= 1
            return None
        if headings.is_first_row(text) and not self.rows_left:
            self.rows_left = 16
        if headings.is_table_start(text):
            self.rows_left = 16
            return Role.HEADING
        if self.rows_left and self._in_table(text, last):
            return None if _row_goes_on(text, last) else Role.ROW
        if headings.is_field(text):
            return Role.FIELD
        if last and last.role is Role.FIELD and (headings.continues_field(text) or last.text.endswith(",")):
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

    def _in_table(self, text: str, last: Block | None) -> bool:
        """True if the line still belongs to the table of judgements; if not, end the table."""
        self.rows_left -= 1
        if _row_goes_on(text, last):
            return True
        over = last and last.role is Role.ROW and re.match("overall effectiveness", last.text, re.I)
        known = r"(?:the )?(?:experiences|impact|overall eff)|\d(?:\.\d)?\.? [A-Z]|children|adoption|leader"
        if over or len(text) > 110 or not re.match(known, text, re.I):
            self.rows_left = 0
        return self.rows_left > 0

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
        if MARKER.fullmatch(last.text):
            return None
        if place.gap or place.new_page:
            if not last.finished and (text[0].islower() or (place.new_page and not self._heading(place))):
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


def _row_goes_on(text: str, last: Block | None) -> bool:
    """True if the row still lacks its grade, or part of it ("requires improvement / to be good")."""
    if last is None or last.role is not Role.ROW:
        return False
    return not headings.ENDS_WITH_GRADE.search(last.text) or bool(re.match(r"(?:to be good|improvement)\b", text, re.I))
