"""Nothing that a document, a question or a file name says becomes markup."""

from pathlib import Path

from app.markup import answer_html, results_html, source_html
from index import Index, update
from ingest import Page, Span
from qa import ask, find, parse
from tests.conftest import WordEmbedder

EVIL = "<script>alert(1)</script><img src=x onerror=alert(2)> [link](javascript:alert(3))"


def test_document_text_is_text(tmp_path: Path) -> None:
    folder = tmp_path / "documents <b>"
    folder.mkdir()
    (folder / "a <i> &.txt").write_text(f"Agenda item\n\nMinutes:\n\nSupervision was late {EVIL} in most teams.\n")
    index = Index(tmp_path / "index", WordEmbedder())
    update(index, [folder], tmp_path / "cache")
    answer = ask(index, "was supervision late?")
    assert answer.citations
    pages = index.catalogue.pages(answer.citations[0].record.id)
    spans = answer.citations[0].spans
    shown = [
        answer_html(answer),
        results_html(find(index, parse(index, "supervision")), ""),
        source_html(answer.citations[0].reference, answer.citations[0].record.path, pages, spans, spans),
        answer_html(ask(index, f"{EVIL} in Xanadu Borough Council")),
        results_html([], EVIL),
    ]
    for html in shown:
        assert "<script" not in html
        assert "<img" not in html
        assert "<i>" not in html
    assert "&lt;script&gt;" in shown[0]


def test_the_quotation_is_marked_in_its_passage() -> None:
    pages = (Page(1, "Header\n1. One is so. Two & three. Four.\nNext"),)
    html = source_html("ref", "path", pages, [Span(1, 10, 37)], [Span(1, 21, 33)])
    assert "<p class=kloe-passage>1. One is so. <mark>Two &amp; three.</mark> Four.</p>" in html
    assert "<p>Header</p>" in html
