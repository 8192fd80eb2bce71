"""Finds furniture: text printed on a page that says nothing about the findings.

That is page numbers, running headers and footers, address blocks, contents lists, footnotes and the closing boilerplate. It
stays in the page's text but not in the passages.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterator

from ingest.document import Furniture
from ingest.lines import Line
from ingest.structure import headings
from ingest.structure.addresses import find_addresses
from ingest.structure.site import find_site_lines

_EDGE = 5  # a running header or footer is within this many lines of the top or foot of a page
_FIRST_PAGES = 8  # the contents stand on one of them
_PAGE_NUMBER = re.compile(r"(?:page )?\d{1,3}(?: of \d{1,3})?|[-–—_─ ]+|© ?crown copyright.*|\|", re.I)
_LAST_WORDS = re.compile(r"[a-z][^.:|]{0,40}\.")
_CONTENTS_ENTRY = re.compile(r".*\D[ .]\d{1,3}")
# A note at the foot of a page, and the mark in the text that it belongs to.
_SIGN = r"[*†‡§]{1,3}|[¹²³⁴-⁹]"
_NOTE = re.compile(rf"(?P<mark>\d{{1,2}}(?= [A-Z‘“(])|(?:{_SIGN})(?=\s?[A-Za-z‘“(]))")
_MARK = re.compile(rf"(?<=[A-Za-z.,;:?!’)])(?P<mark>\d{{1,2}}|{_SIGN})(?=[\s.,;:]|$)")
_RAISED = re.compile(rf"\d{{1,2}}|{_SIGN}")
_LONGEST_NOTE = 15  # lines of the notes at the foot of a page
# After such a line a report describes the inspectorate or its own terms, in the same words as every other report.
_CLOSING = re.compile(
    r"the office for standards in education, children.s services and skills|if you are not happy with the inspection"
    r"|what the inspection judgements mean|if you would like a copy of this document"
    r"|yours? sincerely|ofsted is proud to use crystal clear|any complaints about the inspection or the report",
    re.I,
)
# The regulator's notice about itself, or about the copying of its papers, and what else tells that a notice is one.
_NOTICE = re.compile(
    r"(?:the )?[A-Z][\w’' ,&()-]{2,120} (?:regulates and inspects|inspects and regulates)\b|© ?(?:crown )?copyright"
    r"|if you (?:would like|need|want|require) (?:a copy of )?this (?:document|report|publication)|you (?:may|can) re-?use this"
    r"|this (?:document|publication|information) (?:may be reproduced|is available)|further copies of this (?:report|document)",
    re.I,
)
_NOTICE_GOES_ON = re.compile(
    r"sign up|large print|braille|newsletter|\bwebsite|www\.|https?:|copyright|licence|reports? (?:on|at|from) |subscribe"
    r"|another (?:format|language)|non-commercial",
    re.I,
)
_LONGEST_NOTICE = 16  # lines at the foot of a page


def find_furniture(pages: list[list[Line]], width: int) -> dict[tuple[int, int], Furniture]:
    """Map `(page index, line index)` of each line of furniture to its kind.

    Args:
        pages: the lines of each page.
        width: the length of a full printed line.
    """
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
        furniture |= {(p, i): Furniture.CLOSING for i in _notice(lines)}
        furniture |= {(p, i): Furniture.SITE for i in find_site_lines(lines) if (p, i) not in furniture}
    furniture |= find_addresses(pages, width)
    furniture |= dict.fromkeys(_contents(pages), Furniture.CONTENTS)
    furniture |= dict.fromkeys(_closing(pages), Furniture.CLOSING)
    return furniture | dict.fromkeys(_stray_lines(pages, furniture, width), Furniture.RUNNING_LINE)


def _edge_lines(lines: list[Line]) -> set[int]:
    filled = [i for i, line in enumerate(lines) if line.text]
    return {*filled[:_EDGE], *filled[-_EDGE:]}


def _shape(text: str) -> str:
    return re.sub(r"\d+", "#", text).strip()


def _running_lines(pages: list[list[Line]]) -> set[str]:
    """Give the shapes of lines at the edge of a third of the pages, and of three or more (two in a short letter).

    The last words of a sentence can stand alone on a line, and be the same on two pages.
    """
    counts: Counter[str] = Counter()
    for lines in pages:
        edge = (lines[i] for i in _edge_lines(lines))
        counts.update({_shape(line.text) for line in edge if not line.whole and not _LAST_WORDS.fullmatch(line.text)})
    least = max(3 if len(pages) > 4 else 2, len(pages) / 3)
    return {shape for shape, count in counts.items() if count >= least and len(shape) > 1}


def _stray_lines(
    pages: list[list[Line]], furniture: Collection[tuple[int, int]], width: int
) -> Iterator[tuple[int, int]]:
    """Give the running lines that stand on one page alone: a title at the edge of a page, between the halves of a sentence."""
    texts = [
        [i for i, line in enumerate(lines) if line.text and (p, i) not in furniture] for p, lines in enumerate(pages)
    ]
    for p in range(1, len(pages)):
        foot, head = texts[p - 1], texts[p]
        if len(foot) < 3 or len(head) < 3:
            continue
        above, below = pages[p - 1], pages[p]
        if _opens_half(above[foot[-1]].text, width):
            for count in (1, 2):
                goes_on = _closes_half(below[head[count]].text, width)
                if goes_on and all(_is_title(below[i].text, width) for i in head[:count]):
                    yield from ((p, i) for i in head[:count])
                    break
        elif (
            _closes_half(below[head[0]].text, width)
            and _is_title(above[foot[-1]].text, width)
            and _opens_half(above[foot[-2]].text, width)
        ):
            yield p - 1, foot[-1]


def _opens_half(text: str, width: int) -> bool:
    """True for a full line in the middle of a sentence."""
    return len(text) > 0.7 * width and bool(re.search(r"[a-z,’-]$", text))


def _closes_half(text: str, width: int) -> bool:
    """True for a line that goes on with a sentence and not with a heading."""
    return text[0].islower() and (len(text) > 0.6 * width or text[-1] in ".!?;")


def _is_title(text: str, width: int) -> bool:
    short = len(text) < 0.6 * width and bool(re.match(r"[A-Z\d‘“]", text)) and not re.search(r"[.;,:!-]$", text)
    return short and not headings.may_begin_known_heading(text) and not headings.is_known_heading(text)


def _notice(lines: list[Line]) -> range:
    """Give the lines at the foot of a page from the first that says who the regulator is or how its papers may be copied."""
    filled = [i for i, line in enumerate(lines) if line.text]
    for i in filled[-_LONGEST_NOTICE:]:
        if _NOTICE.match(lines[i].text):
            rest = range(i, len(lines))
            if i > filled[0] and any(_NOTICE_GOES_ON.search(lines[j].text) for j in rest):
                return rest
    return range(0)


def _footnotes(lines: list[Line]) -> range:
    """Give the lines at the foot of a page from the first note whose mark is in the text above ("Board1", "good*")."""
    marks: set[str] = set()
    for i, line in enumerate(lines):
        note = None if line.whole or i < 3 else _NOTE.match(line.text)
        if note and note["mark"] in marks and (note["mark"].isdigit() or len(lines) - i <= _LONGEST_NOTE):
            return range(i, len(lines))
        marks.update(match["mark"] for match in _MARK.finditer(line.text))
        if i and _RAISED.fullmatch(line.text) and lines[i - 1].text and lines[i + 1 : i + 2]:
            # A raised mark on a line of its own, between the halves of a sentence.
            marks.update((line.text,) if lines[i + 1].text[:1].islower() else ())
    return range(0)


def _contents(pages: list[list[Line]]) -> set[tuple[int, int]]:
    contents: set[tuple[int, int]] = set()
    for p, lines in enumerate(pages[:_FIRST_PAGES]):
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
