"""How the words around a grade say that it was had: now, ever, never, twice, no longer, before another grade."""

import re
from dataclasses import dataclass

from ingest import Area, Grade
from qa.question.grades.words import better_than, worse_than
from qa.question.scope import Course, History, Judged

_NUMBERS = {"once": 1, "one": 1, "two": 2, "twice": 2, "three": 3, "thrice": 3, "four": 4, "five": 5}
_TIMES = re.compile(
    r"\b(?P<more>more than )(?:on )?(?P<over>once|twice|one occasion|one inspection|one time|(?:two|three) times)\b"
    r"|\b(?:at least |on |at |in )*(?P<least>twice|thrice|(?:two|three|four|five|\d)(?: or more| different| separate)? "
    r"(?:times|occasions|inspections))\b"
    r"|\b(?P<count>two|three|four|five|\d)(?: or more| different)?\s+(?=(?:judge?ments|ratings|grades|inspections|outcomes)\b)"
    r"|\b(?P<often>repeatedly|serially|repeat\b|(?:multiple|many|several) times|(?:time and )?again and again|time and again"
    r"|a second time|time after time)\b",
    re.I,
)
_LAST = r"(?:latest|last|newest|most recent|current)"
_INSPECTION = r"(?:(?:ofsted|full|ilacs) )*(?:inspections?|grade|rating|judge?ment|report|ilacs|time)\b"
NOW = re.compile(
    r"\b(?:currently|now|today|nowadays|presently|most recently|still|remains?|remaining|right now|at (?:present|the moment)"
    rf"|these days|{_LAST} {_INSPECTION})",
    re.I,
)
_IS = re.compile(r"\b(?:is|are)\b|\b(?:is|are)n['’]t\b|\bstay\b", re.I)
_WAS = re.compile(
    r"\b(?:(?:were|was|got|had|given|received|(?:have|has|had)(?: not|n['’]t)? (?:been|had|got|received))\b|(?:were|was)n['’]t\b)",
    re.I,
)
_EVER = re.compile(r"\bever\b|\bat (?:any|some|one) (?:time|point|stage)\b|\bin the past\b", re.I)
_NEVER = re.compile(r"\bnever\b|(?:\bnot|n['’]t)(?: \w+)? ever\b|\bat no (?:time|point)\b|\bnone ever\b", re.I)
_ALWAYS = re.compile(
    r"\b(?:always|only ever|stayed|consistently|invariably|throughout|(?:at|in) (?:every|each|all) (?:\w+ )?inspections?"
    r"|every time|each time|all along)\b",
    re.I,
)
_NO_LONGER = re.compile(
    r"\bno longer\b|\b(?:any ?more|any longer)\b|\bused to (?:be|have|get)\b|\b(?:formerly|previously|once(?! more))\b|\bex-?\s*$"
    r"|\b(?:lost|lose|shed|shaken off|shook off|escaped|exited|left|stopped being)\b"
    r"|\b(?:came|come|got|get|gotten|moved|climbed|lifted|pulled|worked|brought)(?: \w+){0,2} out of\b"
    r"|\bmoved (?:on|away) from\b|\bout of\b",
    re.I,
)
_RISE = r"(?:improv\w+|ris(?:en|e|es|ing)|rose|climb\w*|jump\w*|gone up|went up|moved up|up|upgraded|recover\w*|progress\w*|better)"
_FALL = (
    r"(?:declin\w+|fell|fall(?:en|ing)?|dropp?\w*|slipp?\w*|slid\w*|gone down|went down|moved down|down|downgraded|deteriorat\w+"
    r"|worsen\w*|sunk|sank)"
)
_TO = r"(?: (?:back|straight|all the way|overall|their|its|the|a|an|being|rated|judged))*"
_ROSE_FROM, _FELL_FROM = (re.compile(rf"\b{words}(?: back)? from{_TO}\s*$", re.I) for words in (_RISE, _FALL))
_ROSE_TO = re.compile(
    rf"\b(?:{_RISE} to|(?:reached|got to|made it to|achieved|attained|gained|became|become)){_TO}\s*$", re.I
)
_FELL_TO = re.compile(rf"\b{_FALL} (?:in)?to{_TO}\s*$", re.I)
_BECAME = re.compile(r"\b(?:became|become|turned|gone|went)(?: an?)?\s*$", re.I)
_NOT = re.compile(
    r"(?:\b(?:not|non|neither|nor|no(?! longer)|none|cannot|without|anything but|anything other than|other than)\b|n['’]t\b)",
    re.I,
)
_LOSS = re.compile(r"\b(?:any ?more|any longer|used to|no longer)\b", re.I)
_TO_BE_SO = re.compile(
    r"\b(?:risk of|at risk|avoid\w*|want\w*|aim\w*|hop(?:e|ing)|expect\w*|likely|about to|plan\w*|could|would|might|may|will|should)\b",
    re.I,
)


