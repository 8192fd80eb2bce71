"""The grades by which a count picks, each read with the words around it, so that no word of them is passed over."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ingest import Area
from qa.counts.asking.asked import IN_DOUBT, Unread
from qa.counts.asking.mentions import GradeMention, find_mention
from qa.counts.asking.words import Token, Tokens, Word
from qa.question.grades.courses import Had, condition
from qa.question.grades.words import area_named, grades_in
from qa.question.scope import Course, History, Judged

_STEPS = {Word.ROSE: Course.IMPROVED, Word.FELL: Course.DECLINED, Word.STAYED: Course.UNCHANGED}
_MOVES = (Word.ROSE, Word.FELL, Word.MOVED)
# The words that a course is told by; each must tell of a condition that was read.
_TOLD_BY = {
    Word.NEVER: (Course.NEVER,),
    Word.ALWAYS: (Course.ALWAYS,),
    Word.NO_LONGER: (Course.NO_LONGER,),
    Word.TIMES: (Course.TIMES,),
    Word.EVER: (Course.EVER, Course.NEVER),
    Word.NOW: (Course.NOW,),
}


@dataclass(frozen=True)
class Condition:
    """A condition on grades.

    Attributes:
        course: of a condition on one inspection, which of the authority's inspections its words mean; None where they do not say.
    """

    of: Judged | History
    course: Course | None = None

    @property
    def areas(self) -> tuple[Area, ...]:
        """The areas that it is about; none for any area at all."""
        return self.of.areas if isinstance(self.of, Judged) else (self.of.area,)

    def of_one_inspection(self) -> Judged | History:
        """The same of one inspection, where the words mean any that the authority had."""
        if isinstance(self.of, History) and self.of.course is Course.EVER:
            return Judged(self.of.grades, (self.of.area,), self.of.negated)
        return self.of


def read_grades(tokens: Tokens, own: bool, dated: bool) -> list[Condition] | Unread:
    """Read the grades by which things are picked, and heed their words.

    Args:
        own: inspections are counted, whose own grades are meant.
        dated: the question names a time.
    """
    marks = [place for place, token in enumerate(tokens.all) if token.word is Word.GRADES]
    if not marks:
        return _step(tokens)
    conditions: list[Condition] = []
    start = 0
    while marks:
        pair = _is_pair(tokens, marks)
        mention = find_mention(tokens, marks[1] if pair else marks[0], start)
        if pair:
            conditions.append(_moved(tokens, marks[0], mention))
        else:
            conditions += _conditions(mention, Had((), (), mention.before, mention.after, own, dated), conditions[-1:])
        tokens.heed(token for token in tokens.all[mention.first : mention.last + 1] if token not in mention.passed)
        start = mention.last + 1
        marks = [mark for mark in marks if mark >= start]
    return _unaccounted(tokens, conditions) or conditions


def _is_pair(tokens: Tokens, marks: Sequence[int]) -> bool:
    """True if the first two grades are those of a move: "from inadequate to good"."""
    if len(marks) < 2:
        return False
    words = [token.word for token in tokens.all[: marks[1]] if token.word is not Word.NOTHING]
    grade = len(words) - 1 - words[::-1].index(Word.GRADES)
    between = [word for word in words[grade + 1 :] if word not in (Word.AREA, Word.GRADE_NOUN)]
    return between == [Word.TO] and words[grade - 1 : grade] in ([Word.FROM], [Word.MOVED])


def _moved(tokens: Tokens, first: int, mention: GradeMention) -> Condition:
    """The move from the grade at a place to that of a mention."""
    between = [token for token in tokens.all[first:] if token.word is Word.AREA and token.start < mention.grade.start]
    areas = dict.fromkeys([*(area_named(token.text) for token in between), *mention.areas])
    tokens.heed([tokens.all[first], *between])
    grades, then = grades_in(tokens.all[first].text), grades_in(mention.grade.text)
    return Condition(History(Course.MOVED, grades, then, next(iter(areas), Area.OVERALL)))


def _conditions(mention: GradeMention, had: Had, before: Sequence[Condition]) -> Iterator[Condition]:
    """The conditions that a grade states.

    Args:
        had: the words around it.
        before: the condition stated just before, whose course goes on.
    """
    like = before[0].of if before else None
    had = replace(had, grades=grades_in(mention.grade.text))
    areas = mention.areas or (Area.OVERALL,)
    if mention.together:
        of_one = condition(replace(had, areas=areas[:1]), like)
        course = of_one.course if isinstance(of_one, History) else None
        yield Condition(Judged(had.grades, mention.areas, of_one.negated), course)
        return
    for area in areas:
        yield Condition(condition(replace(had, areas=(area,)), like))
    for area in mention.but:
        yield _but_not(condition(replace(had, areas=(area,)), like))


def _but_not(said: Judged | History) -> Condition:
    """The same, and not so: one inspection that was good for children in care was not for care leavers."""
    if isinstance(said, History) and said.course is Course.EVER:
        return Condition(Judged(said.grades, (said.area,), negated=True), Course.EVER)
    return Condition(replace(said, negated=True))


def _step(tokens: Tokens) -> list[Condition] | Unread:
    """A step from one inspection to the next: "improved", "were downgraded at their latest inspection"."""
    steps = tokens.of(*_STEPS)
    if not steps:
        return []
    areas = tuple(area_named(token.text) for token in tokens.of(Word.AREA))
    against = tokens.of(*_TOLD_BY, Word.NOT)
    if len(steps) > 1 or len(areas) > 1 or against:
        return _doubt([*steps, *against])
    tokens.heed([*steps, *tokens.of(Word.AREA, Word.NEWEST, Word.GRADE_NOUN)])
    return [Condition(History(_STEPS[steps[0].word], area=areas[0] if areas else Area.OVERALL))]


def _unaccounted(tokens: Tokens, conditions: Sequence[Condition]) -> Unread | None:
    """The words on how grades ran that no condition tells of, and grades that one inspection cannot have together."""
    courses = [each.of.course if isinstance(each.of, History) else each.course for each in conditions]
    for word, told in _TOLD_BY.items():
        said = tokens.take(word)
        if said and not set(told) & set(courses):
            return _doubt(said)
    tokens.take(Word.GOT)
    moving = tokens.take(*_MOVES)
    if moving and Course.MOVED not in courses:
        return _doubt(moving)
    denials = tokens.take(Word.NOT)
    never = courses.count(Course.NEVER) if not tokens.has(Word.NEVER) else 0  # "have not been rated good"
    if sum(each.of.negated for each in conditions) + never != len(denials) or (never and len(conditions) > 1):
        return _doubt(denials or tokens.of(Word.GRADES))
    said_of = [(area, course) for each, course in zip(conditions, courses, strict=True) for area in each.areas]
    return _doubt(tokens.of(Word.GRADES)) if len(said_of) != len(set(said_of)) else None


def _doubt(tokens: Sequence[Token]) -> Unread:
    return Unread(tuple(token.text for token in tokens), IN_DOUBT)
