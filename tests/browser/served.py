"""Serves the pages with the small embedder: `python -m tests.browser.served FOLDER PORT [NAME=VALUE …] [FILE]`.

`KLOE_…=…` sets a setting. If a file is named, the model seems to be loading until that file exists. If the folder has a file
`users`, people sign in.
"""

import os
import sys
import time
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

import ui
from app.serving.running import run
from app.settings import load_settings
from index import Index
from tests.conftest import WordEmbedder


class LateEmbedder(WordEmbedder):
    """An embedder whose model seems to be loading until a file exists."""

    def __init__(self, ready: Path) -> None:
        super().__init__()
        self._ready = ready

    def encode(self, texts: list[str]) -> NDArray[np.float32]:
        while not self._ready.exists():
            time.sleep(0.1)
        return super().encode(texts)


def main(folder: Path, port: int, *ready: str) -> None:
    index = Index(folder / "index", LateEmbedder(Path(ready[0])) if ready else WordEmbedder())
    users = folder / "users"
    settings = load_settings(
        index=folder / "index", cache=folder / "cache", port=port, users_file=users if users.exists() else None
    )
    run(ui.create(lambda: index, settings), settings)


if __name__ == "__main__":
    given = [argument for argument in sys.argv[3:] if argument.startswith("KLOE_")]
    os.environ.update(argument.split("=", 1) for argument in given)  # `tests.conftest` has taken out all others
    main(Path(sys.argv[1]), int(sys.argv[2]), *(argument for argument in sys.argv[3:] if argument not in given))
