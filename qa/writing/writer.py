"""Lets a chat model, where one is configured, choose and order the quotations of an answer, or word sentences from them.

The model sees the quotations of the answer and nothing else. What it chooses is shown word for word, under headings that are checked. A
sentence that its quotations do not support is replaced by the quotation or left out, and the reader is told. Where the model fails,
the extractive answer is shown.
"""

import logging
import secrets
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from qa.answer import Answer, Citation, document_reference
from qa.writing.checking import check
from qa.writing.choosing import Choice, read_choice
from qa.writing.model import ChatModel, describe_failure, open_chat
from qa.writing.prompt import make_choosing, make_wording
from qa.writing.reply import Claim, Reply
from qa.writing.types import Sentence, Status, Written, quotation_text

_LOG = logging.getLogger(__name__)
_MOST_SHOWN = 10  # sentences, more than are asked for
_MOST_READ = 30
_MOST_REPEATS = 2  # repeated sentences, after which the model is going round in circles
_LONGEST = 12_000  # characters of a reply that are read


@dataclass(frozen=True)
class Writer:
    """Orders or words answers with one chat model. Nothing is loaded or sent until the first answer.

    Attributes:
        model: LangChain's name for it, provider first: "openai:gpt-4.1-mini", "ollama:llama3.2"; for a server that speaks
            the OpenAI protocol, "openai:" and the server's own name for it.
        base_url: the server's address, unless it is the provider's own: "http://localhost:11434/v1".
        timeout: seconds for a whole answer.
        sentences: let the model word sentences, each of which is checked, instead of choosing and ordering quotations.
    """

    model: str
    base_url: str | None = field(default=None, repr=False)
    api_key: str | None = field(default=None, repr=False)
    timeout: float = 60.0
    sentences: bool = False

    @property
    def provider(self) -> str:
        """Which model is in use and where, as the reader is shown it."""
        return self._chat.description

    @property
    def _chat(self) -> ChatModel:
        return ChatModel(self.model, self.base_url, self.api_key, self.timeout)

    def load(self) -> None:
        """Load the provider's package, so that a mistake in the settings shows early.

        Raises:
            ModelError: the provider is unknown, its package is not installed, or it does not take these settings.
        """
        open_chat(self._chat)

    def write(self, answer: Answer) -> Written:
        """Write the finished answer."""
        return list(self.stream(answer))[-1]

    def stream(self, answer: Answer) -> Iterator[Written]:
        """Yield the answer so far after each sentence that is complete and checked; the last one is finished.

        It never raises: where the model fails, the last one says why and falls back to the extractive answer.
        """
        so_far = Written(answer, self.provider)
        if not answer.answered or not answer.plain:
            yield replace(so_far, finished=True)
            return
        try:
            if self.sentences:
                for claim in self._claims(answer):
                    so_far = _add(so_far, claim)
                    yield so_far
                    if _is_enough(so_far):
                        break
                cause = _nothing_shown(so_far)
            else:
                yield so_far  # the reader sees that the model is at work
                chosen, unknown = read_choice(answer, self._choice(answer))
                so_far = replace(so_far, sentences=tuple(chosen), unknown=unknown)
                cause = None if so_far.shown else f"{self.provider} chose no quotation"
        except Exception as error:  # whatever a provider's package raises
            _LOG.warning("%s failed: %s", self.provider, type(error).__name__)
            cause = f"{self.provider} {describe_failure(error, self.timeout)}"
        yield replace(so_far, fallback=cause and f"{cause}.", finished=True)

    def _choice(self, answer: Answer) -> Choice:
        """Which quotations the model chooses, in which order and under which headings."""
        messages = make_choosing(_full_question(answer), _evidence(answer), secrets.token_hex(6))
        return open_chat(self._chat).choose(messages, Choice)

    def _claims(self, answer: Answer) -> Iterator[Claim]:
        """The sentences of the reply, each as soon as it is complete."""
        reply = Reply()
        messages = make_wording(_full_question(answer), _evidence(answer), secrets.token_hex(6))
        for piece in open_chat(self._chat).stream(messages):
            yield from reply.add(piece)
            if reply.length > _LONGEST:
                return
        yield from reply.finish()


def _evidence(answer: Answer) -> list[tuple[int, str, str]]:
    return [(citation.number, _reference(citation), citation.quote) for citation in answer.plain]


def _full_question(answer: Answer) -> str:
    """The question, with what a follow-up carries over."""
    taken = answer.parsed.taken if answer.parsed else ()
    return f"{answer.question} ({', '.join(taken)})" if taken else answer.question


def _reference(citation: Citation) -> str:
    under = f", under “{citation.section}”" if citation.section else ""
    return f"{document_reference(citation.record)}{under}"


def _is_enough(written: Written) -> bool:
    repeated = len(written.sentences) - len({sentence.said for sentence in written.sentences})
    return repeated >= _MOST_REPEATS or len(written.sentences) >= _MOST_READ or len(written.shown) >= _MOST_SHOWN


def _nothing_shown(written: Written) -> str | None:
    if not written.sentences:
        return f"{written.provider} gave an empty reply"
    return None if written.shown else f"{written.provider} wrote nothing that the quotations support"


def _add(written: Written, claim: Claim) -> Written:
    """Check one more sentence."""
    known = range(1, len(written.answer.plain) + 1)
    unknown = tuple(number for number in claim.numbers if number not in known and number not in written.unknown)
    return replace(
        written, sentences=(*written.sentences, _judge(written, claim)), unknown=(*written.unknown, *unknown)
    )


def _judge(written: Written, claim: Claim) -> Sentence:
    """Keep a sentence, replace it by a quotation, or drop it."""
    answer = written.answer
    known = range(1, len(answer.plain) + 1)
    cited = [number for number in claim.numbers if number in known]
    if not cited:
        return Sentence("", (), Status.DROPPED, claim.text, "it cites no quotation")
    if any(claim.text == sentence.said for sentence in written.sentences):
        return Sentence("", (), Status.DROPPED, claim.text, "it repeats an earlier sentence")
    parts = [
        (text, [answer.citation(number) for number in numbers if number in known]) for text, numbers in claim.parts
    ]
    if all(citations for _, citations in parts):
        verdict = check(parts)
        if verdict.numbers:
            return Sentence(claim.text, verdict.numbers, Status.KEPT, claim.text)
        reason = verdict.reason
    else:
        reason = "part of it cites no quotation"
    replaced = [sentence for sentence in written.sentences if sentence.status is Status.REPLACED]
    shown = {number for sentence in replaced for number in sentence.numbers}
    number = next((number for number in cited if number not in shown), None)
    if number is None:
        return Sentence("", (), Status.DROPPED, claim.text, f"{reason}; the quotation is already shown")
    return Sentence(quotation_text(answer.citation(number)), (number,), Status.REPLACED, claim.text, reason)
