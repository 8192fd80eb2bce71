"""Marks the lines of a council's paper that print alone does not tell apart: items, labels, decisions and parts of lists."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain

from ingest.lines import CELLS, Line
from ingest.structure.block import Role
from ingest.structure.headings import looks_like_heading
from ingest.structure.meetings.items import find_only_item, lone_number, read_item
from ingest.structure.meetings.labels import Label, Level, read_label
from ingest.vocabulary import stance_of_words

At = tuple[int, int]

# Labels of a committee's web site and of minutes, under which nothing of their own stands.
_LABELS = re.compile(
    r"(?:agenda|minute|decision) items?|(?:draft )?minutes|agenda and (?:draft )?minutes|agendas, meetings and minutes.*|items?"
    r"|no\. item|(?:additional|supporting|accompanying) documents|issue(?: details)?(?: - meetings)?|decision details|minutes text",
    re.I,
)
_OF_MINUTES = re.compile(
    r"(?:draft )?minutes:?|agenda item|agenda and (?:draft )?minutes|decisions?:"
    r"|(?:draft )?(?-i:MINUTES|Minutes) of (?:the|a|an) (?:\w+ ){0,3}(?:meeting|committee|panel|board|cabinet|council)\b"
    r"(?: of\b.*| held\b.*|\W*)"
    r"|\W{0,3}(?-i:R)esolved\b(?: unanimously)?(?: that\b.*|\W*|\s?[:–-].*)"
    r"|(?-i:RESOLVED|IT WAS|AGREED|CONCLUDED)\b.*|concluded: .*|at a meeting of .{3,} held .*|notes? of (?:the|a) meeting.*"
    r"|(?:members|councillors|also|officers)?(?: in)? ?(?:present|attendance): .*",
    re.I | re.S,
)
_OF_REPORTS = re.compile(
    r"report (?:to|of|by) (?:the )?(?:cabinet|council|director|corporate|executive|strategic|head|assistant|chief|interim|leader).*"
    r"|(?:[\d.]+ )?(?:purpose of (?:the )?report|reasons? for (?:the )?(?:decision|recommendations?)|alternative options(?: considered.*)?"
    r"|financial implications|legal implications|background papers)[:.]?",
    re.I | re.S,
)
# A line such as "Reasons for the decision:" heads a section, unless it is the beginning of a sentence.
_FIELD_HEADING = re.compile(r"[A-Z][^.:;?!]{2,60}:")
_SENTENCE_WORD = re.compile(
    r"\b(?:were|was|are|is|be|that|made|asked|following|include[sd]?|members|resolved|agreed)\b", re.I
)
_OPEN = re.compile(r"(?:\b(?:for|of|the|a|an|with|in|at|by)|,|\([^()]{0,120})$")
_ENDED = re.compile(r"[.!?:;…–-][’'”\")\]]*(?:\s(?:and|or))?$")


@dataclass(frozen=True)
class Marks:
    """What is known of a council's paper before its lines are gathered.

    Attributes:
        paper: it is one; all else is empty if not.
        minutes: it tells what a meeting did.
        item: the number of its only item, if the whole paper is about one.
        roles: what the block is that a line begins; None where the line continues the block before.
    """

    paper: bool = False
    minutes: bool = False
    item: str | None = None
    roles: Mapping[At, Role | None] = field(default_factory=dict)


@dataclass(frozen=True)
class _Here:
    """A line with what stands before and after it."""

    line: Line
    before: str
    after: str
    label: Label | None


def mark_lines(pages: Sequence[Sequence[Line]], furniture: Collection[At]) -> Marks:
    """Mark a paper of a council; a document of another kind gets no marks."""
    kept = [
        (p, i) for p, lines in enumerate(pages) for i, line in enumerate(lines) if line.text and (p, i) not in furniture
    ]
    texts = [pages[p][i].text for p, i in kept]
    minutes = any(_OF_MINUTES.fullmatch(text[:400]) for text in texts)
    paper = minutes or any(_OF_REPORTS.fullmatch(text[:400]) for text in texts)
    has_headings = any(line.heading for lines in pages for line in lines)
    if not paper and (has_headings or not all(pages[p][i].whole for p, i in kept)):
        return Marks()
    marker = _Marker(paper, minutes, has_headings)
    roles: dict[At, Role | None] = {}
    for n, (p, i) in enumerate(kept):
        after = texts[n + 1] if n + 1 < len(texts) else ""
        here = _Here(pages[p][i], texts[n - 1] if n else "", after, read_label(texts[n]))
        if (mark := marker.mark(here)) is not None:
            roles[p, i] = mark.role
    if not minutes:
        return Marks(paper, roles=roles)
    heads = [pages[p][i] for p, i in kept if roles.get((p, i)) is Role.HEADING or pages[p][i].heading]
    numbered = any(lone_number(line.text) or read_item(line.text) for line in heads)
    return Marks(paper, minutes, None if numbered else find_only_item(map(_text, chain.from_iterable(pages))), roles)


def _text(line: Line) -> str:
    return line.text


@dataclass(frozen=True)
class _Mark:
    """The role of the block that a line begins; none if the line continues one."""

    role: Role | None


class _Marker:
    """Marks one line after the other."""

    def __init__(self, paper: bool, minutes: bool, has_headings: bool) -> None:
        self._paper = paper
        self._minutes = minutes
        self._has_headings = has_headings
        self._number_alone = False
        self._after_agenda_item = False
        self._label: Label | None = None

    def mark(self, here: _Here) -> _Mark | None:
        """Mark the line; None if only its print tells what it is."""
        text = here.line.text
        if self._number_alone:
            self._number_alone = False
            return _Mark(None)
        if not self._paper:
            return _Mark(Role.HEADING) if self._heads_section(here) else None
        names_item, self._after_agenda_item = self._after_agenda_item, False
        if is_label(text):
            self._after_agenda_item = text.lower().rstrip(":") == "agenda item"
            return _Mark(Role.LABEL)
        if here.line.heading or CELLS in text[:400]:
            return None
        if self._minutes and lone_number(text) and _titled(here.after):
            self._number_alone = True
            return _Mark(Role.HEADING)
        if (
            (names_item and (_titled(text) or _is_whole_title(here)))
            or self._heads_item(here)
            or _is_field_heading(here)
        ):
            return _Mark(Role.HEADING)
        return self._mark_text(here)

    def _mark_text(self, here: _Here) -> _Mark | None:
        """Mark a line that is no heading by its number."""
        text = here.line.text
        if here.before.endswith(" and") and text.startswith("RESOLVED"):
            return _Mark(None)
        after_label = read_label(here.before)
        if after_label and after_label.end == len(here.before):
            return None
        if stance_of_words(text) and (text[0].isupper() or here.line.whole):
            return _Mark(Role.TEXT)
        if here.label and self._begins_part(here, here.label):
            self._label = here.label
            return _Mark(Role.TEXT)
        if re.match(r"[A-Z][^.!?:]{2,40}: \S", text) and len(text) < 100 and _ENDED.search(here.before + "."):
            return _Mark(Role.TEXT) if here.line.whole or len(here.before) < 60 else None
        if here.line.whole and self._heads_section(here):
            return _Mark(Role.HEADING)
        goes_on = here.line.whole and not here.label and len(here.before) > 60 and _OPEN.search(here.before)
        return _Mark(None) if goes_on and not is_label(here.before) else None

    def _heads_item(self, here: _Here) -> bool:
        """True for an item's number with its title."""
        item = read_item(here.line.text)
        if (
            not item
            or not _titled(item[1])
            or (here.before and not here.line.whole and here.before.endswith((",", "-")))
        ):
            return False
        in_capitals = sum(c.isupper() for c in item[1]) > 0.6 * sum(c.isalpha() for c in item[1])
        in_list = here.label is not None and (here.before.endswith(":") or read_label(here.after) is not None)
        if self._label and here.label and here.label.level is Level.NUMBER and self._label.level is Level.NUMBER:
            in_list |= here.label.place == self._label.place + 1
        return in_capitals or (
            not in_list and not here.after[:1].islower() and bool(_ENDED.search(here.before) or here.line.whole)
        )

    def _begins_part(self, here: _Here, label: Label) -> bool:
        """True if the label is not just the number or letter that a line happens to break at."""
        if here.line.whole or label.level >= Level.BULLET or _ENDED.search(here.before) or not here.before:
            return label.level is not Level.SUB_BULLET or here.line.whole or here.line.text[0] not in "–—-"
        last = self._label
        return last is not None and last.level == label.level and 0 < label.place == last.place + 1

    def _heads_section(self, here: _Here) -> bool:
        """True for a short line above a paragraph, in a file that marks no headings."""
        text = here.line.text
        if (
            self._has_headings
            or here.label
            or not looks_like_heading(text, 100)
            or here.before.endswith((":", "–", "-"))
        ):
            return False
        return len(here.after) > len(text) and bool(_ENDED.search(here.after)) and not here.after[:1].islower()


