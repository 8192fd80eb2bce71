"""Columns: takes the passages and findings of a catalogue, gives what they are counted by as arrays, held in memory."""

from index.catalogue.columns.columns import Columns, Mask
from index.catalogue.columns.held_columns import HeldColumns

__all__ = ["Columns", "HeldColumns", "Mask"]
