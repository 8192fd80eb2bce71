"""Gathers a document's lines into passages: takes the lines of each page, gives `Page`s with furniture and `Passage`s with headings."""

from ingest.structure.assembling import LONGEST
from ingest.structure.headings import is_known_heading
from ingest.structure.papers import split_papers
from ingest.structure.passages import gather_passages, stands, verbatim

__all__ = ["LONGEST", "gather_passages", "is_known_heading", "split_papers", "stands", "verbatim"]
