"""The chat model behind the generative answer: LangChain's `init_chat_model`, loaded when it is first asked."""

import math
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from queue import Empty, SimpleQueue
from threading import Event, Thread
from typing import Any, Protocol
from urllib.parse import urlsplit, urlunsplit

from ingest import KloeError

_OPENAI = "https://api.openai.com/v1"  # given, so that no other setting of the environment sends the words elsewhere
_MOST_TOKENS = 2000
_NO_KEY = "none"  # servers of one's own ask for no key, and must not be sent the one for OpenAI


class ModelError(KloeError):
    """A chat model that cannot be used as it is configured."""


@dataclass(frozen=True)
class ChatModel:
    """Which chat model, where, with which key, and the seconds that it may take."""

    name: str
    base_url: str | None = field(repr=False)
    api_key: str | None = field(repr=False)
    timeout: float

    @property
    def named(self) -> str:
        """The model and the server in words, without what a URL may hold of passwords."""
        if not self.base_url:
            return self.name
        try:
            parts = urlsplit(self.base_url)
        except ValueError:
            return self.name
        return f"{self.name} at {urlunsplit((parts.scheme, parts.netloc.rpartition('@')[2], parts.path, '', ''))}"


class Streaming(Protocol):
    """What takes messages and gives a reply piece by piece."""

    def stream(self, messages: Sequence[tuple[str, str]]) -> Iterator[str]:
        """The reply's text in pieces."""


@lru_cache(maxsize=4)
def open_chat(chat: ChatModel) -> Streaming:
    """Load the provider's package and make its client; nothing is sent.

    Raises:
        ModelError: the provider is unknown, its package is not installed, or it does not take these settings.
    """
    from langchain.chat_models import init_chat_model

    given: dict[str, Any] = {"timeout": chat.timeout, "max_retries": 0, "max_tokens": _MOST_TOKENS}
    name = chat.name if ":" in chat.name or not chat.base_url else f"openai:{chat.name}"
    if ":" not in name:
        raise ModelError(f"the generator {name!r} names no provider; write it first, as in openai:{name}")
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

    def stream(self, messages: Sequence[tuple[str, str]]) -> Iterator[str]:
        """The reply's text in pieces.

        Raises:
            TimeoutError: the whole reply is not there in time.
        """
        pieces: SimpleQueue[str | Exception | None] = SimpleQueue()
        stopped = Event()
        Thread(target=self._pump, args=(list(messages), pieces, stopped), daemon=True).start()
        deadline = time.monotonic() + self.timeout
        try:
            while True:
                try:
                    piece = pieces.get(timeout=max(0.0, deadline - time.monotonic()))
                except Empty:
                    raise TimeoutError from None
                if isinstance(piece, Exception):
                    raise piece
                if piece is None:
                    return
                yield piece
        finally:
            stopped.set()

    def _pump(
        self, messages: list[tuple[str, str]], pieces: "SimpleQueue[str | Exception | None]", stopped: Event
    ) -> None:
        """Read the reply in a thread of its own: a server that sends signs of life and no words would hold the reader up."""
        from langsmith import tracing_context

        try:
            with tracing_context(enabled=False):  # no third party hears of it, whatever the environment says
                for chunk in self.model.stream(messages):
                    pieces.put(str(chunk.text))
                    if stopped.is_set():
                        return
            pieces.put(None)
        except Exception as error:
            pieces.put(error)


def say_cause(error: Exception, timeout: float) -> str:
    """Why a model gave no answer, in words that hold nothing of what the server said (it may be a key, or anything)."""
    chain, one = [], error
    while one is not None and one not in chain:
        chain.append(one)
        one = one.__cause__ or one.__context__  # type: ignore[assignment]
    if isinstance(error, ModelError):
        return f"cannot be asked ({error})"
    if any("timeout" in type(one).__name__.lower() for one in chain):
        seconds = math.ceil(timeout)
        return f"did not answer within {seconds} second{'' if seconds == 1 else 's'}"
    status = next((code for one in chain if isinstance(code := getattr(one, "status_code", None), int)), None)
    if status is not None:
        return f"answered with the error {status}"
    if any("protocol" in type(one).__name__.lower() for one in chain):
        return "broke off"
    if any("connect" in type(one).__name__.lower() for one in chain):
        return "could not be reached"
    return f"failed ({type(error).__name__})"
