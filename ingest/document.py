"""What reading a file gives: a `Document` of `Page`s and `Passage`s."""

import hashlib
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


@dataclass(frozen=True)
class Page:
    """One page's text: a line for each block, furniture included, so that spans can point into it."""

    number: int
    text: str


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


@dataclass(frozen=True)
class Document:
    """One document as read. What it does not state is None or empty, never guessed.

    Attributes:
        id: made from the text, so the same text under two names is one document.
        authority: official name from the closed list, or as printed where the list has no such name.
        years: the years a person would name it by: of the inspection and of publication.
        notes: what the reader wants said about this document, in words for a person.
    """

    id: str
    title: str
    kind: Kind
    authority: str | None
    inspection_start: date | None
    inspection_end: date | None
    published: date | None
    years: tuple[int, ...]
    pages: tuple[Page, ...]
    passages: tuple[Passage, ...]
    notes: tuple[str, ...] = ()


def document_id(texts: list[str]) -> str:
    """Make a document's id from its pages' texts, blind to white space."""
    digest = hashlib.sha256("\f".join(" ".join(text.split()) for text in texts).encode())
    return digest.hexdigest()[:16]
