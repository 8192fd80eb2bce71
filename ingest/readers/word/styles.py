"""What a Word document's styles say of a paragraph or a run of text."""

import re
from dataclasses import dataclass

from lxml.etree import _Element

from ingest.readers.word.package import attribute, child, is_on, local, value

_DEEPEST = 12  # styles based on styles


@dataclass(frozen=True)
class _Style:
    name: str
    based_on: str
    paragraph: _Element | None
    run: _Element | None


class Styles:
    """The styles by their identifiers; each takes from the one that it is based on."""

    def __init__(self, part: _Element | None) -> None:
        self._styles = {
            attribute(one, "styleId"): _Style(
                value(one, "name"), value(one, "basedOn"), child(one, "pPr"), child(one, "rPr")
            )
            for one in (() if part is None else part)
            if local(one) == "style"
        }

    def _chain(self, identifier: str) -> list[_Style]:
        chain: list[_Style] = []
        while (style := self._styles.get(identifier)) and len(chain) < _DEEPEST:
            chain.append(style)
            identifier = style.based_on
        return chain

    def is_hidden(self, run: _Element | None, paragraph_style: str) -> bool:
        """True if a run's text is not shown, or struck through."""
        for name in ("vanish", "strike", "dstrike"):
            set_here = is_on(run, name)
            chain = [*self._chain(value(run, "rStyle")), *self._chain(paragraph_style)]
            states = [set_here, *(is_on(style.run, name) for style in chain)]
            if next((state for state in states if state is not None), False):
                return True
        return False

    def level(self, properties: _Element | None) -> int | None:
        """Give the level of a heading; None for a paragraph that is none."""
        chain = self._chain(value(properties, "pStyle"))
        for style in chain:
            if heading := re.fullmatch(r"heading (\d)", style.name, re.I):
                return int(heading[1])
            if style.name.lower() == "title":
                return 1
        outlines = [value(properties, "outlineLvl"), *(value(style.paragraph, "outlineLvl") for style in chain)]
        outline = next((text for text in outlines if text), "")
        return int(outline) + 1 if outline.isdigit() and int(outline) < 6 else None

    def numbered(self, properties: _Element | None) -> tuple[str, int]:
        """Give the identifier of a paragraph's list and its level in it; "" if it is in none."""
        identifier, level = "", ""
        for one in [properties, *(style.paragraph for style in self._chain(value(properties, "pStyle")))]:
            identifier = identifier or value(one, "numPr", "numId")
            level = level or value(one, "numPr", "ilvl")
        return "" if identifier == "0" else identifier, int(level) if level.isdigit() else 0

    def is_bullet(self, properties: _Element | None) -> bool:
        """True for Word's own style of bulleted list, which a document can lack the numbering of."""
        return any(style.name.lower().startswith("list bullet") for style in self._chain(value(properties, "pStyle")))
