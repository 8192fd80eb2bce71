"""A step from one inspection to the next, where no grade is named: "improved their rating", "downgraded at the last inspection"."""

import re

from ingest import Area
from qa.question.grades.words import AREA, area_named
from qa.question.scope import Course, History

_GRADE = rf"(?:(?:ofsted|overall|{AREA}) )*(?:grades?|ratings?|judge?ments?)"
_OWN = r"(?:their|its|the|an?|overall|ofsted['’]?s?|previous|last|earlier|old|former)"
_LAST = (
    r"(?:,? (?:at|in|on|by) (?:(?:their|its|the) )?(?:very )?(?:latest|last|most recent|newest) (?:(?:ofsted|full|ilacs) )*"
    r"(?:inspections?|report|ilacs|time)| last time)"
)
_THAN = (
    r"(?: (?:now|today|this time))? than (?:(?:it was|they were|(?:it|they) had|(?:at|in|on|by) )\s?)*(?:(?:the|their|its) )?"
    r"(?:(?:previous|last|earlier|former|preceding) (?:inspection|time|one|grade|rating)|(?:inspection|time|one) before|before|last time)"
)
_UP = r"(?:improve[ds]?|gone up|went up|rose|risen|got better|climbed|moved up|increased)"
_DOWN = r"(?:decline[ds]?|gone down|went down|fell|fallen|dropped|slipped|got worse|worsened|deteriorated)"


def _forms(change: str, transitive: str, graded: str, better: str) -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:(?:{transitive}) (?:{_OWN} )*{_GRADE}|{_GRADE}(?: (?:has|have))? {change}|{graded}|{change} (?:an? )?grades?"
        rf"|(?:got|received|given|had) an? {better} {_GRADE}|(?:have|has|had|with) an? {better} {_GRADE}(?={_THAN})"
        rf"|(?:did|done|do|fared|scored) {better}(?={_THAN}))(?:{_THAN}|{_LAST})?"
        rf"|\b{change}{_LAST}",
        re.I,
    )


_STEPS = (
    (
        Course.IMPROVED,
        _forms(_UP, "improve[ds]?(?: (?:up)?on)?|raised?|increased|bettered", "upgraded", "(?:better|higher)"),
    ),
    (Course.DECLINED, _forms(_DOWN, "lowered|dropped", "downgraded|marked down", "(?:worse|lower)")),
    (
        Course.UNCHANGED,
        re.compile(
            rf"\b(?:(?:kept|retained|got|received|had) (?:{_OWN} )*same {_GRADE}|{_GRADE}(?: (?:has|have))? "
            rf"(?:not changed|stayed the same|unchanged)){_LAST}?|\b(?:stayed the same|unchanged){_LAST}",
            re.I,
        ),
    ),
)
_NOT = re.compile(r"\b(?:not|never)\b|n['’]t\b", re.I)


def find_step(words: str) -> tuple[History, int] | None:
    """Find the step that words about authorities tell of, and where its words end."""
    for course, pattern in _STEPS:
        match = pattern.search(words)
        if match:
            area = re.search(AREA, match.group(), re.I)
            named = area_named(area.group()) if area else Area.OVERALL
            return History(course, area=named, negated=bool(_NOT.search(words, 0, match.start()))), match.end()
    return None
