"""Areas and grades as texts name them, in rows and in prose."""

import re
from dataclasses import dataclass

from ingest.vocabulary import Area, Grade, ReportCardGrade

AnyGrade = Grade | ReportCardGrade

OFSTED_NAME = r"(?:ofsted|off?[ -]?stea?d)"  # speech to text does not know the name

_GRADE_WORDS = (
    r"outstanding|good|inadequate|requir(?:es?|ed|ing) improvement(?: to be (?:rated |judged )?good)?"
    r"|exceptional|strong standard|expected standard|needs attention|urgent improvement"
)
GRADE = re.compile(rf"(?<![\w-])(?P<grade>{_GRADE_WORDS})(?!\w)", re.I)
# In prose, the best of the four grades can go without its name.
GRADE_IN_PROSE = re.compile(
    rf"(?<![\w-])(?P<grade>{_GRADE_WORDS}"
    r"|(?:highest|top|best)(?:[ -](?:possible|available|overall|ofsted))? (?:grade|rating|judge?ment|mark|score|verdict)s?"
    r"(?! of| in the (?:country|region)|,? (?:an? )?['‘“]?(?:outstanding|good))"
    r"|(?:lowest|bottom|worst)(?:[ -](?:possible|available|overall|ofsted))? (?:grade|rating|judge?ment|mark|score|verdict)"
    r"(?! of| in the (?:country|region)|,? (?:an? )?['‘“]?inadequate))(?!\w)",
    re.I,
)

# The first pattern that matches a row's words gives its area.
_ROW_AREAS = (
    (
        Area.OVERALL,
        r"overall effectiveness|overall (?:judge?ment|grade|rating)\b|^children[’\']s services (?:in|on|across|at) |^overall$",
    ),
    (
        Area.LEADERS,
        r"impact of leaders|leadership,? (?:management,? )?and (?:governance|practice|management)|^leader(?:ship|s)$",
    ),
    (Area.HELP_AND_PROTECTION, r"help (?:and|&) protection"),
    (Area.ADOPTION, r"adoption performance|^adoption$"),
    (Area.IN_CARE, r"children in (?:\w+ )?care|looked[ -]after"),
    (Area.CARE_LEAVERS, r"care leavers|care[ -]experienced"),
    (Area.SAFEGUARDING_BOARD, r"safeguarding (?:children )?board"),
)
_EXPERIENCES = r"(?:the )?experiences? (?:and progress )?of "
_IN_CARE = (
    rf"(?:{_EXPERIENCES})?(?:(?:children|kids|youngsters|those|young people)(?: and young people)? in (?:\w+ "
    rf"|the \w+['’]s? )?care\b"
    rf"|(?<!safeguarding and )looked[ -]after children(?! inspection)"
    r"|children (?:who are |being )?looked after|cared[ -]for children|children['’]s care experiences)"
)
_LEAVERS = (
    rf"(?:{_EXPERIENCES})?(?:care[ -]?leavers|young (?:people|adults) (?:who (?:have )?(?:left|leave)|leaving"
    rf"|who are leaving) care"
    r"|care[ -]experienced (?:young )?(?:people|adults))"
)
_PROSE_AREAS = {
    Area.OVERALL: r"(?:overall|total) effectiveness|over ?all",
    Area.LEADERS: (
        r"(?:the )?impact of leaders(?: on social work practice(?: with children and families)?)?"
        r"|leadership(?! and management(?! and gov))(?:, management)?(?: and (?:governance|practice))?"
        r"|(?<![\w-])leaders(?!['’\w]| and managers)|(?:the )?(?:way|how)(?: that)? (?:the |its "
        r"|their )?(?:\w+ )?(?:service|department|directorate|council)s? (?:is|are) (?:led|run|managed)"
    ),
    Area.HELP_AND_PROTECTION: (
        rf"(?:{_EXPERIENCES})?(?:children|young people|those|families)(?: and (?:families|young people))?"
        r" (?:(?:who|that) (?:need|require)|in need of|needing) (?:early )?help(?: (?:and|or) protection)?"
        r"|help and protection(?: of children)?|(?:child|children['’]s) protection|(?:to )?help(?:ing|s)? (?:and"
        r"|to) protect(?:s|ing|ion of)? children"
        r"|(?:how )?children (?:are|who are|were) helped and protected"
    ),
    Area.IN_CARE: _IN_CARE,
    Area.CARE_LEAVERS: _LEAVERS,
    Area.ADOPTION: r"adoption(?! agenc)(?: performance| services?)?",
}
_PARTS = (
    r"(?:(?!other|remaining|of )\w+(?:['’]s)? ){0,2}(?:areas?|categor(?:y|ies)|(?:sub-?)?judge?ments?|counts?"
    r"|measures?|headings?"
    r"|strands?|elements?|fronts)\b(?! of (?:work|practice))"
)
_WHOSE = r"(?:the |its |our |their |those |ofsted['’]s )?"
_EVERY = {
    "three": rf"(?:all|each|every one) (?:of )?{_WHOSE}(?:three|3) (?:of )?{_WHOSE}{_PARTS}|all three\b(?! (?:of |\w+s\b))",
    "four": rf"(?:all|each|every one) (?:of )?{_WHOSE}(?:four|4) (?:of )?{_WHOSE}{_PARTS}|all four\b(?! (?:of |\w+s\b))",
    "parts": r"(?:all|each|every one) of (?:the |its |our |their |those )?sub-?judge?ments",
    "every": (
        r"across the (?:board|piece)|(?:in|across|for|on|over|under) (?:all|every|each)(?! (?:of )?(?:the )?(?:three|four|3"
        rf"|4)\b)(?: of)?(?: the| its| our| single| key)? {_PARTS}"
        r"|every (?:single )?(?:area|category|judge?ment)\b|(?:all|each) (?:of )?(?:the )?(?:areas?|judge?ments?|categories)\b"
    ),
}
_THREE = (Area.LEADERS, Area.HELP_AND_PROTECTION, Area.IN_CARE)
_EVERY_AREAS = {
    "every": (Area.OVERALL, *_THREE),
    "three": _THREE,
    "parts": _THREE,
    "four": (*_THREE, Area.CARE_LEAVERS),
}
_MENTION = re.compile(
    "|".join(
        (
            *(rf"(?P<{name}>{pattern})" for name, pattern in _EVERY.items()),
            *(rf"(?P<{area.name}>(?<!\w)(?:{pattern}))" for area, pattern in _PROSE_AREAS.items()),
        )
    ),
    re.I,
)
# "The care leavers' bursary" is no area.
_OF_A_THING = re.compile(
    r"['’]s? (?!(?:experiences?|services?|progress|outcomes|support|work|grades?|judge?ments?|good|outstanding"
    r"|inadequate|requires?|was|is)\b)[a-z]"
)


