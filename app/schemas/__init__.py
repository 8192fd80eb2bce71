"""The JSON that commands, API, tools and files share: takes answers, results, findings, documents and counts, gives their fields."""

from app.schemas.answers import AnswerBody, AnswerFact, SentenceBody, WrittenBody
from app.schemas.briefing import BriefingBody
from app.schemas.counted import CountBody
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
from app.schemas.findings import (
    ComparisonBody,
    PrecedentBody,
    PrecedentsBody,
    SaidBody,
    ThemesBody,
    TrackerBody,
    TrajectoryBody,
)
from app.schemas.pages import PageBody, PagePassage
from app.schemas.places import CitationBody, FoundBody, Place, ResultBody
from app.schemas.scope import ScopeBody
from app.schemas.searches import SearchBody
from app.schemas.status import HealthBody, SkippedFile, StatusBody

__all__ = [
    "AnswerBody",
    "AnswerFact",
    "BriefingBody",
    "CitationBody",
    "ComparisonBody",
    "CountBody",
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
    "SaidBody",
    "ScopeBody",
    "SearchBody",
    "SentenceBody",
    "SkippedFile",
    "StatusBody",
    "ThemesBody",
    "TrackerBody",
    "TrajectoryBody",
    "WrittenBody",
]
