"""Feeds of new findings, as a feed reader takes them: valid Atom, newest first, each quotation exact and on its page."""

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit
from xml.etree import ElementTree

import pytest

from app.access.users import Right, add_user
from app.feeds import Entry, Feed
from app.feeds.atom import atom
from app.server import create_app
from app.settings import load_settings
from index import Index
from tests.app.client import TestClient
from tests.qa.answer.made import LIST

SEARCH = "/feeds/search.atom?q=caseloads"
PRECEDENTS = "/feeds/precedents.atom?finding=Caseloads+are+too+high&own=Ashcombe"
THEME = "/feeds/theme.atom?theme=workforce&authority=Marlbridge"
PASSWORD = "long enough"
ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture(scope="module")
def client(sample_index: Index) -> Iterator[TestClient]:
    app = create_app(load_settings(hosts="kloe.example.org"), lambda: sample_index)
    with TestClient(app, base_url="https://kloe.example.org", raise_server_exceptions=False) as client:
        yield client


def one(element: ElementTree.Element, name: str) -> ElementTree.Element:
    """The only child of this name."""
    (child,) = element.findall(ATOM + name)
    return child


def links(element: ElementTree.Element) -> dict[str, str]:
    return {link.get("rel", "alternate"): link.get("href", "") for link in element.findall(f"{ATOM}link")}


def read(client: TestClient, path: str) -> ElementTree.Element:
    """A feed that keeps the rules of Atom."""
    response = client.get(path)
    assert response.status_code == 200, response.text
    assert response.headers["content-type"] == "application/atom+xml"
    feed = ElementTree.fromstring(response.content)
    assert feed.tag == f"{ATOM}feed"
    assert one(one(feed, "author"), "name").text
    assert set(links(feed)) == {"alternate", "self"}
    entries = feed.findall(f"{ATOM}entry")
    for element in (feed, *entries):
        assert one(element, "title").text
        assert (one(element, "id").text or "").startswith("urn:uuid:")
        assert datetime.fromisoformat(one(element, "updated").text or "").tzinfo
        assert all(link.startswith("https://kloe.example.org/") for link in links(element).values())
    assert len({one(element, "id").text for element in (feed, *entries)}) == len(entries) + 1
    days = [one(entry, "updated").text or "" for entry in entries]
    assert days == sorted(days, reverse=True)
    return feed


def words(entry: ElementTree.Element) -> str:
    """The quotation in an entry."""
    content = one(entry, "content")
    assert content.get("type") == "html"
    return "\n".join(part.text or "" for part in ElementTree.fromstring(content.text or "").iter() if part.text)


@pytest.mark.parametrize("path", [SEARCH, PRECEDENTS, THEME])
def test_entries_are_exact_quotations_with_their_reference_and_page(
    client: TestClient, sample_index: Index, path: str
) -> None:
    entries = read(client, path).findall(f"{ATOM}entry")
    assert entries
    for entry in entries:
        link = parse_qs(urlsplit(links(entry)["alternate"]).query)
        record = sample_index.catalogue.record(link["document"][0])
        assert record
        assert (one(entry, "title").text or "").startswith(f"{record.place}, ")
        assert (one(entry, "updated").text or "").startswith(str(record.date))
        start, end = map(int, link["marks"][0].split(",")[0].split("-"))
        text = sample_index.catalogue.pages(record.id)[int(link["page"][0]) - 1].text
        assert words(entry).startswith(text[start:end])


def test_a_search_has_its_filters_and_its_page(client: TestClient) -> None:
    feed = read(client, f"{SEARCH}&authority=Westhaven&kind=ilacs-inspection&latest=true")
    assert all((one(entry, "title").text or "").startswith("Westhaven") for entry in feed.findall(f"{ATOM}entry"))
    page = parse_qs(urlsplit(links(feed)["alternate"]).query)
    assert page == {
        "view": ["search"],
        "q": ["caseloads"],
        "authority": ["Westhaven"],
        "kind": ["ilacs-inspection"],
        "latest": ["1"],
        "sort": ["date"],
    }
    assert read(client, links(feed)["self"]).find(f"{ATOM}id").text == one(feed, "id").text  # type: ignore[union-attr]


def test_precedents_leave_out_who_asks(client: TestClient) -> None:
    titles = [one(entry, "title").text or "" for entry in read(client, PRECEDENTS).findall(f"{ATOM}entry")]
    assert not [title for title in titles if title.startswith("Ashcombe")]


def test_a_theme_is_told_by_ofsted(client: TestClient) -> None:
    titles = [one(entry, "title").text or "" for entry in read(client, THEME).findall(f"{ATOM}entry")]
    assert len(titles) <= 50
    assert all(title.startswith("Marlbridge") and "minutes" not in title for title in titles)


