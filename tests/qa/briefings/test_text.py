"""A briefing as Markdown, and words that can be read aloud alone."""

import pytest

from qa.briefings.alone import stands_alone
from tests.qa.briefings.made import briefing


def test_the_text_has_each_section_and_a_reference_for_each_number() -> None:
    text = briefing().text
    assert text.startswith("# Marlbridge: briefing for members")
    assert "## What was last found" in text
    assert "- In 2022: good [1]" in text
    assert "1. What has been done?\n   - [2], quoted above" in text
    assert "- 2022: “Leaders must improve three things, with a focus on:\n  - the quality of plans" in text
    assert "(marlbridge/report.pdf): [1] paragraph 12, page 2; [2] paragraph 12, page 2" in text


def test_words_of_a_document_are_no_markup() -> None:
    text = briefing("<script>x</script> [link](http://evil) **bold** `code`").text
    assert r"“\<script>x\</script> \[link\](http\://evil) \*\*bold\*\* \`code\`” [1]" in text


def test_no_address_in_a_quotation_becomes_a_link() -> None:
    text = briefing("Log in at https://evil.example or WWW.evil.example, or write to x@evil.example: now.").text
    assert r"“Log in at https\://evil.example or WWW\.evil.example, or write to x\@evil.example: now.”" in text


@pytest.mark.parametrize(
    ("quote", "alone"),
    [
        ("Children are seen quickly.", True),
        ("This has improved.", False),
        ("In others, the pace has been slow.", False),
        ("Leaders were aware of these areas for development.", False),
        ("At this inspection, leaders were aware of what was weak.", True),
        ("the quality of plans.", False),
        ("Plans are late", False),
    ],
)
def test_words_that_point_to_what_was_said_before_do_not_stand_alone(quote: str, alone: bool) -> None:
    assert stands_alone(quote) is alone
