"""Renders views: takes answers, results and records, gives HTML. Each module prepares the data of the template of its name."""

from app.pages.views.answer import answer_announcement, answer_view, render_answer, render_error
from app.pages.views.documents import render_documents
from app.pages.views.findings import render_comparison, render_precedents, render_trajectory
from app.pages.views.record import render_record
from app.pages.views.search import render_results
from app.pages.views.source import render_source
from app.pages.views.turn import render_turn, turn_view
from app.pages.views.upload import render_upload

__all__ = [
    "answer_announcement",
    "answer_view",
    "render_answer",
    "render_comparison",
    "render_documents",
    "render_error",
    "render_precedents",
    "render_record",
    "render_results",
    "render_source",
    "render_trajectory",
    "render_turn",
    "render_upload",
    "turn_view",
]
