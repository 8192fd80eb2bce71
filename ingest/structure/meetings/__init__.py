"""How minutes and other papers of councils are laid out: their items, lists, decisions, and the labels of their web sites."""

from ingest.structure.meetings.items import find_only_item, read_item
from ingest.structure.meetings.labels import Label, Nesting, inline_parts, read_label
from ingest.structure.meetings.marks import Marks, mark_lines

__all__ = ["Label", "Marks", "Nesting", "find_only_item", "inline_parts", "mark_lines", "read_item", "read_label"]
