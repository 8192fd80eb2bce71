"""The catalogue in SQLite, the master copy of an index: takes documents, gives records, passages, words and token vectors.

The vectors can always be rebuilt from it.
"""

from index.catalogue.catalogue import Catalogue
from index.catalogue.finding_store import FindingStore, StoredFinding
from index.catalogue.old_feedback import read_old_feedback
from index.catalogue.passages import StoredPassage, context_of, embedded_text
from index.catalogue.records import Record, Source, authorities_of, file_of
from index.catalogue.saved_store import SavedRow, SavedStore

__all__ = [
    "Catalogue",
    "FindingStore",
    "Record",
    "SavedRow",
    "SavedStore",
    "Source",
    "StoredFinding",
    "StoredPassage",
    "authorities_of",
    "context_of",
    "embedded_text",
    "file_of",
    "read_old_feedback",
]
