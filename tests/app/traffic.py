"""The processes of `test_readers_and_writers`: a server over an index, and writers that take turns on it.

    python -m tests.app.traffic serve FOLDER PORT
    python -m tests.app.traffic write FOLDER NAME SECONDS

Writers keep minutes of so many items, each with a word of its own that no other minutes have. In `FOLDER/changes.jsonl` each run has
a line before it, with the word that it will take away, and a line after it, with what it has changed.
"""

import json
import random
import sys
import time
from pathlib import Path

from index import Index, update
from tests.conftest import WordEmbedder

ITEMS = 12  # passages of each of the minutes
_KEPT = 6  # minutes that one writer keeps


def opened(folder: Path) -> Index:
    """The index in a folder."""
    return Index(folder / "index", WordEmbedder(dimensions=256))


def write_minutes(path: Path, word: str) -> None:
    """Write minutes in which every item has this word."""
    items = [
        f"Members noted that {word} number {n} was late, and asked for a report to the committee." for n in range(ITEMS)
    ]
    part = path.with_name(f".{path.name}")
    part.write_text("\n\n".join(items), encoding="utf-8")
    part.replace(path)


def serve(folder: Path, port: int) -> None:
    """Serve the index over HTTP until the process is ended."""
    import uvicorn

    from app.server import create_app
    from app.settings import Settings

    uvicorn.run(create_app(Settings(), lambda: _kept(folder)), port=port, log_level="warning")


_KEPT_INDEX: list[Index] = []


def _kept(folder: Path) -> Index:
    if not _KEPT_INDEX:
        _KEPT_INDEX.append(opened(folder))
    return _KEPT_INDEX[0]


def write(folder: Path, name: str, seconds: float) -> None:
    """Add, change and take away minutes, one run after another, waiting for the other writer's runs to end."""
    documents = folder / "documents" / name
    documents.mkdir(parents=True, exist_ok=True)
    chance = random.Random(name)
    held: dict[str, str] = {}
    until, number = time.time() + seconds, 0
    while time.time() < until:
        number += 1
        file = f"minutes-{chance.randrange(_KEPT)}.txt"
        gone = held.pop(file, "")
        if gone and chance.random() < 0.3:
            (documents / file).unlink()
            new = ""
        else:
            new = held[file] = f"zeppelin{name}{number}"
            write_minutes(documents / file, new)
        (documents / "always.txt").exists() or write_minutes(documents / "always.txt", f"always{name}")
        _note(folder, {"going": gone})
        update(opened(folder), [documents], workers=1, prune=True, wait=120, purpose=name)
        _note(folder, {"time": time.time(), "new": new, "gone": gone})


def _note(folder: Path, change: dict[str, str | float]) -> None:
    with (folder / "changes.jsonl").open("a", encoding="utf-8") as changes:
        changes.write(json.dumps(change) + "\n")


if __name__ == "__main__":
    what, where, *rest = sys.argv[1:]
    if what == "serve":
        serve(Path(where), int(rest[0]))
    else:
        write(Path(where), rest[0], float(rest[1]))
