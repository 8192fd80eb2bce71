"""Passages made by hand, and a stand-in for the index that holds them."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, cast

from index import Index, SearchResult
from index.catalogue import StoredPassage
from ingest import Passage, Span
from tests.qa.answer.made import record


def passage(text: str, *cuts: int, headings: Sequence[str] = ()) -> Passage:
    """A passage that goes over to the next page at each of `cuts`, which are places of its text."""
    edges = [0, *cuts, len(text)]
    parts = [text[start:end].strip() for start, end in pairwise(edges)]
    return Passage(text, tuple(Span(page, 0, len(part)) for page, part in enumerate(parts, 1)), tuple(headings))


def result(text: str, *headings: str, id_: str = "", **record_changes: Any) -> SearchResult:
    """A passage that a search found; its id is made from its words unless it is given."""
    held = record(**record_changes)
    return SearchResult(id_ or f"{held.id}: {text[:40]}", held, passage(text, headings=headings))


@dataclass(frozen=True)
class Shelf:
    """Holds the passages of one document, in order; it stands for both the index and its catalogue."""

    results: Sequence[SearchResult]

    @property
    def catalogue(self) -> "Shelf":
        return self

    def document_passages(self, document: str) -> list[StoredPassage]:
        return [StoredPassage(held.id, document, held.passage) for held in self.results if held.record.id == document]


def shelved(*results: SearchResult) -> Index:
    """An index that holds these passages."""
    return cast(Index, Shelf(results))
