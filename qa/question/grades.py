"""The grades by which a question picks its authorities: "councils rated inadequate"."""

import re
from dataclasses import dataclass

from ingest import Area, Grade
from qa.question.exclusion import Span

Judged = tuple[Area | None, Grade]

_GRADE_WORDS = (
    (Grade.OUTSTANDING, r"outstanding"),
    (Grade.REQUIRES_IMPROVEMENT, r"requires?[ -]improvement(?: to be good)?|(?-i:RI)\b"),
    (Grade.GOOD, r"good"),
    (Grade.INADEQUATE, r"inadequate"),
)
_UP = (Grade.GOOD, Grade.OUTSTANDING)
_DOWN = (Grade.REQUIRES_IMPROVEMENT, Grade.INADEQUATE)
_GRADE = "|".join(pattern for _, pattern in _GRADE_WORDS)
_GRADES = (
    rf"(?:(?:less|worse|lower) than good|below good|good or (?:better|above)|at least good"
    rf"|(?:either )?(?:{_GRADE})(?:(?:, (?:or |and )?| or | and |/| and/or )(?:{_GRADE}))*)"
)
_AREA_WORDS = (
    (Area.OVERALL, r"overall(?: effectiveness)?"),
    (Area.LEADERS, r"leadership(?: and management)?|leaders"),
    (
        Area.HELP_AND_PROTECTION,
        r"help and protection|child protection|children (?:who need|in need of) help and protection",
    ),
    (Area.CARE_LEAVERS, r"care leavers|leaving care|care[- ]experienced young people"),
    (Area.IN_CARE, r"children in care|looked[- ]after children|children looked after|cla|lac"),
    (Area.ADOPTION, r"adoption"),
    (Area.SAFEGUARDING_BOARD, r"(?:local )?safeguarding (?:children )?board|lscb"),
)
_AREA = "|".join(pattern for _, pattern in _AREA_WORDS)
_FOR = (
    r"(?:\s+(?:for|on|in terms of|in relation to|in respect of)\s+(?:the\s+)?(?:(?:experiences?|support|impact) (?:of|for) )?(?:their )?"
    rf"(?P<area>{_AREA})\b|\s+(?P<any>in (?:any|at least one|one)(?: area)?)\b)?"
)
_BODIES = (
    r"(?:local authorities|local authority|authorities|authority|councils?|las?|boroughs?|counties|places|areas|neighbours"
    r"|children['’]s services(?: departments)?|departments)"
)
_BETWEEN = (
    r"(?:\s+(?:that|which|who|were|was|are|is|have|has|had|been|being|currently|recently|ever|all|both|also|also|in|across|the|north|south|"
    r"east|west|midlands|london|england|of|and|yorkshire|humber|since|get|gets|getting|become|(?:19|20)\d\d)\b|,)*"
)
_ASKED = r"\b(?:(?:which|what|(?:do|does|has|have|is|are|were) any|how many|list (?:all )?(?:the )?)\s*(?:of the )?\b)?"
_RATED = r"\b(?:rated|judged|graded|deemed|assessed|found(?= to be))(?:\s+(?:by ofsted|as|to be|to|overall|only))*"
_END = r"(?=\s*(?:$|[?.,;:)]|\b(?:for|on|overall|since|in (?:any|one|at least|(?:19|20)\d\d|the\b|london|england))\b|\b(?:19|20)\d\d\b))"
_GIVEN = rf"{_ASKED}(?:{_BODIES}\s+)?(?:\b(?:with|got|had|have|has|received?|given|of|an?)\s+)+(?:overall )?"
_GRADING = r"(?:ofsted )?(?:judge?ments?|ratings?|grad(?:e|ing)s?)"
_FORMS = tuple(
    re.compile(pattern, re.I)
    for pattern in (
        # councils in London that were rated inadequate for care leavers
        rf"{_ASKED}(?P<body>{_BODIES}){_BETWEEN}\s+{_RATED}\s+(?P<grades>{_GRADES})\b{_FOR}",
        # care leavers' services judged good
        rf"\b(?P<subject>{_AREA})['’]?(?:\s+(?:services?|support|is|was|were|are|been))*\s+{_RATED}\s+(?P<grades>{_GRADES})\b",
        # inadequate authorities, inadequate ILACS inspections
        rf"{_ASKED}(?P<grades>{_GRADES})(?P<rated>[ -](?:rated|graded|judged))?\s+"
        r"(?:(?:local )?authorities|councils|las|boroughs|children['’]s services(?: departments)?"
        r"|(?:ofsted |ilacs )*(?:inspections|inspection (?:reports|outcomes))|ilacs reports)\b(?! tax)",
        # councils which are inadequate overall
        rf"{_ASKED}(?P<body>{_BODIES}){_BETWEEN}(?:\s+(?:remain|remained|became|still|now))?\s+(?P<grades>{_GRADES}){_END}{_FOR}",
        # with an inadequate judgement for leadership
        rf"{_GIVEN}(?P<grades>{_GRADES})\s+(?P<grading>(?:overall )?{_GRADING})\b{_FOR}",
        rf"{_GIVEN}(?P<grading>{_GRADING}) of (?P<grades>{_GRADES})\b{_FOR}",
    )
)
_NO_LONGER = re.compile(
    r"\b(?:no longer|not|never|n['’]t|previously|formerly|once|used to be|risk of|avoid(?:ed|ing)?|without"
    r"|moved from|went from|improved from)"
    r"(?:\s+(?:being|been|now|a|an|be|getting))*\s+$",
    re.I,
)
_LESS_SURE = re.compile(r"\b(?:no longer|not|never|previously|formerly|risk of|avoid\w*|from)\b", re.I)


