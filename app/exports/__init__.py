"""Files to download: takes answers and passages as the schemas describe them, and briefings, gives Word documents and CSV."""

from app.exports.briefing import MARKDOWN, briefing_docx
from app.exports.conversation import conversation_docx
from app.exports.plain import plain
from app.exports.spreadsheet import CSV, answer_csv, csv_text, results_csv
from app.exports.word import DOCX, answer_docx, quotations_docx, results_docx

__all__ = [
    "CSV",
    "DOCX",
    "MARKDOWN",
    "answer_csv",
    "answer_docx",
    "briefing_docx",
    "conversation_docx",
    "csv_text",
    "plain",
    "quotations_docx",
    "results_csv",
    "results_docx",
]
