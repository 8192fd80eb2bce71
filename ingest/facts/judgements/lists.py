"""Lists of grades below the words that lead into them: takes a page's blocks; gives each with the words that it is read with."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.facts.judgements.words import GRADE, OFSTED_NAME, find_areas

_ITEM = 300  # characters of an item that only names areas
_LEAD_IN = 160  # characters of the words above a list of grades
_HEADING = 90  # characters of an area's heading
_MARKER = r"\W*(?:(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]\s+)?\W*"
_GRADE_FIRST = re.compile(
    rf"{_MARKER}(?P<grade>{GRADE.pattern.replace('?P<grade>', '?:')})['’”\"*]*"
    r"(?: (?:judge?ment|rating|grade|mark|verdict)s?)?\s*(?:\(|[:–—-]+\s|(?:(?:in (?:relation|regard|respect|terms) (?:to|of)"
    r"|with regard to"
    r"|for|in|on|across|regarding|about)\b)|(?=over ?all\b))\s*(?P<rest>.+)",
    re.I,
)
_GRADE_ALONE = re.compile(
    rf"{_MARKER}(?:grade|judge?ment|rating|outcome)\s?[:–—-]\s*(?P<grade>{GRADE.pattern.replace('?P<grade>', '?:')})\W*",
    re.I,
)
_VERDICTS = re.compile(
    r"\b(?:judg\w*|grad(?:e|es|ed|ing|ings)|rat(?:e|es|ed|ing|ings)|breakdown|results?|outcomes?|verdicts?|findings|found"
    r"|marks?|marked|scor\w+|gave|given|award\w*|received|conclu\w+|said (?:that )?(?:we|it|the|our|its)\b)",
    re.I,
)
_OF_OFSTED = re.compile(rf"\b(?:{OFSTED_NAME}|inspect\w*|judge?ments?|grades?|ratings?|breakdown)\b", re.I)


@dataclass(frozen=True)
class Block:
    """A block of a page.

    Attributes:
        text: the words to read it with: an item has those of its lead-in before it.
        words: its own words, to be quoted.
        graded: it is an item of a list of Ofsted's grades.
    """

    text: str
    words: str = ""
    graded: bool = False


def with_lists(blocks: Iterator[str]) -> Iterator[Block]:
    """Read items with the words that lead into their list.

    A list of areas is joined with them: "It was judged good for: / leaders / care leavers". An item that opens with a grade is
    read by itself: "The judgements are: / Good for leaders / Outstanding for care leavers". Below other words, "Our aims:", such
    items are left out. A grade below the heading of an area is that area's.
    """
    lead_in = above = ""  # of a list of areas, and of one of grades
    heading = ""
    for block in blocks:
        item = block.strip("•*- ")
        named = find_areas(item) if lead_in and len(item) < _ITEM and not GRADE.search(item) else []
        if named and sum(one.end - one.start for one in named) * 2 > len(item):
            lead_in += f" {item.rstrip(';,. ')},"
            continue
        if lead_in:
            yield Block(lead_in.rstrip(","))
            lead_in = ""
        first = _GRADE_FIRST.fullmatch(block) if above and len(block) < _ITEM and find_areas(block) else None
        alone = _GRADE_ALONE.fullmatch(block) if heading and len(block) < _HEADING else None
        if first or alone:
            if first and _VERDICTS.search(above):
                yield Block(f"{above} {first['grade']} for {first['rest']}", block, bool(_OF_OFSTED.search(above)))
            elif alone:
                yield Block(f"Judgements: {heading}: {alone['grade']}", block, True)
            heading = ""
            continue
        above, heading = _last_words(block) or (above if not block.strip() else ""), _area_heading(block, heading)
        lead_in = block if block.endswith((":", " for", " in")) and GRADE.search(block) else ""
        if not lead_in:
            yield Block(block)
    if lead_in:
        yield Block(lead_in.rstrip(","))


def _last_words(block: str) -> str:
    """The last sentence of a block that leads into a list; empty for any other."""
    text = block.rstrip(" *")
    if GRADE.search(text) or not (
        text.endswith(":") or (len(text) < _HEADING and _VERDICTS.search(text) and text[-1:].isalpha())
    ):
        return ""
    return f"{re.split(r'(?<=[.!?]) ', text)[-1][-_LEAD_IN:].rstrip(':')}:"


def _area_heading(block: str, before: str) -> str:
    """The words of a heading that only names an area."""
    text = block.strip(" #*:")
    if not text:
        return before
    named = find_areas(text) if len(text) < _HEADING else []
    return text if len(named) == 1 and (named[0].end - named[0].start) * 3 > len(text) * 2 else ""
