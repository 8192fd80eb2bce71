"""The views of findings: forms keep what was sent, quotations link to their pages, and what a colour tells is said in words."""

from dataclasses import replace
from itertools import pairwise
from typing import Any
from urllib.parse import parse_qs

import pytest
from lxml import html

from app.pages.addresses import LinkError
from app.pages.addresses.findings import (
    CompareAddress,
    PrecedentsAddress,
    TrajectoryAddress,
    find_address,
    read_compare_address,
    read_precedents_address,
    read_trajectory_address,
)
from app.pages.panels import comparison_panels, precedents_panels, trajectory_panels
from app.pages.views import render_answer, render_precedents
from app.pages.views.findings.tracker import tracker_view
from index import Index
from ingest import Kind
from qa.findings import Outcome
from qa.precedents import Order, Precedent, Precedents
from qa.trajectories import Asked, Said, Subject, Tells, Told, Tracker
from tests.qa.answer.made import cited, record, with_everything

EVIL = "<script>alert(1)</script><img src=x onerror=alert(2)>"
HELD = record(authorities=("Westhaven",), kind=Kind.ILACS)
LATER = record(id="later", authorities=("Westhaven",), kind=Kind.MONITORING_VISIT)


def drawn(text: str) -> Any:
    """A view as a tree; its last state where it is drawn in steps."""
    return html.fromstring(text)


def words(element: Any) -> str:
    return " ".join(element.text_content().split())


def entry(quote: str = "Supervision is weak.", neighbour: bool = True) -> Precedent:
    later = (cited(2, "Supervision is good.", LATER),)
    return Precedent(cited(1, quote, HELD), 0.9, True, "South West", neighbour, None, 1, later, (), Outcome.BETTER)


@pytest.mark.parametrize(
    "address",
    [
        PrecedentsAddress(),
        PrecedentsAddress("Plans are late & thin.", "Marlbridge", Order.BETTER, True, True, True, is_long=True),
        read_precedents_address(
            "view=precedents&finding=x&region=London&region=own&kind=ilacs-inspection&year=2020&year=2021"
        ),
    ],
)
def test_a_search_for_precedents_has_a_link(address: PrecedentsAddress) -> None:
    assert read_precedents_address(address.link) == address


def test_the_other_views_have_links() -> None:
    followed = TrajectoryAddress("Marlbridge", "care leavers")
    compared = CompareAddress(("Marlbridge", "Westhaven"), "Workforce", True, ("2018-2020",))
    assert read_trajectory_address(followed.link) == followed
    assert read_compare_address(compared.link) == compared
    assert read_compare_address("view=compare&authority=&authority=Marlbridge&period=").authorities == ("Marlbridge",)


def test_an_invalid_order_is_said() -> None:
    with pytest.raises(LinkError, match="invalid sort"):
        read_precedents_address("view=precedents&sort=luck")


def test_the_region_and_neighbours_are_those_of_the_authority_that_asks(sample_index: Index) -> None:
    address = PrecedentsAddress("Supervision is weak", "Devon", own_region=True)
    assert [region.value for region in address.within(sample_index).region] == ["South West"]
    nobody = find_address(sample_index, replace(address, own=""))
    assert nobody.explanation.startswith("Name your own authority")
    alone = find_address(sample_index, replace(address, own_region=False, neighbours=True))
    assert "neighbours of Devon" in alone.explanation
    unknown = find_address(sample_index, replace(address, own="Atlantis"))
    assert "Atlantis" in unknown.explanation


def test_the_nearest_words_of_a_later_paper_are_marked_as_such(sample_index: Index) -> None:
    silent = replace(entry(), later=(replace(entry().later[0], near=True),), verdict=Outcome.SILENT)
    found = Precedents("Supervision is weak", "", 9, 1, 0, 0, 1, (silent,))
    page = drawn(render_precedents(sample_index, PrecedentsAddress("Supervision is weak"), found))
    item = page.xpath("//ul[@class='kloe-later']/li")[0]
    assert words(item).startswith("Nearest to it: ")


