"""One authority's timeline: its events, the chart and the table."""

import re
from dataclasses import replace
from datetime import date
from itertools import pairwise
from typing import Any

import pytest
from lxml import etree, html

from app.pages.templating import render
from app.pages.timeline import Event, render_timeline, timeline, timeline_view
from app.pages.timeline.view import timeline_drawing
from index import Index, Record
from ingest import Area, Grade, Judgement, Kind
from tests.axe import violations
from tests.conftest import ROOT

NARROWEST = 0.57  # of the mean character of a line, in font sizes
TIMELINE_CSS = (ROOT / "app" / "pages" / "static" / "timeline.css").read_text(encoding="utf-8")
SVG = "{http://www.w3.org/2000/svg}"


def report(
    day: date | None, kind: Kind = Kind.ILACS, authority: str = "Marlbridge", outcome: str | None = None, **grades: str
) -> Record:
    held = tuple(Judgement(Area[area], Grade(grade), "words", 2) for area, grade in grades.items())
    return Record(
        id=f"{kind}-{day}",
        title="Report",
        kind=kind,
        authorities=(authority,) if authority else (),
        inspection_start=day,
        inspection_end=day,
        published=day,
        met=None,
        lead_inspector=None,
        outcome=outcome,
        judgements=held,
        reported=(),
        facts=(),
        years=(day.year,) if day else (2021,),
        notes=(),
        sources=(f"{kind}-{day}.pdf",),
        pages=3,
        passages=9,
    )


RECORDS = [
    report(date(2022, 3, 18), OVERALL="requires improvement to be good", LEADERS="good", IN_CARE="good"),
    report(date(2015, 6, 3), Kind.SINGLE, OVERALL="inadequate", CARE_LEAVERS="good", ADOPTION="outstanding"),
    report(date(2015, 8, 3), Kind.SINGLE, OVERALL="inadequate", CARE_LEAVERS="good"),
    report(date(2023, 7, 6), Kind.FOCUSED_VISIT),
    report(date(2023, 9, 22), Kind.AREA_SEND, outcome="Arrangements lead to inconsistent experiences."),
    report(date(2025, 12, 30), OVERALL="good", LEADERS="requires improvement to be good", CARE_LEAVERS="good"),
    report(date(2024, 1, 1), Kind.MINUTES),
]


def timeline_svg(events: list[Event], narrow: bool = False) -> str:
    return render("chart.svg", drawing=timeline_drawing(events, narrow)).strip()


def timeline_table_html(events: list[Event]) -> str:
    return render("timeline_table.html", timeline=timeline_view(events))


@pytest.fixture(params=[False, True], ids=["wide", "narrow"])
def drawing(request: pytest.FixtureRequest) -> Any:
    return etree.fromstring(timeline_svg(timeline(RECORDS), narrow=request.param))


def texts(drawing: Any) -> list[str]:
    return [text.text for text in drawing.iter(f"{SVG}text")]


def test_events_are_inspections_and_visits_oldest_first() -> None:
    events = timeline([*RECORDS, report(None)])
    assert [event.day and event.day.year for event in events] == [2015, 2015, 2022, 2023, 2023, 2025, None]
    assert events[3].name == "Focused visit"
    assert events[-1].when == "2021"


def test_grades_stand_overall_first() -> None:
    event = Event(report(date(2022, 3, 18), LEADERS="good", OVERALL="inadequate"), date(2022, 3, 18))
    assert list(event.grades) == [Area.OVERALL, Area.LEADERS]


def test_the_sample_has_its_timeline(sample_index: Index) -> None:
    records = [record for record in sample_index.catalogue.records() if record.authority == "Westhaven"]
    events = timeline(records)
    assert [event.name for event in events] == ["ILACS inspection", "Monitoring visit", "Monitoring visit"]
    assert "Monitoring visits" in timeline_svg(events)


def test_the_chart_is_a_picture_with_a_name_and_a_description(drawing: Any) -> None:
    assert drawing.get("role") == "img"
    names = {element.get("id"): element.text for element in drawing if element.tag in (f"{SVG}title", f"{SVG}desc")}
    assert list(names) == drawing.get("aria-labelledby").split()
    title, description = names.values()
    assert title == "Inspections, visits and grades for Marlbridge"
    assert "Overall effectiveness: inadequate on 3 June 2015" in description


def test_every_grade_is_said_in_words(drawing: Any) -> None:
    said = " ".join(texts(drawing))
    for words in ("Inadequate", "Good", "Outstanding", "Requires improvement", "With children in care"):
        assert words in said
    for lane in (
        "Overall effectiveness",
        "Leaders",
        "Care leavers",
        "Adoption",
        "Focused visits",
        "Area SEND inspections",
    ):
        assert lane in texts(drawing)
    assert "Safeguarding board" not in texts(drawing)


def test_words_fit_into_their_bars_and_bars_into_the_chart(drawing: Any) -> None:
    width, font = float(drawing.get("viewBox").split()[2]), float(drawing.get("font-size"))
    for group in drawing.iter(f"{SVG}g"):
        bar = group.find(f"{SVG}rect")
        left, right = float(bar.get("x")), float(bar.get("x")) + float(bar.get("width"))
        assert 0 <= left < right <= width
        for text in group.iter(f"{SVG}text"):
            assert float(text.get("x")) + len(text.text) * font * NARROWEST <= right + 2


