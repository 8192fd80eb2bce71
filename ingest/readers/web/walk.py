"""Walks a page's tags in order and gives its blocks."""

import re
from collections.abc import Iterator
from dataclasses import replace

from bs4.element import NavigableString, PreformattedString, Tag

from ingest.cleaning import BULLET
from ingest.document import Furniture
from ingest.lines import CELLS
from ingest.readers.flow import Block, Cell, divide, table_blocks
from ingest.readers.web.site import SITE
from ingest.readers.web.tags import children, names_of

_BLOCKS = frozenset(
    """address article aside blockquote caption center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3
    h4 h5 h6 header hr legend li main menu ol p pre section summary table tbody tfoot thead tr ul body html""".split()
)
_CLASSES = {"mgAiTitleTxt": 5, "mgSubItemTitleTxt": 6}  # ModernGov's headings that are paragraphs
_FILE = re.compile(
    r"(?:,? ?\bitem \S{1,8})?[\s,.]*\(?\b(?:PDF|DOCX?|XLSX?|PPTX?|RTF|ZIP|HTML)[ ,(:]{0,3}\d[\d.]{0,6} ?[KM]B\)?\s*$",
    re.I,
)


def blocks_of(tag: Tag) -> list[Block]:
    """Give the blocks of a part of a page."""
    walker = _Walker()
    walker.walk(tag)
    walker.end()
    return walker.blocks


class _Walker:
    def __init__(self, furniture: Furniture | None = None) -> None:
        self.blocks: list[Block] = []
        self._words: list[str] = []
        self._level: int | None = None
        self._label = ""  # a bullet or number for the next paragraph
        self._pre = False
        self._furniture = furniture

    def end(self) -> None:
        """End the current paragraph."""
        text = _FILE.sub("", "".join(self._words))
        self._words.clear()
        if not text.strip():
            return
        for part in [" ".join(text.split())] if self._level else divide(text):
            heading = None if self._furniture else self._level
            self.blocks.append(Block(f"{self._label} {part}" if self._label else part, heading, self._furniture))
            self._label = ""

    def walk(self, tag: Tag) -> None:
        """Take what is in a tag."""
        for child in tag.children:
            if isinstance(child, Tag):
                if child.name in _BLOCKS or child.has_attr(SITE):
                    self._block(child)
                else:
                    self._inline(child)
            elif isinstance(child, NavigableString) and not isinstance(child, PreformattedString):
                self._words.append(str(child) if self._pre else re.sub(r"\s+", " ", child))

    def _inline(self, tag: Tag) -> None:
        if tag.name == "br":
            self._words.append("\n")
        elif tag.name == "q":
            self._words.append("“")
            self.walk(tag)
            self._words.append("”")
        elif tag.name not in ("rt", "rp") and not _is_note_mark(tag):
            self.walk(tag)

    def _block(self, tag: Tag) -> None:
        self.end()
        outer = self._level, self._pre, self._furniture
        if tag.has_attr(SITE):
            self._furniture = Furniture.SITE
        if tag.name == "table":
            self._table(tag)
        elif tag.name == "dl":
            self.blocks += (replace(block, furniture=block.furniture or self._furniture) for block in _definitions(tag))
        else:
            self._level = _level(tag) or self._level
            self._pre = self._pre or tag.name == "pre"
            if tag.name == "li":
                self._label = _label(tag)
            self.walk(tag)
            self.end()
            self._label = "" if tag.name == "li" else self._label
        self._level, self._pre, self._furniture = outer

    def _table(self, table: Tag) -> None:
        caption = table.find("caption", recursive=False)
        title = " ".join(caption.get_text(" ").split()) if caption else ""
        for block in table_blocks(list(_rows(table)), title):
            self.blocks.append(replace(block, furniture=self._furniture or block.furniture))


def _level(tag: Tag) -> int | None:
    if len(tag.name) == 2 and tag.name[0] == "h" and tag.name[1] in "123456":
        return int(tag.name[1])
    if not tag.attrs:
        return None
    if tag.get("role") == "heading":
        level = str(tag.get("aria-level") or "2")
        return int(level) if level in tuple("123456") else 2
    return next((_CLASSES[name] for name in names_of(tag) if name in _CLASSES), None)


def _label(item: Tag) -> str:
    """Give what is printed before an item of a list."""
    parent = item.parent
    if parent is None or parent.name != "ol":
        return BULLET
    if "none" in str(parent.get("style") or ""):
        return ""
    start, count = str(parent.get("start") or "1"), 0
    count = parent.__dict__.setdefault("items_counted", 0)
    parent.__dict__["items_counted"] = count + 1
    number = (int(start) if start.isdigit() and len(start) < 6 else 1) + count
    kind = str(parent.get("type") or "1")
    if kind in "aA" and number <= 26:
        return f"({chr(ord(kind) + number - 1)})"
    return f"{number}."


def _is_note_mark(tag: Tag) -> bool:
    """True for the mark of a footnote: a raised number that links to a place in the page."""
    if tag.name not in ("sup", "a") or not re.fullmatch(r"\s*[\[(]?\d{1,3}[\])]?\s*", tag.get_text()):
        return False
    link = tag if tag.name == "a" else tag.find("a")
    raised = tag.name == "sup" or tag.find("sup") or tag.find_parent("sup")
    return bool(raised and isinstance(link, Tag) and "#" in str(link.get("href") or ""))


def _rows(table: Tag) -> Iterator[list[Cell]]:
    for part in children(table, "tr", "thead", "tbody", "tfoot"):
        for row in [part] if part.name == "tr" else children(part, "tr"):
            yield [_cell(cell, part.name == "thead" or cell.name == "th") for cell in children(row, "td", "th")]


def _cell(tag: Tag, head: bool) -> Cell:
    walker = _Walker(Furniture.SITE if tag.has_attr(SITE) else None)
    walker.walk(tag)
    walker.end()
    return Cell(tuple(walker.blocks), head, _span(tag, "colspan"), _span(tag, "rowspan"))


def _span(tag: Tag, name: str) -> int:
    text = str(tag.get(name) or "").strip()
    return max(1, min(int(text), 1000)) if text.isdigit() and len(text) < 8 else 1


def _definitions(tag: Tag) -> Iterator[Block]:
    """Give each term of a list of definitions with what it says."""
    term = ""
    for part in tag.find_all(["dt", "dd"]):
        if part.find_parent("dl") is not tag:
            continue
        blocks = blocks_of(part)
        if part.name == "dt":
            if term:
                yield Block(term)
            term = " ".join(block.text for block in blocks)
        elif blocks:
            joint = " " if term.endswith(":") else CELLS
            first = f"{term}{joint}{blocks[0].text}" if term else blocks[0].text
            yield replace(blocks[0], text=first)
            yield from blocks[1:]
            term = ""
    if term:
        yield Block(term)
