"""Files to download: takes answers and passages as the schemas describe them, gives Word documents and CSV."""

from app.exports.plain import plain
from app.exports.spreadsheet import CSV, answer_csv, csv_text, results_csv
from app.exports.word import DOCX, answer_docx, results_docx

__all__ = ["CSV", "DOCX", "answer_csv", "answer_docx", "csv_text", "plain", "results_csv", "results_docx"]
