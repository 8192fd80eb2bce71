"""What the HTTP interface answers with; the names are those of `--json`."""

from datetime import date
from typing import Annotated, Any

from pydantic import BaseModel, Field

from app.asking.searching import Found
from app.cli.batch import answer_row, citation_row, result_row, sentence_row
from app.documents.links import image_link, page_link
from index import Record, SearchResult
from ingest import Area, Grade, Kind, Stance
from qa import Answer, Citation, Reason, Scope
from qa.writing import Sentence, Status, Written

Number = Annotated[int, Field(ge=1)]
Count = Annotated[int, Field(ge=0)]
Link = Annotated[str, Field(description="Below this server's root.", examples=["/?view=page&document=…&page=3"])]


class ScopeBody(BaseModel):
    """What an answer is confined to; empty lists mean unconfined."""

    words: str = Field(description="The scope in words; empty where it is unconfined.")
    authorities: list[str]
    regions: list[str]
    without: list[str]
    neighbours_of: list[str]
    unknown: list[str] = Field(description="Names that are those of no authority.")
    years: list[int]
    months: list[Annotated[list[int], Field(min_length=2, max_length=2)]] = Field(description="Years with months.")
    kinds: list[Kind]
    judged: list[tuple[Area | None, Grade]] = Field(description="Areas, null for any, with grades.")
    latest: bool

    @classmethod
    def of(cls, scope: Scope) -> "ScopeBody":
        """The body of a scope."""
        return cls(words=str(scope), **{name: getattr(scope, name) for name in cls.model_fields if name != "words"})


class Place(BaseModel):
    """Where words stand."""

    document: str = Field(description="Its path below the indexed folder.")
    document_id: str
    page: Number
    paragraph: str | None = Field(description="The paragraph's printed number.")
    authority: str | None
    kind: Kind
    published: date | None
    years: list[int]
    reference: str = Field(description="Authority, kind, date, paragraph and page.")
    url: Link = Field(description="Kloe's page that shows the words where they stand.")
    image: Link | None = Field(description="The printed page with the words marked; null where it is no PDF.")


class Result(Place):
    """A passage that was found."""

    id: str
    text: str
    headings: list[str]
    stance: Stance
    score: Annotated[float, Field(ge=0, le=1)] | None = Field(
        description="Compares results of one search, and no others; null for a passage that was looked up, not searched for."
    )

    @classmethod
    def of(cls, result: SearchResult) -> "Result":
        """The body of a search result."""
        passage = result.passage
        record = result.record
        whole = Citation(1, record, passage.text, passage.spans, result.id, passage.number)
        row = result_row(result) | {"id": result.id, "reference": whole.reference}
        return cls(**row | _links(record, passage.page, passage.spans))


class CitationBody(Place):
    """A verbatim quotation, checked against the stored page."""

    number: Number = Field(description="The marker [n] by which the answer refers to it.")
    section: str | None = Field(
        description="The heading that changes what a bare line means, such as what is to improve."
    )
    quote: str

    @classmethod
    def of(cls, citation: Citation) -> "CitationBody":
        """The body of a citation."""
        record = citation.record
        about = {"authority": record.authority, "kind": record.kind, "published": record.published}
        return cls(
            **about | citation_row(citation), years=list(record.years), **_links(record, citation.page, citation.spans)
        )


def _links(record: Record, page: int, spans: Any) -> dict[str, Any]:
    return {
        "document_id": record.id,
        "url": page_link(record, page, spans),
        "image": image_link(record, page, spans),
    }


class SearchBody(BaseModel):
    """A part of the ranking, with the scope that was read from the words and the filters."""

    query: str
    scope: ScopeBody
    reason: Reason | None = Field(description="Why nothing is found; null where something is.")
    explanation: str | None
    total: Count = Field(description="Passages in the whole ranking, which holds the best few hundred.")
    limit: Number
    offset: Count
    next: Link | None = Field(description="The next part.")
    results: list[Result]

    @classmethod
    def of(cls, query: str, found: Found, limit: int, offset: int, following: str | None) -> "SearchBody":
        """The body of what was found; `following` is the link to the next part."""
        return cls(
            query=query,
            scope=ScopeBody.of(found.scope),
            reason=found.reason,
            explanation=found.explanation or None,
            total=found.total,
            limit=limit,
            offset=offset,
            next=following if offset + limit < found.total else None,
            results=[Result.of(result) for result in found.results],
        )


class Told(BaseModel):
    """A fact that was asked for by name, with the number of the citation that bears it out."""

    text: str
    citation: Number


class SentenceBody(BaseModel):
    """A sentence that a chat model wrote, after it was checked against the quotations. All of it is plain text."""

    text: str = Field(
        description="What is shown: the sentence, or the quotation in its place; empty where it is dropped."
    )
    citations: list[Number] = Field(description="The citations that bear it out.")
    status: Status
    said: str = Field(description="What the model wrote; where it is replaced or dropped, nothing bears it out.")
    reason: str = Field(description="Why it was replaced or dropped; empty where it was kept.")

    @classmethod
    def of(cls, sentence: Sentence) -> "SentenceBody":
        """The body of a sentence."""
        return cls(**sentence_row(sentence))


class WrittenBody(BaseModel):
    """What a chat model made of the quotations."""

    provider: str = Field(description="Which model, and where.")
    note: str = Field(description="Who wrote it and what the check did, in words for the reader.")
    fallback: str | None = Field(
        description="Why the quotations stand in place of the sentences; null where they do not."
    )
    unknown: list[Count] = Field(description="Numbers of markers that name no citation; they are taken out.")
    sentences: list[SentenceBody] = Field(description="In the order of the reply, the dropped ones among them.")


class AnswerBody(BaseModel):
    """An answer made of quotations, or a refusal with its reason."""

    question: str
    answered: bool
    reason: Reason | None
    explanation: str | None = Field(description="Why the question is declined, and what is held instead.")
    text: str = Field(description="The whole answer in words.")
    lead: str = Field(
        description="The first line: how many documents speak of this, and of whom, or how the judgements told moved; may be"
        " empty."
    )
    taken: list[str] = Field(description="What a follow-up took over from the questions before, in words.")
    scope: ScopeBody
    told: list[Told]
    coverage: str = Field(description="What was searched, and how much of it is quoted.")
    citations: list[CitationBody] = Field(description="What the text cites, in the order of the numbers.")
    passages: list[Result] = Field(description="What was found, best first, those not quoted among them.")
    written: WrittenBody | None = Field(
        default=None, description="What a chat model made of the quotations; null where none is set, or asked for."
    )

    @classmethod
    def of(cls, answer: Answer, written: Written | None = None) -> "AnswerBody":
        """The body of an answer, as a chat model wrote it where one did."""
        row = answer_row(answer, written) | {
            "explanation": answer.explanation or None,
            "scope": ScopeBody.of(answer.scope),
            "citations": [CitationBody.of(citation) for citation in (written or answer).citations],
            "passages": [Result.of(result) for result in answer.results],
        }
        return cls(**row)
