"""Which themes invented findings are about, with Kloe's own themes and with those of a person's file."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from qa.themes import ThemesError, matters_of, themes, themes_about, use_themes


@pytest.fixture
def own_file(tmp_path: Path) -> Iterator[Path]:
    yield tmp_path / "themes.toml"
    use_themes(None)


def test_a_finding_is_about_what_it_judges() -> None:
    assert themes_about("Social workers’ caseloads are too high.")[0] == "Workforce"
    assert "Exploitation and missing" in themes_about("Return home interviews are late and seldom thorough.")
    assert "Care leavers" in themes_about("Pathway plans are of a poor standard.")


def test_the_headings_tell_whom_a_finding_is_about() -> None:
    text = "Their health histories are not always shared with them."
    assert "Care leavers" in themes_about(text, ["The experiences and progress of care leavers: good"])


def test_a_person_adds_words_and_themes(own_file: Path) -> None:
    own_file.write_text('["Family safeguarding"]\n"group work" = ["zebra panel"]\n', "utf-8")
    before = themes().version
    use_themes(own_file)
    assert "group work" in matters_of("The zebra panel meets weekly.")
    assert "Family safeguarding" in themes_about("The zebra panel meets weekly.")
    assert "caseloads" in matters_of("caseloads")
    assert themes().version != before


@pytest.mark.parametrize("written", ["not [ toml", '"a" = 1', '["Theme"]\n"matter" = "no list"'])
def test_a_file_of_another_form_is_refused_by_name(own_file: Path, written: str) -> None:
    own_file.write_text(written, "utf-8")
    with pytest.raises(ThemesError, match=r"themes\.toml"):
        use_themes(own_file)
    with pytest.raises(ThemesError, match=r"nowhere\.toml"):
        use_themes(own_file.parent / "nowhere.toml")
