"""An answer, with its quotations and what a chat model wrote from them."""

from pydantic import BaseModel, Field

from app.schemas.places import CitationBody, Count, FoundBody, Number, ResultBody
from app.schemas.scope import ScopeBody
from qa import Answer, Reason
from qa.answer import Table
from qa.writing import Sentence, Status, Written


class AnswerFact(BaseModel):
    """A fact that the question asked for, with the number of the citation that supports it."""

    text: str
    citation: Number


class SentenceBody(BaseModel):
    """One sentence of a chat model's reply, checked against the quotations, or one quotation that it chose. All of it is plain text."""

    text: str = Field(
        description="The text to show: the sentence, or the quotation if chosen or replaced; empty if dropped."
    )
    heading: str = Field(
        description="The model's heading over a chosen quotation, made of its words; empty if there is none."
    )
    citations: list[Number] = Field(description="The citations that support it.")
    status: Status
    said: str = Field(description="What the model wrote. If it was replaced or dropped, nothing supports it.")
    reason: str = Field(description="Why it was replaced or dropped; empty if it was not.")

    @classmethod
    def of(cls, sentence: Sentence) -> "SentenceBody":
        """Describe a sentence."""
        return cls(
            text=sentence.text,
            heading=sentence.heading,
            citations=list(sentence.numbers),
            status=sentence.status,
            said=sentence.said,
            reason=sentence.reason,
        )


class WrittenBody(BaseModel):
    """What a chat model chose of the quotations, or wrote from them."""

    provider: str = Field(description="The model, and where it runs.")
    note: str = Field(
        description="Who ordered or wrote the answer and what the check changed, in words for the reader."
    )
    fallback: str | None = Field(
        description="Why the quotations are shown instead of the sentences; null if they are not."
    )
    unknown: list[Count] = Field(description="Numbers in the reply that match no citation; they were removed.")
    sentences: list[SentenceBody] = Field(
        description="Every sentence or chosen quotation of the reply in order, with what was dropped."
    )

    @classmethod
    def of(cls, written: Written) -> "WrittenBody":
        """Describe a written answer."""
        return cls(
            provider=written.provider,
            note=written.note,
            fallback=written.fallback,
            unknown=list(written.unknown),
            sentences=[SentenceBody.of(sentence) for sentence in written.sentences],
        )


class BarBody(BaseModel):
    """A part of what was counted."""

    label: str
    number: float
    of: int | None = Field(description="How many it was counted among; null if that says nothing.")


class RowBody(BaseModel):
    """One that was counted."""

    name: str
    value: str
    citations: list[int] = Field(description="The numbers of the citations that give it.")


class TableBody(BaseModel):
    """What an answer counts or lists."""

    caption: str = Field(description="What is counted, in words.")
    unit: str = Field(description="Of the bars: “authorities”, “%”, “days”.")
    bars: list[BarBody] = Field(description="The parts that the question asks for, such as regions or years.")
    rows: list[RowBody] = Field(description="The list behind the number.")

    @classmethod
    def of(cls, table: Table) -> "TableBody":
        """Describe a table."""
        return cls(
            caption=table.caption,
            unit=table.unit,
            bars=[BarBody(label=bar.label, number=bar.number, of=bar.of or None) for bar in table.bars],
            rows=[RowBody(name=row.name, value=row.value, citations=list(row.numbers)) for row in table.rows],
        )


class AnswerBody(BaseModel):
    """An answer made of quotations, or the reason why there is none."""

    question: str
    answered: bool
    reason: Reason | None = Field(description="Why there is no answer; null if there is one.")
    explanation: str | None = Field(description="Why there is no answer, and what Kloe has instead.")
    choices: list[str] = Field(
        description="The authorities held, where the question leaves open which is meant; ask again with one as `authority`."
    )
    text: str = Field(description="The whole answer in words.")
    lead: str = Field(
        description="The first line: how many documents mention this and which authorities they cover, or how judgements"
        " changed. May be empty."
    )
    taken: list[str] = Field(description="What a follow-up took from the previous questions, in words.")
    not_applied: list[str] = Field(
        description="The words of the question that limit it and that the answer does not heed, such as “two years ago”."
    )
    scope: ScopeBody
    told: list[AnswerFact] = Field(description="The facts that the question asked for.")
    coverage: str = Field(description="What was searched, and how much of it is quoted.")
    citations: list[CitationBody] = Field(
        description="The quotations that the text cites, by number; last those that come near without plainly saying it."
    )
    otherwise: list[CitationBody] = Field(
        description="Quotations that say the opposite of what was asked, one a document, numbered on from `citations`."
    )
    passages: list[FoundBody] = Field(description="Every passage found, best first, whether quoted or not.")
    nearest: list[ResultBody] = Field(
        description="Where the documents are silent, the passages that come nearest. None of them clearly answers the question."
    )
    table: TableBody | None = Field(
        default=None, description="Of a question that counts or lists, the list behind the number; null for any other."
    )
    written: WrittenBody | None = Field(
        default=None, description="What a chat model chose of the quotations or wrote from them; null if none was used."
    )

    @classmethod
    def of(cls, answer: Answer, written: Written | None = None) -> "AnswerBody":
        """Describe an answer.

        Args:
            written: what a chat model wrote from it, which then gives the text and the citations.
        """
        return cls(
            question=answer.question,
            answered=answer.answered,
            reason=answer.reason,
            explanation=answer.explanation or None,
            choices=list(answer.choices),
            text=(written or answer).text,
            lead=answer.lead,
            taken=list(answer.parsed.taken) if answer.parsed else [],
            not_applied=list(answer.parsed.not_applied) if answer.parsed else [],
            scope=ScopeBody.of(answer.scope),
            told=[AnswerFact(text=text, citation=number) for text, number in answer.told],
            coverage=answer.coverage,
            citations=[CitationBody.of(citation) for citation in (written or answer).citations],
            otherwise=[CitationBody.of(citation) for citation in answer.otherwise],
            passages=FoundBody.among(answer),
            nearest=[ResultBody.of(result) for result in answer.nearest],
            table=TableBody.of(answer.table) if answer.table else None,
            written=WrittenBody.of(written) if written else None,
        )
