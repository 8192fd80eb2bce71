"""What the bodies of findings share: a subject, a paper, a paper with its grades, and a quotation with what it tells."""

import datetime
from typing import Any

from pydantic import BaseModel, Field

from app.documents import page_link
from app.schemas.places import CitationBody, Link
from index import Record
from ingest import Area, Grade, Kind, ReportCardGrade
from qa import document_reference
from qa.trajectories import Said, Subject, Tells


class SubjectBody(BaseModel):
    """What findings were wanted on, and how it was understood."""

    words: str = Field(description="The words as they were given; empty for everything.")
    theme: str = Field(description="The theme that the words name; empty if they name none.")
    matters: list[str] = Field(
        description="The matters that the words name, if they name no theme. If there are neither, the words themselves are looked for."
    )

    @classmethod
    def of(cls, subject: Subject) -> "SubjectBody":
        """Describe a subject."""
        return cls(words=subject.words, theme=subject.theme, matters=sorted(subject.matters))


class PaperBody(BaseModel):
    """A paper."""

    document: str = Field(description="Its path below the indexed folder.")
    document_id: str
    reference: str = Field(description="Authority, kind and date.")
    kind: Kind
    date: datetime.date | None = Field(
        description="The date of publication; of Ofsted's own papers that print none, the last day of the inspection."
    )
    url: Link

    @classmethod
    def of(cls, record: Record) -> "PaperBody":
        """Describe a paper."""
        return cls(**_paper(record))


class GradedPaperBody(PaperBody):
    """A paper, with the grades or the outcome that it gives itself."""

    judgements: dict[Area, Grade | ReportCardGrade] = Field(description="The grades that it gives, by area.")
    outcome: str | None = Field(description="The outcome that it gives, if it gives one in place of grades.")

    @classmethod
    def of(cls, record: Record) -> "GradedPaperBody":
        """Describe a paper."""
        grades = {judgement.area: judgement.grade for judgement in record.judgements}
        return cls(**_paper(record), judgements=grades, outcome=record.outcome)


def _paper(record: Record) -> dict[str, Any]:
    return {
        "document": record.path,
        "document_id": record.id,
        "reference": document_reference(record),
        "kind": record.kind,
        "date": record.date,
        "url": page_link(record, record.first_page),
    }


class SaidBody(CitationBody):
    """A quotation, and what it tells of its subject."""

    tells: Tells
    themes: list[str] = Field(description="What it is about, the likeliest theme first.")

    @classmethod
    def of_said(cls, said: Said) -> "SaidBody":
        """Describe a quotation."""
        return cls(tells=said.tells, themes=list(said.themes), **dict(CitationBody.of(said.citation)))
