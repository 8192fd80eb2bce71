"""Reads rich text (RTF): what is hidden, struck or a code is left out here, and striprtf decodes the rest."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from striprtf.striprtf import destinations, rtf_to_text

from ingest.document import Furniture
from ingest.errors import ReadError
from ingest.readers.flow import Block, Cell, block_lines, divide, draft_notes, table_blocks
from ingest.readers.result import Reading

_TOKEN = re.compile(r"\\([a-zA-Z]{1,32})(-?\d{1,10})? ?|\\'[0-9a-fA-F]{2}|\\[^a-zA-Z]|[{}]|[\r\n]+|[^\\{}\r\n]+")
_LEFT_OUT = frozenset(destinations) - {"pntext", "listtext", "fonttbl", "result"}
_HIDING = frozenset({"v", "deleted", "strike", "striked"})
_ASIDE = {
    **dict.fromkeys(
        ("header", "headerf", "headerl", "headerr", "footer", "footerf", "footerl", "footerr"), Furniture.RUNNING_LINE
    ),
    "footnote": Furniture.FOOTNOTE,
}
_FONT = re.compile(r"\\f(\d{1,5})[^;\r\n]{0,200}?\\fcharset(\d{1,3})")
# Signs for what striprtf gives no place of its own; no text has them after cleaning.
_CELL, _ROW, _LINE, _IN_CELL, _LEVEL = "\ue000", "\ue001", "\ue002", "\ue003", "\ue010"


@dataclass(frozen=True)
class _State:
    """What holds within a group.

    Attributes:
        skipped: the group is no text.
        hiding: the properties that hide its text or strike it.
        aside: the furniture that it is, if any.
        box: it is a text box, which stands apart from the text around it.
    """

    skipped: bool = False
    hiding: frozenset[str] = frozenset()
    aside: Furniture | None = None
    box: bool = False


@dataclass
class _Seen:
    """The visible part of a file, by kind, still as rich text."""

    parts: dict[Furniture | None, list[str]] = field(default_factory=lambda: {None: []})
    fonts: list[str] = field(default_factory=list)
    in_table: bool = False


def read(path: Path, data: bytes) -> Reading:
    """Read rich text as one page.

    Raises:
        ReadError: the file is damaged.
    """
    text = data.decode("cp1252", "replace")
    page = re.search(r"\\ansicpg(\d{3,5})", text[:2000])
    head = rf"{{\rtf1\ansi\ansicpg{page[1] if page else '1252'} "
    try:
        seen = _seen(text)
        fonts = _fonts("".join(seen.fonts))
        blocks: list[Block] = []
        for aside in (None, Furniture.FOOTNOTE, Furniture.RUNNING_LINE):
            plain = rtf_to_text(f"{head}{fonts}{''.join(seen.parts.get(aside, []))}}}", errors="replace")
            blocks += (
                replace(block, furniture=aside, heading=None if aside else block.heading) for block in _blocks(plain)
            )
    except (ValueError, IndexError, KeyError, LookupError) as error:
        raise ReadError(path, f"is damaged rich text ({type(error).__name__})") from error
    running = [block for block in blocks if block.furniture is Furniture.RUNNING_LINE]
    return Reading("RTF", [block_lines(1, blocks)], notes=draft_notes(running))


def _seen(text: str) -> _Seen:
    seen, state, stack = _Seen(), _State(), [_State()]
    at = 0
    while match := _TOKEN.match(text, at):
        at = match.end()
        code, word = match[0], match[1]
        if code == "{":
            stack.append(state)
            if not state.skipped:
                seen.parts.setdefault(state.aside, []).append("{")
            if text.startswith("\\fonttbl", at):
                end = _group_end(text, at)
                seen.fonts.append(text[at - 1 : end])
                state, at = replace(state, skipped=True), end - 1
        elif code == "}":
            closed, state = state, stack.pop() if len(stack) > 1 else state
            if not closed.skipped or closed.box:
                seen.parts.setdefault(closed.aside, []).append("\\par " if closed.box else "")
            if not state.skipped:
                seen.parts.setdefault(state.aside, []).append("}")
        elif word == "bin":
            at += max(0, min(int(match[2] or 0), len(text)))
        else:
            state = _take(seen, state, code, word, match[2])
    return seen


def _fonts(tables: str) -> str:
    """Give the fonts of tables of fonts with the encoding of each, in a form that striprtf reads without searching far."""
    known = dict(_FONT.findall(tables))
    return "{\\fonttbl" + "".join(f"{{\\f{font}\\fcharset{charset} a;}}" for font, charset in known.items()) + "}"


def _group_end(text: str, at: int) -> int:
    depth = 1
    for brace in re.finditer(r"[{}]", text[at : at + 200_000]):
        depth += 1 if brace[0] == "{" else -1
        if not depth:
            return at + brace.end()
    return min(len(text), at + 200_000)


def _take(seen: _Seen, state: _State, code: str, word: str | None, number: str | None) -> _State:
    """Take one code or stretch of text, and give the state after it."""
    if code == "\\*":
        return replace(state, skipped=True)
    if word == "shptxt":
        seen.parts.setdefault(state.aside, []).append("{\\par ")
        return replace(state, skipped=False, box=True)
    if state.skipped:
        return state
    if word in _ASIDE:
        return replace(state, aside=_ASIDE[word])
    if word in _LEFT_OUT:
        return replace(state, skipped=True)
    if word in _HIDING:
        return replace(state, hiding=state.hiding - {word} if number == "0" else state.hiding | {word})
    if word == "plain":
        return replace(state, hiding=frozenset())
    if word in ("pard", "intbl"):
        seen.in_table = word == "intbl"
    if not state.hiding or word in ("cell", "row", "nestrow"):
        seen.parts.setdefault(state.aside, []).append(_rewritten(code, word, number, seen.in_table))
    return state


def _rewritten(code: str, word: str | None, number: str | None, in_table: bool) -> str:
    if word in ("par", "sect", "page"):
        return _IN_CELL if in_table else "\\par "
    if word == "outlinelevel":
        return _LEVEL + str(min(int(number or 9), 9))
    signs = {"cell": _CELL, "row": _ROW, "nestrow": _LINE, "nestcell": " ", "line": _LINE}
    return signs.get(word or "", code)


def _blocks(text: str) -> Iterator[Block]:
    rows: list[list[Cell]] = []
    for part in re.split(rf"([\n{_ROW}])", text):
        if part == _ROW or part == "\n":
            continue
        if _CELL in part:
            cells = part.rstrip().split(_CELL)[:-1]
            rows.append([Cell(tuple(_paragraph(one) for one in cell.split(_IN_CELL) if one.strip())) for cell in cells])
        elif part.strip():
            yield from table_blocks(rows)
            rows = []
            first = _paragraph(part)
            words = first.text.split(_LINE)
            yield from (replace(first, text=piece) for piece in divide("\n".join(words)))
    yield from table_blocks(rows)


def _paragraph(text: str) -> Block:
    level = re.search(rf"{_LEVEL}(\d)", text)
    bare = re.sub(rf"{_LEVEL}\d|[{_IN_CELL}]", "", text).strip()
    return Block(bare, int(level[1]) + 1 if level and int(level[1]) < 6 and len(bare) < 200 else None)