@dataclass(frozen=True)
class Mention:
    """Words that name areas: characters `start:end` of a sentence; `others` for "the rest"."""

    areas: tuple[Area, ...]
    start: int
    end: int
    others: bool = False


def row_area(words: str) -> Area | None:
    """Give the area that the words of a row name, None if they name none."""
    return next((area for area, pattern in _ROW_AREAS if re.search(pattern, words, re.I)), None)


def read_any_grade(words: str) -> AnyGrade:
    """Give the grade for printed words, of either scale, in any case and form.

    Raises:
        ValueError: the words are not a grade.
    """
    folded = " ".join(words.lower().split())
    if folded.startswith("requir"):
        return Grade.REQUIRES_IMPROVEMENT
    if folded.startswith(("highest", "top", "best")):
        return Grade.OUTSTANDING
    if folded.startswith(("lowest", "bottom", "worst")):
        return Grade.INADEQUATE
    return Grade(folded) if folded in list(Grade) else ReportCardGrade(folded)


def find_areas(sentence: str) -> list[Mention]:
    """Find the areas that a sentence names.

    "Children in care and care leavers" is one area, as it was before 2023, unless the sentence tells them apart.
    """
    mentions: list[Mention] = []
    apart = re.search(
        r"\b(?:each|both|respectively|separately|all(?! (?:of the )?(?:three|four|3|4)))\b", sentence, re.I
    )
    for match in _MENTION.finditer(sentence):
        name = match.lastgroup or ""
        if _OF_A_THING.match(sentence, match.end()) and sentence[match.start() - 1 : match.start()] not in tuple("'‘"):
            continue
        areas = _EVERY_AREAS.get(name) or (Area[name],)
        together = mentions and Area.IN_CARE in mentions[-1].areas and areas == (Area.CARE_LEAVERS,)
        if together and not apart and re.fullmatch(r"(?: and |/| & )", sentence[mentions[-1].end : match.start()]):
            continue
        mentions.append(Mention(areas, match.start(), match.end()))
    listed = sum(len(one.areas) == 1 for one in mentions) > 1
    # "All three areas" that are then named are those, and no others.
    return [one for one in mentions if not (listed and len(one.areas) > 1 and Area.OVERALL not in one.areas)]
