"""The tools that search, answer, explain and read."""

from collections.abc import Callable
from dataclasses import dataclass

from app.api.queries import CountQuery, ExplainQuery, Question, SearchQuery
from app.api.tools.arguments import (
    IN_REFERENCE,
    KindName,
    OutcomeName,
    PolarityName,
    StanceName,
    TopicName,
    as_json,
    filters_of,
)
from app.asking import answer, count, explain, read_values
from app.documents import find_record, no_such_page
from app.schemas import AnswerBody, CountBody, ExplainedBody, PageBody, SearchBody
from index import Index
from ingest import KloeError


@dataclass(frozen=True)
class AskingTools:
    """The tools that search and answer.

    Args:
        opened: opens the index when a tool is called.
    """

    opened: Callable[[], Index]

    def search(
        self,
        query: str,
        authority: list[str] | None = None,
        year: list[int] | None = None,
        kind: list[KindName] | None = None,
        topic_of_visit: list[TopicName] | None = None,
        outcome: list[OutcomeName] | None = None,
        stance: list[StanceName] | None = None,
        polarity: list[PolarityName] | None = None,
        theme: list[str] | None = None,
        since: str | None = None,
        until: str | None = None,
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
            stance: Only passages in sections of these kinds.
            polarity: Only passages with a finding that praises, or that criticises.
            theme: Only passages with a finding about one of these themes, such as "Care leavers"; with polarity, that same finding.
            since: Only documents of this day or later, such as 2022-03-31.
            until: Only documents of this day or earlier.
            limit: The most passages to return, 1 to 100.

        Returns:
            JSON with scope, total, and results.
        """
        filters = filters_of(authority=authority, year=year, kind=kind, topic_of_visit=topic_of_visit, outcome=outcome)
        said = filters_of(stance=stance, polarity=polarity, theme=theme)
        checked = read_values(SearchQuery, q=query, limit=limit, since=since, until=until, **filters, **said)
        return as_json(SearchBody.of(checked.q, checked.results(self.opened()), checked.limit))

    def ask(
        self,
        question: str,
        authority: list[str] | None = None,
        year: list[int] | None = None,
        kind: list[KindName] | None = None,
        topic_of_visit: list[TopicName] | None = None,
        outcome: list[OutcomeName] | None = None,
        since: str | None = None,
        until: str | None = None,
        previous: list[str] | None = None,
    ) -> str:
        """Answer a question about inspections of children's services in England, in the documents' own words.

        Gives quotations checked letter for letter against the page, each with its reference, or says why there is no
        answer. In that case say that the documents do not answer the question, and do not answer it from anywhere else.
        Where documents are held but none answers, `nearest` has the passages that come nearest: show them as such, and not
        as an answer. `otherwise` has quotations that say the opposite of what was asked; citations that are `near` come near without
        plainly saying it: say so where you use them. `coverage` says what was searched.

        Args:
            question: The question in plain words, such as "How good was supervision in Devon in 2020?".
            authority: Only these local authorities. Any name they are known by will do.
            year: Only documents inspected or published in these years.
            kind: Only documents of these kinds.
            topic_of_visit: Only focused visits on these topics.
            outcome: Only area SEND inspections with these outcomes.
            since: Only documents of this day or later, such as 2022-03-31.
            until: Only documents of this day or earlier.
            previous: The previous questions, oldest first, ten at most. A follow-up takes what it leaves out from them, and
                `taken` says what it took.

        Returns:
            JSON with answered, text, citations, otherwise and coverage; without an answer, also reason, explanation and nearest.
        """
        filters = filters_of(authority=authority, year=year, kind=kind, topic_of_visit=topic_of_visit, outcome=outcome)
        checked = read_values(Question, question=question, previous=previous or [], since=since, until=until, **filters)
        body = AnswerBody.of(answer(self.opened(), checked.question, checked, checked.previous))
        return as_json(body, {"passages"})

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
        return as_json(ExplainedBody.of(explain(self.opened(), checked.question, checked, checked.previous)))

    def count(
        self,
        question: str,
        authority: list[str] | None = None,
        year: list[int] | None = None,
        kind: list[KindName] | None = None,
    ) -> str:
        """Count or list authorities, inspections, visits and documents, from what their papers state of themselves.

        For questions such as "how many", "what share", "which authorities", "how long on average". Where the words could be read in
        more than one way, or the documents do not tell, `computed` is false and there is no number: do not give one from anywhere else.

        Args:
            question: The question in plain words, such as "How many authorities were inadequate in 2023?".
            authority: Only these local authorities. Any name they are known by will do.
            year: Only documents inspected or published in these years.
            kind: Only documents of these kinds.

        Returns:
            JSON with lead, number, what it was counted among, groups, the rows behind it and what is missing; or explanation.
        """
        checked = read_values(CountQuery, question=question, **filters_of(authority=authority, year=year, kind=kind))
        return as_json(CountBody.of(count(self.opened(), checked.question, checked)), IN_REFERENCE)

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
        return as_json(PageBody.of(record, stored, index.catalogue.document_passages(record.id)))
