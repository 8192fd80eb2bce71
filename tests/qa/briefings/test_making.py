"""Briefings on the authorities of the sample."""

import pytest

from index import Index, authorities_of
from qa.briefings import Briefing, Heading, make_briefing


@pytest.fixture(scope="module")
def briefings(sample_index: Index) -> dict[str, Briefing]:
    places = authorities_of(sample_index.catalogue.records())
    return {place: make_briefing(sample_index, place) for place in sorted(places)}


def test_every_section_tells_something_or_says_why_not(briefings: dict[str, Briefing]) -> None:
    assert briefings
    for briefing in briefings.values():
        assert [section.heading for section in briefing.sections] == list(Heading)
        assert all(section.entries or section.lead for section in briefing.sections)
        assert all(group.entries for section in briefing.sections for group in section.groups)


def test_quotations_are_numbered_through_and_stand_on_their_pages(
    sample_index: Index, briefings: dict[str, Briefing]
) -> None:
    for briefing in briefings.values():
        assert [citation.number for citation in briefing.citations] == list(range(1, len(briefing.citations) + 1))
        for citation in briefing.citations:
            pages = {page.number: page.text for page in sample_index.catalogue.pages(citation.record.id)}
            printed = " ".join(pages[span.page][span.start : span.end] for span in citation.spans)
            assert printed.split() == citation.quote.split()


def test_all_but_the_precedents_is_of_the_authority(briefings: dict[str, Briefing]) -> None:
    for place, briefing in briefings.items():
        own = [section for section in briefing.sections if section.heading is not Heading.ELSEWHERE]
        cited = [citation for section in own for entry in section.entries for citation in entry.citations]
        assert all(place in citation.record.authorities for citation in cited)
        elsewhere = briefing.section(Heading.ELSEWHERE).entries
        assert all(quoted.citation.record.place != place for entry in elsewhere for quoted in entry.quotations)


def test_an_inspected_authority_has_its_grades_findings_and_questions(briefings: dict[str, Briefing]) -> None:
    briefing = briefings["Marlbridge"]
    newest = briefing.section(Heading.STANDS).entries
    assert any(
        statement.text.startswith("Overall effectiveness: ") for entry in newest for statement in entry.statements
    )
    found = {group.title: len(group.entries) for group in briefing.section(Heading.FOUND).groups}
    assert found["Strengths"] <= 3
    assert found["Weaknesses"] <= 4
    questions = briefing.section(Heading.ENQUIRY).entries
    assert 1 <= len(questions) <= 5
    assert all(entry.words.endswith("?") and entry.quotations for entry in questions)
    assert len({entry.words for entry in questions}) == len(questions)


def test_sections_are_made_alone_as_they_are_made_together(sample_index: Index, briefings: dict[str, Briefing]) -> None:
    for place, whole in briefings.items():
        some = make_briefing(sample_index, place, (Heading.ENQUIRY, Heading.STANDS))
        assert [section.heading for section in some.sections] == [Heading.STANDS, Heading.ENQUIRY]
        asked = [entry.words for entry in some.section(Heading.ENQUIRY).entries]
        assert asked == [entry.words for entry in whole.section(Heading.ENQUIRY).entries]


def test_an_authority_without_papers_is_explained(sample_index: Index) -> None:
    briefing = make_briefing(sample_index, "Atlantis")
    assert (briefing.sections, briefing.text) == ((), "Kloe holds no papers on Atlantis.")
