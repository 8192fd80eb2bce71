"""The links, notices and counts of a website stay out of its text; sentences with the same words stay in."""

import pytest

from ingest.lines import Line, printed_lines
from ingest.structure import gather_passages
from ingest.structure.site import find_site_lines

TEXT = "Inspectors said that children are safer than they were, and that the work must go on."


@pytest.mark.parametrize(
    "line",
    [
        "PDF 98 KB",
        "View as HTML (6./1) 22 KB",
        "Share Tweet Save",
        "Facebook | Twitter | WhatsApp",
        "Home > Council > Meetings",
        "You are here: Home › News",
        "14 comments",
        "Comments (14) Sign in to comment",
        "Originally revealed here",
        "This article first appeared in the Marlbridge Courier",
        "Sign up for our weekly newsletter",
        "Subscribe to updates",
        "This website uses cookies to make it work better for you.",
        "Accept all cookies",
        "© 2024 Marlbridge Council. All rights reserved",
        "Privacy | Cookies | Accessibility | Contact us",
        "Venue: Council Chamber, Town Hall, Marlbridge MB1 2ZZ",
        "Contact: Ada Marsh Email: ada@example.org",
    ],
)
def test_site_furniture(line: str) -> None:
    pages = [[Line(1, text, whole=True) for text in (TEXT, line, TEXT)]]
    assert [passage.text for passage in gather_passages(pages)[1]] == [TEXT, TEXT]


@pytest.mark.parametrize(
    "line",
    [
        "Members asked to share the letter, and to save a copy of it with the minutes of the meeting.",
        "Young people signed up for a newsletter that the care leavers’ forum writes.",
        "The council uses its website to tell families about short breaks.",
        "Comments were made by 14 parents about the help that they had been given.",
        "The contact: a child sees their father each week at the family centre.",
        "Children at home > 12 months were seen more often",
        "Ofsted publishes its letters, and the council puts a copy of each on its own website.",
    ],
)
def test_sentences_with_the_same_words(line: str) -> None:
    assert not find_site_lines([Line(1, text, whole=True) for text in [TEXT] * 14 + [line] + [TEXT] * 14])


def test_a_list_of_other_stories() -> None:
    lines = printed_lines(1, f"{TEXT}\n\nRelated stories\n• Bus fares to rise in May\n• Library to open on Sundays")
    assert {lines[i].text for i in find_site_lines(lines)} == {
        "Related stories", "• Bus fares to rise in May", "• Library to open on Sundays",
    }  # fmt: skip


def test_a_section_called_related_news_is_read() -> None:
    assert not find_site_lines(printed_lines(1, f"Related news\n{TEXT}\n{TEXT}"))


def test_a_list_of_files() -> None:
    lines = printed_lines(1, f"{TEXT}\n\nSupporting documents:\n• Letter, item 6. PDF 98 KB\n• Plan PDF 1 MB")
    assert len(find_site_lines(lines)) == 3


def test_the_title_of_an_item_that_links_to_a_file_is_kept() -> None:
    assert not find_site_lines(printed_lines(1, f"Minutes of the last meeting pdf icon PDF 61 KB\n{TEXT}"))


def test_a_menu() -> None:
    assert len(find_site_lines(printed_lines(1, f"Home\nNews\nContact us\nSearch\n\n{TEXT}"))) == 4
    assert not find_site_lines(printed_lines(1, f"News\n{TEXT}"))
