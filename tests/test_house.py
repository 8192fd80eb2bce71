"""The rules of the code: imports run one way, each outside library is used in one place, and no package is too large."""

import ast
import re
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
# The sub-packages of a room, lowest first: each may import those before it. What stands beside them is listed as a module.
LAYERS = {
    "ingest": ("authorities", "readers", "structure", "facts", "reading"),
    "index": (
        "errors",
        "stages",
        "lexical",
        "ranking",
        "vectors",
        "catalogue",
        "folder",
        "results",
        "word_weights",
        "spelling",
        "late_interaction",
        "nearest",
        "candidates",
        "settings",
        "opened",
        "index",
        "one_state",
        "checking",
        "updating",
        "keeping",
    ),
    "qa": (
        "themes",
        "question",
        "evidence",
        "findings",
        "answer",
        "counts",
        "trajectories",
        "precedents",
        "briefings",
        "asking",
        "writing",
        "retriever",
    ),
    "app": (
        "settings",
        "root",
        "naming",
        "published",
        "asking",
        "documents",
        "schemas",
        "exports",
        "watching",
        "access",
        "quotas",
        "kept",
        "feeds",
        "saved",
        "pages",
        "api",
        "serving",
        "server",
        "cli",
    ),
}
MOST_MODULES = 12
MOST_LINES = 250
PLACES = {
    "pypdf": ("ingest/readers/",),
    "pypdfium2": ("ingest/readers/",),
    "docx": ("ingest/readers/", "corpus/sample/", "app/exports/"),
    "bs4": ("ingest/readers/",),
    "feedgenerator": ("app/feeds/",),
    "dateutil": ("qa/question/times/calendar.py",),
    "chromadb": ("index/vectors/store.py",),
    "sentence_transformers": ("index/vectors/embedder.py", "index/ranking/reranking.py"),
    "sqlite3": (
        "index/catalogue/",
        "index/folder/",
        "index/checking/",
        "index/keeping/",
        "index/vectors/cache.py",
        "app/feedback.py",
        "app/watching/database.py",
    ),
    "alembic": ("index/catalogue/migrations/",),
    "sqlalchemy": ("index/catalogue/migrations/",),
    "langchain_core": ("index/vectors/embedder.py", "qa/retriever.py"),
    "gradio": ("ui.py",),
    "fastapi": ("app/", "ui.py"),
    "jinja2": ("app/pages/",),
    "typer": ("app/cli/",),
}
ROOMS = ("app", "qa", "index", "ingest")


def _files() -> Iterator[Path]:
    yield ROOT / "ui.py"
    for room in MAY_IMPORT:
        yield from (ROOT / room).rglob("*.py")


def _imports(path: Path) -> set[str]:
    """The modules that a file imports, and the names that it takes from packages, as dotted names."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return found


def _named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("path", list(_files()), ids=_named)
def test_imports_run_one_way_and_libraries_stay_in_their_place(path: Path) -> None:
    place = _named(path)
    room = place.split("/")[0].removesuffix(".py")
    imports = {name.split(".")[0] for name in _imports(path)}
    assert not (imports & set(MAY_IMPORT)) - MAY_IMPORT[room] - {room}
    for library in imports & set(PLACES):
        assert place.startswith(PLACES[library]), f"{library} belongs in {PLACES[library]}"


@pytest.mark.parametrize("path", [path for path in _files() if len(path.relative_to(ROOT).parts) > 1], ids=_named)
def test_inside_a_room_imports_run_downward(path: Path) -> None:
    room, part = path.relative_to(ROOT).with_suffix("").parts[:2]
    layers = LAYERS.get(room, ())
    if part not in layers:
        return
    above = {f"{room}.{layer}" for layer in layers[layers.index(part) + 1 :]}
    upward = {name for name in _imports(path) if ".".join(name.split(".")[:2]) in above}
    assert not upward, f"{_named(path)} is below {upward}"


@pytest.mark.parametrize("room", ROOMS)
def test_no_room_is_overfull(room: str) -> None:
    for folder in {path.parent for path in (ROOT / room).rglob("*.py")}:
        modules = [path.name for path in folder.glob("*.py") if path.name not in ("__init__.py", "__main__.py")]
        assert len(modules) <= MOST_MODULES, f"{_named(folder)} holds {len(modules)} modules"
    for path in (ROOT / room).rglob("*.py"):
        lines = len(path.read_text(encoding="utf-8").splitlines())
        assert lines <= MOST_LINES, f"{_named(path)} has {lines} lines"


@pytest.mark.parametrize("room", ROOMS)
def test_every_package_says_what_goes_in_and_out(room: str) -> None:
    for path in (ROOT / room).rglob("__init__.py"):
        assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))), f"{_named(path)} says nothing"


def test_there_is_no_room_for_odds_and_ends() -> None:
    names = {path.stem for path in _files()}
    assert not names & {"utils", "helpers", "common", "manager", "base"}


TAG = re.compile(r"<(?:[a-zA-Z][a-zA-Z0-9-]*(?=[\s/>]|$)|/[a-zA-Z]|!)")


def _strings(tree: ast.Module) -> Iterator[ast.Constant]:
    """The strings of a module and the fixed parts of its f-strings, without docstrings."""
    documented = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    docstrings = {
        node.body[0].value
        for node in ast.walk(tree)
        if isinstance(node, documented) and node.body and isinstance(node.body[0], ast.Expr)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in docstrings:
            yield node


@pytest.mark.parametrize("path", [ROOT / "ui.py", *(ROOT / "app").rglob("*.py")], ids=_named)
def test_html_comes_from_templates(path: Path) -> None:
    tags = [
        f"{_named(path)}:{text.lineno}: {text.value.strip()[:60]}"
        for text in _strings(ast.parse(path.read_text(encoding="utf-8")))
        if TAG.search(text.value)
    ]
    assert not tags, "HTML belongs in app/pages/templates: " + "; ".join(tags)
