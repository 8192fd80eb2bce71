"""Makes passages from blocks: each with its headings, number and item."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from ingest.cleaning import BULLET, SUB_BULLET, glue
from ingest.document import Passage, Span
from ingest.sentences import sentence_spans
from ingest.structure import headings
from ingest.structure.block import MARKER, Block, Role
from ingest.structure.meetings import Label, Marks, Nesting, inline_parts, read_label
from ingest.structure.meetings.items import is_attachment
from ingest.structure.meetings.labels import Level
from ingest.structure.path import HeadingPath
from ingest.vocabulary import Stance, stance_of_words

LONGEST = 1500  # characters of a passage; longer paragraphs are divided between sentences
_SHORT_POINT = 40  # characters of a point that says too little alone
_SHORT_LINE = 90
_LEAD_IN = re.compile(r"(?::[–-]?|\s[–—-])$")
_ENDED = re.compile(r"[.!?…][’'”\")\]]*$")
# Where a decision begins inside a paragraph.
_DECIDES = re.compile(
    r"(?<=[.;:] )(?=(?:It was )?(?:RESOLVED|Resolved)\b|IT WAS (?:AGREED|RESOLVED|NOTED)\b|AGREED (?:that|to)\b)"
)


class Assembler:
    """Makes passages from blocks, one block after the other.

    Args:
        blocks: each block with its spans on the pages.
        marks: what is known of a council's paper.
    """

    def __init__(self, blocks: Sequence[tuple[Block, list[Span]]], marks: Marks) -> None:
        self._blocks = blocks
        self._paper = marks.paper
        self._minutes = marks.minutes
        self._path = HeadingPath(marks)
        self._labels = _settled(blocks) if marks.paper else [_plain_label(block) for block, _ in blocks]

    def passages(self) -> Iterator[Passage]:
        """Give the passages in reading order."""
        listed_until = 0
        for n, (block, spans) in enumerate(self._blocks):
            self._path.leave_table(block)
            if block.role is Role.HEADING:
                self._path.take(block)
                if self._paper or not headings.ENDS_WITH_GRADE.search(block.text):
                    continue
            if block.role is Role.LABEL:
                self._path.leave_fields()
            if n < listed_until or block.role is Role.LABEL or (self._paper and is_attachment(block.text)):
                continue
            listed_until = self._end_of_short_list(n)
            yield from self._of_block(n, Passage(block.text, tuple(spans)), self._blocks[n + 1 : listed_until])

    def _of_block(self, n: int, whole: Passage, listed: Sequence[tuple[Block, list[Span]]]) -> Iterator[Passage]:
        label, path = self._labels[n], self._path
        text = whole.text[label.end if label else 0 :].lstrip(BULLET + SUB_BULLET + " ")
        skip = len(whole.text) - len(text)
        path.enter(label, text)
        number = _number(label, path)
        words = len(re.findall(r"\w+", text))
        if words < (1 if self._paper else 2):
            return
        if listed:
            parts = [
                (text, whole.locate(skip, len(whole.text))),
                *((block.text, tuple(spans)) for block, spans in listed),
            ]
            yield self._placed(_joined(parts), path.headings, number)
            return
        introduces = self._introduces(n, text)
        above = path.headings
        if introduces and not self._paper:
            above = path.sections
        if self._blocks[n][0].role is Role.HEADING:
            above = path.sections[:-1]
        if introduces:
            path.introduce(label, text, number)
        says_nothing = (introduces and len(text) < 60) or words < 2
        in_list = self._paper and label is not None and bool(above[len(path.sections) :])
        if says_nothing and not (in_list and (path.decides or not introduces)):
            return  # "In the last 12 months:" says nothing alone
        for start, end in self._pieces(text):
            yield from self._unit(whole, skip + start, skip + end, above, number)

    def _introduces(self, n: int, text: str) -> bool:
        """True if the words introduce the list after them."""
        if _LEAD_IN.search(text):
            return len(text) < 400
        following = self._labels[n + 1] if n + 1 < len(self._labels) else None
        if not self._paper or len(text) > 400:
            return False
        label = self._labels[n]
        level = label.level if label else Level.PARAGRAPH
        if following is None or following.level <= level:
            return _is_bare_decision(text)
        first = following.level >= Level.BULLET or following.place == 1
        return first and (self._path.decides or not _ENDED.search(text))

    def _end_of_short_list(self, n: int) -> int:
        """Give the index after a list of short points that block `n` introduces; 0 if there is none.

        A point such as "Early Help" says too little alone, so the list is one passage with its lead-in.
        """
        lead_in = self._blocks[n][0].text
        if not self._paper or not _LEAD_IN.search(lead_in) or len(lead_in) > 400:
            return 0
        end, size = n + 1, len(lead_in)
        while end < len(self._blocks) and self._is_short_point(end) and size < LONGEST:
            size += len(self._blocks[end][0].text)
            end += 1
        goes_on = end < len(self._blocks) and self._is_point_like(end, n)
        bare = any(len(re.findall(r"\w+", block.text)) <= 2 for block, _ in self._blocks[n + 1 : end])
        return end if end - n > 2 and bare and not goes_on else 0

    def _is_short_point(self, n: int) -> bool:
        block, label = self._blocks[n][0], self._labels[n]
        if block.role is not Role.TEXT or _LEAD_IN.search(block.text):
            return False
        if label is None:  # a cell of a table that was saved line by line
            return len(block.text) <= _SHORT_LINE and not _ENDED.search(block.text) and not stance_of_words(block.text)
        return label.level >= Level.BULLET and len(block.text) <= _SHORT_POINT and len(block.text.split()) <= 6

    def _is_point_like(self, n: int, lead_in: int) -> bool:
        """True if block `n` is one more point of the list that the lead-in's short points began."""
        label, first, own = self._labels[n], self._labels[lead_in + 1], self._labels[lead_in]
        if not label or not first or label.level < first.level:
            return False
        return own is None or own.level != label.level

    def _pieces(self, text: str) -> list[tuple[int, int]]:
        """Part a paragraph of minutes before each decision in it."""
        cuts = [match.start() for match in _DECIDES.finditer(text)] if self._minutes else []
        bounds = [0, *cuts, len(text)]
        return [(start, len(text[:end].rstrip())) for start, end in pairwise(bounds) if end > start]

    def _unit(
        self, whole: Passage, start: int, end: int, above: tuple[str, ...], number: str | None
    ) -> Iterator[Passage]:
        """Give the passages of one paragraph: a decision's parts, or else its sentences up to the longest passage."""
        text = whole.text[start:end]
        decides = self._minutes and self._placed(Passage(text, whole.spans), above, number).stance is Stance.DECISION
        parts = inline_parts(text) if decides else []
        if parts:
            before = text[: parts[0][1]].rstrip()
            above = (*above, before[: -len(parts[0][0])].strip()[-200:])
        for label, first, last in parts or [("", 0, len(text))]:
            for from_, to in _divide(text[first:last], start + first):
                piece = Passage(whole.text[from_:to], whole.locate(from_, to))
                yield self._placed(piece, tuple(filter(None, above)), _under(number, label) if label else number)

    def _placed(self, passage: Passage, above: tuple[str, ...], number: str | None) -> Passage:
        return replace(passage, headings=above, number=number, item=self._path.item)


