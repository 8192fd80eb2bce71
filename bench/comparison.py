"""Asks whether a stored page has the words of its print in the order in which they are printed, and gives the reason if not."""

import collections
import itertools
from functools import cached_property
from typing import Literal

from bench.printed import Print, Segment
from bench.stored import Stored, lettered
from ingest import Page

_RAISED = 0.85  # of the height of the line beside it


class Comparison:
    """A stored page beside its print."""

    def __init__(self, page: Page, printed: Print) -> None:
        self.stored = Stored(page)
        self.printed = printed
        self.reasons: set[str] = set()
        self.faults: list[str] = []

    def run(self) -> tuple[set[str], list[str]]:
        """Give the reasons for what differs, and what differs without one."""
        segments = self.printed.segments
        self.stored.place(segments)
        self._words()
        for segment in segments:
            if self.stored.start(segment) is None:
                self._torn(segment)
            self._beside(segment)
            self._below(segment)
        return self.reasons, self.faults

    def _words(self) -> None:
        printed = collections.Counter(word for segment in self.printed.segments for word in segment.words)
        stored = collections.Counter(self.stored.words)
        missing, more = list((printed - stored).elements()), list((stored - printed).elements())
        if not missing and not more:
            if self.printed.unseen:
                self.reasons.add("text that nobody sees left out")
            return
        if lettered(missing) == lettered(more):
            raised = self._raised()
            if all(any(word.endswith(mark) for mark in raised) for word in more):
                self.reasons.add("a raised mark of a footnote")
                return
            self.reasons.add("words parted or joined otherwise, the same letters")
        elif lettered([*missing, *self.printed.unseen]) == lettered(more):
            self.faults.append(f"unseen text stored: {self.printed.unseen[:8]}")
        elif lettered([*missing, *self.printed.slanted]) == lettered(more):
            self.reasons.add("slanted text")
        elif any(not segment.mapped for segment in self.printed.segments):
            self.reasons.add("a font without letters for its signs")
        else:
            self.faults.append(f"words missing {missing[:8]}, words more {more[:8]}")

    def _torn(self, segment: Segment) -> None:
        """Tell why a segment does not stand in the text whole."""
        stored = self.stored
        near = stored.end(segment.above) or stored.end(segment.before) or 0
        pieces = list(stored.pieces(segment.text, near))
        if not segment.mapped:
            self.reasons.add("a font without letters for its signs")
            return
        if sum(end - start for start, end in pieces) < len(segment.text):
            self.faults.append(f"not stored: {' '.join(segment.words)[:60]}")
            return
        for (_, end), (start, _) in itertools.pairwise(pieces):
            if not self._parted(end, start):
                where = f"…{stored.letters[max(0, end - 15) : end]}, …{stored.letters[max(0, start - 15) : start + 15]}"
                self.faults.append(f"a line parted: {' '.join(segment.words)[:80]} at {where}")

    def _parted(self, end: int, start: int) -> bool:
        """True if a reason is found why letters that are neighbours on the page are parted in the text."""
        stored = self.stored
        if start >= end:
            between = stored.without_furniture(end, start)
            if not between:
                if start > end:
                    self.reasons.add("furniture moved aside")
                return True
            if len(between) < 4 and between in self._raised():
                self.reasons.add("a raised mark of a footnote")
                return True
        low, high = min(start, end), max(start, end)
        if stored.has_bar(low, high) and (stored.in_row(min(start, len(stored.letters) - 1)) or stored.in_row(end - 1)):
            self.reasons.add("a table read by cell")
            return True
        if stored.furniture[end - 1] != (stored.furniture[start] if start < len(stored.letters) else 0):
            self.reasons.add("furniture moved aside")
            return True
        return False

    def _raised(self) -> set[str]:
        return {segment.text for segment in self._marks}

    @cached_property
    def usual(self) -> float:
        """The height of the line in which most letters of the page are set."""
        heights: collections.Counter[float] = collections.Counter()
        for segment in self.printed.segments:
            heights[round(segment.height, 1)] += len(segment.text)
        return heights.most_common(1)[0][0] if heights else 0.0

    def _beside(self, segment: Segment) -> None:
        """Compare a segment with its neighbour in the line."""
        if not segment.after:
            return
        end, start = self.stored.end(segment), self.stored.start(segment.after)
        if end is None or start is None or end == start or self._parted(end, start):
            return
        if any(one.height < _RAISED * self.usual for one in (segment, segment.after)):
            self.reasons.add("a raised mark of a footnote")
        elif any(len(list(one.block)) > 1 for one in (segment, segment.after)):
            self.reasons.add("blocks side by side, one after the other")
        else:
            self.faults.append(f"neighbours parted: {segment.words[-3:]} | {segment.after.words[:3]}")

    def _below(self, segment: Segment) -> None:
        """Compare a segment with the one that it goes on with."""
        below = segment.below
        if not below:
            return
        end, start = self.stored.end(self._over_marks(segment)), self.stored.start(below)
        if end is None or start is None or end == start or self._parted(end, start):
            return
        rest = "".join(one.text for one in _rest(segment, "after")) + "".join(
            one.text for one in reversed(_rest(below, "before"))
        )
        across = start > end and self.stored.letters[end:start] == rest
        if across and not below.words[0][:1].islower():
            self.reasons.add("rows of a table read across")
        elif across and self._is_straddled(segment, below):
            self.reasons.add("words set wide apart in one or two lines of a block")
        elif not segment.wraps and start > end:
            self.reasons.add("a paragraph that ends before its block does")
        else:
            self.faults.append(f"lines parted: {' '.join(segment.words[-4:])} / {' '.join(below.words[:4])}")

    def _is_straddled(self, segment: Segment, below: Segment) -> bool:
        """True if print in the line above or below two lines runs across their gap, so that it parts no columns."""
        pairs = [(segment, segment.after), (below.before, below)]
        gaps = [(one.right + two.left) / 2 for one, two in pairs if one and two]
        reach = 1.75 * segment.height
        near = [
            other
            for other in self.printed.segments
            if other.angle == segment.angle
            and other.line not in (segment.line, below.line)
            and below.base - reach < other.base < segment.base + reach
        ]
        return any(other.left < gap < other.right for gap in gaps for other in near)

    def _over_marks(self, segment: Segment) -> Segment:
        """Give the end of what only raised marks part from a segment in its line."""
        while segment.after and any(
            segment.right - 1 < mark.left
            and mark.right < segment.after.left + 1
            and 0 < mark.base - segment.base < mark.height
            for mark in self._marks
        ):
            segment = segment.after
        return segment

    @cached_property
    def _marks(self) -> list[Segment]:
        return [segment for segment in self.printed.segments if segment.height < _RAISED * self.usual]


def _rest(segment: Segment, side: Literal["after", "before"]) -> list[Segment]:
    """Give the segments after or before one in its line, the nearest first."""
    found = []
    at = segment.after if side == "after" else segment.before
    while at:
        found.append(at)
        at = at.after if side == "after" else at.before
    return found
