"""Brings an index up to date: takes folders and files, gives a summary of what changed."""

from index.updating.annotating import Annotator, Progress
from index.updating.correcting import correct
from index.updating.forgetting import forget, withdraw
from index.updating.reading import Bounds
from index.updating.summary import Summary
from index.updating.update import update

__all__ = ["Annotator", "Bounds", "Progress", "Summary", "correct", "forget", "update", "withdraw"]
