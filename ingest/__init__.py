"""Reads a file as a `Document` of pages, passages, facts and judgements, in the vocabulary of inspection."""

from ingest.document import BY_OCR, PUBLISHED_AT, Description, Document, Fact, Furniture, Judgement, Page, Passage, Span
from ingest.errors import KloeError, ReadError
from ingest.reading import read_document, read_documents
from ingest.visits import VISIT_TOPIC, AreaOutcome, VisitTopic, read_area_outcome
from ingest.vocabulary import (
    GRADE_PATTERN,
    Area,
    Grade,
    Kind,
    ReportCardGrade,
    Stance,
    read_grade,
    stance_of_heading,
)

__all__ = [
    "BY_OCR",
    "GRADE_PATTERN",
    "PUBLISHED_AT",
    "VISIT_TOPIC",
    "Area",
    "AreaOutcome",
    "Description",
    "Document",
    "Fact",
    "Furniture",
    "Grade",
    "Judgement",
    "Kind",
    "KloeError",
    "Page",
    "Passage",
    "ReadError",
    "ReportCardGrade",
    "Span",
    "Stance",
    "VisitTopic",
    "read_area_outcome",
    "read_document",
    "read_documents",
    "read_grade",
    "stance_of_heading",
]
