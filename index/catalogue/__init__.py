"""The catalogue in SQLite, the master copy of an index: takes documents, gives records, passages, words and vectors.

What the vector store holds can always be made again from it.
"""

from index.catalogue.catalogue import Catalogue
from index.catalogue.database import FILE_NAME
from index.catalogue.encodings import Encoding, digest_of, pack_vector, unpack_vectors
from index.catalogue.finding_store import FindingStore, StoredFinding
from index.catalogue.labels import Label
from index.catalogue.passages import StoredPassage, context_of, embedded_text
from index.catalogue.records import Record, Source, as_on_disk, authorities_of, file_of, printable
from index.catalogue.scope import PassageScope, Polarity, Said
from index.catalogue.writer import CatalogueWriter

__all__ = [
    "FILE_NAME",
    "Catalogue",
    "CatalogueWriter",
    "Encoding",
    "FindingStore",
    "Label",
    "PassageScope",
    "Polarity",
    "Record",
    "Said",
    "Source",
    "StoredFinding",
    "StoredPassage",
    "as_on_disk",
    "authorities_of",
    "context_of",
    "digest_of",
    "embedded_text",
    "file_of",
    "pack_vector",
    "printable",
    "unpack_vectors",
]
