"""The chat model behind a worded answer: LangChain's `init_chat_model`, loaded on first use."""

import math
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from queue import Empty, SimpleQueue
from threading import Event, Thread
from typing import Any, Protocol, TypeVar
from urllib.parse import urlsplit, urlunsplit

from pydantic import BaseModel

from ingest import KloeError

Form = TypeVar("Form", bound=BaseModel)
Piece = TypeVar("Piece")
_OPENAI = "https://api.openai.com/v1"  # set here, so that no environment variable can send the words elsewhere
_MOST_TOKENS = 2000
_NO_KEY = "none"  # your own server asks for no key, and must not be sent the one for OpenAI


class ModelError(KloeError):
    """The chat model cannot be used as configured."""


@dataclass(frozen=True)
class ChatModel:
    """Which chat model, where, with which key, and how many seconds an answer may take."""

    name: str
    base_url: str | None = field(repr=False)
    api_key: str | None = field(repr=False)
    timeout: float

    @property
    def description(self) -> str:
        """The model and its server in words, without any user name or password in the address."""
        if not self.base_url:
            return self.name
        try:
            parts = urlsplit(self.base_url)
        except ValueError:
            return self.name
        return f"{self.name} at {urlunsplit((parts.scheme, parts.netloc.rpartition('@')[2], parts.path, '', ''))}"


class MisfitError(KloeError):
    """The chat model's reply does not have the form that was asked for."""


class Chat(Protocol):
    """Takes messages and gives a reply, piece by piece or in a form."""

    def choose(self, messages: Sequence[tuple[str, str]], form: type[Form]) -> Form:
        """Give the reply in a form."""

    def stream(self, messages: Sequence[tuple[str, str]]) -> Iterator[str]:
        """Yield the reply's text in pieces."""


@lru_cache(maxsize=4)
def open_chat(chat: ChatModel) -> Chat:
    """Load the provider's package and make its client, without sending anything.

    Raises:
        ModelError: the provider is unknown, its package is not installed, or it does not take these settings.
    """
    from langchain.chat_models import init_chat_model

    given: dict[str, Any] = {"timeout": chat.timeout, "max_retries": 0, "max_tokens": _MOST_TOKENS}
    name = chat.name if ":" in chat.name or not chat.base_url else f"openai:{chat.name}"
    if ":" not in name:
        raise ModelError(f"the generator {name!r} names no provider: put one first, as in openai:{name}")
    if name.startswith("openai:"):
        given["base_url"] = chat.base_url or _OPENAI
    elif chat.base_url:
        given["base_url"] = chat.base_url
    if chat.base_url:
        given["temperature"] = 0
    if chat.api_key or (chat.base_url and name.startswith("openai:")):
        given["api_key"] = chat.api_key or _NO_KEY
    try:
        return _Client(init_chat_model(name, **given), chat.timeout)
    except ImportError as error:
        package = f"langchain-{name.partition(':')[0].replace('_', '-')}"
        extra = "kloe[generate]" if package == "langchain-openai" else package
        raise ModelError(f"the generator {chat.name!r} needs the package {package}: pip install '{extra}'") from error
    except Exception as error:  # whatever a provider's package raises
        raise ModelError(f"the generator {chat.name!r} cannot be used: {' '.join(str(error).split())[:300]}") from error


@dataclass(frozen=True)
class _Client:
    model: Any  # a BaseChatModel
    timeout: float

    def choose(self, messages: Sequence[tuple[str, str]], form: type[Form]) -> Form:
        """Give the reply in a form.

        Raises:
            MisfitError: it does not have that form.
            TimeoutError: it did not come in time.
        """

        def reply() -> Iterator[object]:
            yield self.model.with_structured_output(form).invoke(list(messages))

        for given in self._in_time(reply):
            if isinstance(given, form):
                return given
        raise MisfitError("the reply does not have the form that was asked for")

    def stream(self, messages: Sequence[tuple[str, str]]) -> Iterator[str]:
        """Yield the reply's text in pieces.

        Raises:
            TimeoutError: the whole reply did not come in time.
        """
        yield from self._in_time(lambda: (str(chunk.text) for chunk in self.model.stream(list(messages))))

    def _in_time(self, reply: Callable[[], Iterator[Piece]]) -> Iterator[Piece]:
        """Read a reply in its own thread, so that a server which sends keep-alives and no words cannot block the reader."""
        pieces: SimpleQueue[tuple[Piece | None, Exception | None]] = SimpleQueue()
        stopped = Event()
        Thread(target=_pump, args=(reply, pieces, stopped), daemon=True).start()
        deadline = time.monotonic() + self.timeout
        try:
            while True:
                try:
                    piece, error = pieces.get(timeout=max(0.0, deadline - time.monotonic()))
                except Empty:
                    raise TimeoutError from None
                if error is not None:
                    raise error
                if piece is None:
                    return
                yield piece
        finally:
            stopped.set()


def _pump(
    reply: Callable[[], Iterator[Piece]], pieces: "SimpleQueue[tuple[Piece | None, Exception | None]]", stopped: Event
) -> None:
    """Put the pieces of a reply into a queue, and None at its end."""
    from langsmith import tracing_context

    try:
        with tracing_context(enabled=False):  # never traced to a third party, whatever the environment says
            for piece in reply():
                pieces.put((piece, None))
                if stopped.is_set():
                    return
        pieces.put((None, None))
    except Exception as error:
        pieces.put((None, error))


def describe_failure(error: Exception, timeout: float) -> str:
    """Say why a model gave no answer, without repeating the server's own words: they may hold a key, or anything else."""
    if isinstance(error, ModelError):
        return f"cannot be used ({error})"
    causes = _causes(error)
    if any(isinstance(cause, MisfitError | ValueError) for cause in causes):  # a parser's errors are ValueErrors
        return "gave a reply that does not have the form that was asked for"
    names = [type(cause).__name__.lower() for cause in causes]
    if any("timeout" in name for name in names):
        seconds = math.ceil(timeout)
        return f"did not answer within {seconds} second{'' if seconds == 1 else 's'}"
    status = next((code for cause in causes if isinstance(code := getattr(cause, "status_code", None), int)), None)
    if status is not None:
        return f"returned error {status}"
    if any("protocol" in name for name in names):
        return "broke off its reply"
    if any("connect" in name for name in names):
        return "could not be reached"
    return f"failed ({type(error).__name__})"


def _causes(error: Exception) -> list[BaseException]:
    """An error and the errors behind it."""
    causes: list[BaseException] = []
    cause: BaseException | None = error
    while cause is not None and cause not in causes:
        causes.append(cause)
        cause = cause.__cause__ or cause.__context__
    return causes