def test_what_only_comes_near_is_listed_below(sample_index: Index) -> None:
    near = replace(entry("Managers are new."), plain=False)
    found = Precedents("Supervision is weak", "", 9, 1, 1, 1, 2, (entry(), near))
    page = drawn(render_precedents(sample_index, PrecedentsAddress("Supervision is weak"), found))
    plain, below = page.xpath("//ol[@class='kloe-precedents']")
    assert "Supervision is weak." in words(plain)
    assert "Managers are new." in words(below)
    assert words(below.getprevious()) == "This comes near, without plainly saying it:"


def test_a_precedent_says_what_happened_next(sample_index: Index) -> None:
    address = PrecedentsAddress("Supervision is weak", "Marlbridge", better=True)
    found = Precedents("Supervision is weak", "Marlbridge", 9, 1, 1, 0, 30, (entry(),))
    page = drawn(render_precedents(sample_index, address, found))
    item = page.xpath("//ol[@class='kloe-precedents']/li")[0]
    assert "Statistical neighbour" in words(item)
    assert "What happened next: Better" in words(item)
    assert [words(quote) for quote in item.iter("blockquote")] == [
        "“Supervision is weak.” paragraph 12, page 2",
        "“Supervision is good.” paragraph 12, page 2",
    ]
    places = item.xpath(".//a[@data-beside='findings-source']/@href")
    assert all("view=page" in place and "marks=" in place for place in places)
    more = page.get_element_by_id("precedents-all").get("href")
    assert read_precedents_address(more) == replace(address, is_long=True)
    assert page.get_element_by_id("precedents-finding").text == "Supervision is weak"
    assert page.get_element_by_id("precedents-better-1").get("checked") is not None
    assert page.get_element_by_id("precedents-neighbours-1").get("checked") is None
    feed = page.xpath("//a[@type='application/atom+xml']/@href")[0]
    assert parse_qs(feed.partition("?")[2]) == {
        "finding": ["Supervision is weak"],
        "own": ["Marlbridge"],
        "better": ["1"],
    }


def test_a_slow_view_is_busy_at_first(sample_index: Index) -> None:
    first, last = map(drawn, precedents_panels(sample_index, "finding=Management oversight is weak&own=Westhaven"))
    assert first.get("aria-busy") == "true"
    assert first.get("data-link") is None
    assert last.get("data-announce")
    assert "“Management oversight is weak.”" in words(last)
    (alone,) = precedents_panels(sample_index, "view=precedents")
    assert "kloe-busy" not in alone


def test_quotations_on_other_pages_lead_to_their_precedents() -> None:
    answer = with_everything()
    links = drawn(render_answer(answer)).xpath("//a[text()='Precedents']/@href")
    address = read_precedents_address(links[0])
    assert address.finding == " ".join(answer.citations[0].quote.split())
    assert address.own == answer.citations[0].record.authority


def test_what_was_asked_for_stands_beside_what_became_of_it() -> None:
    asked = Said(cited(1, "Improve the plans.", HELD), Tells.ASKED, ("Plans and planning",))
    good = Said(cited(2, "Plans are clear.", LATER), Tells.STRENGTH, ("Plans and planning",))
    better, silent = Told(LATER, Outcome.BETTER, (good,)), Told(LATER, Outcome.SILENT, ())
    tracker = Tracker("Westhaven", Subject(), (Asked(asked, (better,)), Asked(asked, (silent,))))
    view = tracker_view(tracker)
    assert view.became == ["improved: 1", "not mentioned again: 1"]
    (report,) = view.reports
    assert [row.now for row in report.rows] == ["Improved", "Not mentioned again"]
    assert [line.tells for line in report.rows[0].later[0].said] == ["Strength"]
    assert [len(row.silent) for row in report.rows] == [0, 1]
    assert not tracker_view(Tracker("Westhaven", Subject(), (Asked(asked, ()),))).reports[0].is_followed


