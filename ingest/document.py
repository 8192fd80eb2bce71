"""What a file is read as: a `Document` with its facts, judgements, pages and passages."""

import hashlib
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ingest.vocabulary import (
    Area,
    Grade,
    Kind,
    ReportCardGrade,
    Stance,
    is_motion,
    stance_of_heading,
    stance_of_words,
)


@dataclass(frozen=True)
class Span:
    """A stretch of text: characters `start:end` of one page (pages count from 1)."""

    page: int
    start: int
    end: int


class Furniture(StrEnum):
    """Text printed on a page that says nothing about the findings; Kloe keeps it but does not search it."""

    PAGE_NUMBER = "page number"
    RUNNING_LINE = "running line"
    ADDRESS = "address"
    CONTENTS = "contents"
    FOOTNOTE = "footnote"
    CLOSING = "closing"
    WATERMARK = "watermark"
    CONTACTS = "contacts"
    SITE = "site furniture"


@dataclass(frozen=True)
class Page:
    """One page's text: a line for each block, furniture included, so that spans can point into it.

    Attributes:
        number: the page of the file, from 1; the second paper of a file begins at a later page.
        furniture: `(kind, start, end)` of each piece of furniture in the text.
    """

    number: int
    text: str
    furniture: tuple[tuple[Furniture, int, int], ...] = ()


@dataclass(frozen=True)
class Passage:
    """The unit of retrieval and citation: a numbered paragraph, bullet, judgement row or plain paragraph.

    Attributes:
        text: the words as printed, on one line, without bullet or paragraph number.
        spans: where the text is, in order; more than one if the passage crosses a page. The text is the
            text of the spans, joined by a space (or by nothing after a hyphen at the foot of a page).
        headings: the headings above it, outermost first.
        number: the printed paragraph number, "12" or "(a)", if any.
        item: of minutes, the number of the agenda item that it stands under, "47", if any.
        said_by: whose words or view the paper reports it as, "the director" or "Ofsted"; None for the paper's own.
        authorities: the authorities that it is about, where a document about several tells them apart.
    """

    text: str
    spans: tuple[Span, ...]
    headings: tuple[str, ...] = ()
    number: str | None = None
    item: str | None = None
    said_by: str | None = None
    authorities: tuple[str, ...] = ()

    @property
    def page(self) -> int:
        """The page on which the passage begins."""
        return self.spans[0].page

    @property
    def stance(self) -> Stance:
        """What the passage is to the paper: a decision by its own words, else what the innermost heading with a stance says."""
        if own := stance_of_words(self.text):
            return own
        stance = next(filter(None, map(stance_of_heading, reversed(self.headings))), Stance.NEITHER)
        return Stance.NEITHER if stance is Stance.NEEDS_TO_IMPROVE and is_motion(self.text) else stance

    def locate(self, start: int, end: int) -> tuple[Span, ...]:
        """Give the page spans of `text[start:end]`.

        Raises:
            ValueError: the characters are not inside the text.
        """
        if not 0 <= start < end <= len(self.text):
            raise ValueError(f"characters {start}:{end} are not inside a passage of {len(self.text)}")
        located, at = [], 0
        for span in self.spans:
            length = span.end - span.start
            first, last = max(start, at), min(end, at + length)
            if first < last:
                located.append(Span(span.page, span.start + first - at, span.start + last - at))
            at += length
            at += self.text[at : at + 1] == " "
        return tuple(located)


BY_OCR = "read by OCR"  # the name of the fact that a page was read from an image
PUBLISHED_AT = "published at"  # the name of the fact that a web page gives its own address


@dataclass(frozen=True)
class Fact:
    """A fact with the words it was read from.

    Attributes:
        page: None if the words are the file's name or folder.
        confidence: from 0 to 1, how sure the reading is; None where the words leave no doubt.
    """

    name: str
    value: str
    words: str
    page: int | None
    confidence: float | None = None


@dataclass(frozen=True)
class Judgement:
    """The grade for one area, with the words it was read from and their page.

    Attributes:
        inspected: of a reported judgement, the inspection that it belongs to as the paper tells it: a day or days, a month or a
            year; empty where the paper does not tell.
    """

    area: Area
    grade: Grade | ReportCardGrade
    words: str
    page: int
    inspected: str = ""


@dataclass(frozen=True)
class Description:
    """What a document states about itself. What it does not state is None or empty, never guessed.

    Attributes:
        id: made from the text, so the same text under two names is one document.
        authorities: official names from the closed list, or the printed name if the list has none.
        published: the paper's own day: of publication, or of minutes, the meeting.
        met: the day of the meeting, where one is told.
        outcome: the sentence that an area SEND inspection gives instead of grades.
        judgements: the grades that this inspection itself gives.
        reported: grades that Ofsted gave and this paper reports; they are never counted or filtered beside an inspection's own.
        facts: the words behind the authority, dates, lead inspector and outcome.
        years: the years a person might name it by: of the inspection and of publication.
    """

    id: str
    title: str
    kind: Kind
    authorities: tuple[str, ...]
    inspection_start: date | None
    inspection_end: date | None
    published: date | None
    met: date | None
    lead_inspector: str | None
    outcome: str | None
    judgements: tuple[Judgement, ...]
    reported: tuple[Judgement, ...]
    facts: tuple[Fact, ...]
    years: tuple[int, ...]

    @property
    def authority(self) -> str | None:
        """The authority; None if the document is about none or several."""
        return self.authorities[0] if len(self.authorities) == 1 else None

    @property
    def place(self) -> str:
        """The authorities in words, "Bury and Salford"; empty if there are none."""
        *others, last = self.authorities or ("",)
        return f"{', '.join(others)} and {last}" if others else last


@dataclass(frozen=True)
class Document(Description):
    """One document as read.

    Attributes:
        notes: remarks for the user on how the file was read.
    """

    pages: tuple[Page, ...]
    passages: tuple[Passage, ...]
    notes: tuple[str, ...] = ()


def document_id(texts: list[str]) -> str:
    """Make a document's id from the texts of its pages; white space does not count."""
    digest = hashlib.sha256("\f".join(" ".join(text.split()) for text in texts).encode())
    return digest.hexdigest()[:16]
