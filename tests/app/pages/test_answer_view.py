"""Nothing that a document, a question, a link or a file name says becomes markup; what is marked is what is quoted."""

from dataclasses import replace
from pathlib import Path

from app.documents.links import marked_link
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
from app.pages.conversation import Conversation, ask_address
from app.pages.facets import render_facets
from app.pages.source import read_page_view
from app.pages.templating import render
from app.pages.views import (
    render_answer,
    render_documents,
    render_error,
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
from tests.qa.answer.made import cited, found, record, refused, with_everything

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
    *_, turn = ask_address(index, QuestionAddress(f"was supervision late {EVIL}", after=(EVIL,)), Conversation())
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


def test_the_items_of_a_list_are_a_list_under_their_lead_in() -> None:
    html = render_answer(with_everything())
    lead_in, items = html.partition("“Leaders must improve three things, with a focus on:")[1:]
    assert lead_in
    assert (
        items.split("</ul>")[0].split()
        == (
            '<ul class="kloe-items"> <li>the quality of plans</li> <li>visits to children, which are late.” '
            f"{items[items.index('<a class') : items.index('</a>') + 4]}</li>"
        ).split()
    )


def test_a_case_study_says_so() -> None:
    quotations = render_answer(with_everything()).split("<blockquote>")
    assert [">Case study<" in quotation for quotation in quotations] == [False, False, True, False, False]


def test_what_says_otherwise_and_what_was_not_chosen_is_folded() -> None:
    html = render_answer(with_everything())
    otherwise = html.partition('<details class="kloe-otherwise" id="otherwise">')[2].partition("</details>")[0]
    assert "<summary>2 documents say otherwise</summary>" in otherwise
    assert "Plans are clear.” <a" in otherwise
    more = html.partition('<details class="kloe-more" id="more-passages">')[2].partition("</details>")[0]
    assert "<summary>More passages (2)</summary>" in more
    assert more.count("Found, but not chosen as an answer") == more.count("<li>") == 2
    assert "marks=300-312" in more
    alone = replace(with_everything(), otherwise=(), results=())
    assert "<details" in render_answer(alone)
    assert not {"kloe-otherwise", "kloe-more"} & set(render_answer(alone).replace('"', " ").split())


def test_what_only_comes_near_stands_under_a_line_of_its_own() -> None:
    answer = with_everything()
    plain, near = answer.citations
    html = render_answer(replace(answer, citations=(plain, replace(near, near=True))))
    below = html.partition('<section class="kloe-near">')[2].partition("kloe-otherwise")[0]
    assert "<p>This comes near, without plainly saying it:</p>" in below
    assert "One child waited for a plan." in below
    assert "kloe-near" not in render_answer(answer)


def test_a_refusal_shows_the_nearest_passages() -> None:
    nearest = render_answer(refused()).partition("<h3>None of these clearly answers it</h3>")[2]
    assert nearest.count("<li>") == 3
    assert nearest.count('data-beside="source"') == 3
    assert "Passage 1." in nearest
    assert "Passage 4." not in nearest
    assert "None of these" not in render_answer(replace(refused(), results=()))


def test_the_text_of_what_else_was_found_is_text() -> None:
    held = record(authorities=(EVIL,))
    asked = replace(
        with_everything(), otherwise=(cited(3, f"{EVIL}\n{EVIL}", held, EVIL),), results=(found(EVIL, held),)
    )
    for html in (render_answer(asked), render_answer(replace(refused(), results=asked.results))):
        assert "<script" not in html
        assert "<img src=x" not in html
        assert "&lt;script&gt;" in html


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
