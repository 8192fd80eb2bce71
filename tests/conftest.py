"""What the tests share: two indexes of the sample, the published documents, and a browser.

`sample_index` is made with a small embedder; most tests need no more. `real_sample` is made once a session with the model
that comes with Kloe, by `kloe index` in a process of its own.
"""

import atexit
import hashlib
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from index import Embedder, Index, update
from index.lexical import words
from index.ranking.tokens import TokenVectors
from index.vectors.embedder import EncodedText

ROOT = Path(__file__).parent.parent
SAMPLE = ROOT / "corpus" / "sample" / "documents"
SHARED = ROOT.parent / "shared"
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
QUIET = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]


SHORT = bool(os.environ.get("SOAK_SHORT"))
"""Whether the soak tests take fewer examples and a smaller share of the published documents, as in CI."""

# A developer's own settings do not reach the tests.
for _name in [name for name in os.environ if name.startswith("KLOE_")]:
    del os.environ[_name]
# Nor do the tests write beside a developer's own index.
os.environ["KLOE_INDEX"] = tempfile.mkdtemp(prefix="kloe-tests-")
atexit.register(shutil.rmtree, os.environ["KLOE_INDEX"], ignore_errors=True)


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the browser's tests, and keep tests that share a costly fixture on one of pytest-xdist's workers."""
    files: dict[Path, int] = {}
    for item in items:
        fixtures = getattr(item, "fixturenames", ())
        if "browser" in fixtures:
            item.add_marker(pytest.mark.browser)
            half = (
                files.setdefault(item.path, len(files)) % 2
            )  # every second file, so that both of two workers drive a browser
            item.add_marker(pytest.mark.xdist_group(f"browser-{half}"))
        elif "real_sample" in fixtures:
            item.add_marker(pytest.mark.xdist_group("real_sample"))


class WordEmbedder(Embedder):
    """A small stand-in for the model: texts that share words have similar vectors.

    Args:
        dimensions: the fewer, the quicker, and the more words share one.
    """

    token_axes = 1024  # all of them

    def __init__(self, model: str = "words", dimensions: int = 1024) -> None:
        super().__init__(model)
        self.digest = f"{model} {dimensions}"
        self.dimensions = dimensions
        self.encoded = 0

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        self.encoded += len(texts)
        vectors = np.full((len(texts), self.dimensions), 1e-5, dtype=np.float32)
        for row, text in enumerate(texts):
            for word in words(text):
                digest = hashlib.sha256(word.encode()).digest()
                vectors[row, int.from_bytes(digest[:4]) % self.dimensions] += 1
        return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)

    def encode_with_tokens(self, texts: Sequence[str]) -> list[EncodedText]:
        found = []
        for text, vector in zip(texts, self.encode(texts), strict=True):
            (spans,) = self.token_spans([text])
            rows = self.encode([text[start:end] for start, end in spans])
            self.encoded -= len(spans)
            found.append(EncodedText(vector, TokenVectors(rows, spans)))
        return found

    def token_spans(self, texts: Sequence[str]) -> list[tuple[tuple[int, int], ...]]:
        return [tuple(match.span() for match in re.finditer(r"\w+", text)) for text in texts]


@pytest.fixture
def embedder() -> WordEmbedder:
    return WordEmbedder()


@pytest.fixture(scope="session")
def sample_index(tmp_path_factory: pytest.TempPathFactory) -> Index:
    folder = tmp_path_factory.mktemp("sample")
    index = Index(folder / "index", WordEmbedder())
    update(index, [SAMPLE], folder / "cache")
    return index


@dataclass(frozen=True)
class RealSample:
    """The sample as `kloe index` took it in, with the real model.

    Attributes:
        environment: environment variables under which the commands use this index and its vector cache.
        run: the finished command, with its exit code and what it printed.
    """

    environment: dict[str, str]
    run: "subprocess.CompletedProcess[str]"

    @property
    def cache(self) -> Path:
        """The folder of the vector cache; a test that indexes the sample elsewhere copies it, so that nothing is embedded twice."""
        return Path(self.environment["KLOE_CACHE"])


@pytest.fixture(scope="session")
def real_sample(tmp_path_factory: pytest.TempPathFactory) -> RealSample:
    folder = tmp_path_factory.mktemp("real-sample")
    environment = {**os.environ, "KLOE_INDEX": str(folder / "index"), "KLOE_CACHE": str(folder / "cache")}
    command = [sys.executable, "-m", "app.cli", "index", str(SAMPLE)]
    run = subprocess.run(command, capture_output=True, text=True, env=environment, timeout=600, cwd=ROOT)
    return RealSample(environment, run)


@pytest.fixture(scope="session")
def model_loaded_once() -> Iterator[None]:
    """Let every `Embedder` of this process share one loaded model."""
    import sentence_transformers

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sentence_transformers, "SentenceTransformer", cache(sentence_transformers.SentenceTransformer))
        yield


@pytest.fixture(scope="session")
def real_corpus() -> Path:
    corpus = SHARED / "corpus"
    if not corpus.is_dir():
        pytest.skip(f"the published documents are not beside the repository ({corpus})")
    return corpus


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """A browser for the tests of one file; while it is open, no other test can use the thread's event loop."""
    playwright = pytest.importorskip("playwright.sync_api")
    if CHROMIUM is None:
        pytest.skip("Chromium is not installed (Debian: apt-get install chromium)")
    with playwright.sync_playwright() as started:
        browser = started.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield browser
        browser.close()
