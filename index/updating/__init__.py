"""Brings an index up to date: takes folders and files, gives a summary of what changed."""

from index.updating.annotating import Annotator
from index.updating.embedding import Progress
from index.updating.update import Summary, update

__all__ = ["Annotator", "Progress", "Summary", "update"]
