"""The library, in a real browser."""

from pathlib import Path
from typing import Any

from index import Index
from tests.browser.serving import opened_page
from tests.browser.steps import ask, go_to_tab
from tests.conftest import SAMPLE


def test_one_authoritys_timeline(page: Any) -> None:
    go_to_tab(page, "Documents")
    page.select_option("#documents-authority", "Marlbridge")
    page.click("#documents-show")
    page.wait_for_selector(".kloe-timeline")
    assert page.locator(".kloe-timeline svg:visible").count() == 1
    assert all("Marlbridge" in name for name in page.locator(".kloe-table tbody th a").all_inner_texts())
    page.locator(".kloe-timeline summary").click()
    page.locator(".kloe-timeline table a").first.click()
    page.wait_for_selector("#documents .kloe-source")
    page.go_back()
    page.wait_for_selector(".kloe-timeline")


def test_a_documents_record(page: Any) -> None:
    go_to_tab(page, "Documents")
    page.fill("#documents-q", "westhaven ilacs")
    page.keyboard.press("Enter")
    page.wait_for_function("document.querySelectorAll('.kloe-table tbody tr').length === 1")
    page.locator(".kloe-table tbody a").click()
    page.wait_for_selector("#documents .kloe-record")
    facts = page.inner_text("#documents .kloe-record table")
    assert "Lead inspector" in facts
    assert "Inadequate" in facts
    page.reload()
    page.wait_for_selector("#documents .kloe-record")


NARROW = """() => [...document.querySelectorAll('#documents table :is(th, td)')].filter(cell => {
  const size = parseFloat(getComputedStyle(cell).fontSize);
  return cell.textContent.trim().length > 5 && cell.getClientRects().length && getComputedStyle(cell.closest('tr')).position !== 'absolute'
    && !cell.closest('thead') && cell.clientWidth < 6 * size / 2;
}).map(cell => cell.textContent)"""


def test_the_record_and_the_library_are_whole_at_every_width(browser: Any, address: str, index: Index) -> None:
    record = next(record for record in index.catalogue.records() if record.judgements)
    with opened_page(browser, address) as page:
        for width in (1280, 800, 640, 390, 320):
            page.set_viewport_size({"width": width, "height": 850})
            for view in (f"?view=document&document={record.id}", "?view=documents"):
                page.goto(address + view)
                page.wait_for_selector("#documents table")
                assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), (width, view)
                assert page.evaluate(NARROW) == [], (width, view)
                assert page.get_by_role("rowheader").count() >= 5, "a table stays one for a screen reader"
                assert page.evaluate("document.querySelector('#documents table').scrollWidth <= innerWidth"), width


def test_good_and_broken_files_are_added(page: Any, index: Index, tmp_path: Path) -> None:
    width = page.viewport_size["width"]
    good = tmp_path / f"minutes-{width}.txt"
    good.write_text(f"Agenda item\n\nMinutes:\n\nThe committee heard that the observatory {width} needs a new dome.\n")
    broken = tmp_path / f"broken-{width}.pdf"
    broken.write_bytes(next(SAMPLE.rglob("*.pdf")).read_bytes()[:2000])
    go_to_tab(page, "Documents")
    page.locator("#adding input[type=file]").set_input_files([good, broken])
    page.locator("#added strong", has_text="1 of 2 files added").wait_for(timeout=60_000)
    said = page.locator("#added li").all_inner_texts()
    assert said[0].startswith(f"Added minutes-{width}.txt")
    assert said[1].startswith(f"Not added broken-{width}.pdf: ")
    assert "damaged" in said[1]
    assert "No authority and no date was read. Correct… Remove…" in " ".join(said[0].split())
    page.locator("#added a", has_text="Correct…").click()
    page.select_option("#authority", "Kent")
    page.get_by_role("button", name="Save").click()
    page.wait_for_selector("#documents .kloe-record")
    assert "read as none" in page.inner_text("#documents .kloe-record-facts")
    assert [path.name for path in (index.folder.parent / "index-uploads").glob(f"*{width}*")] == [good.name]
    assert not index.catalogue.skipped()
    go_to_tab(page, "Ask")
    ask(page, f"What does the observatory {width} need?")
    assert "a new dome" in page.inner_text("#answer blockquote")
