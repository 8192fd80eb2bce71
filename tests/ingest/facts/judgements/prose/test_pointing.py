"""Grades that point back, stand before their areas, are said of two councils or in speech; and counts that are no grades.

Each line of `pointing.tsv` is a text, whose paragraphs end in "¶", a tab and its grades as in `told.tsv`.
"""

from pathlib import Path

import pytest

from ingest import Area, Kind, Page
from ingest.facts import current, read_reported
from ingest.lines import printed_lines

_TOLD = [
    line.split("\t")
    for line in Path(__file__).with_name("pointing.tsv").read_text(encoding="utf-8").splitlines()
    if line
]
_LETTERS = dict(zip(Area, "olhcva", strict=False))


def _read(text: str) -> set[str]:
    text = text.replace("¶", "\n")
    names = ("Marlshire", "Essex") if "Essex" in text and "Marlshire" in text else ("Marlshire",)
    reported = read_reported((Page(1, text),), [printed_lines(1, text)], Kind.NEWS, names)
    return {f"{_LETTERS[one.area]}={one.grade[0].upper()}" for one in current(reported)}


@pytest.mark.parametrize(("text", "wanted"), _TOLD)
def test_the_grades_that_a_text_tells(text: str, wanted: str) -> None:
    assert _read(text) == set(wanted.split())
