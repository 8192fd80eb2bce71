"""Reads HTML with Beautiful Soup."""

import re
from pathlib import Path

from bs4 import BeautifulSoup
from bs4.element import NavigableString, PreformattedString, Tag

from ingest.errors import ReadError
from ingest.lines import CELLS, paragraph_lines
from ingest.readers.result import Reading

_LEFT_OUT = [
    "script",
    "style",
    "noscript",
    "template",
    "nav",
    "header",
    "footer",
    "form",
    "button",
    "svg",
    "iframe",
    "aside",
]
_MAIN = ["main", "[role=main]", "#mgContent", ".mgContent", "#modgov", "#main-content", "#content", "article"]
_BLOCKS = frozenset(
    """address article blockquote caption center dd div dl dt fieldset figcaption figure h1 h2 h3 h4 h5 h6 hr li main
    ol p pre section table tbody tfoot thead tr ul br body html""".split()
)
_ERROR_PAGE = re.compile(
    r"(?:report|page|document|file) (?:not|cannot be|could not be) found|no longer exists|^(?:error )?404\b|access denied"
    r"|^403\b|forbidden|service unavailable",
    re.I,
)


def read(path: Path, data: bytes) -> Reading:
    """Read the main content of a web page as one page.

    Raises:
        ReadError: the page is an error message from a web server, or is nested too deeply.
    """
    try:
        soup = BeautifulSoup(data, "lxml")
        _refuse_error_page(path, soup)
        for tag in soup(_LEFT_OUT):
            tag.decompose()
        root = next((tag for tag in map(soup.select_one, _MAIN) if tag and len(tag.get_text()) > 200), None)
        paragraphs = _paragraphs(root or soup.body or soup)
    except RecursionError as error:
        raise ReadError(path, "is HTML nested too deeply to read") from error
    return Reading("HTML", [paragraph_lines(1, paragraphs)])


def _refuse_error_page(path: Path, soup: BeautifulSoup) -> None:
    titles = [tag.get_text(" ", strip=True) for tag in (soup.title, soup.h1) if tag]
    if any(_ERROR_PAGE.search(title) for title in titles):
        saved = "a web page saved as .pdf" if path.suffix.lower() == ".pdf" else "a web page"
        raise ReadError(path, f"is {saved} that says “{titles[-1][:60]}”, not a document")


def _paragraphs(root: Tag) -> list[tuple[str, int | None]]:
    """Give `(text, heading level or None)` of each block, in order."""
    blocks: list[tuple[str, int | None]] = []
    words: list[str] = []
    level: int | None = None

    def end() -> None:
        if "".join(words).strip():
            blocks.append(("".join(words), level))
        words.clear()

    def walk(tag: Tag) -> None:
        nonlocal level
        for child in tag.children:
            if isinstance(child, Tag):
                if child.name not in _BLOCKS:
                    if child.name in ("td", "th") and re.search(r"[^\W_]{2}", "".join(words)):
                        words.append(CELLS)
                    walk(child)
                    continue
                end()
                outer = level
                level = int(child.name[1]) if re.fullmatch("h[1-6]", child.name) else level
                if child.name == "li":
                    words.append("• ")
                walk(child)
                end()
                level = outer
            elif isinstance(child, NavigableString) and not isinstance(child, PreformattedString):
                words.append(re.sub(r"\s+", " ", child))

    walk(root)
    end()
    return blocks
