"""Nothing that a document, a question, a link or a file name says becomes markup; what is marked is what is quoted."""

from pathlib import Path

from app.documents.uploading import FileResult, Progress
from app.pages.addresses.documents import DocumentsAsked, listed_documents
from app.pages.addresses.question import Asked, answer_asked, read_asked, take_apart
from app.pages.addresses.search import SearchAsked, facets_asked, search_asked, topic_stems
from app.pages.conversation import Conversation, ask_next
from app.pages.source import marked_link, read_page_view
from app.pages.views.answer import answer_html, error_html
from app.pages.views.documents import documents_html, record_html
from app.pages.views.search import facets_html, mark_words, results_html
from app.pages.views.source import marked_html, page_html, source_html
from app.pages.views.uploads import upload_html
from app.schemas import RecordBody
from index import Index, update
from ingest import Page, Span
from qa import ask
from tests.conftest import WordEmbedder

EVIL = "<script>alert(1)</script><img src=x onerror=alert(2)> [link](javascript:alert(3))"


def test_document_text_is_text(tmp_path: Path) -> None:
    folder = tmp_path / "documents <b>"
    folder.mkdir()
    (folder / "a <i> &.txt").write_text(f"Agenda item\n\nMinutes:\n\nSupervision was late {EVIL} in most teams.\n")
    index = Index(tmp_path / "index", WordEmbedder())
    update(index, [folder], tmp_path / "cache")
    answer = ask(index, "was supervision late?")
    cited, record = answer.citations[0], answer.citations[0].record
    link = marked_link(record, cited.page, cited.spans)
    searched = SearchAsked("supervision")
    *_, turn = ask_next(index, f"was supervision late {EVIL}", Conversation(earlier=((EVIL, EVIL),)))
    shown = [
        answer_html(answer),
        source_html(read_page_view(index, link)),
        results_html(searched, search_asked(index, searched), topic_stems(index, searched)),
        facets_html(searched, facets_asked(index, searched)),
        documents_html(index, DocumentsAsked(EVIL), listed_documents(index, DocumentsAsked())),
        record_html(record, RecordBody.read(index, record).model_dump(mode="json")),
        turn.html,
        answer_html(ask(index, f"{EVIL} in Xanadu Borough Council")),
        error_html(EVIL),
        upload_html(Progress(EVIL, 0, 1, (FileResult(EVIL, cause=EVIL, is_done=True),))),
    ]
    for html in shown:
        assert "<script" not in html
        assert "<img src=x" not in html
        assert "<i>" not in html
    assert "&lt;script&gt;" in shown[0]


def test_the_quotation_is_marked_on_its_page() -> None:
    html = page_html(Page(1, "Header\nOne is so. Two & three. Four.\nNext"), [Span(1, 18, 30)])
    assert html == "<p>Header</p><p>One is so. <mark>Two &amp; three.</mark> Four.</p><p>Next</p>"
    assert marked_html("abc", 10, [Span(1, 0, 11), Span(1, 12, 99)]) == "<mark>a</mark>b<mark>c</mark>"


def test_words_with_the_stem_are_marked() -> None:
    assert mark_words("Case-loads & caseloads", {"caseload"}) == "Case-loads &amp; <mark>caseloads</mark>"


def test_the_whole_scope_of_a_link_takes_the_place_of_the_words(sample_index: Index) -> None:
    asked = Asked("management oversight in Marlbridge in 2022")
    parsed = take_apart(sample_index, asked)
    without = asked.within(type(parsed.scope)(years=(2022,)), parsed)
    again = read_asked(without.link)
    assert again == without
    answer = answer_asked(sample_index, again, take_apart(sample_index, again))
    assert len({citation.record.authority for citation in answer.citations}) > 1
    assert all(2022 in citation.record.years for citation in answer.citations)
