"""Lets a chat model choose and order the quotations of an answer, under headings that are checked. It words nothing else."""

from pydantic import BaseModel, Field

from qa.answer import Answer
from qa.writing.headings import fault_of
from qa.writing.reply import clean
from qa.writing.types import Sentence, Status, quotation_text

_NAMED = range(10_000)  # the unknown numbers that the reader is told of; others are no numbers of quotations at all


class Part(BaseModel):
    """Quotations that belong together."""

    heading: str = Field(description="What they are about, in at most six of their own words, without a judgement.")
    quotations: list[int] = Field(description="Their numbers, the best answer first.")


class Choice(BaseModel):
    """The quotations that answer the question, best first; those that do not are left out."""

    parts: list[Part]


def read_choice(answer: Answer, choice: Choice) -> tuple[list[Sentence], tuple[int, ...]]:
    """Give what is shown of a choice, and the numbers in it that no quotation has.

    Each quotation is shown once and word for word. A heading that fails its check is dropped; its quotations stay.
    """
    known = {citation.number for citation in answer.plain}
    shown: list[Sentence] = []
    seen: set[int] = set()
    unknown: dict[int, None] = {}
    for part in choice.parts:
        unknown |= dict.fromkeys(number for number in part.quotations if number not in known and number in _NAMED)
        numbers = [number for number in dict.fromkeys(part.quotations) if number in known - seen]
        seen |= set(numbers)
        heading = " ".join(clean(part.heading).split())
        quotes = [answer.citation(number).quote for number in numbers]
        fault = fault_of(heading, quotes) if heading and numbers else ""
        if fault:
            shown.append(Sentence("", (), Status.DROPPED, heading, f"a heading: {fault}"))
        shown += [
            Sentence(quotation_text(answer.citation(n)), (n,), Status.CHOSEN, "", heading="" if fault else heading)
            for n in numbers
        ]
    return shown, tuple(unknown)