def _plain_label(block: Block) -> Label | None:
    """The label of a block in Ofsted's reports."""
    match = MARKER.match(block.text) if block.role is Role.TEXT else None
    if not match:
        return None
    if match["bullet"]:
        return Label(Level.BULLET, "", match.end())
    return Label(Level.NUMBER if match["number"] else Level.LETTER, match["number"] or match["letter"], match.end())


def _settled(blocks: Sequence[tuple[Block, list[Span]]]) -> list[Label | None]:
    """The labels of a council's paper, with their levels."""
    read = [read_label(block.text) if block.role is Role.TEXT else None for block, _ in blocks]
    following: list[Label | None] = [None] * len(read)
    for n in range(len(read) - 2, -1, -1):
        later = read[n + 1]
        following[n] = later if later and later.level in (Level.LETTER, Level.ROMAN) else following[n + 1]
    nesting = Nesting()
    return [nesting.settle(label, after) for label, after in zip(read, following, strict=True)]


def _number(label: Label | None, path: HeadingPath) -> str | None:
    """The number by which a block is cited: its own, under that of the part it belongs to, or the list's."""
    if not label or not label.printed:
        return path.number
    return _under(path.number if label.level is Level.ROMAN else None, label.printed.rstrip("."))


def _under(outer: str | None, own: str) -> str:
    """A part of a part: "(d)(i)"."""
    if not outer:
        return own
    return f"{outer}{own}" if own.startswith("(") else f"{outer} {own}"


def _is_bare_decision(text: str) -> bool:
    """True for a decision's lead-in without its words: "RESOLVED"."""
    return bool(
        re.fullmatch(r"(?:.{0,200}\b)?(?-i:RESOLVED|Resolved|AGREED)(?: unanimously)?(?: that)?\W*", text, re.I | re.S)
    )


def _joined(parts: Sequence[tuple[str, tuple[Span, ...]]]) -> Passage:
    text = ""
    spans: tuple[Span, ...] = ()
    for words, at in parts:
        text += glue(text, words) + words
        spans = (*spans, *at)
    return Passage(text, spans)


def _divide(text: str, offset: int) -> list[tuple[int, int]]:
    """Divide a paragraph into parts of at most `LONGEST` characters; give each `(start, end)`, plus `offset`."""
    parts: list[tuple[int, int]] = []
    for start, end in sentence_spans(text):
        while end - start > LONGEST:  # a list or table that reads as one sentence
            cut = text.rfind(" ", start, start + LONGEST)
            cut = cut if cut > start else start + LONGEST
            parts.append((start, cut))
            start = cut + (text[cut] == " ")
        if parts and end - parts[-1][0] <= LONGEST:
            parts[-1] = (parts[-1][0], end)
        else:
            parts.append((start, end))
    return [(start + offset, end + offset) for start, end in parts]
