"""The labels of lists in minutes ("(a)", "ii)", "4.1", bullets of two levels) and how they nest."""

import re
from dataclasses import dataclass
from enum import IntEnum

from ingest.cleaning import BULLET, SUB_BULLET

_LABEL = re.compile(
    rf"(?P<bullet>{BULLET})\s*|(?P<sub>{SUB_BULLET}|[–—-](?=\s))\s*"
    r"|(?P<decimal>\d{1,3}(?:\.\d{1,3}){1,3})\.?(?:\s+|$)"
    r"|(?P<number>\(?\d{1,3}\)|\d{1,3}\.)(?:\s+|$)"
    r"|(?P<letter>\([a-z]{1,5}\)|[a-z]{1,5}\)|[a-z]\.)(?:\s+|$)"
)
_ROMANS = ("i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx").split()
_INLINE = re.compile(
    r"(?<=[\s:;–-])\((?P<label>[a-z]{1,5}|\d{1,2})\)\s+(?=\S)|(?<=[:;] )(?P<bare>[a-z]{1,5}|\d{1,2})[.)]\s+(?=\S)"
)


class Level(IntEnum):
    """How deep a block stands in a list: a block ends every list that is as deep as itself."""

    PARAGRAPH = 0
    NUMBER = 1
    LETTER = 2
    ROMAN = 3
    BULLET = 4
    SUB_BULLET = 5


@dataclass(frozen=True)
class Label:
    """A label at the start of a block.

    Attributes:
        level: as far as the label alone tells.
        printed: "(a)" or "4.1"; empty for a bullet.
        end: where the words begin.
    """

    level: Level
    printed: str
    end: int

    @property
    def place(self) -> int:
        """Its place in its list, from 1; 0 for a bullet and for numbers with a point inside."""
        if self.level is Level.NUMBER:
            return int(self.printed.strip("()."))
        bare = self.printed.strip("().")
        if self.level is Level.ROMAN:
            return _ROMANS.index(bare) + 1
        return ord(bare) - ord("a") + 1 if len(bare) == 1 else 0


def read_label(text: str) -> Label | None:
    """Read the label that a block begins with; "(i)", "(v)" and "(x)" are taken for letters until `Nesting` sees them in their list."""
    match = _LABEL.match(text)
    if not match:
        return None
    if match["bullet"] or match["sub"]:
        return Label(Level.BULLET if match["bullet"] else Level.SUB_BULLET, "", match.end())
    if match["decimal"]:
        return Label(Level.PARAGRAPH, match["decimal"], match.end())
    if match["number"]:
        return Label(Level.NUMBER, match["number"], match.end())
    bare = match["letter"].strip("().")
    if len(bare) > 1 and bare not in _ROMANS:
        return None
    return Label(Level.LETTER if len(bare) == 1 else Level.ROMAN, match["letter"], match.end())


class Nesting:
    """Tells letters from roman numbers by the labels before and after them."""

    def __init__(self) -> None:
        self._last: Label | None = None

    def settle(self, label: Label | None, following: Label | None) -> Label | None:
        """Give the label with its level in its list.

        Args:
            label: of the next block; None if it has none.
            following: the next label of the same kind after it, as read.
        """
        if label and label.level in (Level.LETTER, Level.ROMAN):
            label = self._letter_or_roman(label, following)
        if label is None or label.level <= Level.ROMAN:
            self._last = label
        return label

    def _letter_or_roman(self, label: Label, following: Label | None) -> Label:
        bare = label.printed.strip("().")
        if bare not in _ROMANS:
            return label
        roman = Label(Level.ROMAN, label.printed, label.end)
        last = self._last
        if len(bare) > 1 or (last and last.level is Level.ROMAN and roman.place == last.place + 1):
            return roman
        if bare == "i":  # the letter only if it comes after "h" and is not followed by "ii"
            after_h = last is not None and last.level is Level.LETTER and last.place == 8
            return label if after_h and not (following and following.printed.strip("().") == "ii") else roman
        return label


def inline_parts(text: str) -> list[tuple[str, int, int]]:
    """Give `(label, start, end)` of each lettered, roman or numbered part inside a paragraph; none if there are not two in order.

    The words before the first part introduce it. `start` is where the words of a part begin, `end` where they end.
    """
    for labels in ("abcdefghijklmnopqrstuvwxyz", _ROMANS, [str(number) for number in range(1, 41)]):
        found: list[re.Match[str]] = []
        for match in _INLINE.finditer(text):
            if len(found) < len(labels) and (match["label"] or match["bare"]) == labels[len(found)]:
                found.append(match)
        if len(found) > 1:
            ends = [match.start() for match in found[1:]] + [len(text)]
            return [
                (match.group().strip(), match.end(), len(text[:end].rstrip()))
                for match, end in zip(found, ends, strict=True)
            ]
    return []
