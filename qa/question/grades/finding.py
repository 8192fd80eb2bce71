"""The grades by which a question picks its documents: those that an inspection gave, or that an authority has or had."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ingest import Area, Grade
from qa.question.grades.courses import Had, condition, only_wished
from qa.question.grades.runs import Run, find_runs, mask_passing
from qa.question.grades.steps import find_step
from qa.question.grades.words import AREA, EVERY_AREA, GRADES, area_named, grades_in
from qa.question.scope import Course, History, Judged
from qa.question.spans import Span

_RATED = r"\b(?:rated|judged|graded|deemed|assessed|found(?= to be)|classed|classified|labelled|scored)\b"
_GRADING = r"(?:(?:overall|ofsted|ilacs|inspection) )*(?:judge?ments?|ratings?|grad(?:e|ing)s?|outcomes?|reports?|inspections?)"
_FOR = (
    r"(?:\s+(?:for|on|in terms of|in relation to|in respect of)\s+(?:the\s+)?(?:(?:experiences?|support|impact) (?:of|for) )?(?:their )?"
    rf"(?P<area>{AREA})\b(?P<more>(?:\s*(?:,|and|&|or|,? and)\s+(?:for )?{AREA}\b)*)"
    r"|\s+(?P<any>in (?:any|at least one|one)(?: area)?)\b|\s+(?P<overall>overall(?: effectiveness)?)\b"
    r"|\s+(?P<every>(?:in|for|on) (?:everything|(?:all|every) areas?|all (?:of )?(?:them|the areas))"
    r"|across (?:the board|all areas|every area))\b)?"
)
_GRADE = re.compile(rf"\b(?P<grades>{GRADES})(?:(?P<noun>\s+{_GRADING})\b)?{_FOR}", re.I)
_FROM_TO = re.compile(
    rf"\b(?:from|turn(?:ed)?)\s+(?:being |an? |overall |their |its )*(?P<first>{GRADES})(?:\s+(?:overall|{_GRADING}))?,?"
    rf"(?:\s+(?:straight|up|down|all the way|back))*\s+(?:in)?to\s+(?:being |an? )*(?P<then>{GRADES})\b{_FOR}",
    re.I,
)
_LAST = r"(?:their|its|the)?\s*(?:very )?(?:latest|last|most recent|newest)\s+(?:(?:ofsted|full|ilacs) )*(?:inspections?|report|ilacs|time)"
_AFTER = re.compile(
    r"[\s,]+(?:at the moment|at present|right now|these days|currently|now|today|nowadays|any ?more|any longer|again and again|repeatedly"
    rf"|(?:at|in|by|on) {_LAST}|last time|(?:on |at |in |at least |more than )*(?:once|one (?:occasion|inspection|time)|twice|thrice"
    r"|(?:two|three|four|five|\d)(?: or more| different| separate)? (?:times|occasions|inspections))|(?:multiple|many|several) times"
    r"|(?:at|in) (?:any|some|one|every|each|all|no) (?:time|point|stage|(?:ofsted )?inspections?)|every time|each time|throughout"
    r"|in the past|ever"
    r"|before(?! (?:19|20))|earlier|(?:or|and) better)\b",
    re.I,
)
_BUT_NOT = re.compile(rf",? but not (?:for |in |on )?(?P<but>{AREA})\b", re.I)
_ENDS = re.compile(
    r"\s*(?:$|[?.,;:)–—-]|\x01|\b(?:for|on|overall|since|in|by|but|and|or|at|from|to|as|with|who|that|when|across|before"
    r"|more than|then|now|currently|today|still|twice|again|repeatedly|any ?more|last time)\b)",
    re.I,
)
# After these a grade is said of the authority, whatever follows: "councils that were inadequate do …".
_SAID_OF_IT = re.compile(
    r"(?:\b(?:is|are|was|were|been|be)(?:n['’]t)?(?: (?:\w+ly|once|now|still|not|no longer|never|ever|overall|all|both))*"
    r"|\bout of|\bfrom|\bescaped|\blost their|\bremain(?:s|ed)?|\bbecame|\bbecome|\bstayed|\bno longer|\bnever)(?: being| an?)?\s+$",
    re.I,
)
_OPINION = re.compile(
    r"\s+(?:at (?!(?:the (?:moment|last|latest|most)|their|its|present|any|some|every|each|least))|for(?! \x01)|on|about|with|in(?! \x01))",
    re.I,
)
_POINT_IN_TIME = re.compile(
    r"\b(?:since|after|following|before|until|when|while|why)\s+(?:(?:the|they|it|an?|any|every|their|its)\s+)?\W*$",
    re.I,
)


@dataclass(frozen=True)
class Grades:
    """The conditions that a question sets, and the spans that state them.

    Attributes:
        judged: grades that a document itself gives; all of them.
        histories: how the authorities' grades ran; all of them.
        said: the parts of the spans behind the noun: what is said of the authorities or inspections.
    """

    judged: tuple[Judged, ...] = ()
    histories: tuple[History, ...] = ()
    spans: tuple[Span, ...] = ()
    said: tuple[Span, ...] = ()

    def of_authorities(self) -> "Grades":
        """The same for documents that give no grades: "minutes of councils rated inadequate" are of those ever rated so."""
        own = [each for each in self.judged if len(each.areas) == 1]
        ever = [History(Course.NEVER if e.negated else Course.EVER, e.grades, area=e.areas[0]) for e in own]
        others = tuple(each for each in self.judged if each not in own)
        return replace(self, judged=others, histories=(*self.histories, *ever))


def find_grades(text: str, passing: Sequence[Span] = (), dated: bool = False, names_authority: bool = False) -> Grades:
    """Find the grades by which a question picks its documents.

    Args:
        passing: spans of places and times.
        dated: the question names a year.
        names_authority: it names an authority, so that only the grades of inspections limit: "was Kent rated good?" asks.
    """
    found: list[tuple[Judged | History, Span]] = []
    heads: list[int] = []
    masked = mask_passing(text, passing)
    for run in find_runs(text, passing):
        if _POINT_IN_TIME.search(masked, 0, run.start) or (names_authority and not run.own):
            continue
        if only_wished(masked[run.head : run.end + 12]):
            continue
        new = list(_conditions(masked, run, dated))
        heads += [run.head] * len(new)
        found += new
    return Grades(
        judged=_alternatives([what for what, _ in found if isinstance(what, Judged)]),
        histories=tuple(dict.fromkeys(what for what, _ in found if isinstance(what, History))),
        spans=tuple(span for _, span in found),
        said=tuple((max(start, head), max(end, head)) for (_, (start, end)), head in zip(found, heads, strict=True)),
    )


def _alternatives(judged: Sequence[Judged]) -> tuple[Judged, ...]:
    """Several sets of grades for the same area are alternatives: "compare inadequate and outstanding authorities"."""
    grades: dict[tuple[tuple[Area, ...], bool], dict[Grade, None]] = {}
    for each in judged:
        grades.setdefault((each.areas, each.negated), {}).update(dict.fromkeys(each.grades))
    return tuple(Judged(tuple(of), areas, negated) for (areas, negated), of in grades.items())


def _conditions(text: str, run: Run, dated: bool) -> Iterator[tuple[Judged | History, Span]]:
    place, start = run.head, run.start
    previous: Judged | History | None = None
    if run.adjective:
        grades = grades_in(text[slice(*run.adjective)])
        if grades != (Grade.GOOD,) or run.is_rated or run.adverb:  # "good councils" may be anybody's opinion
            yield condition(Had(grades, (Area.OVERALL,), run.adverb, own=run.own)), (start, run.head)
    while place < run.end:
        match = _next(text, place, run.end)
        if not match:
            break
        after = _AFTER.match(text, match.end()) or _BUT_NOT.match(text, match.end())
        end = after.end() if after else match.end()
        before = text[place : match.start()]
        for had in _had(match, before, after.group() if after else "", run, dated):
            previous = condition(had, previous) if "then" not in match.groupdict() else _from_to(match, had)
            yield previous, (start, _without_area(match, end))
        if after and after.re is _BUT_NOT and previous is not None:
            yield _but_not(previous, area_named(after["but"])), (start, end)
        place, start = end, end
    step = None if run.own else find_step(text[run.head : run.end])
    if step and previous is None:
        yield step[0], (run.start, run.head + step[1])


def _but_not(said: Judged | History, area: Area) -> Judged | History:
    """The same grades denied of another area: of what is so now if that was said, else of the same inspection."""
    if isinstance(said, History) and said.course is not Course.EVER:
        return replace(said, area=area, negated=True)
    return Judged(said.grades, (area,), negated=True)


def _without_area(match: re.Match[str], end: int) -> int:
    """Where the words end that the topic does without: the area that is judged stays in it."""
    return match.start("area") if match["area"] and end == match.end() else end


def _next(text: str, place: int, end: int) -> re.Match[str] | None:
    """The next grade of a run that somebody was given; one that only praises or blames is passed over."""
    while match := _FROM_TO.search(text, place, end) or _GRADE.search(text, place, end):
        single = _GRADE.search(text, place, end)
        if single and single.start() < match.start():
            match = single
        before = text[place : match.start()]
        if (
            "then" in match.groupdict()
            or match["noun"]
            or re.search(_RATED, before, re.I)
            or _stands_alone(text, match)
        ):
            return match
        place = match.end()
    return None


def _stands_alone(text: str, match: re.Match[str]) -> bool:
    """True if no noun follows that the grade may describe, and no skill: "good at", "outstanding practice"."""
    if match["area"] or match["overall"] or match["every"] or match["any"]:
        return True
    is_good = match["grades"].lower() == "good"
    if _AFTER.match(text, match.end()) or (_SAID_OF_IT.search(text, 0, match.start()) and not is_good):
        return True
    return bool(_ENDS.match(text, match.end())) and not (is_good and _OPINION.match(text, match.end()))


def _had(match: re.Match[str], before: str, after: str, run: Run, dated: bool) -> Iterator[Had]:
    """The grades with their areas: several where a grade is said of several areas."""
    grades = grades_in(match["first" if "first" in match.groupdict() else "grades"])
    had = Had(
        grades,
        (Area.OVERALL,),
        f"{run.adverb if run.adjective is None else ''}{before}",
        f"{match.groupdict().get('noun') or ''}{after}",
        run.own,
        dated,
    )
    if match["any"]:
        yield replace(had, areas=())
    elif match["every"]:
        yield from (replace(had, areas=(area,)) for area in EVERY_AREA)
    elif match["area"]:
        others = re.findall(AREA, match["more"], re.I)
        areas = tuple(area_named(name) for name in (match["area"], *others))
        if re.search(r"\bor\b", match["more"], re.I):
            yield replace(had, areas=areas)
        else:
            yield from (replace(had, areas=(area,)) for area in areas)
    else:
        named = re.findall(AREA, before, re.I)[-1:] or [run.subject]
        yield replace(had, areas=(area_named(named[0]),)) if named[0] else had


def _from_to(match: re.Match[str], had: Had) -> History:
    negated = re.search(r"\b(?:not|never)\b|n['’]t\b", had.before, re.I) is not None
    return History(
        Course.MOVED, had.grades, grades_in(match["then"]), (had.areas or (Area.OVERALL,))[0], negated=negated
    )
