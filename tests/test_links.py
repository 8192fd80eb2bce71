"""Every link inside the repository leads somewhere: to a file that is there, and to a heading that the file has."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token

ROOT = Path(__file__).parent.parent
PAGES = [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").rglob("*.md")), *sorted((ROOT / "examples").rglob("*.md"))]


def _tokens(path: Path) -> list[Token]:
    return MarkdownIt("commonmark").enable("table").parse(path.read_text(encoding="utf-8"))


def _links(path: Path) -> Iterator[str]:
    for token in _tokens(path):
        for child in token.children or ():
            address = child.attrGet("href") or child.attrGet("src")
            if address:
                yield str(address)


@cache
def _anchors(path: Path) -> set[str]:
    """The ids that headings get, on GitHub and in MkDocs alike."""
    tokens = _tokens(path)
    titles = [after.content for token, after in pairwise(tokens) if token.type == "heading_open"]
    return {re.sub(r"[^\w\s-]", "", title.lower()).strip().replace(" ", "-") for title in titles}


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_links_resolve(path: Path) -> None:
    broken = []
    for link in _links(path):
        address = urlsplit(link)
        if address.scheme or address.netloc:
            continue
        target = path.parent / unquote(address.path) if address.path else path
        if not target.exists() or (address.fragment and address.fragment not in _anchors(target)):
            broken.append(link)
    assert not broken


def test_links_and_headings_are_found(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("# What it's for\n\n[a](b.md#c) ![d](e.png)\n\n| [f](g.md) |\n|---|\n", encoding="utf-8")
    assert list(_links(page)) == ["b.md#c", "e.png", "g.md"]
    assert _anchors(page) == {"what-its-for"}
