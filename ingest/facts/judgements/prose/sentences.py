"""Grades that a sentence tells: which area each belongs to, and of which inspection."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from ingest.facts.judgements.guards import is_aim, is_denied_or_paired, is_of_others, is_own_view
from ingest.facts.judgements.newest import find_when
from ingest.facts.judgements.prose.around import OFSTED, Around, last_clause
from ingest.facts.judgements.prose.groups import exceptions, with_others, without
from ingest.facts.judgements.prose.verdicts import is_verdict, without_scales
from ingest.facts.judgements.prose.whose import areas_of
from ingest.facts.judgements.words import GRADE_IN_PROSE, AnyGrade, Mention, find_areas, read_any_grade
from ingest.vocabulary import Area

_LONGEST = 1200  # characters of a sentence; speech to text without stops is read in windows of this length
_SOON_AFTER = 60  # characters after a grade that can say whose view it is
_SHORT = 40  # characters between two grades of one list
_OLDER = re.compile(
    r"\b(?:previous(?:ly)?|earlier|former(?:ly)?|up from|down from|before|having been|used to|improvement on"
    r"|compared (?:to|with)|step up (?:from|on)|once(?: rated| judged)?|(?:went|going|gone|came) into [\w ]{3,30} (?:as|at|on)"
    r"|(?:los(?:es|t|ing)|stripped of|strips|sheds?|shaken off|shakes? off|surrender\w*|relinquish\w*"
    r"|forfeit\w*)(?: (?:its|an?|the|their))?(?: \w+)?"
    r"|(?:out of|rid of|shed|sheds|lifted from|emerged? from|escap\w+|away from|above|beyond)(?: (?:its|an?|the))?"
    r"|from(?: (?:an?|its|the|being|their|overall|rating|grade|judge?ment|of|judged|rated|graded))*)\W{0,3}$",
    re.I,
)
_OLDER_NEAR = re.compile(
    r"\b(?:previous(?:ly)?|formerly|up from|down from|having been|improvement on|compared (?:to|with)|(?:years?"
    r"|months) (?:earlier|ago|before))\b",
    re.I,
)
_AGO = re.compile(r"\b(?:years?|months) (?:earlier|ago|before|previously)\b", re.I)


@dataclass(frozen=True)
class Told:
    """A grade that a sentence tells.

    Attributes:
        when: the inspection that it belongs to, in the sentence's words; empty where it does not tell.
        older: the sentence sets it against a newer one.
        but_one: it is of a group of areas but one, which the sentence does not name.
    """

    area: Area
    grade: AnyGrade
    when: str
    older: bool
    but_one: bool = False


def read_sentence(
    sentence: str,
    authorities: Collection[str],
    about_inspection: bool = False,
    graded: Sequence[Area] = (),
    extra: Sequence[Mention] = (),
) -> list[Told]:
    """Read the grades that a sentence tells as Ofsted's of these authorities.

    Args:
        sentence: one sentence, or a headline.
        authorities: the names of those that the paper is about.
        about_inspection: the text before it speaks of an inspection.
        graded: the areas that the sentences before it gave grades for.
        extra: words at its start that name areas by pointing to the sentence before, "All".
    """
    if sentence.rstrip(" '’”\"").endswith("?"):
        return []
    told: list[Told] = []
    for start in range(0, len(sentence), _LONGEST):
        text = sentence[start : start + _LONGEST + 200]
        mentions = with_others(text, find_areas(text), graded) if GRADE_IN_PROSE.search(text) else []
        told += _read(text, [*(() if start else extra), *mentions], authorities, about_inspection)
    return told


def _read(text: str, mentions: list[Mention], authorities: Collection[str], about_inspection: bool) -> list[Told]:
    grades = without_scales(text, list(GRADE_IN_PROSE.finditer(text)))
    excepted = exceptions(text, mentions)
    context = about_inspection or bool(OFSTED.search(text))
    told: list[Told] = []
    areas: tuple[Area, ...] = ()  # of the grade before
    used = 0  # the end of the words that are taken
    refused = own_view = False  # of the grade before, and of any before
    dated_after = False  # the time told between the grade before and this one belongs to that one
    for place, match in enumerate(grades):
        before_end = grades[place - 1].end() if place else 0
        after_start = grades[place + 1].start() if place + 1 < len(grades) else len(text)
        if excepted and match.end() <= excepted[0]:
            after_start = min(after_start, excepted[0])
        around = Around(
            match,
            text[: match.start()],
            text[match.end() :],
            text[before_end : match.start()],
            text[match.end() : after_start],
        )
        left = [one for one in mentions if used <= one.start and one.end <= match.start()]
        if not is_verdict(around, left, context, bool(areas)):
            continue
        named, used_to = areas_of(around, mentions, left, areas, authorities)
        used = max(used_to, match.end())
        clause = last_clause(around.lead)
        refused = (
            _is_no_judgement(around, authorities)
            or (refused and not left and len(around.lead) < _SHORT)
            or (own_view and not OFSTED.search(around.lead))
        )
        own_view = own_view or is_own_view(clause, "")
        if refused:
            continue
        group = bool(excepted) and any(len(one.areas) > 1 and set(one.areas) <= set(named) for one in mentions)
        if excepted and group:
            named = without(named, excepted[1])
        areas = named
        when, dated_after = _when(around, dated_after)
        older = bool(_OLDER.search(around.before) or _OLDER_NEAR.search(clause)) or _compared(around)
        told += [
            Told(area, read_any_grade(match["grade"]), when, older, group and not (excepted and excepted[1]))
            for area in named
        ]
    return told


def _is_no_judgement(around: Around, authorities: Collection[str]) -> bool:
    """True if the words around a grade make it an aim, a denial, an own view or the grade of somebody else."""
    clause = last_clause(around.lead)
    return (
        is_aim(around.before)
        or is_denied_or_paired(around.before, around.after)
        or is_own_view(clause, around.tail[:_SOON_AFTER])
        or is_of_others(clause, around.tail, authorities)
    )


def _when(around: Around, taken: bool) -> tuple[str, bool]:
    """The inspection that a grade belongs to: the time told just after it (then True), or else just before it, unless that is taken."""
    after = re.split(r";| but | and (?:is|was|are|has|it)\b|, (?:and|but|up|while) ", around.tail)[0][:90]
    if found := find_when(after):
        return found[0][2], True
    if taken or _AGO.search(last_clause(around.lead)):
        return "", False
    before = find_when(last_clause(around.lead))
    return (before[-1][2] if before else ""), False


def _compared(around: Around) -> bool:
    """True for "inadequate" in "is good, up from inadequate", and for a grade that the sentence moves away from."""
    return bool(re.search(r"\bfrom (?:\w+ ){0,4}\W?$", around.before, re.I)) and bool(
        re.match(r"\W{0,2}(?:in \w+ ?\d* )?to\b", around.after, re.I)
    )
