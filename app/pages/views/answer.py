"""An answer as its template shows it: facts, quotations with their sources, a model's sentences, or a refusal."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.pages.templating import capitalised, render
from app.pages.titles import placed_title
from app.pages.views.counted import TableView, table_view
from app.pages.views.findings.told import ToldView, told_view
from app.pages.views.quotations import (
    FoundPassages,
    QuotedDocument,
    Source,
    found_passages,
    quoted_documents,
    source_of,
)
from app.pages.views.steps import Link
from qa import Answer, Citation, Reason
from qa.answer.messages import MORE, NEAREST, NOT_CHOSEN, near_words
from qa.precedents import Since
from qa.writing import Sentence, Written

_HEADINGS = {
    Reason.UNKNOWN_AUTHORITY: "Kloe does not know this authority",
    Reason.NO_DOCUMENT: "Kloe has no document on this",
    Reason.SILENT: "The documents do not say",
    Reason.PREMISE: "The documents say otherwise",
    Reason.OUT_OF_REMIT: "Kloe does not cover this",
    Reason.WHICH_AUTHORITY: "Which council?",
    Reason.NO_QUESTION: "Type a question",
}


@dataclass(frozen=True)
class Refusal:
    """Why a question is declined.

    Attributes:
        choices: the authorities to choose from, where the question leaves open which is meant.
        nearest: the passages that come nearest to an answer, where the documents are silent; None elsewhere.
    """

    heading: str
    explanation: str
    reason: str
    choices: tuple[str, ...] = ()
    nearest: FoundPassages | None = None


@dataclass(frozen=True)
class FactLine:
    """A fact that the question asked for by name, with its document and source."""

    text: str
    document: str
    citation: Source


@dataclass(frozen=True)
class Beside:
    """Quotations beside those that answer, under a heading that says what they are."""

    heading: str
    documents: tuple[QuotedDocument, ...]


@dataclass(frozen=True)
class WrittenSentence:
    """A sentence that a model wrote, or the quotation shown instead."""

    text: str
    citations: list[Source]
    is_quotation: bool


@dataclass(frozen=True)
class SentenceGroup:
    """Sentences on the same documents."""

    heading: str
    sentences: list[WrittenSentence]


@dataclass(frozen=True)
class UnsupportedSentence:
    """A sentence that the quotations do not support, and why."""

    text: str
    reason: str


@dataclass(frozen=True)
class Writing:
    """What a model wrote from the quotations.

    Attributes:
        is_replaced: True if the quotations are shown instead; the note says why.
    """

    provider: str
    note: str
    groups: list[SentenceGroup]
    unsupported: list[UnsupportedSentence]
    is_replaced: bool
    is_finished: bool


@dataclass(frozen=True)
class AnswerView:
    """An answer, or a refusal with everything else empty but what says otherwise.

    Attributes:
        more: the passages that were found and not chosen; None if there are none.
        near: the quotations that come near without plainly saying it, under the line above them; None if there are none.
        otherwise: the quotations that say the opposite of what was asked; None if there are none.
        table: what is counted or listed, which stands in place of the quotations; None for any other answer.
        told: which authorities were told something, a row each, in place of the quotations; None for any other answer.
        offers: what the reader may do next where the question is declined.
    """

    refusal: Refusal | None = None
    facts: tuple[FactLine, ...] = ()
    lead: str = ""
    documents: tuple[QuotedDocument, ...] = ()
    sources: tuple[Source, ...] = ()
    coverage: str = ""
    more: FoundPassages | None = None
    near: Beside | None = None
    otherwise: Beside | None = None
    table: TableView | None = None
    writing: Writing | None = None
    told: ToldView | None = None
    offers: Sequence[Link] = ()


def answer_view(
    answer: Answer,
    written: Written | None = None,
    since: Mapping[int, Since] | None = None,
    offers: Sequence[Link] = (),
) -> AnswerView:
    """Prepare an answer for its template.

    Args:
        written: a model's sentences, where it wrote some.
        since: what became of the findings that an answer about many authorities quotes; None while that is still read.
        offers: what the reader may do next where the question is declined.
    """
    if answer.reason is not None:
        reason = capitalised(str(answer.reason))
        return AnswerView(
            Refusal(
                _HEADINGS[answer.reason],
                as_sentence(answer.explanation),
                reason,
                answer.choices,
                found_passages(answer.nearest, NEAREST),
            ),
            otherwise=_otherwise(answer),
            offers=offers,
        )
    return AnswerView(
        facts=tuple(_fact(text, answer.citation(number)) for text, number in answer.told),
        lead=answer.lead,
        documents=quoted_documents(answer.sections),
        near=_near(answer),
        sources=tuple(map(source_of, answer.citations)),
        coverage=answer.coverage,
        more=found_passages(answer.unquoted, MORE, NOT_CHOSEN),
        otherwise=_otherwise(answer),
        table=table_view(answer),
        writing=_writing(written) if written else None,
        told=told_view(answer, since),
    )


def render_answer(answer: Answer, written: Written | None = None) -> str:
    """Render an answer by itself."""
    return render("answer.html", answer=answer_view(answer, written))


def render_error(message: str) -> str:
    """Render what went wrong."""
    return render("error.html", message=as_sentence(message))


def as_sentence(text: str) -> str:
    """A message as a sentence: with a capital, and a full stop where it has no other end."""
    text = capitalised(text)
    return text if text.endswith((".", "?", "!")) else f"{text}."


def answer_announcement(answer: Answer) -> str:
    """What a screen reader announces when the answer is complete."""
    if not answer.answered:
        nearest = " The nearest passages are shown." if answer.nearest else ""
        return f"No answer. {answer.explanation}{nearest}"
    count = len(answer.plain)
    return f"Answered with {count} quotation{'' if count == 1 else 's'}. {answer.lead}".strip()


def _near(answer: Answer) -> Beside | None:
    return Beside(near_words(len(answer.near)), quoted_documents(answer.near_sections)) if answer.near else None


def _otherwise(answer: Answer) -> Beside | None:
    if not answer.otherwise:
        return None
    return Beside(answer.otherwise_line.rstrip("."), quoted_documents(answer.otherwise_sections))


def _fact(text: str, citation: Citation) -> FactLine:
    return FactLine(text, placed_title(citation.record), source_of(citation))


def _writing(written: Written) -> Writing:
    return Writing(
        provider=written.provider,
        note=written.note,
        groups=[
            SentenceGroup(heading, [_sentence(written, sentence) for sentence in sentences])
            for heading, sentences in written.groups
        ],
        unsupported=[
            UnsupportedSentence(sentence.said, sentence.reason) for sentence in written.sentences if sentence.refused
        ],
        is_replaced=written.fallback is not None or not written.answer.answered,
        is_finished=written.finished,
    )


def _sentence(written: Written, sentence: Sentence) -> WrittenSentence:
    citations = [source_of(written.answer.citation(number)) for number in sentence.numbers]
    return WrittenSentence(sentence.text, citations, sentence.quotes)