def is_label(text: str) -> bool:
    """True for a label of a committee's web site, such as "Minutes:", under which nothing of its own stands."""
    return bool(_LABELS.fullmatch(text[:80].rstrip(": ")))


def _is_field_heading(here: _Here) -> bool:
    """True for a line such as "Reasons for the decision:" above a paragraph."""
    text = here.line.text
    if not _FIELD_HEADING.fullmatch(text) or len(text.split()) > 7 or not here.after[:1].isupper():
        return bool(re.fullmatch(r"(?:decisions?|resolutions?):", text, re.I))
    return not _SENTENCE_WORD.search(text) and len(here.after) > 40 and not stance_of_words(text)


def _is_whole_title(here: _Here) -> bool:
    """True for a title that ends with a full stop, above the label of the minutes."""
    report = re.match(r"(?:report|briefing|presentation) (?:of|by|from)\b|to |members\b", here.line.text, re.I)
    return is_label(here.after) and len(here.line.text) < 200 and not report


def _titled(text: str) -> bool:
    """True for words that can be an item's title."""
    return (
        2 < len(text) < 250
        and bool(re.match(r"[A-Z‘’“'\"]", text))
        and not re.search(r"[.;:,]$", text)
        and not is_label(text)
        and not stance_of_words(text)
    )
