"""The tools that a language model can call (MCP). Each tool's docstring is its description."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from pydantic import BaseModel

from app.api.queries import ExplainQuery, PrecedentsQuery, Question, SearchQuery
from app.asking import answer, explain, read_values
from app.documents import find_record, no_such_page
from app.schemas import AnswerBody, ExplainedBody, PageBody, PrecedentsBody, SearchBody
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
TopicName = Literal[
    "front-door",
    "children-in-need",
    "child-protection",
    "vulnerable-adolescents",
    "children-in-care",
    "permanence",
    "care-leavers",
    "disabled-children",
    "leadership",
]
OutcomeName = Literal["typically positive", "inconsistent", "widespread and/or systemic failings"]


@dataclass(frozen=True)
class Tools:
    """The five tools over an index.

    Args:
        opened: opens the index when a tool is called.
    """

    opened: Callable[[], Index]

    @property
    def all(self) -> tuple[Callable[..., str], ...]:
        """The tools, each served under its own name."""
        return self.search, self.ask, self.explain, self.precedents, self.read_page

    def search(
        self,
        query: str,
        authority: list[str] | None = None,
        year: list[int] | None = None,
        kind: list[KindName] | None = None,
        topic_of_visit: list[TopicName] | None = None,
        outcome: list[OutcomeName] | None = None,
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
            topic_of_visit: Only focused visits on these topics.
            outcome: Only area SEND inspections with these outcomes.
            limit: The most passages to return, 1 to 100.

        Returns:
            JSON with scope, total, and results.
        """
        filters = _filters(authority=authority, year=year, kind=kind, topic_of_visit=topic_of_visit, outcome=outcome)
        checked = read_values(SearchQuery, q=query, limit=limit, **filters)
        return _json(SearchBody.of(checked.q, checked.results(self.opened()), checked.limit))

    def ask(
        self,
        question: str,
        authority: list[str] | None = None,
        year: list[int] | None = None,
        kind: list[KindName] | None = None,
        topic_of_visit: list[TopicName] | None = None,
        outcome: list[OutcomeName] | None = None,
        previous: list[str] | None = None,
    ) -> str:
        """Answer a question about inspections of children's services in England, in the documents' own words.

        Gives quotations checked letter for letter against the page, each with its reference, or says why there is no
        answer. In that case say that the documents do not answer the question, and do not answer it from anywhere else.
        Where documents are held but none answers, `nearest` has the passages that come nearest: show them as such, and not
        as an answer. `otherwise` has quotations that say the opposite of what was asked. `coverage` says what was searched.

        Args:
            question: The question in plain words, such as "How good was supervision in Devon in 2020?".
            authority: Only these local authorities. Any name they are known by will do.
            year: Only documents inspected or published in these years.
            kind: Only documents of these kinds.
            topic_of_visit: Only focused visits on these topics.
            outcome: Only area SEND inspections with these outcomes.
            previous: The previous questions, oldest first, ten at most. A follow-up takes what it leaves out from them, and
                `taken` says what it took.

        Returns:
            JSON with answered, text, citations, otherwise and coverage; without an answer, also reason, explanation and nearest.
        """
        filters = _filters(authority=authority, year=year, kind=kind, topic_of_visit=topic_of_visit, outcome=outcome)
        checked = read_values(Question, question=question, previous=previous or [], **filters)
        body = AnswerBody.of(answer(self.opened(), checked.question, checked, checked.previous))
        return _json(body, {"passages"})

    def explain(self, question: str, previous: list[str] | None = None) -> str:
        """Tell how a question is understood, without answering it.

        Gives what it asks for, which documents lie in its scope, and which of its words are not applied. Use it where an
        answer or a refusal seems to be about other documents than were meant.

        Args:
            question: The question in plain words, such as "What did the last letter to Devon say?".
            previous: The previous questions, oldest first, ten at most.

        Returns:
            JSON with intent, scope, topic, not_applied and documents.
        """
        checked = read_values(ExplainQuery, question=question, previous=previous or [])
        return _json(ExplainedBody.of(explain(self.opened(), checked.question, checked, checked.previous)))

    def precedents(
        self,
        finding: str,
        own: str = "",
        authority: list[str] | None = None,
        year: list[int] | None = None,
        kind: list[KindName] | None = None,
        better: bool = False,
        limit: int = 20,
    ) -> str:
        """Find which other authorities were told the same as a finding, and what happened there next.

        Gives for each the quotation, the overall grade then and since, and what later papers say of the same matter, word for word. The
        verdict is read off the last of these quotations: check it against their words before you repeat it.

        Args:
            finding: Words of a report, such as "Return home interviews are not timely".
            own: The authority that asks; its own papers are left out.
            authority: Only these local authorities. Any name they are known by will do.
            year: Only documents inspected or published in these years.
            kind: Only documents of these kinds.
            better: Only authorities of which a later paper says that things are better.
            limit: The most precedents to return, 1 to 100.

        Returns:
            JSON with lead, searched and precedents; without any, explanation says why.
        """
        filters = _filters(authority=authority, year=year, kind=kind)
        checked = read_values(PrecedentsQuery, finding=finding, own=own, better=better, limit=limit, **filters)
        return _json(PrecedentsBody.of(checked.found(self.opened())))

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


def _filters(**given: Sequence[object] | None) -> dict[str, Any]:
    return {name: values or [] for name, values in given.items()}


def _json(body: BaseModel, without: set[str] | None = None) -> str:
    """JSON as text, because Gradio would write a dict in Python's notation."""
    return body.model_dump_json(exclude=without, exclude_none=True)
