"""The tools that a language model can call (MCP). Each tool's docstring is its description."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

from pydantic import BaseModel

from app.api.queries import Question, SearchQuery
from app.asking import answer, read_values
from app.documents import find_record, no_such_page
from app.schemas import AnswerBody, PageBody, SearchBody
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
    "report-to-council",
    "news",
    "web-page",
    "other-inspectorate",
    "school",
    "guidance",
    "unknown",
]


@dataclass(frozen=True)
class Tools:
    """The three tools over an index.

    Args:
        opened: opens the index when a tool is called.
    """

    opened: Callable[[], Index]

    @property
    def all(self) -> tuple[Callable[..., str], ...]:
        """The tools, each served under its own name."""
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
        kinds of document in the query limit the search, as do the filters; `scope` says which documents were searched.
        Quote `text` exactly and cite `reference`. If nothing is found, `explanation` says what there is instead.

        Args:
            query: What to look for, in plain words, such as "management oversight in Devon in 2022".
            authority: Only these local authorities. Any name they are known by will do.
            year: Only documents inspected or published in these years.
            kind: Only documents of these kinds.
            limit: The most passages to return, 1 to 100.

        Returns:
            JSON with scope, total, and results.
        """
        checked = read_values(SearchQuery, q=query, limit=limit, **_filters(authority, year, kind))
        return _json(SearchBody.of(checked.q, checked.results(self.opened()), checked.limit))

    def ask(
        self,
        question: str,
        authority: list[str] | None = None,
        year: list[int] | None = None,
        kind: list[KindName] | None = None,
        previous: list[str] | None = None,
    ) -> str:
        """Answer a question about inspections of children's services in England, in the documents' own words.

        Gives quotations checked letter for letter against the page, each with its reference, or says why there is no
        answer. In that case say that the documents do not answer the question, and do not answer it from anywhere else.
        `coverage` says what was searched.

        Args:
            question: The question in plain words, such as "How good was supervision in Devon in 2020?".
            authority: Only these local authorities. Any name they are known by will do.
            year: Only documents inspected or published in these years.
            kind: Only documents of these kinds.
            previous: The previous questions, oldest first, ten at most. A follow-up takes what it leaves out from them, and
                `taken` says what it took.

        Returns:
            JSON with answered, text, citations and coverage; without an answer, also reason and explanation.
        """
        checked = read_values(Question, question=question, previous=previous or [], **_filters(authority, year, kind))
        body = AnswerBody.of(answer(self.opened(), checked.question, checked, checked.previous))
        return _json(body, {"passages"})

    def read_page(self, document: str, page: int) -> str:
        """Read a whole page of a document, to see a passage or a quotation in context.

        Args:
            document: The `document_id` or `document` of a result or a citation.
            page: The page's number, from 1.

        Returns:
            JSON with reference, text, and passages with their paragraph numbers and headings.
        """
        index = self.opened()
        record = index.catalogue.record(document) or find_record(index, document)
        stored = next((stored for stored in index.catalogue.pages(record.id) if stored.number == page), None)
        if stored is None:
            raise KloeError(no_such_page(record.pages, page))
        return _json(PageBody.of(record, stored, index.catalogue.document_passages(record.id)))


def _filters(authority: list[str] | None, year: list[int] | None, kind: list[KindName] | None) -> dict[str, Any]:
    return {"authority": authority or [], "year": year or [], "kind": kind or []}


def _json(body: BaseModel, without: set[str] | None = None) -> str:
    """JSON as text, because Gradio would write a dict in Python's notation."""
    return body.model_dump_json(exclude=without, exclude_none=True)
