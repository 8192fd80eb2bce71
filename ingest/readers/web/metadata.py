"""What a page says of itself beside its text: its title, its address, and when it was published."""

import json
import re
from collections.abc import Iterator
from typing import Any

from bs4 import BeautifulSoup, Comment

_NAMES = (
    "article:published_time og:published_time datepublished dcterms.issued dc.date.issued dcterms.date dc.date"
    " dcterms.created dc.date.created publish-date publish_date publication_date pubdate parsely-pub-date date"
).split()
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}|\d{1,2}[/. ]\w{1,9}[/. ,]+\d{4}|[A-Z][a-z]{2,8} \d{1,2},? \d{4}")
_ADDRESS = re.compile(r"https?://[^\s<>\"\\^`{|}\x00-\x1f\x7f-\x9f]{4,2000}")
_SAVED_FROM = re.compile(r"saved from url=\(\d+\)(\S+)")  # what browsers write into a page that they save
_BYLINE = re.compile(r"publish|posted|byline|dateline|date|meta|time", re.I)


def page_title(soup: BeautifulSoup) -> str:
    """Give the page's title; "" if it has none."""
    return " ".join(soup.title.get_text().split()) if soup.title else ""


def page_address(soup: BeautifulSoup) -> str:
    """Give the address from which the page was saved, or else the one that it gives as its own; "" if it tells none."""
    return next(filter(_ADDRESS.fullmatch, _addresses(soup)), "")


def _addresses(soup: BeautifulSoup) -> Iterator[str]:
    for comment in soup.find_all(string=lambda text: isinstance(text, Comment)):
        if match := _SAVED_FROM.search(comment):
            yield match[1]
    for tag in soup("link", href=True):
        if "canonical" in tag.get_attribute_list("rel"):
            yield str(tag["href"]).strip()
    for tag in soup("meta", property="og:url", content=True):
        yield str(tag["content"]).strip()


def page_published(soup: BeautifulSoup) -> str:
    """Give the time of publication as the page's metadata writes it; "" if there is none."""
    return next((text for text in _written(soup) if _DATE.match(text)), "")


def _written(soup: BeautifulSoup) -> Iterator[str]:
    metas: dict[str, str] = {}
    for tag in soup("meta", content=True):
        name = next((str(tag[key]) for key in ("property", "name", "itemprop") if tag.has_attr(key)), "")
        metas.setdefault(name.lower(), str(tag["content"]).strip())
    yield from (metas[name] for name in _NAMES if name in metas)
    for tag in soup("script", type="application/ld+json"):
        try:
            yield from _stated(json.loads(tag.get_text()), 0)
        except (ValueError, RecursionError):
            continue
    for tag in soup.select("[itemprop=datePublished]"):
        yield str(tag.get("datetime") or tag.get("content") or tag.get_text()).strip()
    for tag in soup("time", datetime=True):
        around = [tag, *list(tag.parents)[:2]]
        named = any(_BYLINE.search(" ".join(map(str, one.get_attribute_list("class")))) for one in around)
        if (named or tag.has_attr("pubdate") or tag.find_parent("header")) and not tag.find_parent(
            ["aside", "li", "footer"]
        ):
            yield str(tag["datetime"]).strip()


def _stated(data: Any, depth: int) -> Iterator[str]:
    """Give each date of publication in linked data."""
    if depth > 6:
        return
    if isinstance(data, dict):
        if isinstance(data.get("datePublished"), str):
            yield data["datePublished"].strip()
        for inner in data.values():
            yield from _stated(inner, depth + 1)
    elif isinstance(data, list):
        for inner in data[:50]:
            yield from _stated(inner, depth + 1)
