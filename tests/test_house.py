"""The house keeps its order: imports run one way, and each outside library has one place."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
MAY_IMPORT = {
    "ingest": set(),
    "index": {"ingest"},
    "qa": {"index", "ingest"},
    "corpus": {"ingest"},
    "app": {"qa", "index", "ingest", "corpus"},
    "ui": {"app", "qa", "index", "ingest"},
}
PLACES = {
    "pypdf": ("ingest/readers/",),
    "pypdfium2": ("ingest/readers/",),
    "docx": ("ingest/readers/", "corpus/sample/", "app/exporting.py"),
    "bs4": ("ingest/readers/",),
    "chromadb": ("index/vectors.py",),
    "sentence_transformers": ("index/embedder.py", "index/reranking.py"),
    "sqlite3": ("index/catalogue.py", "index/vector_cache.py"),
    "langchain_core": ("index/embedder.py", "qa/retriever.py"),
    "gradio": ("ui.py",),
    "fastapi": ("app/", "ui.py"),
    "typer": ("app/cli",),
}


def _files() -> Iterator[Path]:
    yield ROOT / "ui.py"
    for room in MAY_IMPORT:
        yield from (ROOT / room).rglob("*.py")


def _imports(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found.add(node.module)
    return {name.split(".")[0] for name in found}


@pytest.mark.parametrize("path", list(_files()), ids=lambda path: str(path.relative_to(ROOT)))
def test_imports_run_one_way_and_libraries_stay_in_their_place(path: Path) -> None:
    place = path.relative_to(ROOT).as_posix()
    room = place.split("/")[0].removesuffix(".py")
    imports = _imports(path)
    assert not (imports & set(MAY_IMPORT)) - MAY_IMPORT[room] - {room}
    for library in imports & set(PLACES):
        assert place.startswith(PLACES[library]), f"{library} belongs in {PLACES[library]}"


def test_there_is_no_room_for_odds_and_ends() -> None:
    names = {path.stem for path in _files()}
    assert not names & {"utils", "helpers", "common", "manager", "base"}