def test_dates_do_not_cover_each_other(drawing: Any) -> None:
    dates = [text for text in drawing.iter(f"{SVG}text") if re.fullmatch(r"[A-Z][a-z]{2} \d{4}", text.text)]
    assert len(dates) == 6
    places = sorted((float(text.get("y")), float(text.get("x"))) for text in dates)
    size = float(dates[0].get("font-size"))
    for (row, left), (next_row, next_left) in pairwise(places):
        assert next_row - row >= size or next_left - left >= 8 * size * NARROWEST


def test_words_on_colours_have_contrast(drawing: Any) -> None:
    for group in drawing.iter(f"{SVG}g"):
        fill = group.find(f"{SVG}rect").get("fill")
        if fill != "none":
            assert all(contrast(fill, text.get("fill")) >= 4.5 for text in group.iter(f"{SVG}text"))


def contrast(first: str, second: str) -> float:
    light, dark = sorted((luminance(first), luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(digit * 2 for digit in colour[1:])
    parts = [int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_the_table_says_all_that_the_chart_says() -> None:
    events = timeline([*RECORDS, report(None, OVERALL="good")])
    table = html.fromstring(timeline_table_html(events))
    rows = table.xpath("//tbody/tr")
    assert len(rows) == len(events)
    for row, event in zip(rows, events, strict=True):
        said = row.text_content()
        assert event.when in said
        assert event.name in said
        assert all(grade.label.lower() in said for grade in event.grades.values())
    assert "Arrangements lead to inconsistent experiences." in table.text_content()
    assert rows[0].xpath(".//a/@href")[0].startswith("/?view=page&document=single-inspection-2015-06-03&page=2")
    assert len(rows[0].xpath("th[@scope='row']")) == 1


def test_what_was_not_read_is_said_and_not_guessed() -> None:
    events = timeline([report(date(2014, 2, 14), Kind.SINGLE, LEADERS="good"), report(date(2014, 5, 1), Kind.SINGLE)])
    assert texts(etree.fromstring(timeline_svg(events))).count("Grade not found") == 2
    assert timeline_table_html(events).count("Overall effectiveness: grade not found") == 2


def test_from_2023_care_leavers_are_judged_apart() -> None:
    events = timeline(
        [report(date(2022, 12, 31), IN_CARE="good"), report(date(2023, 1, 9), CARE_LEAVERS="good", IN_CARE="good")]
    )
    said = texts(etree.fromstring(timeline_svg(events)))
    assert said.count("With children") == 1


@pytest.mark.parametrize("count", [1, 2, 9])
def test_any_number_of_inspections_has_room(count: int) -> None:
    records = [report(date(2020, 1, 1 + day), OVERALL="good") for day in range(count)]
    drawing = etree.fromstring(timeline_svg(timeline(records), narrow=True))
    bars = [(float(bar.get("x")), float(bar.get("width"))) for bar in drawing.iter(f"{SVG}rect")]
    assert len(bars) == count
    assert all(width > 20 for _, width in bars)


def test_without_a_dated_event_there_is_no_chart() -> None:
    assert timeline_svg(timeline([report(None)])) == ""
    assert timeline_svg([]) == ""
    assert render_timeline([]) == "<p>No inspections or visits match.</p>"


def test_hostile_names_stay_names() -> None:
    evil = '</title><script>alert(1)</script>" onload="x'
    records = [
        replace(record, id=evil, outcome=evil)
        for record in (report(date(2022, 1, 1), authority=evil), report(date(2023, 1, 1), Kind.AREA_SEND, evil))
    ]
    made = render_timeline(timeline(records))
    assert "<script" not in made
    assert not html.fromstring(made).xpath("//*[@onload]")


TEXT_HEIGHTS = """() => Math.min(...[...document.querySelectorAll('.kloe-timeline text')]
  .map(text => text.getBoundingClientRect().height).filter(height => height))"""
OVERFLOWS = """() => [...document.querySelectorAll('.kloe-timeline g')].flatMap(group => {
  const bar = group.querySelector('rect').getBoundingClientRect();
  return [...group.querySelectorAll('text')].filter(text => text.getBoundingClientRect().right > bar.right + 1)
    .map(text => text.textContent);
})"""


@pytest.mark.parametrize("colours", ["color:#0b0c0c;background:#fff", "color:#f3f4f6;background:#0b0f19"])
@pytest.mark.parametrize(("width", "shown"), [(1280, "wide"), (390, "narrow")])
def test_one_chart_is_shown_at_each_width(browser: Any, width: int, shown: str, colours: str) -> None:
    page = browser.new_page(viewport={"width": width, "height": 900})
    page.set_content(
        f"<!doctype html><html lang=en><title>Timeline</title><style>body{{{colours}}}a{{color:inherit}}{TIMELINE_CSS}</style>"
        f"<main><h1>Timeline</h1>{render_timeline(timeline(RECORDS))}</main>"
    )
    assert page.locator(f".kloe-timeline-{shown} svg").is_visible()
    assert page.locator(".kloe-timeline svg:visible").count() == 1
    page.locator("summary").click()
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    assert page.evaluate(TEXT_HEIGHTS) >= 10
    assert page.evaluate(OVERFLOWS) == []
    assert violations(page) == []
    page.close()
