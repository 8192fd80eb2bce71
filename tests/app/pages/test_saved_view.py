"""The saved list on the page: the server makes its words, whatever the browser sends, and prints nothing as markup."""

import json
import re
from html import unescape
from pathlib import Path

from app.pages.addresses import SearchAddress, search_address
from app.pages.panels import saved_panel, search_panels
from app.pages.views import render_answer, render_results
from app.saved import SavedQuotation, id_of, look_up, read_items
from index import Index, update
from qa import ask
from tests.conftest import WordEmbedder
from tests.qa.answer.made import with_everything

EVIL = "<script>alert(1)</script><img src=x onerror=alert(2)>"


def buttons(html: str) -> list[tuple[str, object]]:
    """The id and the item of each button that saves."""
    found = re.findall(r'data-save="([^"]*)" data-item="([^"]*)" aria-pressed="false" aria-label="Save', html)
    return [(id_, json.loads(unescape(item))) for id_, item in found]


def test_each_quotation_and_each_passage_can_be_saved(sample_index: Index) -> None:
    answer = with_everything()
    items = [SavedQuotation.of_citation(citation) for citation in (*answer.citations, *answer.otherwise)]
    assert buttons(render_answer(answer)) == [(id_of(item), item.model_dump(mode="json")) for item in items]
    address = SearchAddress("caseloads in Marlbridge")
    found = search_address(sample_index, address)
    saved = buttons(render_results(address, found, ()))
    assert len(saved) == len(found.results) + 1
    assert saved[-1][1] == {"type": "search", "q": "caseloads in Marlbridge"}
    listed = look_up(sample_index, read_items([{"id": id_, "item": item} for id_, item in saved]))
    assert {each.citation.quote for each in listed.quotations} == {result.passage.text for result in found.results}


def test_a_search_without_results_can_be_saved_and_followed(sample_index: Index) -> None:
    html = search_panels(sample_index, "?view=search&q=caseloads&year=1999").results
    assert buttons(html)[0][1] == {"type": "search", "q": "caseloads", "year": [1999]}
    assert 'href="/feeds/search.atom?year=1999&amp;q=caseloads"' in html
    assert not buttons(search_panels(sample_index, "?view=search").results)


def test_until_the_browser_has_sent_its_list_the_page_waits(sample_index: Index) -> None:
    assert "data-waiting" in saved_panel(sample_index, None, None)
    assert "Nothing is saved yet" in saved_panel(sample_index, None, [])
    assert "for sam" in saved_panel(sample_index, "sam", None)


def test_text_is_text(tmp_path: Path) -> None:
    (tmp_path / "documents").mkdir()
    (tmp_path / "documents" / "a.txt").write_text(f"Agenda item\n\nMinutes:\n\nSupervision was late {EVIL} in teams.\n")
    index = Index(tmp_path / "index", WordEmbedder())
    update(index, [tmp_path / "documents"], tmp_path / "cache")
    citation = ask(index, "was supervision late?").citations[0]
    sent = [
        {"id": EVIL, "item": SavedQuotation.of_citation(citation).model_dump()},
        {"id": EVIL, "item": {"type": "search", "q": EVIL, "authority": [EVIL]}},
        {"id": EVIL, "item": EVIL},
    ]
    html = saved_panel(index, EVIL, None) + saved_panel(index, None, sent)
    assert "&lt;script&gt;" in html
    assert "<script" not in html
    assert "<img" not in html
