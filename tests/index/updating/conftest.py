"""What the tests of index runs share: two letters to read, and an index to read them into."""

from pathlib import Path

import pytest

from index import Index
from tests.conftest import WordEmbedder
from tests.index.made import write_letter


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write_letter(tmp_path / "documents", "a.txt", "caseloads were high")
    write_letter(tmp_path / "documents", "b.txt", "visits were late")
    return tmp_path / "documents"


@pytest.fixture
def embedder() -> WordEmbedder:
    return WordEmbedder(dimensions=256)


@pytest.fixture
def index(tmp_path: Path, embedder: WordEmbedder) -> Index:
    return Index(tmp_path / "index", embedder)
