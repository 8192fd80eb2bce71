"""The words for grades, alone and in sets: "RI", "good or better", "below outstanding", "inadequate or requires improvement"."""

import re

from ingest import Area, Grade
from qa.question.vocabulary import AREA_BESIDE_GRADE, AREA_PATTERNS_BESIDE_GRADE

_RI = r"(?-i:RI\b|R\.I\.)"
_NAMES = (
    (Grade.OUTSTANDING, r"outstanding"),
    (Grade.REQUIRES_IMPROVEMENT, rf"requir(?:es?|ing|ed)[ -]improvement(?: to be good)?|{_RI}"),
    (Grade.GOOD, r"good"),
    (Grade.INADEQUATE, r"inadequate|failing(?! (?:on|in|to|at|with|its|their|children|families|young|care)\b)"),
)
GRADE = "(?:" + "|".join(pattern for _, pattern in _NAMES) + ")"
_WORSE = rf"(?:(?:less|worse|lower)[ -]than|below|under)[ -](?:an? )?{GRADE}"
_BETTER = rf"(?:(?:better|higher|more) than|above) (?:an? )?{GRADE}"
_UP = rf"{GRADE} (?:or|and) (?:better|above|higher)|at least (?:an? )?{GRADE}"
_DOWN = (
    rf"{GRADE} (?:or|and) (?:worse|below|lower|less)|at (?:best|most) (?:an? )?{GRADE}|no better than (?:an? )?{GRADE}"
)
_LIST = rf"(?:either |both )?{GRADE}(?:(?:, (?:or |and )?| or | and | nor | ?/ ?| and/or ){GRADE})*"
GRADES = rf"(?:{_WORSE}|{_BETTER}|{_UP}|{_DOWN}|{_LIST})"
_BEST_FIRST = tuple(Grade)

AREA = rf"\b(?:{AREA_BESIDE_GRADE})\b"
EVERY_AREA = (Area.OVERALL, Area.LEADERS, Area.HELP_AND_PROTECTION, Area.IN_CARE, Area.CARE_LEAVERS)


def grades_in(words: str) -> tuple[Grade, ...]:
    """The grades that a set of words stands for, from the named one on where they are a range."""
    named = tuple(dict.fromkeys(_grade(match.group()) for match in re.finditer(GRADE, words, re.I)))
    place = _BEST_FIRST.index(named[0])
    for pattern, kept in (
        (_UP, _BEST_FIRST[place::-1]),
        (_DOWN, _BEST_FIRST[place:]),
        (_WORSE, _BEST_FIRST[place + 1 :]),
        (_BETTER, _BEST_FIRST[:place]),
    ):
        if re.fullmatch(pattern, words, re.I):
            return kept
    return named


def better_than(grades: tuple[Grade, ...]) -> tuple[Grade, ...]:
    """Every grade better than the best of these."""
    return _BEST_FIRST[: min(map(_BEST_FIRST.index, grades))]


def worse_than(grades: tuple[Grade, ...]) -> tuple[Grade, ...]:
    """Every grade worse than the worst of these."""
    return _BEST_FIRST[max(map(_BEST_FIRST.index, grades)) + 1 :]


def _grade(name: str) -> Grade:
    return next(grade for grade, pattern in _NAMES if re.fullmatch(pattern, name, re.I))


def area_named(name: str) -> Area:
    """The area that words beside a grade name."""
    return next(area for area, pattern in AREA_PATTERNS_BESIDE_GRADE if re.fullmatch(pattern, name, re.I))
