"""Prints every text that a person can see, by file, to be read from first to last.

    python -m bench.strings > strings.txt

From Python it takes strings and f-strings ({…} marks what is filled in) and the docstrings that the command line, the API and MCP
show; from templates the text and the attributes that are read out; from scripts the strings with a space. What counts as text is a
guess that errs on the side of too much.
"""

import ast
import re
import sys
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

_ROOT = Path(__file__).parents[1]
_ROOMS = ("app", "qa", "index", "ingest", "corpus")
_NOT_SHOWN = ("corpus/sample/papers.py", "corpus/sample/reports.py", "corpus/sample/build.py")  # the sample documents
_HOLE = "{…}"
_SHOWN_ATTRIBUTES = {"aria-label", "aria-description", "title", "placeholder", "alt", "label"}
_SHOWN_ARGUMENTS = {"label", "placeholder", "title", "description", "summary", "help", "info", "value", "metavar"}
_SHOWS_DOCSTRING = re.compile(r"(?:^|\.)(?:command|callback|tool|resource|get|post|put|delete|patch)$")
_MODELS = re.compile(r"(?:^|\.)(?:\w*Model|BaseSettings|\w*Row|\w*Body)$")
_PATTERN = re.compile(r"\w\|[\w ]+\||\{ [\w-]+:|\\[bsdwWSD]|\(\?|\[\^|\]\+|\)\?")
_SQL = re.compile(
    r"\s*(?:select|insert|update|delete|create|drop|alter|pragma|with|begin|vacuum|attach)\b.*[\s(]", re.S | re.I
)
_SQL_WORDS = re.compile(r"\b(?:FROM|INTO|TABLE|WHERE|VALUES|INDEX|SET|JOIN|ORDER BY|INTEGER|TEXT NOT NULL)\b")
_SCRIPT_STRING = re.compile(r'"((?:[^"\\\n]|\\.)*)"|`((?:[^`\\]|\\.)*)`')
_SCRIPT_COMMENT = re.compile(r"/\*.*?\*/|^\s*//[^\n]*", re.S | re.M)


def main() -> None:
    """Print the texts of every file, and their number on standard error."""
    count = 0
    for path in _files():
        texts = list(dict.fromkeys(_texts(path)))
        if texts:
            print(f"\n== {path.relative_to(_ROOT).as_posix()}\n")
            print("\n".join(f"{line}: {text}" for line, text in texts))
            count += len(texts)
    print(f"{count} texts", file=sys.stderr)


def _files() -> Iterator[Path]:
    for room in _ROOMS:
        for path in sorted((_ROOT / room).rglob("*")):
            if path.suffix in (".py", ".html", ".js") and path.is_file():
                name = path.relative_to(_ROOT).as_posix()
                if name not in _NOT_SHOWN and "/documents/" not in name.removeprefix("app/documents/"):
                    yield path
    yield _ROOT / "ui.py"


def _texts(path: Path) -> Iterator[tuple[int, str]]:
    """Give `(line, text)` of each text in a file."""
    source = path.read_text("utf-8")
    if path.suffix == ".py":
        yield from sorted(_PythonTexts(ast.parse(source)).texts)
    elif path.suffix == ".html":
        yield from _TemplateTexts(source).texts
    else:
        yield from _script_texts(source)


