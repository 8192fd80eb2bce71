"""Cleans extracted text with an ordered list of small pure functions, each `str -> str`.

Cleaning repairs what extraction does to the printed words (broken hyphens, stray bullets, odd spaces). It never
changes a letter, a digit or their order, so a cleaned sentence is still the sentence on the page.
"""

import re
from collections.abc import Callable
from functools import reduce

BULLET = "•"
SUB_BULLET = "◦"  # the sign that word processors put before the points of a second level
_BULLETS = "\uf06e\uf02d\uf0a7\uf0be\uf0b7\u25fc\u25aa\u25cf\u2022\u00b7\u2500\u2015\u2212\u25a0\u2043"
_SUB_BULLETS = "\uf0d8\u25e6\u2023\u27a2Ø"
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
# Control characters; signs without width or ink, in which a text can be hidden; and marks that turn the direction of others.
_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\u034f\u061c\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ud800-\udfff\ufe00-\ufe0f\ufeff"
    "\ufff0-\ufffb\U000e0000-\U000e0fff]"
)
_PRIVATE_USE = re.compile("[\ue000-\uf8ff]")


def drop_control_characters(text: str) -> str:
    """Remove control characters, terminal codes included, except line ends and tabs, and signs that nobody sees."""
    return _UNSEEN.sub("", text)


def unify_line_ends(text: str) -> str:
    """Make every line end one newline."""
    return re.sub(r"\r\n?|\f|\u2028|\u2029", "\n", text)


def expand_ligatures(text: str) -> str:
    """Replace each typeset ligature with its letters."""
    return re.sub("[ﬀ-ﬆ]", lambda m: _LIGATURES[m.group()], text)


def join_soft_hyphens(text: str) -> str:
    """Join words that were broken at a soft hyphen."""
    return re.sub("\u00ad[ \t]*\n?", "", text)


def plain_spaces(text: str) -> str:
    """Make every run of spaces, of any kind, one ordinary space."""
    return re.sub("[ \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+", " ", text)


def plain_bullets(text: str) -> str:
    """Make every bullet at the start of a line the same sign, one for each of two levels; some fonts use private code points."""
    text = re.sub(rf"(?m)^ *[{_BULLETS}]+(?= |$|[A-Z‘’'“])", BULLET, text)
    text = re.sub(rf"(?m)^ *(?:[{_SUB_BULLETS}]+(?= |$|[A-Z‘’'“])|o(?= [A-Za-z‘’'“]))", SUB_BULLET, text)
    return _PRIVATE_USE.sub("", text)


def close_broken_hyphens(text: str) -> str:
    """Repair `decision- making`, but leave a deliberate hanging hyphen (`short- and long-term`)."""
    return re.sub(r"(?<=[a-z])- (?=[a-z])(?!(?:and|or|to|nor|but)\b)", "-", text)


CLEANERS: tuple[Callable[[str], str], ...] = (
    unify_line_ends,
    drop_control_characters,
    expand_ligatures,
    join_soft_hyphens,
    plain_spaces,
    plain_bullets,
    close_broken_hyphens,
)


def clean(text: str) -> str:
    """Apply every cleaner in order."""
    return reduce(lambda done, cleaner: cleaner(done), CLEANERS, text)


def join_lines(first: str, second: str) -> str:
    """Join two printed lines of one paragraph into one line."""
    return first + glue(first, second) + second


class Joined:
    """The printed lines of one paragraph, joined into one line; the time it takes grows with the length alone."""

    def __init__(self, line: str = "") -> None:
        self._pieces = [line]

    def add(self, line: str) -> None:
        """Add one more line."""
        self._pieces += (glue(self._pieces[-1], line), line)

    def __str__(self) -> str:
        if len(self._pieces) > 1:
            self._pieces = ["".join(self._pieces)]
        return self._pieces[0]

    def ending(self, length: int) -> str:
        """Give the last characters, as many as asked for, without joining the whole."""
        last = ""
        for piece in reversed(self._pieces):
            last = piece + last
            if len(last) >= length:
                break
        return last[-length:]


def glue(first: str, second: str) -> str:
    """Give what joins two printed lines: nothing after a broken hyphen, otherwise a space."""
    broken = re.search(r"\w-$", first[-2:]) and not re.match(r"(?:and|or|to|nor|but)\b", second)
    return "" if broken or not first or not second else " "