@dataclass(frozen=True)
class Had:
    """A grade, or any of several, with the words around it.

    Attributes:
        before: the words since the grade before it, or since the authorities that it is about.
        after: the words that belong to it behind it.
        own: the document's own grade is meant, not its authority's.
        dated: a year is named, so that a tense does not tell of every inspection.
    """

    grades: tuple[Grade, ...]
    areas: tuple[Area, ...]
    before: str
    after: str = ""
    own: bool = False
    dated: bool = False


def only_wished(words: str) -> bool:
    """True for a grade that somebody wants or fears, and that nobody has."""
    return bool(_TO_BE_SO.search(words))


def condition(had: Had, like: History | Judged | None = None) -> Judged | History:
    """The condition that the words state.

    Args:
        like: the condition stated just before, whose course goes on where the words name none: "were good, but inadequate for leaders".
    """
    around = f"{had.before} {had.after}"
    negated = bool(_NOT.search(had.before))
    if had.own:
        return Judged(had.grades, had.areas, negated)
    area = had.areas[0] if had.areas else Area.OVERALL
    moved = _moved(had)
    if moved:
        return History(Course.MOVED, moved[0], moved[1], area, negated=negated)
    course = _course(had, around, negated)
    if course is None and like is not None and not _IS.search(around) and not _WAS.search(around):
        course = like.course if isinstance(like, History) and like.course in (Course.NOW, Course.EVER) else None
    if course is None or len(had.areas) != 1:
        return Judged(had.grades, had.areas, negated)
    if course is Course.TIMES:
        return _times(had, area, around, negated or bool(_NEVER.search(around)))
    if course is Course.EVER and negated:
        course, negated = Course.NEVER, False
    keeps_no = course in (Course.NEVER, Course.NO_LONGER)
    return History(course, had.grades, area=area, negated=negated and not keeps_no)


def _course(had: Had, around: str, negated: bool) -> Course | None:
    if _TIMES.search(around):
        return Course.TIMES
    for pattern, course in ((_NEVER, Course.NEVER), (_ALWAYS, Course.ALWAYS)):
        if pattern.search(around):
            return course
    if _NO_LONGER.search(had.before) or (_LOSS.search(had.after) and (negated or "used to" in around)):
        return Course.NO_LONGER
    if NOW.search(around):
        return Course.NOW
    if _EVER.search(around):
        return Course.EVER
    if re.search(r"\b(?:before|earlier)\b(?! (?:19|20))", had.after, re.I):
        return Course.EVER
    if had.dated:
        return None
    if _IS.search(had.before):
        return Course.NOW
    return Course.EVER if _WAS.search(had.before) else None


def _times(had: Had, area: Area, around: str, negated: bool) -> History:
    match = _TIMES.search(around)
    assert match
    words = match["over"] or match["least"] or match["count"] or "two"
    first = words.split()[0].lower()
    number = int(first) if first.isdigit() else _NUMBERS[first]
    return History(Course.TIMES, had.grades, area=area, times=number + bool(match["more"]), negated=negated)


def _moved(had: Had) -> tuple[tuple[Grade, ...], tuple[Grade, ...]] | None:
    """The earlier and the later grades, where only one of them is named: "fell from good", "rose to good"."""
    better, worse = better_than(had.grades), worse_than(had.grades)
    for pattern, first, then in (
        (_ROSE_FROM, had.grades, better),
        (_FELL_FROM, had.grades, worse),
        (_ROSE_TO, worse, had.grades),
        (_FELL_TO, better, had.grades),
        (_BECAME, (*better, *worse), had.grades),
    ):
        if pattern.search(had.before) and first and then:
            return first, then
    return None
