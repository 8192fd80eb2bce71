"""A PDF page as it is printed: its letters gathered by their places alone, whatever order the file draws them in.

PDFium gives each letter with its box and its baseline. Letters on one baseline are a line, which a wide gap parts into segments; a
segment that stands right below another goes on with it. What leaves no trace on the rendered page is not seen.
"""

import ctypes
import itertools
import math
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pypdfium2
from pypdfium2 import raw

from bench.letters import Letter, letters_of

_SCALE = 1.5  # pixels a point, to see whether a word leaves a trace
_OVERPRINTED = 4  # letters of a line that begin where their neighbour does
_SMALLEST = 1.5  # points: lower print is too small to read
_TRACE = 12  # of 255: the least difference of ink that a person sees
_WORD = 0.16  # of a line's height: a wider gap parts words
_SEGMENT = 0.55  # of a line's height: a wider gap parts segments
_BASELINE = 0.2  # of a line's height: letters nearer than that stand on one line
_BELOW = 1.75  # of a line's height: a line further below begins a block
_LOOSER = 1.2  # of the page's usual distance from line to line: a line further below begins a paragraph


@dataclass(slots=True, eq=False)
class Segment:
    """Letters of one line without a wide gap.

    Attributes:
        words: its runs of letters and digits.
        base: the height of its baseline on the page.
        wide: how wide its first word is.
        line: the number of its line, from the top of the page.
        mapped: the font tells which letters its signs are.
        above: the segment that it goes on with, in the line above.
        below: the segment that goes on with it.
        before: its neighbour to the left in the line.
        after: its neighbour to the right in the line.
    """

    words: list[str]
    left: float
    right: float
    base: float
    height: float
    wide: float
    line: int
    angle: int
    mapped: bool
    above: "Segment | None" = None
    below: "Segment | None" = None
    before: "Segment | None" = None
    after: "Segment | None" = None

    @property
    def text(self) -> str:
        """All its letters."""
        return "".join(self.words)

    @property
    def block(self) -> "Iterator[Segment]":
        """The segments of its block, from the top."""
        first = self
        while first.above:
            first = first.above
        at: Segment | None = first
        while at:
            yield at
            at = at.below

    @property
    def wraps(self) -> bool:
        """True if the line below stands there because its first word had no room on this one."""
        if not self.below:
            return False
        edge = max(segment.right for segment in self.block)
        return self.right + 0.2 * self.height + self.below.wide > edge


@dataclass(frozen=True)
class Print:
    """What is printed on a page.

    Attributes:
        segments: in the order of their lines, each from left to right.
        unseen: the words that leave no trace on the page.
        slanted: the words that run neither across nor up the page.
    """

    segments: list[Segment] = field(default_factory=list)
    unseen: list[str] = field(default_factory=list)
    slanted: list[str] = field(default_factory=list)


def print_of(page: pypdfium2.PdfPage) -> Print:
    """Gather what is printed on a page."""
    image = page.render(scale=_SCALE, grayscale=True).to_numpy()
    if image.ndim == 3:
        image = image.min(axis=2)
    done = Print()
    frames: dict[int, list[Letter]] = {}
    for letter in letters_of(page.get_textpage()):
        frames.setdefault(letter.angle, []).append(letter)
    for angle, letters in sorted(frames.items()):
        if angle % 90:
            done.slanted.append("".join(letter.text for letter in letters))
            continue
        start = len(done.segments)
        for number, line in enumerate(_lines(letters), start):
            line = _uppermost(line, done.unseen)
            done.segments.extend(_segments(page, image, line, number, done.unseen))
        _link(done.segments[start:])
    return done


def _lines(letters: list[Letter]) -> Iterator[list[Letter]]:
    line: list[Letter] = []
    for letter in sorted(letters, key=lambda letter: -letter.y):
        if line and line[0].y - letter.y > _BASELINE * max(line[0].height, letter.height):
            yield sorted(line, key=lambda letter: letter.x)
            line = []
        line.append(letter)
    if line:
        yield sorted(line, key=lambda letter: letter.x)


def _uppermost(line: list[Letter], unseen: list[str]) -> list[Letter]:
    """Leave out letters over which other letters are drawn later, as where a line was covered and printed anew."""
    if sum(two.x - one.x < 0.3 * (one.right - one.x) for one, two in itertools.pairwise(line)) < _OVERPRINTED:
        return line
    runs: list[list[Letter]] = []
    for letter in sorted(line, key=lambda letter: letter.order):
        if runs and 0 < letter.order - runs[-1][-1].order <= 2 and letter.x >= runs[-1][-1].x:
            runs[-1].append(letter)
        else:
            runs.append([letter])
    kept: list[list[Letter]] = []
    for run in reversed(runs):
        if any(run[0].x < other[-1].right and other[0].x < run[-1].right for other in kept):
            unseen.extend("".join(letter.text if not letter.space else " " for letter in run).split())
        else:
            kept.append(run)
    return sorted((letter for run in kept for letter in run), key=lambda letter: letter.x)


