"""A council's own page and the start page: what they show of the sample, and what they say where nothing is held."""

from lxml import html

import qa
from app.pages.council import council_panels, render_start
from app.pages.council.chooser import suggested_names
from app.pages.council.examples import examples
from index import Index


def drawn(index: Index, name: str) -> list[html.HtmlElement]:
    return [html.fromstring(panel) for panel in council_panels(index, f"view=council&name={name}")]


def test_a_page_first_shows_what_is_quick_and_then_the_whole(sample_index: Index) -> None:
    first, whole = drawn(sample_index, "Marlbridge")
    quick = ["Where it stands", "Newest papers", "What its committee decided"]
    later = ["What was asked for, and what became of it", "Questions that a member may ask"]
    assert first.xpath(".//h3/text()") == quick
    assert first.get("aria-busy") == "true"
    assert whole.xpath(".//h3/text()") == [*quick[:2], *later, quick[2]]
    assert whole.get("data-council") == "Marlbridge"
    assert whole.get("data-title") == "Marlbridge – Kloe"
    assert whole.get("data-announce")


def test_a_page_tells_grades_and_quotes_its_own_papers(sample_index: Index) -> None:
    page = drawn(sample_index, "marlbridge+city+council")[-1]
    text = page.text_content()
    assert "Ofsted’s report of its inspection of 24 February to 7 March 2025" in text
    assert "Overall effectiveness: good" in " ".join(text.split())
    references = page.xpath(".//*[@data-beside]/@aria-label")
    assert references
    assert all("Marlbridge" in reference for reference in references)


def test_a_council_without_papers_and_an_unknown_one_are_explained(sample_index: Index) -> None:
    (none,) = drawn(sample_index, "Kent+(no+papers+held)")
    assert none.get("data-council") == "Kent"
    assert "Kloe holds no papers on Kent." in none.text_content()
    assert none.xpath(".//form[@data-chooser]")
    (unknown,) = drawn(sample_index, "Devvon")
    assert unknown.get("data-council") in (None, "Devon")
    (unheard,) = drawn(sample_index, "Northmere")
    assert unheard.get("data-council") is None
    assert "Northmere" in unheard.xpath("string(.//*[@class='kloe-note'])")
    (form,) = drawn(sample_index, "")
    assert not form.xpath(".//*[@class='kloe-note']")


def test_an_abolished_council_leads_to_those_that_replaced_it(sample_index: Index) -> None:
    (page,) = drawn(sample_index, "Northamptonshire")
    assert "West Northamptonshire" in page.xpath(".//p[@class='kloe-small']/a/text()")


def test_the_chooser_suggests_every_authority_and_marks_those_without_papers(sample_index: Index) -> None:
    names = suggested_names(sample_index)
    assert {"Marlbridge", "Kent (no papers held)"} <= set(names)
    assert len(names) > 153
    assert names == sorted(names)


def test_every_example_is_answered_and_shows_another_thing(sample_index: Index) -> None:
    made = examples(sample_index)
    assert len({example.shows for example in made}) == len(made) == 8
    assert [example.question for example in made if not qa.ask(sample_index, example.question).answered] == []


def test_the_start_page_names_the_newest_papers_first(sample_index: Index) -> None:
    start = html.fromstring(render_start(sample_index))
    new = start.xpath(".//ul[@class='kloe-new']//a/text()")
    assert len(new) == 5
    assert new[0] == "Marlbridge: Improvement plan for care leavers 2025 to 2026, 30 June 2025"
