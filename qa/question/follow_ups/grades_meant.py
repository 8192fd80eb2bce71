"""The grades that a follow-up asks for by changing one thing: "and for leaders?" the area, "and which are good?" the grade."""

import re
from dataclasses import replace

from ingest import Area
from qa.question.grades.words import GRADES, area_named, grades_in
from qa.question.scope import Scope
from qa.question.spans import Span
from qa.question.vocabulary import AREA_BESIDE_GRADE

_AREA = re.compile(
    r"^\W*(?:(?:just|only)\s+)?(?:(?:for|on|in|at)\s+)?(?:the\s+|their\s+)?(?:(?:experiences?|support|impact|progress) (?:of|for)\s+)?"
    rf"(?P<area>{AREA_BESIDE_GRADE})(?:\s+(?:instead|then|too|please))*\W*$",
    re.I,
)
_GRADE = re.compile(
    r"^\W*(?:(?:which|who|what|how many|any)(?:\s+(?:councils|authorities|las))?\s+)?"
    r"(?:(?:is|are|was|were|get|got|been|rated|judged|graded)\s+)*"
    rf"(?P<grades>{GRADES})(?:\s+(?:for|in|on|at)\s+(?:them|it|that|this|these|those|the same(?:\s+area)?))?"
    r"(?:\s+(?:instead|then|now|too|please))*\W*$",
    re.I,
)


def grades_meant(text: str, before: Scope) -> tuple[Scope, tuple[Span, ...]]:
    """The conditions of the question before with another area or other grades, and the words that take no part in a topic.

    Nothing where the question before sets no single condition, or the text says more than an area or a grade.
    """
    conditions = (*before.judged, *before.histories)
    if len(conditions) != 1 or (before.authorities and not before.neighbours_of):
        return Scope(), ()
    if match := _AREA.match(text):
        return _of_area(before, area_named(match["area"])), ((0, match.start("area")), (match.end("area"), len(text)))
    if (match := _GRADE.match(text)) and not any(history.then for history in before.histories):
        grades = grades_in(match["grades"])
        judged = tuple(replace(each, grades=grades) for each in before.judged)
        return Scope(judged=judged, histories=tuple(replace(each, grades=grades) for each in before.histories)), (
            (0, len(text)),
        )
    return Scope(), ()


def _of_area(before: Scope, area: Area) -> Scope:
    judged = tuple(replace(each, areas=(area,)) for each in before.judged)
    return Scope(judged=judged, histories=tuple(replace(each, area=area) for each in before.histories))
