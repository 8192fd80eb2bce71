"""Finds furniture: text printed on a page that says nothing about the findings.

That is page numbers, running headers and footers, address blocks, contents lists, footnotes and the closing boilerplate. It
stays in the page's text but not in the passages.
"""

import re
from collections import Counter

from ingest.document import Furniture
from ingest.lines import Line

_EDGE = 5  # a running header or footer is within this many lines of the top or foot of a page
_PAGE_NUMBER = re.compile(r"(?:page )?\d{1,3}(?: of \d{1,3})?|[-–—_─ ]+|© ?crown copyright.*|\|", re.I)
_CONTENTS_ENTRY = re.compile(r".*\D[ .]\d{1,3}")
_CONTACT = re.compile(
    r"(?:t|tel|telephone|textphone|phone)?[\s:.]*0\d{2,4} \d{3} ?\d{3,4}|\S+@\S+\.\w+|(?:e|w)?:? ?(?:https?://|www\.)\S+"
    r"|[A-Z]{1,2}\d{1,2}[A-Z]? \d[A-Z]{2}|textphone.*\d",
    re.I,
)
# After such a line a report describes the inspectorate or its own terms, in the same words as every other report.
_CLOSING = re.compile(
    r"the office for standards in education, children.s services and skills"
    r"|what the inspection judgements mean|if you would like a copy of this document"
    r"|yours? sincerely|ofsted is proud to use crystal clear|any complaints about the inspection or the report",
    re.I,
)


def find_furniture(pages: list[list[Line]]) -> dict[tuple[int, int], Furniture]:
    """Map `(page index, line index)` of each line of furniture to its kind."""
    furniture: dict[tuple[int, int], Furniture] = {}
    running = _running_lines(pages)
    for p, lines in enumerate(pages):
        edge = _edge_lines(lines)
        for i, line in enumerate(lines):
            if line.furniture:
                furniture[p, i] = line.furniture
            if line.whole or line.furniture:
                continue
            at_edge = i in edge
            if _PAGE_NUMBER.fullmatch(line.text) and (at_edge or not line.text[-1:].isdigit()):
                furniture[p, i] = Furniture.PAGE_NUMBER
            elif at_edge and _shape(line.text) in running:
                furniture[p, i] = Furniture.RUNNING_LINE
        furniture |= {(p, i): Furniture.FOOTNOTE for i in _footnotes(lines)}
        furniture |= {(p, i): Furniture.ADDRESS for i in _contacts(lines)}
    furniture |= dict.fromkeys(_address_block(pages), Furniture.ADDRESS)
    furniture |= dict.fromkeys(_contents(pages), Furniture.CONTENTS)
    return furniture | dict.fromkeys(_closing(pages), Furniture.CLOSING)


def _edge_lines(lines: list[Line]) -> set[int]:
    filled = [i for i, line in enumerate(lines) if line.text]
    return {*filled[:_EDGE], *filled[-_EDGE:]}


def _shape(text: str) -> str:
    return re.sub(r"\d+", "#", text).strip()


def _running_lines(pages: list[list[Line]]) -> set[str]:
    """Give the shapes of lines at the edge of a third of the pages, and of three or more (two in a short letter)."""
    counts: Counter[str] = Counter()
    for lines in pages:
        counts.update({_shape(lines[i].text) for i in _edge_lines(lines) if not lines[i].whole})
    least = max(3 if len(pages) > 4 else 2, len(pages) / 3)
    return {shape for shape, count in counts.items() if count >= least and len(shape) > 1}


def _address_block(pages: list[list[Line]]) -> set[tuple[int, int]]:
    """Give the sender and addressees of a letter: every line down to the salutation, except the date."""
    for i, line in enumerate(pages[0] if pages else []):
        if re.match(r"Dear\b", line.text):
            above = range(i + 1)
            return {(0, j) for j in above if not re.fullmatch(r"\W*\d{1,2} \w+ 20\d\d\W*", pages[0][j].text)}
    return set()


def _contacts(lines: list[Line]) -> set[int]:
    """Give the lines with a telephone number, email or web address or postcode, and the address lines above them."""
    contacts = {i for i, line in enumerate(lines) if not line.whole and _CONTACT.fullmatch(line.text)}
    if len(contacts) < 2:
        return contacts
    address = set(contacts)
    first = min(contacts)
    while first > 0 and re.fullmatch(r"|[A-Z][\w’' -]{2,30}", lines[first - 1].text) and min(contacts) - first < 6:
        first -= 1
        address.add(first)
    return address


def _footnotes(lines: list[Line]) -> range:
    """Give the lines at the foot of a page from the first note whose mark is in the text above ("Board1", "good.2")."""
    for i, line in enumerate(lines):
        note = re.match(r"(\d{1,2}) [A-Z‘“(]", line.text)
        if note and i >= 3 and not line.whole:
            mark = re.compile(rf"[A-Za-z.,;:?!’)]{note[1]}(?=[\s.,;:]|$)")
            if any(mark.search(above.text) for above in lines[:i]):
                return range(i, len(lines))
    return range(0)


def _contents(pages: list[list[Line]]) -> set[tuple[int, int]]:
    contents: set[tuple[int, int]] = set()
    for p, lines in enumerate(pages[:4]):
        start = next((i for i, line in enumerate(lines) if line.text.lower() == "contents"), None)
        if start is not None:
            entries = [i for i in range(start, len(lines)) if lines[i].text]
            listed = sum(bool(_CONTENTS_ENTRY.fullmatch(lines[i].text)) for i in entries)
            if listed >= len(entries) / 2:
                contents |= {(p, i) for i in entries}
    return contents


def _closing(pages: list[list[Line]]) -> set[tuple[int, int]]:
    """Give the closing boilerplate, which is only ever in the last third of a report.

    It ends where a report says how the inspection was done and by whom, after the meaning of the grades.
    """
    closing: set[tuple[int, int]] = set()
    begun = ""
    for p in range(len(pages) * 2 // 3, len(pages)):
        for i, line in enumerate(pages[p]):
            if len(pages) > 1 and _CLOSING.match(line.text):
                begun = line.text.lower()
            elif begun.startswith("what the inspection") and re.match(
                "information about this inspection", line.text, re.I
            ):
                begun = ""
            if begun:
                closing.add((p, i))
    return closing
