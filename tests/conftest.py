"""What the tests share: a small embedder, an index of the sample, and the real corpus where there is one."""

import hashlib
import os
import re
import shutil
from collections.abc import Iterator, Sequence
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


# A developer's own settings are not the tests'.
for _name in [name for name in os.environ if name.startswith("KLOE_")]:
    del os.environ[_name]


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "browser" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.browser)


_DIMENSIONS = 1024


class WordEmbedder(Embedder):
    """A small stand-in for the model: texts with the same words have near vectors."""

    token_axes = _DIMENSIONS

    def __init__(self, model: str = "words") -> None:
        super().__init__(model)
        self.encoded = 0

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        self.encoded += len(texts)
        vectors = np.full((len(texts), _DIMENSIONS), 1e-5, dtype=np.float32)
        for row, text in enumerate(texts):
            for word in words(text):
                digest = hashlib.sha256(word.encode()).digest()
                vectors[row, int.from_bytes(digest[:4]) % _DIMENSIONS] += 1
        return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)

    def encode_with_tokens(self, texts: Sequence[str]) -> list[EncodedText]:
        found = []
        for text, vector in zip(texts, self.encode(texts), strict=True):
            spans = self.token_spans(text)
            rows = self.encode([text[start:end] for start, end in spans])
            self.encoded -= len(spans)
            found.append(EncodedText(vector, TokenVectors(rows, spans)))
        return found

    def token_spans(self, text: str) -> tuple[tuple[int, int], ...]:
        return tuple(match.span() for match in re.finditer(r"\w+", text))


@pytest.fixture
def embedder() -> WordEmbedder:
    return WordEmbedder()


@pytest.fixture(scope="session")
def sample_index(tmp_path_factory: pytest.TempPathFactory) -> Index:
    folder = tmp_path_factory.mktemp("sample")
    index = Index(folder / "index", WordEmbedder())
    update(index, [SAMPLE], folder / "cache")
    return index


@pytest.fixture(scope="session")
def real_corpus() -> Path:
    corpus = SHARED / "corpus"
    if not corpus.is_dir():
        pytest.skip(f"the published documents are not here ({corpus})")
    return corpus


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """A browser for one file's tests: Playwright holds the thread's event loop, which other tests want, while it is open."""
    playwright = pytest.importorskip("playwright.sync_api")
    if CHROMIUM is None:
        pytest.skip("no chromium on this machine (Debian: apt-get install chromium)")
    with playwright.sync_playwright() as started:
        browser = started.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield browser
        browser.close()