def _segments(
    page: pypdfium2.PdfPage, image: Any, line: list[Letter], number: int, unseen: list[str]
) -> Iterator[Segment]:
    parts: list[list[list[Letter]]] = []
    reach = -math.inf
    for word in _words(line):
        if word[0].height < _SMALLEST or not _leaves_trace(page, image, word):
            unseen.extend(filter(None, ["".join(letter.text for letter in word)]))
            continue
        if word[0].x - reach > _SEGMENT * word[0].height:
            parts.append([])
        if word[0].text:
            parts[-1].append(word)
        reach = word[-1].right
    before: Segment | None = None
    for part in filter(None, parts):
        segment = _segment(part, number)
        segment.before = before
        if before:
            before.after = segment
        yield segment
        before = segment


def _words(line: list[Letter]) -> Iterator[list[Letter]]:
    """Give the runs of letters of a line, and the signs among them each by itself."""
    word: list[Letter] = []
    for letter in line:
        if word and not (letter.text and word[-1].text and letter.x - word[-1].right < _WORD * letter.height):
            yield word
            word = []
        if not letter.space:
            word.append(letter)
    if word:
        yield word


def _segment(words: list[list[Letter]], line: int) -> Segment:
    letters = [letter for word in words for letter in word]
    return Segment(
        words=["".join(letter.text for letter in word) for word in words],
        left=letters[0].x,
        right=letters[-1].right,
        base=sorted(letter.y for letter in letters)[len(letters) // 2],
        height=sorted(letter.height for letter in letters)[len(letters) // 2],
        wide=words[0][-1].right - words[0][0].x,
        line=line,
        angle=letters[0].angle,
        mapped=all(letter.mapped for letter in letters),
    )


def _leaves_trace(page: pypdfium2.PdfPage, image: Any, word: list[Letter]) -> bool:
    """True if the part of the rendered page at a word is not all of one colour."""
    high, wide = image.shape
    x, y = ctypes.c_int(), ctypes.c_int()
    left, bottom = min(one.box[0] for one in word), min(one.box[1] for one in word)
    right, top = max(one.box[2] for one in word), max(one.box[3] for one in word)
    corners = []
    for across, up in ((left, bottom), (right, top)):
        raw.FPDF_PageToDevice(page, 0, 0, wide, high, 0, across, up, x, y)
        corners.append((x.value, y.value))
    (x1, x2), (y1, y2) = (sorted(pair) for pair in zip(*corners, strict=True))
    part = image[max(y1, 0) : max(y2 + 1, 0), max(x1, 0) : max(x2 + 1, 0)]
    return bool(part.size and int(np.max(part)) - int(np.min(part)) > _TRACE)


def _link(segments: list[Segment]) -> None:
    """Tell of each segment which one it goes on with."""
    lines = [list(line) for _, line in itertools.groupby(segments, key=lambda segment: segment.line)]
    for n, line in enumerate(lines):
        for segment in line:
            segment.above = _above(segment, lines[max(0, n - 12) : n])
    # A page of single lines, such as a list, has few tight pairs; a page of prose has many.
    ratios = sorted(_distance(segment) for segment in segments if segment.above)
    usual = ratios[len(ratios) // 5] if ratios else 0.0
    for segment in reversed(segments):  # of several below one, the first goes on with it
        if segment.above and _distance(segment) <= _LOOSER * usual:
            segment.above.below = segment
    for segment in segments:
        if segment.above and segment.above.below is not segment:
            segment.above = None


def _distance(segment: Segment) -> float:
    """Give how far a segment stands below the one above it, in heights of its line."""
    return (segment.above.base - segment.base) / segment.height if segment.above else 0.0


def _above(segment: Segment, lines: list[list[Segment]]) -> Segment | None:
    for line in reversed(lines):
        for other in reversed(line):
            over = min(segment.right, other.right) - max(segment.left, other.left)
            alike = 0.87 < segment.height / max(other.height, 0.01) < 1.15
            if over > 0 and alike:
                return other if other.base - segment.base < _BELOW * segment.height else None
    return None
