"""Reads a web page as one page with Beautiful Soup."""

from pathlib import Path

from bs4 import BeautifulSoup
from bs4.element import Tag

from ingest.errors import ReadError
from ingest.readers.flow import Block, block_lines
from ingest.readers.result import Reading, check_size
from ingest.readers.web.metadata import page_address, page_published, page_title
from ingest.readers.web.site import drop_site
from ingest.readers.web.standin import refuse_stand_in
from ingest.readers.web.tags import is_too_deep
from ingest.readers.web.unseen import drop_unseen
from ingest.readers.web.walk import blocks_of

_MAIN = ["main", "[role=main]", "#mgContent", ".mgContent", "#modgov", "#main-content", "#content", "article"]


def read(path: Path, data: bytes | str) -> Reading:
    """Read the main content of a web page as one page.

    Raises:
        ReadError: the page is an error message, or stands in for the page asked for, or is nested too deeply.
    """
    try:
        soup = BeautifulSoup(data, "lxml")
        title, published, address = page_title(soup), page_published(soup), page_address(soup)
        if is_too_deep(soup):
            raise RecursionError
        drop_unseen(soup)
        check_size(path, len(soup.get_text()))
        drop_site(soup)
        blocks = blocks_of(_main_part(soup))
    except RecursionError as error:
        raise ReadError(path, "is HTML nested too deeply to read") from error
    own = [block for block in blocks if not block.furniture]
    headings = [block.text for block in own if block.heading == 1]
    refuse_stand_in(path, title, headings, [block.text for block in own if block.heading != 1])
    return Reading("HTML", [block_lines(1, _titled(blocks, soup))], title=title, published=published, address=address)


def _main_part(soup: BeautifulSoup) -> Tag:
    body = soup.body or soup
    total = len(body.get_text())
    for tag in map(soup.select_one, _MAIN):
        if tag and len(tag.get_text()) > min(200, total / 2) and not (tag.name == "article" and _has_more(tag)):
            return tag
    return body


def _has_more(article: Tag) -> bool:
    """True if the page has other articles beside this one."""
    return any(len(other.get_text()) > 200 for other in article.find_next_siblings("article"))


def _titled(blocks: list[Block], soup: BeautifulSoup) -> list[Block]:
    """Put the page's first heading before its main part, where it stands outside."""
    if any(block.heading == 1 for block in blocks) or not soup.h1:
        return blocks
    return [Block(" ".join(soup.h1.get_text(" ").split()), 1), *blocks]
