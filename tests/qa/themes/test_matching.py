"""Themes and matters of invented texts, and the file that ships."""

import tomllib
from importlib.resources import files

from qa.themes import Themes, matters_of, themes

WRITTEN = """
["Workforce"]
"agency staff" = ["agency", "locum", "temporary social worker"]
"caseloads" = ["caseload", "too many cases"]

["Exploitation and missing"]
"missing children" = ["missing", "run away", "return home interview"]
"""
FEW = Themes.from_toml(WRITTEN)


def test_the_same_matter_is_known_by_other_words() -> None:
    lay = FEW.matters("Do kids who run away get a talk afterwards?")
    official = FEW.matters("Return home interviews are not timely.")
    assert set(lay) == set(official) == {"missing children"}


def test_endings_capitals_and_hyphens_do_not_count() -> None:
    assert set(FEW.matters("Temporary social-workers' CASELOADS")) == {"agency staff", "caseloads"}


def test_words_of_a_phrase_must_follow_one_another() -> None:
    assert FEW.matters("too many of their cases") == {}


def test_a_phrase_inside_a_longer_one_names_nothing() -> None:
    fostering = Themes.from_toml(
        '[Placements]\n"foster carers" = ["foster"]\n"private fostering" = ["private fostering"]\n'
    )
    assert set(fostering.matters("private fostering arrangements")) == {"private fostering"}
    assert set(fostering.matters("private fostering, and foster carers")) == {"private fostering", "foster carers"}


def test_the_phrases_that_name_a_matter_are_given() -> None:
    named = FEW.matters("locums, an agency and more locums")
    assert {" ".join(phrase) for phrase in named["agency staff"]} == {"locum", "agenc"}


def test_each_matter_has_its_theme() -> None:
    assert FEW.theme_of["caseloads"] == "Workforce"


def test_no_themes_find_nothing() -> None:
    assert Themes.from_toml("").matters("missing children") == {}
    assert FEW.matters("") == {}


def test_no_matter_of_the_shipped_file_has_two_themes_or_no_words() -> None:
    read = tomllib.loads((files("qa.themes") / "themes.toml").read_text("utf-8"))
    matters = [matter for of_theme in read.values() for matter in of_theme]
    assert len(matters) == len(set(matters)) == len(themes().theme_of)
    assert all(phrases for of_theme in read.values() for phrases in of_theme.values())


def test_the_shipped_themes_know_everyday_words() -> None:
    assert "missing children" in matters_of("young people who run away")
    assert "caseloads" in matters_of("staff are overworked")
