"""The answer that a chat model writes from the quotations, where one is configured: each sentence checked before it is shown.

The model is given the quotations of an extractive answer and nothing else. A sentence that its quotations do not bear out is
replaced by the quotation or left out, and both are said. Where the model fails, the extractive answer stands.
"""

import logging
import secrets
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from qa.answer.types import Answer, Citation, document_reference
from qa.writing.checking.check import check
from qa.writing.model import ChatModel, open_chat, say_cause
from qa.writing.prompt import make_messages
from qa.writing.reply import Claim, Reply

_LOG = logging.getLogger(__name__)
_MOST_SHOWN = 10  # sentences, more than are asked for
_MOST_READ = 30
_REPEATS = 2  # sentences said a second time, after which a model goes round in circles
_LONGEST = 12_000  # characters of a reply that are read


class Status(StrEnum):
    """What became of a sentence that the model wrote."""

    KEPT = "kept"
    REPLACED = "replaced"
    DROPPED = "dropped"


@dataclass(frozen=True)
class Sentence:
    """One sentence of the reply after the check. All of it is plain text.

    Attributes:
        text: what is shown: the sentence without markers, or the quotation with its heading; empty where it is dropped.
        numbers: the citations that bear it out.
        said: what the model wrote; to be shown, if at all, as what was not borne out.
        reason: why it was replaced or dropped.
    """

    text: str
    numbers: tuple[int, ...]
    status: Status
    said: str
    reason: str = ""