@dataclass(frozen=True)
class Grades:
    """The judgements by which the question picks its documents, and where it says so."""

    judged: tuple[Judged, ...] = ()
    spans: tuple[Span, ...] = ()


def find_grades(text: str) -> Grades:
    """Find the judgements by which a question that names no authority picks its documents."""
    judged: dict[Judged, None] = {}
    spans: list[Span] = []
    bodies = re.search(rf"\b{_BODIES}\b", text, re.I)
    for form in _FORMS:
        for match in form.finditer(text):
            if any(start < match.end() and match.start() < end for start, end in spans) or not _is_meant(text, match):
                continue
            groups = match.groupdict()
            if groups.get("grading") and not bodies:
                continue
            end = match.start("area") if groups.get("area") else match.end()
            spans.append((match.start(), end))
            judged |= dict.fromkeys((_area(match), grade) for grade in _grades(match["grades"]))
    return Grades(tuple(judged), tuple(spans))


def _is_meant(text: str, match: re.Match[str]) -> bool:
    groups = match.groupdict()
    if _NO_LONGER.search(text, 0, match.start()) or _LESS_SURE.search(match.group()):
        return False
    grades = match["grades"].lower()
    if match.re is _FORMS[2]:  # "good councils" is said of councils that no one has rated
        return grades != "good" or bool(groups["rated"])
    return not (
        groups.get("grading") and grades == "good" and not re.search(r"rating|grad|ofsted|overall", match.group(), re.I)
    )


def _grades(said: str) -> tuple[Grade, ...]:
    if re.search(r"less|worse|lower|below", said, re.I):
        return _DOWN
    if re.search(r"better|above|at least", said, re.I):
        return _UP
    named = [match.group() for match in re.finditer(rf"\b(?:{_GRADE})", said, re.I)]
    return tuple(grade for name in named for grade, words in _GRADE_WORDS if re.fullmatch(words, name, re.I))


def _area(match: re.Match[str]) -> Area | None:
    groups = match.groupdict()
    if groups.get("any"):
        return None
    said = groups.get("area") or groups.get("subject")
    if not said:
        return Area.OVERALL
    return next(area for area, pattern in _AREA_WORDS if re.fullmatch(pattern, said, re.I))