class _PythonTexts(ast.NodeVisitor):
    """Collects the strings of a module that may be shown."""

    def __init__(self, module: ast.Module) -> None:
        self.texts: list[tuple[int, str]] = []
        self.visit(module)

    def _take(self, node: ast.AST, text: str, label: bool = False) -> None:
        text = _without_tags(text)
        if text and (label or _is_prose(text)):
            self.texts.append((getattr(node, "lineno", 0), text))

    def visit_Constant(self, node: ast.Constant) -> None:
        if isinstance(node.value, str):
            self._take(node, node.value, _is_label(node.value))

    def visit_JoinedStr(self, node: ast.JoinedStr) -> None:
        parts = [str(part.value) if isinstance(part, ast.Constant) else _HOLE for part in node.values]
        self._take(node, "".join(parts))
        for part in node.values:
            if isinstance(part, ast.FormattedValue):
                self.visit(part.value)

    def visit_Call(self, node: ast.Call) -> None:
        name = ast.unparse(node.func)
        if name.startswith("re.") or name.endswith((".execute", ".executescript", ".executemany", ".strftime")):
            nested = [argument for argument in node.args if not isinstance(argument, ast.Constant | ast.JoinedStr)]
        else:
            self.visit(node.func)
            nested = node.args
        for argument in nested:
            self.visit(argument)
        for keyword in node.keywords:
            if keyword.arg in _SHOWN_ARGUMENTS and isinstance(keyword.value, ast.Constant):
                self._take(keyword.value, str(keyword.value.value), isinstance(keyword.value.value, str))
            else:
                self.visit(keyword.value)

    def visit_FunctionDef(self, node: ast.FunctionDef | ast.AsyncFunctionDef) -> None:
        decorators = [part.func if isinstance(part, ast.Call) else part for part in node.decorator_list]
        self._definition(node, any(_SHOWS_DOCSTRING.search(ast.unparse(part)) for part in decorators))

    def visit_AsyncFunctionDef(self, node: ast.AsyncFunctionDef) -> None:
        self.visit_FunctionDef(node)

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        self._definition(node, any(_MODELS.search(ast.unparse(base)) for base in node.bases))

    def visit_Module(self, node: ast.Module) -> None:
        self._definition(node, shown=False)

    def visit_AnnAssign(self, node: ast.AnnAssign) -> None:
        """Skip annotations, but not `Annotated`, which can describe a parameter."""
        if "Annotated" in ast.unparse(node.annotation):
            self.visit(node.annotation)
        if node.value:
            self.visit(node.value)

    def visit_Expr(self, node: ast.Expr) -> None:
        """Skip strings that are statements."""
        if not isinstance(node.value, ast.Constant):
            self.generic_visit(node)

    def _definition(
        self, node: ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef, shown: bool
    ) -> None:
        if shown and (docstring := ast.get_docstring(node)):
            self.texts.append((node.body[0].lineno, " ".join(docstring.split())))
        self.generic_visit(node)


class _TemplateTexts(HTMLParser):
    """Collects the text of a template and the attributes that are shown or read out."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.texts: list[tuple[int, str]] = []
        # A tag of Jinja ends a text; what it prints is a hole in one. Lines stay where they are.
        source = re.sub(r"\{#.*?#\}|\{%.*?%\}", lambda tag: "<!-- -->" + "\n" * tag[0].count("\n"), source, flags=re.S)
        self.feed(re.sub(r"\{\{.*?\}\}", _HOLE, source, flags=re.S))
        self.close()

    def handle_data(self, data: str) -> None:
        text = " ".join(data.split())
        if re.search(r"[^\W\d_]", text):
            self.texts.append((self.getpos()[0], text))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name in _SHOWN_ATTRIBUTES and value and re.search(r"[^\W\d_]", value):
                self.texts.append((self.getpos()[0], f"[{name}] {' '.join(value.split())}"))


def _script_texts(source: str) -> Iterator[tuple[int, str]]:
    code = _SCRIPT_COMMENT.sub(lambda comment: "\n" * comment[0].count("\n"), source)
    for match in _SCRIPT_STRING.finditer(code):
        text = _without_tags(re.sub(r"\$\{[^}]*\}", _HOLE, match[1] or match[2] or ""))
        if " " in text and re.search(r"[A-Za-z]{2}", text) and not _PATTERN.search(text):
            yield code.count("\n", 0, match.start()) + 1, text


def _without_tags(text: str) -> str:
    return " ".join(re.sub(r"</?[a-zA-Z][^<>]*>", " ", text).split())


def _is_prose(text: str) -> bool:
    """True for a text with a space and a word that is not a pattern, a list of options or SQL."""
    if " " not in text or len(re.findall(r"[^\W\d_]{2,}", text)) < 1 or _PATTERN.search(text):
        return False
    return not (_SQL.match(text) and _SQL_WORDS.search(text))


def _is_label(text: str) -> bool:
    """True for one capitalised word, as on a button."""
    return bool(re.fullmatch(r"[A-Z][a-z]{2,}[.:…?]?", text))


if __name__ == "__main__":
    main()
