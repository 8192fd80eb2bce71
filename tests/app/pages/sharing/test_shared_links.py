"""A link that is sent on has its own title and description, escaped; a conversation has one link to its file."""

from html.parser import HTMLParser

import pytest

import qa
from app.pages.addresses import LinkError, QuestionAddress
from app.pages.addresses.conversation import conversation_link, read_conversation_address
from app.pages.sharing.tags import tagged, tags_of
from app.pages.sharing.titles import home_title, shortened, title_of, titled
from app.pages.sharing.told import remember
from app.root import query_in
from index import Index
from tests.app.client import Serve

QUESTION = "What did Ofsted say about management oversight in Marlbridge in 2022?"
EVIL = '"><script>alert(1)</script>'


class Metas(HTMLParser):
    """Collects what the head of a page says of it."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.named: dict[str, list[str]] = {}
        self.scripts: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "meta" and (name := given.get("property") or given.get("name")):
            self.named.setdefault(name, []).append(given["content"] or "")


@pytest.mark.parametrize(
    ("query", "title"),
    [
        ("", ""),
        ("view=ask&q=How+good%3F", "How good?"),
        ("view=search&q=caseloads&part=2", "Search: caseloads"),
        ("view=documents&authority=Bury", "Documents on Bury"),
        ("view=precedents&finding=late+visits", "Precedents: late visits"),
        ("view=trajectory&authority=Bury&subject=Care+leavers", "Bury over time: Care leavers"),
        ("view=compare&authority=Bury&authority=Salford", "Comparison: Bury and Salford"),
        ("view=brief&authority=Bury", "Briefing on Bury"),
        ("view=saved", "Saved"),
        ("view=nowhere", ""),
    ],
)
def test_the_title_of_a_link_says_what_it_shows(query: str, title: str) -> None:
    assert title_of(f"/?{query}") == title
    assert titled(title) == (f"{title} – Kloe" if title else home_title())


def test_a_long_title_is_cut_at_a_word() -> None:
    assert shortened("one two  three\nfour", 11) == "one two …"
    assert len(titled("word " * 200)) < 140


def test_a_document_has_its_reference(sample_index: Index) -> None:
    record = sample_index.catalogue.records()[0]
    reference = qa.document_reference(record)
    assert tags_of(sample_index, f"view=document&document={record.id}").title == reference
    assert tags_of(sample_index, f"view=page&document={record.id}&page=2").title == f"{reference}, page 2"
    assert tags_of(sample_index, "view=page&document=gone").title == ""
    assert tags_of(None, f"view=document&document={record.id}").title == ""


def test_an_answer_that_was_given_is_its_description(sample_index: Index) -> None:
    address = QuestionAddress(QUESTION)
    query = query_in(address.link)
    assert "“" not in tags_of(sample_index, query).description
    answer = qa.ask(sample_index, QUESTION)
    remember(sample_index, address.link, answer)
    described = tags_of(sample_index, query).description
    assert answer.citations[0].quote.split("\n")[0][:40] in described
    assert answer.citations[0].reference in described
    assert tags_of(None, query).title == QUESTION


def test_the_page_has_the_tags_of_its_link_alone(serve_pages: Serve) -> None:
    page = serve_pages().get("/", params={"view": "ask", "q": EVIL})
    head = Metas(page.text)
    assert head.named["og:title"] == [EVIL]
    assert head.named["og:url"] == [str(page.url)]
    assert "Gradio" not in str(head.named)
    assert page.text.count("<title>") == 1
    assert "<script>alert" not in page.text
    assert "<title>&#34;&gt;&lt;script&gt;" in page.text


def test_the_name_of_the_library_stands_in_its_pages(serve_pages: Serve, monkeypatch: pytest.MonkeyPatch) -> None:
    from app.settings import settings

    monkeypatch.setenv("KLOE_NAME", "Marlbridge papers")
    settings.cache_clear()
    try:
        client = serve_pages()
        assert "<title>Marlbridge papers: what inspections found" in client.get("/").text
        assert client.get("/manifest.json").json()["name"].startswith("Marlbridge papers")
        assert client.get("/favicon.ico").headers["content-type"] == "image/svg+xml"
        assert client.get("/pwa_icon").status_code == 200
    finally:
        monkeypatch.undo()
        settings.cache_clear()


def test_tags_stand_before_the_first_script_and_nothing_after_it_changes() -> None:
    meta = '<meta\n property="og:title"\n content="Gradio" />'
    page = f"<head><meta charset='utf-8'>{meta}<script>const x = '{meta}';</script></head>"
    assert tagged(page, "<i>") == f"<head><meta charset='utf-8'><i>\n<script>const x = '{meta}';</script></head>"


def test_a_conversation_is_read_from_its_link() -> None:
    turns = [QuestionAddress("first?"), QuestionAddress("and then?", after=("first?",))]
    assert read_conversation_address(query_in(conversation_link([turn.link for turn in turns]))) == turns
    assert read_conversation_address(query_in(turns[1].link)) == turns
    with pytest.raises(LinkError, match="no question"):
        read_conversation_address("q=")


def test_the_oldest_turns_of_a_very_long_conversation_are_left_out() -> None:
    turns = [QuestionAddress(f"{number} {'wörd ' * 150}") for number in range(9)]
    read = read_conversation_address(query_in(conversation_link([turn.link for turn in turns])))
    assert 1 < len(read) < 9
    assert read[-1].question == turns[-1].question


def test_a_conversation_downloads(serve_pages: Serve) -> None:
    client = serve_pages()
    response = client.get("/export/conversation.docx", params={"after": [QUESTION], "q": "and in 2019?"})
    assert response.status_code == 200
    assert "Conversation" in response.headers["content-disposition"]
    assert client.get("/export/conversation.docx").status_code == 422
