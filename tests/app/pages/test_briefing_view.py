"""A briefing on the page: every number leads to its page, and nothing that is read becomes markup."""

import re
from html import unescape

from app.pages.addresses.briefing import BriefingAddress, read_briefing_address
from app.pages.briefing import briefing_panels, render_briefing
from app.pages.panels import documents_panel, record_panel
from index import Index
from tests.qa.briefings.made import briefing

EVIL = "<script>alert(1)</script><img src=x onerror=alert(2)>"
ADDRESS = BriefingAddress("Marlbridge")


def test_each_number_leads_to_the_page_of_its_words(sample_index: Index) -> None:
    html = render_briefing(sample_index, ADDRESS, briefing())
    assert '<h2 id="briefing-heading" tabindex="-1">Marlbridge: briefing for members</h2>' in html
    links = re.findall(r'class="kloe-cite" href="([^"]+)" data-beside="findings-source"[^>]*>\[(\d)\]', html)
    assert {number for _, number in links} == {"1", "2"}
    assert all(unescape(link).startswith("/?view=page&document=d1&page=2") for link, _ in links)
    assert html.count("Leaders must improve three things") == 1
    assert "quoted above" in html


def test_words_of_a_document_are_escaped(sample_index: Index) -> None:
    html = render_briefing(sample_index, BriefingAddress(EVIL), briefing(EVIL, place=EVIL))
    assert "<script>" not in html
    assert "<img" not in html
    assert "&lt;script&gt;" in html


def test_a_link_makes_the_briefing_by_any_name_and_first_says_that_it_is_at_work(sample_index: Index) -> None:
    busy, made = briefing_panels(sample_index, "?view=brief&authority=Marlbridge+City+Council")
    assert 'aria-busy="true"' in busy
    assert "Marlbridge: briefing for members" in made
    assert 'href="/export/briefing.docx?authority=Marlbridge+City+Council"' in made


def test_without_a_known_authority_there_is_the_form_and_the_reason(sample_index: Index) -> None:
    (form,) = briefing_panels(sample_index, "?view=brief")
    assert "Make the briefing" in form
    *_, unknown = briefing_panels(sample_index, "?view=brief&authority=Atlantis")
    assert "Atlantis" in unknown
    assert "data-print" not in unknown


def test_documents_link_to_the_briefing(sample_index: Index) -> None:
    link = 'href="/?view=brief&amp;authority=Marlbridge"'
    assert link in documents_panel(sample_index, "?view=documents&authority=Marlbridge")
    record = next(each for each in sample_index.catalogue.records() if each.authority == "Marlbridge")
    assert link in record_panel(sample_index, f"?view=document&document={record.id}")


def test_an_address_is_read_as_it_is_written() -> None:
    assert read_briefing_address(ADDRESS.link.removeprefix("/")) == ADDRESS
    assert read_briefing_address("?view=brief&authority=" + "x" * 999).authority == "x" * 200
