"""One turn of a conversation as its template shows it: earlier questions, the question, its scope and the answer."""

from dataclasses import dataclass

from app.pages.addresses import QuestionAddress
from app.pages.chips import chips
from app.pages.templating import render
from app.pages.views.answer import AnswerView
from app.pages.views.steps import Link
from qa import ParsedQuestion


@dataclass(frozen=True)
class TurnView:
    """What is shown of a turn.

    Attributes:
        chips: the parts of the scope, each a link that asks again without it.
        carried_over: what a follow-up took from the question before it, in words.
        documents: the number of documents in scope.
        answer: None while Kloe is searching.
        announcement: what a screen reader announces when the turn is complete; empty before.
    """

    question: str
    link: str
    earlier: list[Link]
    chips: list[Link]
    carried_over: str
    documents: int
    answer: AnswerView | None = None
    announcement: str = ""

    @property
    def query(self) -> str:
        """The query of the link."""
        return self.link.removeprefix("/?")


def turn_view(
    address: QuestionAddress,
    parsed: ParsedQuestion,
    earlier: tuple[tuple[str, str], ...],
    documents: int,
    answer: AnswerView | None = None,
    announcement: str = "",
) -> TurnView:
    """Prepare a turn for its template.

    Args:
        earlier: the question and the link of each turn before.
        documents: the number of documents in scope.
        answer: the answer so far; None while Kloe is searching.
        announcement: what a screen reader announces, once the turn is complete.
    """
    return TurnView(
        question=address.question,
        link=address.link,
        earlier=[Link(question, link) for question, link in earlier],
        chips=[Link(chip.label, address.within(chip.rest, parsed).link) for chip in chips(parsed.scope)],
        carried_over=", ".join(parsed.taken),
        documents=documents,
        answer=answer,
        announcement=announcement,
    )


def render_turn(turn: TurnView) -> str:
    """Render a turn, complete or so far."""
    return render("turn.html", turn=turn)
