"""What one line or cell of a table of grades holds: an area, a grade or part of one, a column's head."""

import re

from ingest.facts.judgements.words import GRADE, AnyGrade, read_any_grade

_SENTENCE_START = re.compile(
    r"children['’]s services (?:in|on|across|at) |(?:the )?(?:effectiveness of the )?(?:\w+ )?local safeguarding (?:children )?board",
    re.I,
)
_NUMBER = r"(?:\d(?:\.\d)?\.? |[•*-] ?|\([a-z]\) )?"
_AREA_START = re.compile(
    rf"{_NUMBER}(?:the )?(?:experiences? (?:and progress )?of |impact of leaders|overall (?:effectiveness"
    rf"|judge?ment|grade|rating)\b|overall\b(?=\W*(?:$|good|outst|inad|requ))"
    r"|leadership(?:, management)?(?: and (?:governance|practice|management))?\W*(?:$|(?=\s|:))|leaders\W*(?:$|(?=good|outst|inad|requ))"
    r"|(?:children (?:who need|in need of) )?help (?:and|&) protection|children (?:who need|in need of) help"
    r"|children in (?:\w+ )?care\b|children looked[ -]after|looked[ -]after children"
    r"|care leavers|care[ -]experienced|adoption\b|local safeguarding children board)",
    re.I,
)
_PART = (
    r"outstanding|good|inadequate|require[sd]?(?: improvement)?(?: to)?(?: be)?(?: good)?|exceptional|strong(?: standard)?"
    r"|expected(?: standard)?|needs(?: attention)?|urgent(?: improvement)?"
)
_LATER_PART = r"improvement(?: to)?(?: be)?(?: good)?|to(?: be)?(?: good)?|be(?: good)?|good|standard|attention"
_ORDINARY = re.compile("require[sd]?|needs|strong|expected|urgent")  # in lower case at the end of a line
_EMPTY = r"not (?:\w+ ){0,2}(?:graded|judged|inspected|applicable|available|separately judged)(?: \w+){0,3}|n/?a|none|nil|[-–—]+"
_GRADES_AT_END = re.compile(rf"(?:^|[\s:–—\"'‘“(-])(?P<grades>(?:{_PART})(?:\W+(?:{_PART}|{_EMPTY}))*)\W*\d?\W*$", re.I)
_LATER_AT_END = re.compile(rf"(?:^|\s)(?P<grades>{_LATER_PART})\W*\d?\W*$", re.I)
_TOKEN = re.compile(
    rf"(?P<grade>{GRADE.pattern.replace('?P<grade>', '?:')})|(?P<empty>(?<!\w)(?:{_EMPTY})(?!\w))", re.I
)
_YEAR = r"(?:(?:\d{1,2} )?[A-Z][a-z]{2,8} )?20\d\d"
_HEAD_WORDS = (
    r"(?:ofsted|inspections?|single|full|framework|areas?|evaluation|grade|judge?ment|rating|outcome|result"
    r"|previous|last|current|latest|new|old|target|self|assessment|self-assessment|self-evaluation"
    r"|our|this|predicted|expected|aim|ilacs|sif|date|by|in|of|view|own|the|column)"
)
_HEAD = re.compile(rf"(?:{_HEAD_WORDS}\W*|{_YEAR}\W*){{1,6}}", re.I)


def starts_area(text: str) -> bool:
    """True for a line that begins with the name of an area."""
    return bool(_AREA_START.match(text))


def starts_sentence(text: str) -> bool:
    """True for a line that begins one of the sentences in which single inspections give a judgement."""
    return bool(_SENTENCE_START.match(text))


def wants_more(area: str) -> bool:
    """True for the words of an area that break off."""
    return bool(re.search(r"(?:\b(?:and|or|of|who|in|with|need|for|the|leaders|progress|on)|,)$", area, re.I))


def is_head(text: str) -> bool:
    """True for the head of a column of grades: "2023 grade", "Previous judgement", "Target"."""
    return bool(text) and len(text) < 60 and bool(_HEAD.fullmatch(text))


def split_grade(text: str, open_grade: str) -> tuple[str, str]:
    """Divide a line into the words of its area and those of its grade, either of which may be empty.

    Args:
        text: the line.
        open_grade: the grade so far, which this line can continue: "Requires" goes on with "improvement".
    """
    goes_on = re.search(r"(?:require[sd]?|improvement|to|be|strong|expected|needs|urgent)$", open_grade, re.I)
    found = (_LATER_AT_END.search(text) if goes_on else None, _GRADES_AT_END.search(text))
    match = min((one for one in found if one), key=lambda one: one.start(), default=None)
    if re.fullmatch(_EMPTY, text, re.I):
        return "", text
    if not match or (_ORDINARY.fullmatch(match["grades"]) and not starts_sentence(text)):
        return text, ""
    return text[: match.start()].strip(" :–—-|\"'‘“("), match["grades"]


def read_values(text: str) -> list[AnyGrade | None] | None:
    """Read a row's grades in order, None for an empty cell; None altogether where other words stand among them."""
    values: list[AnyGrade | None] = []
    at = 0
    for match in _TOKEN.finditer(text):
        if re.search(r"\w", text[at : match.start()]):
            return None
        values.append(read_any_grade(match["grade"]) if match["grade"] else None)
        at = match.end()
    return None if re.search(r"[^\W\d]", text[at:]) else values
