"""A stored page as a run of letters, in which the segments of the printed page are looked up."""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Iterator

from bench.printed import Segment
from ingest import Page
from ingest.lines import CELLS

_LONG = 12  # letters: a segment with so many that stands in the text once is looked up first


class Stored:
    """The letters of a page's text.

    Attributes:
        letters: letters and digits alone.
        furniture: for each of them, 1 if it is furniture.
        places: for each segment found whole, where its letters begin.
    """

    def __init__(self, page: Page) -> None:
        pieces, at = [], []
        for place, char in enumerate(page.text):
            found = char if char.isascii() else unicodedata.normalize("NFKD", char)
            kept = "".join(filter(str.isalnum, found))
            pieces.append(kept)
            at += [place] * len(kept)
        self.letters = "".join(pieces)
        self.words = re.findall(r"[^\W_]+", _marked(page.text))
        self.furniture = bytearray(len(at))
        for _, start, end in page.furniture:
            first, last = bisect_left(at, start), bisect_left(at, end)
            self.furniture[first:last] = b"\1" * (last - first)
        self._at = at
        self._bars = [match.start() for match in re.finditer(re.escape(CELLS.strip()), page.text)]
        self._lines = [match.start() for match in re.finditer("\n", page.text)]
        self._used = bytearray(len(at))
        self.places: dict[int, int] = {}

    def place(self, segments: list[Segment]) -> None:
        """Look up each segment: long ones that stand in the text once, then the others next to their neighbours."""
        for segment in segments:
            text = segment.text
            if (
                len(text) >= _LONG
                and (start := self.letters.find(text)) >= 0
                and self.letters.find(text, start + 1) < 0
            ):
                self._take(segment, start)
        last = 0
        for segment in segments:
            if id(segment) not in self.places and (near := self._nearest(segment, last)) is not None:
                self._take(segment, near)
            last = self.end(segment) or last

    def end(self, segment: Segment | None) -> int | None:
        """Give where the letters of a segment end; None if they were not found."""
        start = self.start(segment)
        return None if start is None or segment is None else start + len(segment.text)

    def start(self, segment: Segment | None) -> int | None:
        """Give where the letters of a segment begin; None if they were not found."""
        return None if segment is None else self.places.get(id(segment))

    def pieces(self, text: str, start: int) -> Iterator[tuple[int, int]]:
        """Give the parts of a text that stand in the letters, each as long as can be; the first is looked for from `start` on."""
        at = start
        while text:
            low, high = 0, len(text)
            while low < high:
                middle = (low + high + 1) // 2
                low, high = (middle, high) if text[:middle] in self.letters else (low, middle - 1)
            if low:
                found = min(self._all(text[:low]), key=lambda place: (abs(place - at), place))
                at = found + low
                yield found, at
            text = text[max(low, 1) :]

    def without_furniture(self, start: int, end: int) -> str:
        """Give the letters of a stretch that are not furniture."""
        return "".join(
            char for char, moved in zip(self.letters[start:end], self.furniture[start:end], strict=True) if not moved
        )

    def has_bar(self, start: int, end: int) -> bool:
        """True if the sign between two cells of a table stands next to or among the letters of a stretch."""
        if not self._at:
            return False
        low = self._at[start - 1] if start else 0
        high = self._at[end] if end < len(self._at) else self._at[-1] + 9
        return bisect_left(self._bars, low) < bisect_left(self._bars, high)

    def in_row(self, start: int) -> bool:
        """True if a letter stands in a line of the text with signs between cells."""
        n = bisect_left(self._lines, self._at[start])
        low = self._lines[n - 1] if n else 0
        high = self._lines[n] if n < len(self._lines) else self._at[-1] + 9
        return bisect_left(self._bars, low) < bisect_left(self._bars, high)

    def _take(self, segment: Segment, start: int) -> None:
        self.places[id(segment)] = start
        self._used[start : start + len(segment.text)] = b"\1" * len(segment.text)

    def _nearest(self, segment: Segment, last: int) -> int | None:
        text = segment.text
        expected = [at for at in (self.end(segment.above), self.end(segment.before)) if at is not None]
        expected += [at - len(text) for at in (self.start(segment.below), self.start(segment.after)) if at is not None]
        for at in expected:
            if at >= 0 and self.letters.startswith(text, at) and not any(self._used[at : at + len(text)]):
                return at
        free = [at for at in self._all(text) if not any(self._used[at : at + len(text)])]
        near = expected[0] if expected else last
        return min(free, key=lambda at: abs(at - near) + (at < near) * 20, default=None)

    def _all(self, text: str) -> Iterator[int]:
        at = self.letters.find(text)
        while at >= 0:
            yield at
            at = self.letters.find(text, at + 1)


def _marked(text: str) -> str:
    return unicodedata.normalize("NFKD", text)


def lettered(words: Iterable[str]) -> str:
    """Give the letters of words in alphabetical order."""
    return "".join(sorted("".join(words)))
