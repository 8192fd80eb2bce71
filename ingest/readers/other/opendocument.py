"""Reads OpenDocument text (ODT) as one page: deleted, hidden and struck words are left out."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from lxml.etree import _Element

from ingest.cleaning import BULLET
from ingest.document import Furniture
from ingest.errors import ReadError
from ingest.readers.flow import Block, Cell, block_lines, divide, draft_notes, table_blocks
from ingest.readers.flow.archive import Archive
from ingest.readers.result import Reading
from ingest.readers.word.package import attribute, local

_LEFT_OUT = frozenset(
    """tracked-changes annotation annotation-end change change-start change-end forms sequence-decls variable-decls
    user-field-decls hidden-text hidden-paragraph note-citation ruby-text alphabetical-index-mark toc-mark""".split()
)
_AROUND = frozenset(
    """section list-header table-of-content index-body text-box frame g custom-shape table-header-rows table-rows table-row-group
    table-header-columns numbered-paragraph soft-page-break index-title illustration-index""".split()
)
_SIGNS = {"tab": "\t", "line-break": "\n"}


def read(path: Path, data: bytes) -> Reading:
    """Read an OpenDocument text; notes come after the text, then headers and footers.

    Raises:
        ReadError: the file is damaged, locked or too large.
    """
    archive = Archive(path, data)
    archive.check()
    if "META-INF/manifest.xml" in archive.names and b"encryption-data" in archive.read("META-INF/manifest.xml"):
        raise ReadError(path, "is locked with a password; save it without one")
    content = archive.tree("content.xml")
    styles = archive.tree("styles.xml") if "styles.xml" in archive.names else None
    reader = _Reader(_unseen(content, styles), _numbered(content, styles))
    try:
        body = next(one for one in content.iter() if local(one) == "text" and one.getparent() is not None)
        blocks = list(reader.blocks(body))
        blocks += [
            Block(block.text, furniture=Furniture.FOOTNOTE) for note in reader.notes for block in reader.blocks(note)
        ]
    except StopIteration as error:
        raise ReadError(path, "is damaged: it has no text") from error
    masters = [
        one for one in (() if styles is None else styles.iter()) if local(one) in ("header", "footer", "header-first")
    ]
    running = [
        replace(block, heading=None, furniture=Furniture.RUNNING_LINE)
        for one in masters
        if attribute(one, "display") != "false"
        for block in reader.blocks(one)
    ]
    return Reading("ODT", [block_lines(1, [*blocks, *running])], notes=draft_notes(running))


def _unseen(*parts: _Element | None) -> frozenset[str]:
    """Give the names of styles whose text is hidden or struck through."""
    names = set()
    for style in (one for part in parts if part is not None for one in part.iter() if local(one) == "style"):
        for one in style:
            struck = attribute(one, "text-line-through-style") or attribute(one, "text-line-through-type")
            if attribute(one, "display") == "none" or struck not in ("", "none"):
                names.add(attribute(style, "name"))
    return frozenset(names)


def _numbered(*parts: _Element | None) -> dict[str, dict[int, tuple[str, str, str]]]:
    """Give for each list style and level what stands before the number, its form and what stands after it."""
    return {
        attribute(style, "name"): {
            int(attribute(one, "level") or 1): (
                attribute(one, "num-prefix"),
                attribute(one, "num-format"),
                attribute(one, "num-suffix"),
            )
            for one in style
            if local(one) == "list-level-style-number"
        }
        for part in parts
        if part is not None
        for style in part.iter()
        if local(style) == "list-style"
    }


@dataclass
class _Reader:
    unseen: frozenset[str]
    numbered: dict[str, dict[int, tuple[str, str, str]]]
    notes: list[_Element] = field(default_factory=list)

    def blocks(self, parent: _Element) -> Iterator[Block]:
        for element in parent:
            name = local(element)
            if name in ("p", "h"):
                yield from self._paragraph(element)
            elif name == "list":
                yield from self._list(element, attribute(element, "style-name"), 1)
            elif name == "table":
                yield from table_blocks(list(self._rows(element, False)))
            elif name in _AROUND and attribute(element, "display") != "none":
                yield from self.blocks(element)

    def _paragraph(self, element: _Element) -> Iterator[Block]:
        parts: list[str] = []
        boxes: list[_Element] = []
        if attribute(element, "style-name") not in self.unseen:
            self._words(element, parts, boxes)
        level = attribute(element, "outline-level")
        heading = (int(level) if level.isdigit() else 1) if local(element) == "h" else None
        text = "".join(parts)
        yield from (Block(part, heading) for part in ([" ".join(text.split())] if heading else divide(text)))
        for box in boxes:
            yield from self.blocks(box)

    def _words(self, element: _Element, parts: list[str], boxes: list[_Element]) -> None:
        parts.append(_spaced(element.text))
        for child in element:
            name = local(child)
            if name == "note":
                self.notes += [one for one in child if local(one) == "note-body"]
            elif name in ("frame", "custom-shape", "g", "text-box"):
                boxes.append(child)
            elif name == "s":
                parts.append(" ")
            elif name in _SIGNS:
                parts.append(_SIGNS[name])
            elif name and name not in _LEFT_OUT and attribute(child, "style-name") not in self.unseen:
                self._words(child, parts, boxes)
            parts.append(_spaced(child.tail))

    def _list(self, element: _Element, style: str, level: int) -> Iterator[Block]:
        count = 0
        for item in element:
            if local(item) not in ("list-item", "list-header"):
                continue
            start = attribute(item, "start-value")
            count = int(start) if start.isdigit() and len(start) < 6 else count + 1
            label = self._label(style, level, count) if local(item) == "list-item" else ""
            for child in item:
                if local(child) == "list":
                    yield from self._list(child, attribute(child, "style-name") or style, level + 1)
                elif local(child) in ("p", "h"):
                    for block in self._paragraph(child):
                        yield replace(block, text=f"{label} {block.text}") if label else block
                        label = ""

    def _label(self, style: str, level: int, count: int) -> str:
        if level not in self.numbered.get(style, {}):
            return BULLET
        before, form, after = self.numbered[style][level]
        number = chr(ord(form) + (count - 1) % 26) if form in ("a", "A") else str(count)
        return f"{before}{number}{after}" if form else ""

    def _rows(self, table: _Element, head: bool) -> Iterator[list[Cell]]:
        for element in table:
            name = local(element)
            if name == "table-row":
                yield [
                    self._cell(cell, head) for cell in element if local(cell) in ("table-cell", "covered-table-cell")
                ]
            elif name in ("table-header-rows", "table-rows", "table-row-group"):
                yield from self._rows(element, head or name == "table-header-rows")

    def _cell(self, cell: _Element, head: bool) -> Cell:
        repeated = attribute(cell, "number-columns-repeated")
        across = int(repeated) if repeated.isdigit() and len(repeated) < 4 else 1
        return Cell(tuple(self.blocks(cell)), head, across)


def _spaced(text: str | None) -> str:
    return " ".join(f"-{text or ''}-".split())[1:-1]
