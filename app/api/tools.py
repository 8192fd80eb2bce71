"""The tools that a language model's client calls (MCP). What a tool says of itself is its docstring."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

from pydantic import BaseModel

from app.api.routes import Question, SearchQuery
from app.asking.filters import read_values
from app.asking.searching import answer
from app.documents.library import find_record
from app.schemas.answers import AnswerBody, SearchBody
from app.schemas.documents import PageBody
from index import Index
from ingest import KloeError

KindName = Literal[
    "ilacs-inspection",
    "single-inspection",
    "focused-visit",
    "monitoring-visit",
    "area-send",
    "joint-inspection",
    "minutes",
    "news",
    "unknown",
]


@dataclass(frozen=True)
class Tools:
    """The three tools over an index.

    Args:
        opened: gives the index when a tool is called.
    """

    opened: Callable[[], Index]

    @property
    def all(self) -> tuple[Callable[..., str], ...]:
        """The tools, each to be served under its own name."""
        return self.search, self.ask, self.read_page

    def search(
        self,
        query: str,
        authority: list[str] | None = None,
        year: list[int] | None = None,
        kind: list[KindName] | None = None,
        limit: int = 10,
    ) -> str:
        """Find passages of Ofsted inspection reports, letters and council minutes about children's services in England.

        Gives passages word for word, best first, each with its document, page and reference. Authorities, years and
        kinds of document in the query confine the search, as do the filters; `scope` says what was understood. Quote
        `text` exactly and cite `reference`. Where nothing is found, `explanation` says what is held instead.

        Args:
            query: What to look for, in plain words, such as "management oversight in Devon in 2022".
            authority: Only these local authorities, by any of their names.
            year: Only documents inspected or published in these years.
            kind: Only documents of these kinds.
            limit: How many passages, 1 to 100.

        Returns:
            JSON with scope, total, and results.
        """
        asked = read_values(SearchQuery, q=query, limit=limit, **_given(authority, year, kind))
        found = asked.found(self.opened())
        return _json(SearchBody.of(asked.q, found, asked.limit, 0, None))

    def ask(
        self,
        question: str,
        authority: list[str] | None = None,
        year: list[int] | None = None,
        kind: list[KindName] | None = None,
        previous: list[str] | None = None,
    ) -> str:
        """Answer a question about inspections of children's services in England, in the documents' own words.

        Gives quotations that were checked letter for letter against the page, each with its reference, or declines with a
        reason: then say that the documents do not answer it, and do not answer from elsewhere. `coverage` says what was
        searched.

        Args:
            question: The question in plain words, such as "How good was supervision in Devon in 2020?".
            authority: Only these local authorities, by any of their names.
            year: Only documents inspected or published in these years.
            kind: Only documents of these kinds.
            previous: The questions before, oldest first, at most ten; a follow-up takes over what it leaves unsaid, and `taken`
                says what.

        Returns:
            JSON with answered, text, citations, coverage, and reason and explanation where it is declined.
        """
        asked = read_values(Question, question=question, previous=previous or [], **_given(authority, year, kind))
        body = AnswerBody.of(answer(self.opened(), asked.question, asked, asked.previous))
        return _json(body, {"passages"})

    def read_page(self, document: str, page: int) -> str:
        """Read one page of a document whole, to see what stands around a passage or a quotation.

        Args:
            document: The document_id, or the document's path, of a result or a citation.
            page: The page's number, from 1.

        Returns:
            JSON with reference, text, and passages with their paragraph numbers and headings.
        """
        index = self.opened()
        record = index.catalogue.record(document) or find_record(index, document)
        held = next((one for one in index.catalogue.pages(record.id) if one.number == page), None)
        if held is None:
            raise KloeError(f"{record.path} has {record.pages} pages and no page {page}")
        return _json(PageBody.of(record, held, index.catalogue.document_passages(record.id)))


def _given(authority: list[str] | None, year: list[int] | None, kind: list[KindName] | None) -> dict[str, Any]:
    return {"authority": authority or [], "year": year or [], "kind": kind or []}


def _json(body: BaseModel, without: set[str] | None = None) -> str:
    """As text, because Gradio would write a dict as Python does."""
    return body.model_dump_json(exclude=without, exclude_none=True)