@dataclass(frozen=True)
class Written:
    """What a model made of an answer, so far or in the end.

    Attributes:
        answer: the extractive answer that it was made from.
        provider: which model, and where.
        sentences: in the order of the reply, the dropped ones among them.
        unknown: numbers of markers that name no quotation; they are taken out.
        fallback: why the extractive answer stands in place of the sentences; None where it does not.
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
        """The sentences that are shown; none where the extractive answer stands."""
        if self.fallback is not None:
            return ()
        return tuple(sentence for sentence in self.sentences if sentence.status is not Status.DROPPED)

    @property
    def citations(self) -> tuple[Citation, ...]:
        """The citations of what is shown and of the facts told, in the order of their numbers."""
        if not self.shown:
            return self.answer.citations
        numbers = {number for sentence in self.shown for number in sentence.numbers}
        numbers |= {number for _, number in self.answer.told}
        return tuple(citation for citation in self.answer.citations if citation.number in numbers)

    @property
    def note(self) -> str:
        """Who wrote it and what the check did, in words for the reader."""
        if self.fallback is not None:
            return f"{self.fallback} These are the quotations themselves."
        if not self.answer.answered:
            return "Nothing was sent to a language model."
        counts = {status: sum(one.status is status for one in self.sentences) for status in Status}
        said = [f"Put into words by {self.provider} and checked against the quotations"]
        said += [f"{_count(counts[Status.KEPT])} as written"] if counts[Status.KEPT] else []
        said += [f"{_count(counts[Status.REPLACED])} replaced by the quotation"] if counts[Status.REPLACED] else []
        said += [f"{_count(counts[Status.DROPPED])} left out"] if counts[Status.DROPPED] else []
        said += [f"unknown markers removed: {', '.join(f'[{n}]' for n in self.unknown)}"] if self.unknown else []
        return "; ".join(said) + "."

    @property
    def groups(self) -> list[tuple[str, list[Sentence]]]:
        """What is shown, under the reference of the documents cited: a sentence need not name its authority."""
        grouped: list[tuple[str, list[Sentence]]] = []
        for sentence in self.shown:
            records = {(one := self.answer.citation(number).record).id: one for number in sentence.numbers}
            heading = "; ".join(map(document_reference, records.values()))
            if not grouped or grouped[-1][0] != heading:
                grouped.append((heading, []))
            grouped[-1][1].append(sentence)
        return grouped

    @property
    def lines(self) -> list[str]:
        """What is shown, a line each: the facts told, what was taken over, the sentences. A further sentence only adds lines."""
        if not self.shown:
            return []
        lines = [self.answer.lead] if self.answer.told and self.answer.lead else []
        lines += [
            f"{said} ({document_reference(self.answer.citation(number).record)}) [{number}]"
            for said, number in self.answer.told
        ]
        taken = self.answer.parsed.taken if self.answer.parsed else ()
        lines += [f"Taken over from the question before: {', '.join(taken)}."] if taken else []
        for heading, sentences in self.groups:
            lines += ["", heading] if lines else [heading]
            lines += [f"  {one.text} {_markers(one.numbers)}" for one in sentences]
        return lines

    @property
    def end(self) -> list[str]:
        """What stands below the lines: the coverage, the note on how the answer was made, and the sources."""
        sources = [f"  [{one.number}] {one.reference} ({one.record.path})" for one in self.citations]
        return [self.answer.coverage, self.note, "", "Sources", *sources]

    @property
    def text(self) -> str:
        """The answer in words, with markers, the note on how it was made and the sources below."""
        if not self.shown:
            return f"{self.answer.text}\n\n{self.note}" if self.finished else ""
        return "\n".join([*self.lines, "", *self.end])


def _count(number: int) -> str:
    return f"{number} sentence{'' if number == 1 else 's'}"


def _markers(numbers: Sequence[int]) -> str:
    return "".join(f"[{number}]" for number in numbers)


@dataclass(frozen=True)
class Writer:
    """Puts answers into words with one chat model. Nothing is loaded or sent before the first answer is.

    Attributes:
        model: LangChain's name for it, provider first: "openai:gpt-4.1-mini", "ollama:llama3.2"; for a server that speaks
            the OpenAI protocol "openai:" and the name that the server knows.
        base_url: where the server is, where it is not the provider's own: "http://localhost:11434/v1".
        timeout: seconds for a whole answer.
    """

    model: str
    base_url: str | None = field(default=None, repr=False)
    api_key: str | None = field(default=None, repr=False)
    timeout: float = 60.0

    @property
    def provider(self) -> str:
        """Which model is in use and where, as it is shown to whoever asks."""
        return self._chat.named

    @property
    def _chat(self) -> ChatModel:
        return ChatModel(self.model, self.base_url, self.api_key, self.timeout)

    def load(self) -> None:
        """Load the provider's package, to fail early.

        Raises:
            ModelError: the provider is unknown, its package is not installed, or it does not take these settings.
        """
        open_chat(self._chat)

    def write(self, answer: Answer) -> Written:
        """The finished answer."""
        return list(self.stream(answer))[-1]

    def stream(self, answer: Answer) -> Iterator[Written]:
        """The answer so far after each sentence that is whole and checked; the last one is finished.

        It raises nothing: where the model cannot be asked, the extractive answer stands and the last one says why.
        """
        so_far = Written(answer, self.provider)
        if not answer.answered or not answer.citations:
            yield replace(so_far, finished=True)
            return
        try:
            for claim in self._claims(answer):
                so_far = _add(so_far, claim)
                yield so_far
                if _is_enough(so_far):
                    break
            cause = _nothing_shown(so_far)
        except Exception as error:  # whatever a provider's package raises
            _LOG.warning("%s failed: %s", self.provider, type(error).__name__)
            cause = f"{self.provider} {say_cause(error, self.timeout)}"
        yield replace(so_far, fallback=cause and f"{cause}.", finished=True)

    def _claims(self, answer: Answer) -> Iterator[Claim]:
        """The sentences of the reply as they become whole."""
        evidence = [(one.number, _referred(one), one.quote) for one in answer.citations]
        reply = Reply()
        for piece in open_chat(self._chat).stream(make_messages(_whole(answer), evidence, secrets.token_hex(6))):
            yield from reply.add(piece)
            if reply.length > _LONGEST:
                return
        yield from reply.finish()


def _whole(answer: Answer) -> str:
    """The question with what a follow-up leaves unsaid."""
    taken = answer.parsed.taken if answer.parsed else ()
    return f"{answer.question} ({', '.join(taken)})" if taken else answer.question


def _referred(citation: Citation) -> str:
    under = f", under “{citation.section}”" if citation.section else ""
    return f"{document_reference(citation.record)}{under}"


def _is_enough(written: Written) -> bool:
    repeated = len(written.sentences) - len({sentence.said for sentence in written.sentences})
    return repeated >= _REPEATS or len(written.sentences) >= _MOST_READ or len(written.shown) >= _MOST_SHOWN


def _nothing_shown(written: Written) -> str | None:
    if not written.sentences:
        return f"{written.provider} gave an empty reply"
    return None if written.shown else f"{written.provider} wrote nothing that the quotations bear out"


def _add(written: Written, claim: Claim) -> Written:
    """Check one more sentence."""
    known = range(1, len(written.answer.citations) + 1)
    strange = tuple(number for number in claim.numbers if number not in known and number not in written.unknown)
    return replace(
        written, sentences=(*written.sentences, _judge(written, claim)), unknown=(*written.unknown, *strange)
    )


def _judge(written: Written, claim: Claim) -> Sentence:
    """Keep a sentence, put a quotation in its place or drop it."""
    answer = written.answer
    known = range(1, len(answer.citations) + 1)
    cited = [number for number in claim.numbers if number in known]
    if not cited:
        return Sentence("", (), Status.DROPPED, claim.text, "it cites no quotation")
    if any(claim.text == one.said for one in written.sentences):
        return Sentence("", (), Status.DROPPED, claim.text, "it is said already")
    parts = [
        (text, [answer.citation(number) for number in numbers if number in known]) for text, numbers in claim.parts
    ]
    if all(found for _, found in parts):
        verdict = check(parts)
        if verdict.numbers:
            return Sentence(claim.text, verdict.numbers, Status.KEPT, claim.text)
        reason = verdict.reason
    else:
        reason = "a part of it cites no quotation"
    quoted = {number for one in written.sentences if one.status is Status.REPLACED for number in one.numbers}
    left = next((number for number in cited if number not in quoted), None)
    if left is None:
        return Sentence("", (), Status.DROPPED, claim.text, f"{reason}; the quotation is shown already")
    return Sentence(_quotation(answer.citation(left)), (left,), Status.REPLACED, claim.text, reason)


def _quotation(citation: Citation) -> str:
    under = f"Under “{citation.section}”: " if citation.section else ""
    return f"{under}“{citation.quote}”"
