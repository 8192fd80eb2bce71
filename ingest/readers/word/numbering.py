"""Counts the numbers that Word prints before numbered paragraphs."""

import re
from collections import defaultdict
from dataclasses import dataclass

from lxml.etree import _Element

from ingest.cleaning import BULLET
from ingest.readers.word.package import attribute, child, local, value

_ROMAN = dict(
    zip(
        (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
        "m cm d cd c xc l xl x ix v iv i".split(),
        strict=True,
    )
)


@dataclass(frozen=True)
class _Level:
    form: str
    text: str
    start: int


class Numbering:
    """The lists of a document, each counted on as its paragraphs come."""

    def __init__(self, part: _Element | None) -> None:
        self._lists: dict[str, tuple[str, dict[int, _Level]]] = {}  # by identifier: the list that counts, its levels
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)
        self._begun: set[str] = set()
        self._restarts: dict[str, dict[int, int]] = {}
        if part is None:
            return
        kinds = {attribute(one, "abstractNumId"): _levels(one) for one in part if local(one) == "abstractNum"}
        for one in part:
            if local(one) == "num":
                kind, identifier = value(one, "abstractNumId"), attribute(one, "numId")
                changed = {
                    at: level for over in one if local(over) == "lvlOverride" for at, level in _levels(over).items()
                }
                self._lists[identifier] = kind, {**kinds.get(kind, {}), **changed}
                self._restarts[identifier] = {
                    _number(attribute(over, "ilvl"), 0): _number(value(over, "startOverride"), 1)
                    for over in one
                    if local(over) == "lvlOverride" and value(over, "startOverride")
                }

    def next(self, identifier: str, level: int) -> str:
        """Count one paragraph, and give what is printed before it; "" if nothing is."""
        if identifier not in self._lists:
            return ""
        kind, levels = self._lists[identifier]
        counts = self._counts[kind]
        if identifier not in self._begun:
            self._begun.add(identifier)
            for at, start in self._restarts[identifier].items():
                counts[at] = start - 1
        if level not in levels:
            return ""
        this = levels[level]
        for deeper in [at for at in counts if at > level]:
            del counts[deeper]
        counts[level] = counts.get(level, this.start - 1) + 1
        if this.form == "bullet":
            return BULLET

        def printed(match: re.Match[str]) -> str:
            at = int(match[1]) - 1
            above = levels.get(at, _Level("decimal", "", 1))
            return _print(counts.setdefault(at, above.start), above.form)

        return re.sub(r"%(\d)", printed, this.text).strip()


def _levels(parent: _Element) -> dict[int, _Level]:
    found = {}
    for one in parent:
        if local(one) == "lvl":
            form, text = value(one, "numFmt") or "decimal", value(one, "lvlText")
            if child(one, "numFmt") is not None and form == "none":
                text = ""
            found[_number(attribute(one, "ilvl"), 0)] = _Level(form, text, _number(value(one, "start"), 1))
    return found


def _number(text: str, otherwise: int) -> int:
    return int(text) if text.isdigit() and len(text) < 6 else otherwise


def _print(count: int, form: str) -> str:
    if form in ("lowerLetter", "upperLetter"):
        letter = chr(ord("a") + (count - 1) % 26) * min(1 + (count - 1) // 26, 9)
        return letter.upper() if form == "upperLetter" else letter
    if form in ("lowerRoman", "upperRoman"):
        roman = ""
        for size, sign in _ROMAN.items():
            roman += sign * (min(count, 4999) // size)
            count %= size
        return roman.upper() if form == "upperRoman" else roman
    return f"{count:02}" if form == "decimalZero" else str(count)
