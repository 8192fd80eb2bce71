"""`kloe serve` with the small embedder: `python -m tests.app.siege.served [HELD]`, with its settings in the environment.

While the file HELD exists, no words become vectors, so that whatever is being indexed waits.
"""

import sys
import time
from collections.abc import Sequence
from pathlib import Path

from app.settings import settings

CHOSEN = settings()  # before `tests.conftest` takes settings out of the environment

import numpy as np  # noqa: E402
from numpy.typing import NDArray  # noqa: E402

import app.server  # noqa: E402
from app.documents import uploading  # noqa: E402
from app.serving.running import serve  # noqa: E402
from tests.conftest import WordEmbedder  # noqa: E402


class HeldEmbedder(WordEmbedder):
    """An embedder that waits while a file exists."""

    def __init__(self, held: Path) -> None:
        super().__init__()
        self._held = held

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        while self._held.exists():
            time.sleep(0.02)
        return super().encode(texts)


if __name__ == "__main__":
    held = Path(*sys.argv[1:])  # by default the present folder's own name, which no file has
    app.server.Embedder = lambda _: HeldEmbedder(held) if sys.argv[1:] else WordEmbedder()  # type: ignore
    uploading._UNDOING = 2
    serve(CHOSEN)