def test_a_council_s_feed_has_the_headlines_of_its_own_papers(client: TestClient) -> None:
    feed = read(client, "/feeds/council.atom?authority=marlbridge")
    entries = feed.findall(f"{ATOM}entry")
    assert entries
    assert all((one(entry, "title").text or "").startswith("Marlbridge") for entry in entries)
    assert links(feed)["alternate"].endswith("/?view=council&name=Marlbridge")


def test_where_nothing_is_found_yet_the_feed_says_so(client: TestClient) -> None:
    feed = read(client, f"{SEARCH}&year=1999")
    assert not feed.findall(f"{ATOM}entry")
    assert "1999" in (one(feed, "subtitle").text or "")


def test_a_reader_that_has_the_feed_gets_it_no_second_time(client: TestClient) -> None:
    tag = client.get(SEARCH).headers["etag"]
    again = client.get(SEARCH, headers={"If-None-Match": tag})
    assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
    assert client.get(f"{SEARCH}&year=2022", headers={"If-None-Match": tag}).status_code == 200


@pytest.mark.parametrize(
    ("path", "status", "said"),
    [
        ("/feeds/search.atom", 422, "query.q"),
        (f"{SEARCH}&colour=red", 422, "colour"),
        (f"{SEARCH}&authority=Narnia", 422, "Narnia"),
        ("/feeds/search.atom?q=%3F!", 422, "in words"),
        ("/feeds/precedents.atom?finding=x&own=Narnia", 422, "Narnia"),
        ("/feeds/theme.atom?theme=Zeppelins", 422, "Care leavers"),
        (f"{THEME}&authority=Narnia", 422, "Narnia"),
        ("/feeds/council.atom?authority=Narnia", 422, "Narnia"),
        ("/feeds/nothing.atom", 404, "nothing at this path"),
    ],
)
def test_mistakes_are_problems(client: TestClient, path: str, status: int, said: str) -> None:
    response = client.get(path)
    assert (response.status_code, response.headers["content-type"]) == (status, "application/problem+json")
    assert said in response.json()["detail"]


def test_hostile_words_stay_text_and_a_list_is_one() -> None:
    hostile = "<script>alert(1)</script> &amp; ]]>\x00\x1b[31m"
    entry = Entry("urn:uuid:1", hostile, f"{hostile}\n{LIST}", '/?view=page&x="<', date(2022, 3, 18))
    feed = ElementTree.fromstring(atom(Feed(hostile, "/feeds/x", "/", (entry,), hostile), "https://kloe.example.org"))
    assert one(feed, "title").text == "<script>alert(1)</script> &amp; ]]>"
    (found,) = feed.findall(f"{ATOM}entry")
    html = ElementTree.fromstring(one(found, "content").text or "")
    assert [part.tag for part in html.iter()] == ["blockquote", "p", "ul", "li", "li", "li"]
    assert words(found) == f"<script>alert(1)</script> &amp; ]]>\n{LIST}"


def serve(index: Index, **given: Any) -> TestClient:
    return TestClient(create_app(load_settings(**given), lambda: index))


def test_whoever_may_read_the_page_may_read_its_feeds_and_nobody_else(sample_index: Index, tmp_path: Path) -> None:
    add_user(tmp_path / "users", "reader", [Right.READ], PASSWORD)
    add_user(tmp_path / "users", "scanner", [Right.UPLOAD], PASSWORD)
    closed = serve(sample_index, users_file=tmp_path / "users", api_keys="secret")
    refused = closed.get(SEARCH)
    assert (refused.status_code, refused.headers["content-type"]) == (401, "application/problem+json")
    assert "Basic" in refused.headers["www-authenticate"]
    assert closed.get(SEARCH, auth=("reader", "not the password")).status_code == 401
    assert closed.get(SEARCH, auth=("scanner", PASSWORD)).status_code == 403
    assert closed.get(SEARCH, auth=("reader", PASSWORD)).status_code == 200
    assert closed.get(SEARCH, headers={"X-API-Key": "secret"}).status_code == 200
    assert closed.get(SEARCH, headers={"Authorization": "Bearer secret"}).status_code == 200
    assert serve(sample_index, api_keys="secret").get(SEARCH).status_code == 200, "the page is open"
    by_proxy = serve(sample_index, proxy_user_header="X-User", trusted_proxies="10.0.0.0/8")
    assert by_proxy.get(SEARCH, headers={"X-User": "reader"}).status_code == 401


def test_feeds_count_towards_the_rate_limit(sample_index: Index) -> None:
    limited = serve(sample_index, rate_limit="1/minute")
    assert [limited.get(SEARCH).status_code for _ in range(2)] == [200, 429]
