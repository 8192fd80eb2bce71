"""The grades by which a question picks its authorities: "councils rated inadequate"."""

import re
from dataclasses import dataclass

from ingest import Area, Grade
from qa.question.spans import Span, overlaps
from qa.question.vocabulary import AREA_BESIDE_GRADE, AREA_PATTERNS_BESIDE_GRADE, GRADE, GRADE_PATTERNS

Judged = tuple[Area | None, Grade]  # an area, or None for any area, and its grade

_AT_LEAST_GOOD = (Grade.GOOD, Grade.OUTSTANDING)
_BELOW_GOOD = (Grade.REQUIRES_IMPROVEMENT, Grade.INADEQUATE)
_RI = r"(?-i:RI)\b"
_GRADE = rf"(?:{GRADE}|{_RI})"
_GRADES = (
    rf"(?:(?:less|worse|lower) than good|below good|good or (?:better|above)|at least good"
    rf"|(?:either )?{_GRADE}(?:(?:, (?:or |and )?| or | and |/| and/or ){_GRADE})*)"
)
_FOR = (
    r"(?:\s+(?:for|on|in terms of|in relation to|in respect of)\s+(?:the\s+)?(?:(?:experiences?|support|impact) (?:of|for) )?(?:their )?"
    rf"(?P<area>{AREA_BESIDE_GRADE})\b|\s+(?P<any>in (?:any|at least one|one)(?: area)?)\b)?"
)
_BODIES = (
    r"(?:local authorities|local authority|authorities|authority|councils?|las?|boroughs?|counties|places|areas|neighbours"
    r"|children['’]s services(?: departments)?|departments)"
)
_BETWEEN = (
    r"(?:\s+(?:that|which|who|were|was|are|is|have|has|had|been|being|currently|recently|ever|all|both|also|in|across|the|north|south|"
    r"east|west|midlands|london|england|of|and|yorkshire|humber|since|get|gets|getting|become|(?:19|20)\d\d)\b|,)*"
)
_WHICH = r"\b(?:(?:which|what|(?:do|does|has|have|is|are|were) any|how many|list (?:all )?(?:the )?)\s*(?:of the )?\b)?"
_RATED = r"\b(?:rated|judged|graded|deemed|assessed|found(?= to be))(?:\s+(?:by ofsted|as|to be|to|overall|only))*"
_END = r"(?=\s*(?:$|[?.,;:)]|\b(?:for|on|overall|since|in (?:any|one|at least|(?:19|20)\d\d|the\b|london|england))\b|\b(?:19|20)\d\d\b))"
_GIVEN = rf"{_WHICH}(?:{_BODIES}\s+)?(?:\b(?:with|got|had|have|has|received?|given|of|an?)\s+)+(?:overall )?"
_GRADING = r"(?:ofsted )?(?:judge?ments?|ratings?|grad(?:e|ing)s?)"
_FORMS = tuple(
    re.compile(pattern, re.I)
    for pattern in (
        # councils in London that were rated inadequate for care leavers
        rf"{_WHICH}(?P<body>{_BODIES}){_BETWEEN}\s+{_RATED}\s+(?P<grades>{_GRADES})\b{_FOR}",
        # care leavers' services judged good
        rf"\b(?P<subject>{AREA_BESIDE_GRADE})['’]?(?:\s+(?:services?|support|is|was|were|are|been))*\s+{_RATED}\s+(?P<grades>{_GRADES})\b",
        # inadequate authorities, inadequate ILACS inspections
        rf"{_WHICH}(?P<grades>{_GRADES})(?P<rated>[ -](?:rated|graded|judged))?\s+"
        r"(?:(?:local )?authorities|councils|las|boroughs|children['’]s services(?: departments)?"
        r"|(?:ofsted |ilacs )*(?:inspections|inspection (?:reports|outcomes))|ilacs reports)\b(?! tax)",
        # councils which are inadequate overall
        rf"{_WHICH}(?P<body>{_BODIES}){_BETWEEN}(?:\s+(?:remain|remained|became|still|now))?\s+(?P<grades>{_GRADES}){_END}{_FOR}",
        # with an inadequate judgement for leadership
        rf"{_GIVEN}(?P<grades>{_GRADES})\s+(?P<grading>(?:overall )?{_GRADING})\b{_FOR}",
        rf"{_GIVEN}(?P<grading>{_GRADING}) of (?P<grades>{_GRADES})\b{_FOR}",
    )
)
_GRADE_BEFORE_BODY = _FORMS[2]
_NOT_NOW = re.compile(
    r"\b(?:no longer|not|never|n['’]t|previously|formerly|once|used to be|risk of|avoid(?:ed|ing)?|without"
    r"|moved from|went from|improved from)"
    r"(?:\s+(?:being|been|now|a|an|be|getting))*\s+$",
    re.I,
)
_NOT_NOW_INSIDE = re.compile(r"\b(?:no longer|not|never|previously|formerly|risk of|avoid\w*|from)\b", re.I)


@dataclass(frozen=True)
class Grades:
    """The judgements by which a question picks its documents, and the spans that name them."""

    judged: tuple[Judged, ...] = ()
    spans: tuple[Span, ...] = ()


def find_grades(text: str) -> Grades:
    """Find the judgements by which a question that names no authority picks its documents."""
    judged: dict[Judged, None] = {}
    spans: list[Span] = []
    names_bodies = re.search(rf"\b{_BODIES}\b", text, re.I) is not None
    for form in _FORMS:
        for match in form.finditer(text):
            if overlaps(match.span(), spans) or not _picks(text, match):
                continue
            groups = match.groupdict()
            if groups.get("grading") and not names_bodies:
                continue
            end = match.start("area") if groups.get("area") else match.end()
            spans.append((match.start(), end))
            judged |= dict.fromkeys((_area(match), grade) for grade in _grades(match["grades"]))
    return Grades(tuple(judged), tuple(spans))


def _picks(text: str, match: re.Match[str]) -> bool:
    """True if the words pick authorities by a grade that they have, not one that they had, lack or want."""
    groups = match.groupdict()
    if _NOT_NOW.search(text, 0, match.start()) or _NOT_NOW_INSIDE.search(match.group()):
        return False
    grades = match["grades"].lower()
    if match.re is _GRADE_BEFORE_BODY:  # "good councils" may be anybody's opinion
        return grades != "good" or bool(groups["rated"])
    return not (
        groups.get("grading") and grades == "good" and not re.search(r"rating|grad|ofsted|overall", match.group(), re.I)
    )


def _grades(words: str) -> tuple[Grade, ...]:
    if re.search(r"less|worse|lower|below", words, re.I):
        return _BELOW_GOOD
    if re.search(r"better|above|at least", words, re.I):
        return _AT_LEAST_GOOD
    return tuple(_grade(match.group()) for match in re.finditer(rf"\b{_GRADE}", words, re.I))


def _grade(name: str) -> Grade:
    if re.fullmatch(_RI, name):
        return Grade.REQUIRES_IMPROVEMENT
    return next(grade for grade, pattern in GRADE_PATTERNS if re.fullmatch(pattern, name, re.I))


def _area(match: re.Match[str]) -> Area | None:
    groups = match.groupdict()
    if groups.get("any"):
        return None
    name = groups.get("area") or groups.get("subject")
    if not name:
        return Area.OVERALL
    return next(area for area, pattern in AREA_PATTERNS_BESIDE_GRADE if re.fullmatch(pattern, name, re.I))
