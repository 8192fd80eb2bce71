"""The catalogue in SQLite, the master copy of an index: takes documents, gives records, passages, words and token vectors.

The vectors can always be rebuilt from it.
"""

from index.catalogue.catalogue import Catalogue
from index.catalogue.old_feedback import read_old_feedback
from index.catalogue.passages import StoredPassage, context_of, embedded_text
from index.catalogue.records import Record, Source, authorities_of, file_of

__all__ = [
    "Catalogue",
    "Record",
    "Source",
    "StoredPassage",
    "authorities_of",
    "context_of",
    "embedded_text",
    "file_of",
    "read_old_feedback",
]
