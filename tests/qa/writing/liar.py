"""A scripted server that speaks the OpenAI protocol on loopback: it says whatever a test tells it to, lies included."""

import json
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from typing import Any


@dataclass
class Liar:
    """What the server says, and what it was asked.

    Attributes:
        reply: its words, or a function that makes them from the last message.
        status: any status but 200 is an error.
        silent: it accepts the question and sends keep-alives, but no words.
        breaks_off: it closes the connection in the middle of its reply.
    """

    reply: str | Callable[[str], str] = ""
    status: int = 200
    silent: bool = False
    breaks_off: bool = False
    url: str = ""
    asked: list[dict[str, Any]] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)
    stopped: Event = field(default_factory=Event)

    def pieces(self, body: dict[str, Any]) -> list[str]:
        """The reply in pieces of a few letters, as a model gives it."""
        text = self.reply if isinstance(self.reply, str) else self.reply(body["messages"][-1]["content"])
        return [text[place : place + 7] for place in range(0, len(text), 7)]


@contextmanager
def serve(liar: Liar) -> Iterator[Liar]:
    """Run the server; `liar.url` is where it listens."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(liar))
    server.daemon_threads = True
    liar.url = f"http://127.0.0.1:{server.server_address[1]}/v1"
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield liar
    finally:
        liar.stopped.set()
        server.shutdown()
        server.server_close()
        thread.join()


def _completion(text: str) -> dict[str, Any]:
    choice = {"index": 0, "message": {"role": "assistant", "content": text}, "finish_reason": "stop"}
    usage = {"prompt_tokens": 1, "completion_tokens": 1, "total_tokens": 2}
    return {"id": "1", "object": "chat.completion", "created": 1, "model": "liar", "choices": [choice], "usage": usage}


def _handler(liar: Liar) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["content-length"])))
            liar.asked.append(body)
            liar.keys.append(self.headers["authorization"])
            if liar.status != 200:
                self._send(json.dumps({"error": {"message": "secret sk-12345"}}).encode(), "application/json")
                return
            if not body.get("stream") and not liar.silent and not liar.breaks_off:
                self._send(json.dumps(_completion("".join(liar.pieces(body)))).encode(), "application/json")
                return
            self.send_response(200)
            self.send_header("content-type", "text/event-stream")
            if liar.breaks_off:
                self.send_header("content-length", "1000000")
            self.end_headers()
            while liar.silent and not liar.stopped.is_set():
                self.wfile.write(b": still here\n\n")
                self.wfile.flush()
                time.sleep(0.02)
            pieces = liar.pieces(body)
            for piece in pieces[: len(pieces) // 2] if liar.breaks_off else pieces:
                self._event({"content": piece})
            if not liar.breaks_off:
                self._event({}, "stop")
                self.wfile.write(b"data: [DONE]\n\n")

        def _event(self, delta: dict[str, str], finish: str | None = None) -> None:
            choice = {"index": 0, "delta": delta, "finish_reason": finish}
            chunk = {"id": "1", "object": "chat.completion.chunk", "created": 1, "model": "liar", "choices": [choice]}
            self.wfile.write(f"data: {json.dumps(chunk)}\n\n".encode())
            self.wfile.flush()

        def _send(self, content: bytes, kind: str) -> None:
            self.send_response(liar.status)
            self.send_header("content-type", kind)
            self.send_header("content-length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *_: Any) -> None:
            pass

        def handle(self) -> None:
            with suppress(ConnectionError):  # the reader has heard enough
                super().handle()

    return Handler
