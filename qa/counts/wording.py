"""A count in words: what was counted, and among what."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from ingest import Area, Grade, Kind
from qa.counts.asking import CountAsked, Dated, Subject
from qa.question import Scope
from qa.question.scope import Course, History
from qa.question.vocabulary import FULL_INSPECTIONS, INSPECTIONS, VISITS

_EVENTS = {
    Kind.ILACS: "ILACS inspections",
    Kind.SINGLE: "single inspections",
    Kind.AREA_SEND: "area SEND inspections",
    Kind.JOINT: "joint inspections",
    Kind.FOCUSED_VISIT: "focused visits",
    Kind.MONITORING_VISIT: "monitoring visits",
}
_OVERALL = Area.OVERALL.label
_ANY = "in any area"
_LINKS = {Subject.AUTHORITIES: "among", Subject.MOVES: "among", Subject.VISITS: "to", Subject.DOCUMENTS: "on"}
_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def things(asked: CountAsked) -> str:
    """What the papers that are counted report on: "focused visits", "inspections"."""
    kinds = set(asked.kinds)
    for every, words in (
        (
            FULL_INSPECTIONS,
            "inspections" if asked.subject is Subject.AUTHORITIES else "inspections of children’s services",
        ),
        (INSPECTIONS, "inspections"),
        (VISITS, "visits"),
        (Kind, "documents"),
    ):
        if kinds == set(every):
            return words
    return listed([_EVENTS.get(kind, kind.plural) for kind in asked.kinds])


def thing(asked: CountAsked, article: bool = True) -> str:
    """One of those: "a focused visit"."""
    one = re.sub(r"\b(inspection|visit|document|report|item|page)s\b", r"\1", things(asked), count=1)
    an = "an" if re.match(r"[aeio]", one, re.I) else "a"
    return f"{an} {one}" if article else one


def listed(names: Sequence[str], last: str = "and") -> str:
    """Names as a list in words."""
    *others, end = names or ("",)
    return f"{', '.join(others)} {last} {end}" if others else end


def place_words(asked: CountAsked, scope: Scope) -> str:
    """The places that a count is confined to, with a space before them: " in London", " of Kent", " outside London"."""
    words = f" in {listed([_the(region) for region in scope.regions])}" if scope.regions else ""
    if scope.neighbours_of:
        words += f" among the statistical neighbours of {listed(scope.neighbours_of)}"
    elif scope.authorities:
        link = "and" if words else _LINKS.get(asked.subject, "in")
        words += f" {link} {listed(scope.authorities)}"
    return words + (f" outside {listed([_the(name) for name in scope.without])}" if scope.without else "")


def _the(place: str) -> str:
    """A place with its article: "the North West"."""
    return f"the {place}" if re.match(r"(?:North|South|East|West) (?:East|West|Midlands|of England)$", place) else place


def time_words(asked: CountAsked, scope: Scope) -> str:
    """The time that a count is confined to, with a space before it: " published in 2023"; empty for any time."""
    time = str(Scope(years=() if scope.months else scope.years, months=scope.months, periods=scope.periods))
    left_out = listed([str(period) for other in scope.neither for period in other.periods])
    if not time and not left_out:
        return ""
    inside = f" {'from' if ' to ' in time else 'in'} {time.replace(', ', ' or ')}" if time else ""
    but = f"{',' if time else ''} but not in {left_out}" if left_out else ""
    of_ofsted = set(asked.kinds) <= {*INSPECTIONS, *VISITS}
    dated = "dated" if not of_ofsted else "published" if asked.dated is Dated.PUBLISHED else "that ended"
    return f" {dated}{inside}{but}"


def paper_words(asked: CountAsked, scope: Scope) -> str:
    """The papers that are counted, with place and time, but without what picks them."""
    newest = "newest " if asked.newest else ""
    return f"{newest}{things(asked)}{place_words(asked, scope)}{time_words(asked, scope)}{beside_words(asked, scope)}"


def beside_words(asked: CountAsked, scope: Scope) -> str:
    """The event before or after which the papers are, with a space before it: " before the first ILACS inspection"."""
    return f" {listed([str(event) for event in scope.events])}" if asked.beside else ""


def before_words(asked: CountAsked) -> list[str]:
    """What is asked of the lead inspector and of the report before, as the ends of sentences."""
    words = [f"were led by {asked.lead}"] if asked.lead else []
    if not asked.before:
        return words
    previous = listed([_EVENTS[kind].removesuffix("s") for kind in asked.before.kinds], "or")
    judged, step = asked.before.judged, asked.before.step
    if judged:
        words.append(
            f"followed an earlier {previous} judged {'not ' if judged.negated else ''}{_grades(judged.grades)}"
        )
    if step:
        how = {Course.IMPROVED: "a better", Course.DECLINED: "a worse"}.get(step, "the same")
        words.append(
            f"gave {how} grade overall {'as' if step is Course.UNCHANGED else 'than'} the {previous} before it"
        )
    return words


def condition_words(asked: CountAsked, scope: Scope) -> list[str]:
    """What picks those that are counted, as the ends of sentences: "were judged inadequate at …"."""
    when = time_words(asked, scope) or " held"
    of_authorities = asked.subject is Subject.AUTHORITIES
    at = "" if not of_authorities else " at their newest inspection" if asked.newest else f" at {thing(asked)}{when}"
    judged = _alike(
        [(each.grades, each.negated) for each in asked.judged], [_area_list(each.areas) for each in asked.judged]
    )
    words = (
        [f"{listed([f'{_were(not_so)} {_grades(grades)}{of}' for (grades, not_so), of in judged])}{at}"]
        if judged
        else []
    )
    words += [*_course_words(asked, when), *before_words(asked)]
    if asked.papers:
        return [*words, _having(asked, scope, when)]
    return words if of_authorities else [*words, *_picked(scope)]


_Said = TypeVar("_Said")


def _alike(said: Sequence[_Said], areas: Sequence[str]) -> list[tuple[_Said, str]]:
    """What is said alike of several areas, once: " for leaders and care leavers"; nothing for overall effectiveness alone."""
    by_said: dict[_Said, list[str]] = {}
    for each, area in zip(said, areas, strict=True):
        by_said.setdefault(each, []).append(area)
    return [(each, _for(names)) for each, names in by_said.items()]


def _for(names: Sequence[str]) -> str:
    if list(names) == [_OVERALL]:
        return ""
    return f" {listed(names)}" if names[0] == _ANY else f" for {listed(names)}"


def _area_list(areas: Sequence[Area]) -> str:
    return listed([area.label for area in areas], "or") if areas else _ANY


def _were(negated: bool) -> str:
    return "were not judged" if negated else "were judged"


def _course_words(asked: CountAsked, when: str) -> list[str]:
    said = [replace(history, area=Area.OVERALL) for history in asked.histories]
    return [_course(history, of, asked, when) for history, of in _alike(said, [h.area.label for h in asked.histories])]


def _course(history: History, of: str, asked: CountAsked, when: str) -> str:
    """How grades ran, in words.

    Args:
        of: the areas, such as " for leaders".
    """
    judged = f"{_were(history.negated)} {_grades(history.grades)}{of}"
    match history.course:
        case Course.NOW:
            return f"{judged} at their newest inspection"
        case Course.NEVER:
            return f"were never judged {_grades(history.grades)}{of} at {thing(asked)}{when}"
        case Course.ALWAYS:
            return f"{judged} at every {thing(asked, article=False)}{when}"
        case Course.TIMES:
            return f"{judged} at {_number(history.times)} or more {things(asked)}{when}"
        case Course.NO_LONGER:
            return f"{judged.replace(' not ', ' ')} and at their newest inspection {'still' if history.negated else 'no longer'}"
        case Course.MOVED:
            later = f", the later inspection{when}" if when != " held" else ""
            return f"{move_words(history, of)}{later}"
        case _:
            return _step(history, of, when)


def move_words(history: History, of: str = "") -> str:
    """A move as the end of a sentence: "went from inadequate to good for leaders"."""
    verb = "did not go" if history.negated else "went"
    at = " at the very next inspection" if history.next else ""
    return f"{verb} from {_grades(history.grades)} to {_grades(history.then)}{of}{at}"


def _number(number: int) -> str:
    return _NUMBERS[number] if number < len(_NUMBERS) else str(number)


def _step(history: History, of: str, when: str) -> str:
    grade = f"grade{of or ' overall'}"
    how = {Course.IMPROVED: "a better", Course.DECLINED: "a worse"}.get(history.course, "the same")
    at = "at their newest inspection" if when == " held" else f"at an inspection{when}"
    than = "as" if history.course is Course.UNCHANGED else "than"
    return f"had {how} {grade} {at} {than} at the one before"


def _having(asked: CountAsked, scope: Scope, when: str) -> str:
    fewest, most = asked.papers or (1, None)
    picked = listed(
        [words.replace("had the outcome", "with the outcome").replace("looked at", "on") for words in _picked(scope)]
    )
    of = (
        f" of which {'a letter' if asked.subject is Subject.VISITS else 'a paper'} is held" if when == " held" else when
    )
    what = things(asked) if fewest != 1 else thing(asked)
    if most == 0:
        return f"had no {thing(asked, article=False)}{of}"
    count = "" if fewest == 1 else f"{_number(fewest)} or more "
    return f"had {count}{what}{f' {picked}' if picked else ''}{of}"


def _picked(scope: Scope) -> list[str]:
    topics = listed([topic.label for topic in scope.topics], "or")
    outcomes = listed([outcome.value for outcome in scope.outcomes], "or")
    return [*([f"looked at {topics}"] if topics else []), *([f"had the outcome “{outcomes}”"] if outcomes else [])]


def _grades(grades: Sequence[Grade]) -> str:
    return listed([grade.label.lower() for grade in grades], "or")