def test_an_authority_over_time(sample_index: Index) -> None:
    first, last = map(drawn, trajectory_panels(sample_index, "authority=Westhaven&subject=management oversight"))
    assert first.get("aria-busy") == "true"
    assert first.xpath("//ol[@class='kloe-moments']")
    assert not first.xpath("//table[@class='kloe-tracker']")
    tells = {words(tag) for tag in last.xpath("//ol[@class='kloe-moments']//strong")}
    assert tells <= {"Strength", "Weakness", "Strength and weakness", "To improve", "Priority action"}
    table = last.xpath("//table[@class='kloe-tracker']")[0]
    assert words(table.find("caption")).startswith("What the ILACS inspection report, 15 July 2022 asked for")
    assert [words(head) for head in table.xpath("thead//th[@scope='col']")] == [
        "Asked for",
        "What each later paper says",
        "Now",
    ]
    assert len(table.xpath("tbody/tr")) == len(table.xpath("tbody/tr/th[@scope='row']"))
    (unknown,) = trajectory_panels(sample_index, "authority=Atlantis")
    assert "Atlantis" in words(drawn(unknown).xpath("//div[@class='kloe-refusal']")[0])


def test_a_subject_without_words_is_said_once(sample_index: Index) -> None:
    *_, last = trajectory_panels(sample_index, "authority=Westhaven&subject=the")
    assert words(drawn(last)).count("Name a subject") == 1


def test_the_sides_of_a_comparison_face_each_other(sample_index: Index) -> None:
    (text,) = comparison_panels(sample_index, "authority=Marlbridge&authority=Westhaven&subject=supervision")
    page = drawn(text)
    grades = page.xpath("//table[contains(@class, 'kloe-grades')]")[0]
    assert [words(side) for side in grades.xpath("tbody//th[@scope='row']")] == ["Marlbridge", "Westhaven"]
    assert "Inadequate" in words(grades)
    (theme,) = page.xpath("//div[@class='kloe-facing']")
    assert [words(side.find("h4")) for side in theme] == ["Marlbridge", "Westhaven"]
    assert all("strength" in words(side) and side.findall(".//blockquote") for side in theme)
    places = theme.xpath("div[2]//a[@class='kloe-place']")
    assert all("ILACS" in words(place) or "Monitoring" in words(place) for place in places), "of several papers, which"
    boxes = page.xpath("//input[@name='authority']/@value")
    assert boxes == ["Marlbridge", "Westhaven", ""]


def test_headings_stand_in_order(sample_index: Index) -> None:
    for panels in (
        precedents_panels(sample_index, "finding=Management oversight is weak&own=Westhaven"),
        trajectory_panels(sample_index, "authority=Marlbridge&subject=supervision"),
        comparison_panels(sample_index, "authority=Marlbridge&authority=Westhaven"),
    ):
        *_, text = panels
        levels = [int(heading.tag[1]) for heading in drawn(text).xpath("//h2|//h3|//h4")]
        assert levels[0] == 2
        assert all(after - before <= 1 for before, after in pairwise(levels))


def test_what_documents_and_links_say_is_text(sample_index: Index) -> None:
    evil = record(authorities=(EVIL,))
    found = Precedents(EVIL, EVIL, 1, 1, 1, 0, 1, (replace(entry(), citation=cited(1, EVIL, evil)),))
    shown = [
        render_precedents(sample_index, PrecedentsAddress(EVIL, EVIL), found),
        *trajectory_panels(sample_index, TrajectoryAddress(EVIL, EVIL).link),
        *comparison_panels(sample_index, CompareAddress((EVIL, EVIL), EVIL, periods=(EVIL,)).link),
    ]
    for text in shown:
        assert "<script" not in text
        assert "<img src=x" not in text
        assert "&lt;script&gt;" in text
