"""The JSON that commands, API, tools and files share: takes answers, results, documents and counts, gives their fields."""

from app.schemas.answers import AnswerBody, AnswerFact, SentenceBody, WrittenBody
from app.schemas.counts import FacetsBody, FacetValue
from app.schemas.documents import (
    DocumentBody,
    DocumentsBody,
    FactBody,
    FurnitureBody,
    JudgementBody,
    PassageBody,
    RecordBody,
)
from app.schemas.explained import ExplainedBody, IntentBody
from app.schemas.pages import PageBody, PagePassage
from app.schemas.places import CitationBody, FoundBody, Place, ResultBody
from app.schemas.precedents import PrecedentBody, PrecedentsBody
from app.schemas.scope import ScopeBody
from app.schemas.searches import SearchBody
from app.schemas.status import HealthBody, SkippedFile, StatusBody

__all__ = [
    "AnswerBody",
    "AnswerFact",
    "CitationBody",
    "DocumentBody",
    "DocumentsBody",
    "ExplainedBody",
    "FacetValue",
    "FacetsBody",
    "FactBody",
    "FoundBody",
    "FurnitureBody",
    "HealthBody",
    "IntentBody",
    "JudgementBody",
    "PageBody",
    "PagePassage",
    "PassageBody",
    "Place",
    "PrecedentBody",
    "PrecedentsBody",
    "RecordBody",
    "ResultBody",
    "ScopeBody",
    "SearchBody",
    "SentenceBody",
    "SkippedFile",
    "StatusBody",
    "WrittenBody",
]
