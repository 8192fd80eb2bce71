"""An answer put into words: a `Written`, made of checked `Sentence`s."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from qa.answer import Answer, Citation, document_reference, hanging, source_lines


class Status(StrEnum):
    """What became of a sentence or heading that the model wrote, or what it did with a quotation."""

    CHOSEN = "chosen"
    KEPT = "kept"
    REPLACED = "replaced"
    DROPPED = "dropped"


@dataclass(frozen=True)
class Sentence:
    """One sentence of the reply after the check, or one quotation that the model chose. All of it is plain text.

    Attributes:
        text: what is shown: the sentence without markers, or the quotation with its section; empty if it is dropped.
        numbers: the citations that support it.
        said: what the model wrote. Show it, if at all, as unsupported where it is refused.
        reason: why it was replaced or dropped.
        heading: the checked heading that the model put over a chosen quotation, if any.
    """

    text: str
    numbers: tuple[int, ...]
    status: Status
    said: str
    reason: str = ""
    heading: str = ""

    @property
    def refused(self) -> bool:
        """True if the quotations do not support what the model wrote."""
        return self.status in (Status.REPLACED, Status.DROPPED)

    @property
    def quotes(self) -> bool:
        """True if it is shown and is a quotation."""
        return self.status in (Status.CHOSEN, Status.REPLACED)


@dataclass(frozen=True)
class Written:
    """An answer that a model ordered or worded, so far or finished.

    Attributes:
        answer: the extractive answer that the model was given.
        provider: which model, and where.
        sentences: in the order of the reply, including the dropped ones.
        unknown: the numbers of removed markers, which match no quotation.
        fallback: why the extractive answer is shown instead of the sentences; None if it is not.
        finished: False while the model is still writing.
    """

    answer: Answer
    provider: str
    sentences: tuple[Sentence, ...] = ()
    unknown: tuple[int, ...] = ()
    fallback: str | None = None
    finished: bool = False

    @property
    def shown(self) -> tuple[Sentence, ...]:
        """The sentences to show; empty if the extractive answer is shown instead."""
        if self.fallback is not None:
            return ()
        return tuple(sentence for sentence in self.sentences if sentence.status is not Status.DROPPED)

    @property
    def citations(self) -> tuple[Citation, ...]:
        """The citations of the sentences shown and of the facts, in the order of their numbers."""
        if not self.shown:
            return self.answer.citations
        numbers = {number for sentence in self.shown for number in sentence.numbers}
        numbers |= {number for _, number in self.answer.facts}
        return tuple(citation for citation in self.answer.citations if citation.number in numbers)

    @property
    def note(self) -> str:
        """Who wrote the answer and what the check did, in words for the reader."""
        if self.fallback is not None:
            return f"{self.fallback} Here are the quotations instead."
        if not self.answer.answered:
            return "Nothing was sent to a language model."
        if any(sentence.status is Status.CHOSEN for sentence in self.sentences):
            return self._note_on_choice
        counts = {status: sum(sentence.status is status for sentence in self.sentences) for status in Status}
        outcomes = ", ".join(_outcome(counts[status], status) for status in Status if counts[status])
        checked = f"Written by {self.provider} and checked against the quotations{f': {outcomes}' if outcomes else ''}."
        return f"{checked} Unknown markers removed: {_markers(self.unknown, ', ')}." if self.unknown else checked

    @property
    def _note_on_choice(self) -> str:
        chosen, held = len(self.shown), len(self.answer.plain)
        note = f"{self.provider} chose and ordered {chosen} of {held} quotations, which are word for word"
        headed = any(sentence.heading for sentence in self.shown)
        note += "; the headings are its own, made of their words." if headed else "."
        if refused := sum(sentence.refused for sentence in self.sentences):
            note += f" {_counted(refused, 'heading')} left out."
        return f"{note} Unknown numbers removed: {_markers(self.unknown, ', ')}." if self.unknown else note

    @property
    def groups(self) -> list[tuple[str, list[Sentence]]]:
        """The sentences shown, under their heading and the documents that they cite, because a sentence need not name its authority."""
        grouped: list[tuple[str, list[Sentence]]] = []
        for sentence in self.shown:
            records = [self.answer.citation(number).record for number in sentence.numbers]
            documents = "; ".join(map(document_reference, {record.id: record for record in records}.values()))
            heading = f"{sentence.heading}: {documents}" if sentence.heading else documents
            if not grouped or grouped[-1][0] != heading:
                grouped.append((heading, []))
            grouped[-1][1].append(sentence)
        return grouped

    @property
    def lines(self) -> list[str]:
        """What is shown, a line each: facts, what was carried over or not applied, sentences. A further sentence only adds lines."""
        if not self.shown:
            return []
        lead = self.answer.lead if self.answer.facts else ""
        lines = [
            line for line in (lead, *self.answer.fact_lines, self.answer.carried_over, self.answer.not_applied) if line
        ]
        for heading, sentences in self.groups:
            lines += ["", heading] if lines else [heading]
            lines += [f"  {hanging(sentence.text)} {_markers(sentence.numbers)}" for sentence in sentences]
        return lines

    @property
    def end(self) -> list[str]:
        """What stands below the lines: how many documents say otherwise, the coverage, the note on the answer, and the sources."""
        otherwise = [self.answer.otherwise_line] if self.answer.otherwise else []
        return [*otherwise, self.answer.coverage, self.note, "", *source_lines(self.citations)]

    @property
    def text(self) -> str:
        """The answer in words with its markers, then the note on how it was made and the sources."""
        if not self.shown:
            return f"{self.answer.text}\n\n{self.note}" if self.finished else ""
        return "\n".join([*self.lines, "", *self.end])


def _outcome(number: int, status: Status) -> str:
    """How many sentences the check kept, replaced or dropped: "2 sentences left out"."""
    sentences = _counted(number, "sentence")
    if status is Status.REPLACED:
        return f"{sentences} replaced by {'its quotation' if number == 1 else 'their quotations'}"
    return f"{sentences} {'kept' if status is Status.KEPT else 'left out'}"


def _counted(number: int, thing: str) -> str:
    return f"{number} {thing}{'' if number == 1 else 's'}"


def quotation_text(citation: Citation) -> str:
    """A quotation in quotation marks, with the heading that changes what it means."""
    under = f"Under “{citation.section}”: " if citation.section else ""
    return f"{under}“{citation.quote}”"


def _markers(numbers: Sequence[int], separator: str = "") -> str:
    return separator.join(f"[{number}]" for number in numbers)
