"""What an index folder holds beside the catalogue: generations, the writer's lock, and what people saved, corrected and removed.

What Kloe 0.1.0 left is read here too.
"""

from index.folder.correction_store import CorrectionStore
from index.folder.generations import Generations
from index.folder.lock import Busy, holder, writing
from index.folder.old_feedback import read_old_feedback
from index.folder.old_index import read_old_sources, remove_old_index
from index.folder.removed_store import RemovedFile, RemovedStore
from index.folder.saved_store import SAVED_FILE, SavedRow, SavedStore

__all__ = [
    "SAVED_FILE",
    "Busy",
    "CorrectionStore",
    "Generations",
    "RemovedFile",
    "RemovedStore",
    "SavedRow",
    "SavedStore",
    "holder",
    "read_old_feedback",
    "read_old_sources",
    "remove_old_index",
    "writing",
]
