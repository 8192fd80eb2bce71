"""One turn of a conversation as its template shows it: earlier questions, the question, its scope and the answer."""

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import parse_qsl

from app.asking import Understood
from app.pages.addresses import QuestionAddress
from app.pages.addresses.conversation import conversation_link
from app.pages.chips import chips
from app.pages.templating import render
from app.pages.views.answer import AnswerView
from app.pages.views.steps import Link
from app.root import query_in
from index import Record
from qa import ParsedQuestion
from qa.answer.messages import not_applied_words


@dataclass(frozen=True)
class TurnView:
    """What is shown of a turn.

    Attributes:
        chips: the parts of the scope, each a link that asks again without it.
        carried_over: what a follow-up took from the question before it, in words.
        not_applied: the limiting words of the question that the answer does not heed, as a sentence.
        understood: how the question was understood, part by part.
        documents: the number of documents in scope.
        answer: None while Kloe is searching.
        announcement: what a screen reader announces when the turn is complete; empty before.
    """

    question: str
    link: str
    earlier: list[Link]
    chips: list[Link]
    carried_over: str
    not_applied: str
    understood: list[tuple[str, str]]
    documents: int
    answer: AnswerView | None = None
    announcement: str = ""

    @property
    def fields(self) -> list[tuple[str, str]]:
        """The names and values of the link, for a form that asks again with one more."""
        return parse_qsl(self.query)

    @property
    def conversation(self) -> str:
        """The link to the whole conversation as one file; empty for its first turn."""
        return conversation_link([*(turn.link for turn in self.earlier), self.link]) if self.earlier else ""

    @property
    def query(self) -> str:
        """The query of the link."""
        return query_in(self.link)


def turn_view(
    address: QuestionAddress,
    parsed: ParsedQuestion,
    earlier: tuple[tuple[str, str], ...],
    inside: Sequence[Record],
    answer: AnswerView | None = None,
    announcement: str = "",
) -> TurnView:
    """Prepare a turn for its template.

    Args:
        earlier: the question and the link of each turn before.
        inside: the documents in scope.
        answer: the answer so far; None while Kloe is searching.
        announcement: what a screen reader announces, once the turn is complete.
    """
    return TurnView(
        question=address.question,
        link=address.link,
        earlier=[Link(question, link) for question, link in earlier],
        chips=[Link(chip.label, address.within(chip.rest, parsed).link) for chip in chips(parsed.scope)],
        carried_over=", ".join(parsed.taken),
        not_applied=not_applied_words(parsed.not_applied),
        understood=list(Understood(address.question, parsed, tuple(inside)).lines),
        documents=len(inside),
        answer=answer,
        announcement=announcement,
    )


def render_turn(turn: TurnView) -> str:
    """Render a turn, complete or so far."""
    return render("turn.html", turn=turn)
