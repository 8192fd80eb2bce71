"""Writes a feed as Atom."""

import hashlib
from datetime import UTC, datetime, time
from xml.etree import ElementTree

from feedgenerator import Atom1Feed

from app.exports import plain
from app.feeds.entries import Entry, Feed
from app.naming import library_name

ATOM = "application/atom+xml"


def atom(feed: Feed, base: str) -> str:
    """Write a feed.

    Args:
        base: the server's address, without a path.
    """
    written = Atom1Feed(
        plain(feed.title),
        f"{base}{feed.page}",
        plain(feed.note),
        language="en-GB",
        author_name=plain(library_name()),
        feed_url=f"{base}{feed.address}",
        feed_guid=feed.id,
    )
    for entry in feed.entries:
        written.add_item(
            plain(entry.title),
            f"{base}{entry.link}",
            None,
            unique_id=entry.id,
            updateddate=datetime.combine(entry.updated, time(), UTC),
            content=_html(entry),
        )
    return str(written.writeString("utf-8"))


def etag(feed: Feed, base: str) -> str:
    """A tag that changes with what the feed says."""
    return f'"{hashlib.sha256(f"{base} {feed!r}".encode()).hexdigest()[:24]}"'


def _html(entry: Entry) -> str:
    """The quotation as HTML; the items of a list stand under their lead-in."""
    lead, *items = plain(entry.words).split("\n")
    quotation = ElementTree.Element("blockquote")
    ElementTree.SubElement(quotation, "p").text = lead
    if items:
        listed = ElementTree.SubElement(quotation, "ul")
        for item in items:
            ElementTree.SubElement(listed, "li").text = item
    return ElementTree.tostring(quotation, encoding="unicode", method="html")
