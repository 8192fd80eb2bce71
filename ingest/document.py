"""What reading a file gives: a `Document` of `Page`s and `Passage`s."""

import hashlib
import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Kind(StrEnum):
    """The kinds of document that Kloe tells apart."""

    ILACS = "ilacs-inspection"
    SINGLE = "single-inspection"
    FOCUSED_VISIT = "focused-visit"
    MONITORING_VISIT = "monitoring-visit"
    AREA_SEND = "area-send"
    JOINT = "joint-inspection"
    MINUTES = "minutes"
    NEWS = "news"
    UNKNOWN = "unknown"

    @property
    def label(self) -> str:
        """The kind in words, as it stands in a citation."""
        return _LABELS[self]

    @property
    def plural(self) -> str:
        """The kind in words, for several."""
        return self.label if self is Kind.MINUTES else f"{self.label}s"


_LABELS = {
    Kind.ILACS: "ILACS inspection report",
    Kind.SINGLE: "single inspection report",
    Kind.FOCUSED_VISIT: "focused visit letter",
    Kind.MONITORING_VISIT: "monitoring visit letter",
    Kind.AREA_SEND: "area SEND inspection report",
    Kind.JOINT: "joint inspection report",
    Kind.MINUTES: "council minutes",
    Kind.NEWS: "news item",
    Kind.UNKNOWN: "document",
}


@dataclass(frozen=True)
class Span:
    """Where words stand: characters `start:end` of the text of one page (pages count from 1)."""

    page: int
    start: int
    end: int


class Furniture(StrEnum):
    """What is printed on a page and says nothing of the findings; it is kept, and not searched."""

    PAGE_NUMBER = "page number"
    RUNNING_LINE = "running line"
    ADDRESS = "address"
    CONTENTS = "contents"
    FOOTNOTE = "footnote"
    CLOSING = "closing"


@dataclass(frozen=True)
class Page:
    """One page's text: a line for each block, furniture included, so that spans can point into it.

    Attributes:
        furniture: what is furniture, as `(kind, start, end)` of the text.
    """

    number: int
    text: str
    furniture: tuple[tuple[Furniture, int, int], ...] = ()


class Stance(StrEnum):
    """What the section of a passage says of its findings."""

    STRENGTH = "strength"
    NEEDS_TO_IMPROVE = "needs to improve"
    PRIORITY_ACTION = "priority action"
    NEITHER = "neither"


# The innermost heading that one of these matches decides.
_STANCES = (
    (Stance.PRIORITY_ACTION, r"priority (?:and immediate )?actions?\b"),
    (
        Stance.NEEDS_TO_IMPROVE,
        r"needs? to (?:improve|do better)|areas? (?:for|in need of) improvement|recommendations?\b|need to improve",
    ),
    (Stance.STRENGTH, r"strengths?\b|doing that is effective|is working well|highly effective practice"),
)


def stance_of_heading(heading: str) -> Stance | None:
    """What a heading says of the findings under it, None where it says nothing."""
    return next((stance for stance, pattern in _STANCES if re.search(pattern, heading, re.I)), None)


@dataclass(frozen=True)
class Passage:
    """The unit of retrieval and of citation: a numbered paragraph, bullet, judgement row or paragraph.

    Attributes:
        text: the words as printed, line breaks closed up, without bullet or paragraph number.
        spans: where they stand, in order; more than one where the passage crosses a page. The text is
            the spans' text, joined by a space (or by nothing, after a hyphen at the foot of a page).
        headings: the headings above it, outermost first.
        number: the paragraph's number as printed, "12" or "(a)", where it has one.
    """

    text: str
    spans: tuple[Span, ...]
    headings: tuple[str, ...] = ()
    number: str | None = None

    @property
    def page(self) -> int:
        """The page on which the passage begins."""
        return self.spans[0].page

    @property
    def stance(self) -> Stance:
        """What its section says of the finding: a strength, a need to improve, a priority action, or neither."""
        return next(filter(None, map(stance_of_heading, reversed(self.headings))), Stance.NEITHER)

    def locate(self, start: int, end: int) -> tuple[Span, ...]:
        """Give the page spans of `text[start:end]`.

        Raises:
            ValueError: the characters asked for are not inside the text.
        """
        if not 0 <= start < end <= len(self.text):
            raise ValueError(f"characters {start}:{end} are not inside a passage of {len(self.text)}")
        found, at = [], 0
        for span in self.spans:
            length = span.end - span.start
            first, last = max(start, at), min(end, at + length)
            if first < last:
                found.append(Span(span.page, span.start + first - at, span.start + last - at))
            at += length
            at += self.text[at : at + 1] == " "
        return tuple(found)


BY_OCR = "read by OCR"  # the name of the fact that a page's words were read from an image


@dataclass(frozen=True)
class Fact:
    """A fact with the words that it was read from; page None where these are the file's name."""

    name: str
    value: str
    words: str
    page: int | None


class Grade(StrEnum):
    """The four grades, best first, in the words that are used today; older reports print shorter ones."""

    OUTSTANDING = "outstanding"
    GOOD = "good"
    REQUIRES_IMPROVEMENT = "requires improvement to be good"
    INADEQUATE = "inadequate"

    @property
    def label(self) -> str:
        """The grade in a word or two, as a table or a chart shows it: "Requires improvement"."""
        return self.value.removesuffix(" to be good").capitalize()


class Area(StrEnum):
    """What is judged. From 2023 children in care and care leavers are judged apart; before, together, as `IN_CARE`."""

    OVERALL = "overall_effectiveness"
    LEADERS = "leaders"
    HELP_AND_PROTECTION = "help_and_protection"
    IN_CARE = "in_care"
    CARE_LEAVERS = "care_leavers"
    ADOPTION = "adoption"
    SAFEGUARDING_BOARD = "safeguarding_board"

    @property
    def label(self) -> str:
        """The area in words, as in "judged good for children in care"."""
        return _AREA_LABELS[self]


_AREA_LABELS = {
    Area.OVERALL: "overall effectiveness",
    Area.LEADERS: "leaders",
    Area.HELP_AND_PROTECTION: "help and protection",
    Area.IN_CARE: "children in care",
    Area.CARE_LEAVERS: "care leavers",
    Area.ADOPTION: "adoption",
    Area.SAFEGUARDING_BOARD: "the safeguarding board",
}


@dataclass(frozen=True)
class Judgement:
    """One judgement, with the words that it was read from and their page."""

    area: Area
    grade: Grade
    words: str
    page: int


@dataclass(frozen=True)
class Document:
    """One document as read. What it does not state is None or empty, never guessed.

    Attributes:
        id: made from the text, so the same text under two names is one document.
        authority: official name from the closed list, or as printed where the list has no such name.
        outcome: of an area SEND inspection, the sentence that stands in place of grades.
        years: the years a person would name it by: of the inspection and of publication.
        facts: the words behind authority, dates, lead inspector and outcome.
        notes: what the reader wants said about this document, in words for a person.
    """

    id: str
    title: str
    kind: Kind
    authority: str | None
    inspection_start: date | None
    inspection_end: date | None
    published: date | None
    lead_inspector: str | None
    outcome: str | None
    judgements: tuple[Judgement, ...]
    facts: tuple[Fact, ...]
    years: tuple[int, ...]
    pages: tuple[Page, ...]
    passages: tuple[Passage, ...]
    notes: tuple[str, ...] = ()


def document_id(texts: list[str]) -> str:
    """Make a document's id from its pages' texts, blind to white space."""
    digest = hashlib.sha256("\f".join(" ".join(text.split()) for text in texts).encode())
    return digest.hexdigest()[:16]
