"""Web pages are read as a visitor sees them; pages that stand in for another are refused."""

from pathlib import Path

import pytest

from ingest import ReadError
from ingest.document import Furniture
from ingest.readers import Reading, read_pages

LONG = "The committee heard from the director that the teams had met each week since the summer and would go on. " * 6


def _read(folder: Path, body: str, head: str = "<title>Paper</title>") -> Reading:
    path = folder / "page.html"
    path.write_text(f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>", encoding="utf-8")
    return read_pages(path)


def _texts(reading: Reading) -> list[str]:
    return [line.text for line in reading.pages[0] if not line.furniture]


@pytest.mark.parametrize(
    ("title", "body", "cause"),
    [
        ("Cookies", "<h1>This site uses cookies</h1><p>Accept all cookies to go on to the page.</p>", "cookies"),
        ("Just a moment...", "<p>Verifying you are human. This may take a few seconds.</p>", "wait"),
        ("Members", "<h1>Log in</h1><p>Forgotten your password?</p>", "sign in"),
        ("Council", "<p>Please enable JavaScript to view this page.</p>", "JavaScript"),
        ("Council", "<h1>Error 404</h1><p>The address may have changed.</p>", "not a document"),
        ("500 Internal Server Error", "<p>The server met an error.</p>", "not a document"),
    ],
)
def test_pages_that_stand_in_are_refused(tmp_path: Path, title: str, body: str, cause: str) -> None:
    with pytest.raises(ReadError, match=cause):
        _read(tmp_path, body, f"<title>{title}</title>")


@pytest.mark.parametrize(
    "title", ["Access denied: how carers were shut out", "Please wait: the queue for a dentist", "Log in to learn"]
)
def test_an_article_that_speaks_of_such_things_is_read(tmp_path: Path, title: str) -> None:
    banner = '<div class="cookie-consent"><p>We use cookies.</p></div>'
    reading = _read(tmp_path, f"{banner}<h1>{title}</h1><p>{LONG}</p>", f"<title>{title}</title>")
    assert _texts(reading) == [title, LONG.strip()]


@pytest.mark.parametrize(
    ("inner", "read"),
    [
        ("The load<br>had fallen,<br>and rose.<br><br>The end.", ["The load had fallen, and rose.", "The end."]),
        ("Present:<br>Councillor Alpha<br>Councillor Beta", ["Present:", "Councillor Alpha", "Councillor Beta"]),
        ("It <del>did</del><ins>did not</ins> pass.", ["It did not pass."]),
        ("<span class='hidden-harm'>It is seen.</span>", ["It is seen."]),
        ("<span aria-hidden='true'>It is seen.</span>", ["It is seen."]),
        ("<span style='visibility: hidden'>It is not.</span>It is.", ["It is."]),
        ("On <sup><a href='#note'>2</a></sup>the 2<sup>nd</sup> day.", ["On the 2nd day."]),
    ],
)
def test_words_in_a_paragraph(tmp_path: Path, inner: str, read: list[str]) -> None:
    assert _texts(_read(tmp_path, f"<p>{inner}</p>")) == read


def test_what_the_site_adds_to_a_story_is_furniture(tmp_path: Path) -> None:
    more = "<h3>Related stories</h3><ul><li><a href='#'>Roadworks end</a></li></ul><figcaption>A street</figcaption>"
    reading = _read(tmp_path, f"<article><h1>News</h1><p>{LONG}</p>{more}</article>")
    site = [line.text for line in reading.pages[0] if line.furniture is Furniture.SITE]
    assert site == ["Related stories", "• Roadworks end", "A street"]


def test_a_heading_about_comments_with_text_below_is_read(tmp_path: Path) -> None:
    reading = _read(tmp_path, f"<h1>Plan</h1><h2>Comments</h2><p>{LONG}</p>")
    assert _texts(reading) == ["Plan", "Comments", LONG.strip()]


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:published_time" content="2025-03-04T10:00:00Z">',
        '<meta name="DC.date" content="2025-03-04">',
        '<script type="application/ld+json">{"@graph": [{"datePublished": "2025-03-04"}]}</script>',
    ],
)
def test_the_time_of_publication_comes_from_metadata(tmp_path: Path, head: str) -> None:
    assert _read(tmp_path, f"<p>{LONG}</p>", head).published.startswith("2025-03-04")


@pytest.mark.parametrize(
    ("head", "address"),
    [
        ('<link rel="canonical" href="https://example.org/news?a=1&amp;b=2">', "https://example.org/news?a=1&b=2"),
        ('<meta property="og:url" content="http://example.org/news">', "http://example.org/news"),
        ("<!-- saved from url=(0024)https://example.org/news -->", "https://example.org/news"),
        ('<link rel="canonical" href="/news">', ""),
        ('<link rel="canonical" href="javascript:alert(1)//https://">', ""),
        ('<link rel="canonical" href="https://example.org/&lt;b&gt;">', ""),
    ],
)
def test_a_saved_page_gives_its_address(tmp_path: Path, head: str, address: str) -> None:
    assert _read(tmp_path, f"<p>{LONG}</p>", head).address == address


def test_numbered_items_of_an_agenda_are_headings(tmp_path: Path) -> None:
    table = (
        "<table><tr><th>No.</th><th>Item</th></tr><tr><td><p>3.</p></td><td><p>Assurance report</p>"
        "<p>Members asked about visits.</p></td></tr></table>"
    )
    lines = _read(tmp_path, table).pages[0]
    assert [(line.text, bool(line.heading)) for line in lines] == [
        ("3. Assurance report", True),
        ("Members asked about visits.", False),
    ]


def test_tags_nested_without_end_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="nested too deeply"):
        _read(tmp_path, "<a href='#'><b>" * 5000 + LONG)
