"""Nothing that a document, a question, a link or a file name says becomes markup; what is marked is what is quoted."""

from pathlib import Path

from app.documents.uploading import FileResult, Progress
from app.pages.addresses import (
    DocumentsAddress,
    QuestionAddress,
    SearchAddress,
    answer_address,
    count_address_facets,
    parse_address,
    read_question_address,
    search_address,
    topic_stems,
)
from app.pages.conversation import Conversation, ask_next
from app.pages.source import marked_link, read_page_view
from app.pages.templating import render
from app.pages.views import (
    render_answer,
    render_documents,
    render_error,
    render_facets,
    render_record,
    render_results,
    render_source,
    render_upload,
)
from app.pages.views.marks import Piece, mark_spans, mark_words, page_lines
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
    searched = SearchAddress("supervision")
    *_, turn = ask_next(index, f"was supervision late {EVIL}", Conversation(earlier=((EVIL, EVIL),)))
    shown = [
        render_answer(answer),
        render_source(read_page_view(index, link)),
        render_results(searched, search_address(index, searched), topic_stems(index, searched)),
        render_facets(searched, count_address_facets(index, searched)),
        render_documents(index, DocumentsAddress()),
        render_documents(index, DocumentsAddress(EVIL)),
        render_record(index, record),
        turn.html,
        render_answer(ask(index, f"{EVIL} in Xanadu Borough Council")),
        render_error(EVIL),
        render_upload(Progress(EVIL, 0, 1, (FileResult(EVIL, cause=EVIL, is_done=True),))),
    ]
    for html in shown:
        assert "<script" not in html
        assert "<img src=x" not in html
        assert "<i>" not in html
    assert "&lt;script&gt;" in shown[0]


def test_the_quotation_is_marked_on_its_page() -> None:
    lines = page_lines(Page(1, "Header\nOne is so. Two & three. Four.\nNext"), [Span(1, 18, 30)])
    html = render("page_text.html", lines=lines).strip()
    assert html == "<p>Header</p><p>One is so. <mark>Two &amp; three.</mark> Four.</p><p>Next</p>"
    marked = mark_spans("abc", 10, [Span(1, 0, 11), Span(1, 12, 99)])
    assert marked == [Piece("a", True), Piece("b"), Piece("c", True)]


def test_words_with_the_stem_are_marked() -> None:
    pieces = mark_words("Case-loads & caseloads", {"caseload"})
    assert pieces == [Piece("Case-loads & "), Piece("caseloads", True)]
    html = render("page_text.html", lines=[pieces]).strip()
    assert html == "<p>Case-loads &amp; <mark>caseloads</mark></p>"


def test_the_whole_scope_of_a_link_overrides_the_words(sample_index: Index) -> None:
    address = QuestionAddress("management oversight in Marlbridge in 2022")
    parsed = parse_address(sample_index, address)
    without = address.within(type(parsed.scope)(years=(2022,)), parsed)
    again = read_question_address(without.link)
    assert again == without
    answer = answer_address(sample_index, again, parse_address(sample_index, again))
    assert len({citation.record.authority for citation in answer.citations}) > 1
    assert all(2022 in citation.record.years for citation in answer.citations)
