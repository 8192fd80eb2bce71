"""Events beside which a question dates its documents: "since its last inspection", "before the 2018 JTAI"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from ingest import Grade
from qa.question.kinds.mentions import Mention, kinds_alone
from qa.question.kinds.ordinals import PLACE, is_plural
from qa.question.scope import LATEST, Event, Judged, Pick, Scope, Side
from qa.question.spans import Span
from qa.question.times.moments import MONTH, YEAR, find_moments
from qa.question.times.stretches import PERIOD_BEFORE
from qa.question.vocabulary import FULL_INSPECTIONS, GRADE, GRADE_PATTERNS, INSPECTIONS, OF_OFSTED, VISITS

_SIDE = r"(?P<side>since|after|following|before|prior to|ahead of|until|(?:in the )?(?:leading|lead[- ]?up|run[- ]?up|up) to|post|pre)"
_WHOSE = rf"(?:the|its|their|our|your|that|this|{PLACE}+(?: (?:county |city |borough )?council)?(?:['’]s?)?)"
_OUTCOME = r"(?:the\s+)?(?:(?:publication|release|outcome|results?|findings)\s+(?:of|from)\s+)?"
_WHEN = rf"(?:(?:{MONTH}\s+)?{YEAR})"
_ADJECTIVES = r"(?:(?:ofsted(?:['’]s)?|full|children['’]s services|formal)\s+)*"
_DEFINITE = re.compile(
    rf"\b{_SIDE}\s+{_OUTCOME}(?:{_WHOSE}\s+(?:{_WHEN}\s+)?|(?P<bare>{_WHEN})\s+|(?=ofsted['’]s)){_ADJECTIVES}$", re.I
)
_BEFORE_ORDINAL = re.compile(rf"\b{_SIDE}\s+{_OUTCOME}$", re.I)
_AFTER_NOUN = re.compile(
    rf"(?:\s+(?:of|to|in|at)\s+(?:the\s+)?{PLACE}+)?\s+(?:of|in|from)\s+{_WHEN}\b|\s+(?:report|letter|judgement)\b"
    r"|\s+(?:was|came|took)\s+(?:published|released|issued|carried out|out|place)\b",
    re.I,
)
# "The report after the 2022 inspection" is the report of that inspection.
_OF_ITSELF = re.compile(
    r"\bthe (?:inspection |ofsted )?(?:reports?|letters?|judge?ments?|ratings?|grades?|findings|outcome)\s+$", re.I
)
_TOLD_AFTER = re.compile(
    r"(?P<told>\b(?:(?:was|were|been|being|get|got) (?:\S+ )?(?:told|asked|advised|required|recommended|instructed|ordered"
    r"|criticised|criticized|praised|commended)|(?:need(?:ed|s)?|had|have|has) to (?:improve|do better|change|address|work on))"
    r"\b[^,;?.]*?\s)(?P<side>after|following)"
    r"(?=\s+(?:the|its|their|our|that|this)\s+(?:\S+\s+){0,4}?(?:visit|inspection|review|jtai|ilacs|sif)\b)",
    re.I,
)
_BETWEEN = re.compile(rf"\b(?:in )?between\s+(?:{_WHOSE}\s+(?:{_WHEN}\s+)?|{_WHEN}\s+)?{_ADJECTIVES}$", re.I)
_AND = re.compile(rf"\s+and\s+(?:(?:the|its|their)\s+)?(?:{_WHEN}\s+)?{_ADJECTIVES}", re.I)
_BETWEEN_YEARS = re.compile(
    rf"\bbetween\s+(?:{_WHOSE}\s+)?(?P<first>{_WHEN})\s+(?:(?:inspection|visit|report)\s+)?and\s+(?:(?:the|its|their)\s+)?(?P<last>{_WHEN})\s+{_ADJECTIVES}$",
    re.I,
)
_WHO = rf"(?:it|they|we|the (?:council|authority)|{PLACE}+(?: council)?)"
_RI = r"(?-i:RI)"
_JUDGED = re.compile(
    rf"\b{_SIDE}\s+(?:(?:{_WHO}\s+)?(?:was|were|being|became|becoming|got|getting|going|went)\s+(?:(?P<nth>first|last)\s+)?"
    rf"(?:(?:judged|rated|graded|found|deemed|declared|assessed)\s+)?(?:as\s+|to be\s+)?(?P<grade>{GRADE}|{_RI})\b"
    rf"(?:\s+in\s+(?P<when>{_WHEN})\b)?"
    rf"|{_WHOSE}\s+(?:{_WHEN}\s+)?(?:overall\s+)?(?P<rating>{GRADE}|{_RI})\s+(?:judge?ment|rating|grad(?:e|ing)|verdict|finding|inspection|report)\b)",
    re.I,
)
_INSPECTED = re.compile(
    rf"\b{_SIDE}\s+(?:(?:{_WHO}\s+(?:was|were)|being|ofsted|inspectors)\s+)"
    r"(?:(?P<nth>first|last|most recently)\s+)?(?P<done>inspected|visited|came)\b"
    r"(?:\s+in\s+(?P<when>(?:19|20)\d\d)\b)?",
    re.I,
)
_CHANGE = re.compile(
    r"\b(?:chang\w+|improv\w+|differ\w*|compar\w+|progress\w*|better|worse\w*|declin\w+|deteriorat\w+)\b", re.I
)
_LATER = ("since", "after", "following", "post")


@dataclass(frozen=True)
class Dated:
    """Events, and the words that name them.

    Attributes:
        events: none where the words only tie a report to the inspection that it is of: "the report after the 2022 inspection".
        mentions: the documents that the words name.
    """

    events: tuple[Event, ...]
    span: Span
    mentions: tuple[Mention, ...] = ()


def find_events(masked: str, mentions: Sequence[Mention]) -> list[Dated]:
    """Find the events beside which a question dates its documents.

    Args:
        masked: the question, with every letter of a place's name as `PLACE`.
        mentions: all that it says of documents.
    """
    found = [*_judged(masked), *_inspected(masked)]
    for mention, following in zip_longest(mentions, mentions[1:]):
        if any(start <= mention.noun[0] < end for start, end in (dated.span for dated in found)):
            continue
        dated = _between(masked, mention, following) or _beside(masked, mention)
        if dated:
            found.append(dated)
    return found


def within_its_letter(text: str) -> str:
    """Read what a council "was told to improve after the 2022 visit" as told in that visit: its letter says it. Keeps the length."""
    return _TOLD_AFTER.sub(lambda told: told["told"] + "in".rjust(len(told["side"])), text)


def _side(words: str) -> Side:
    return Side.AFTER if words.lower() in _LATER else Side.BEFORE


def _beside(masked: str, mention: Mention) -> Dated | None:
    """An event on one side of which the documents are: "since the 2022 inspection"."""
    start = mention.span[0]
    words = (
        _DEFINITE.search(masked, 0, mention.noun[0]) if not mention.pick else _BEFORE_ORDINAL.search(masked, 0, start)
    )
    if not words or not mention.is_noun or PERIOD_BEFORE.search(masked, 0, words.start()):
        return None
    if not mention.pick and words["bare"] and is_plural(masked[slice(*mention.noun)]):
        return None  # "after 2022 inspections found the same"
    if _OF_ITSELF.search(masked, 0, words.start()) and words["side"].lower() in ("after", "following"):
        return Dated((), (words.start("side"), words.end("side")), (mention,))
    after = _AFTER_NOUN.match(masked, mention.span[1])
    span = words.start(), after.end() if after else mention.span[1]
    side = _side(words["side"])
    pick = mention.pick
    if side is Side.BEFORE and not pick and is_plural(masked[slice(*mention.noun)]):
        pick = Pick(oldest=True)  # before the visits: before the first of them
    of = _dated_scope(replace(mention, pick=pick), masked[slice(*span)])
    return Dated((Event(side, of),), span, (mention,))


def _dated_scope(mention: Mention, words: str) -> Scope:
    """The documents of an event, with the year or month that its words name."""
    moments = find_moments(words, [])
    years = tuple(dict.fromkeys(year for moment in moments for year in range(moment.first.year, moment.last.year + 1)))
    months = tuple(month for moment in moments for month in moment.months)
    return Scope(kinds=kinds_alone(mention), years=years, months=months, pick=mention.pick)


def _between(masked: str, mention: Mention, following: Mention | None) -> Dated | None:
    """Two events between which the documents are; none if the question asks what changed, for then it is about the two."""
    if _CHANGE.search(masked) or not mention.is_noun:
        return None
    if (
        mention.pick
        and mention.pick.count == 2
        and not mention.pick.oldest
        and (words := _BETWEEN.search(masked, 0, mention.span[0]))
    ):
        scope = Scope(kinds=kinds_alone(mention))
        earlier, later = replace(scope, pick=Pick(skip=mention.pick.skip + 1)), replace(scope, pick=LATEST)
        return _two(earlier, later, (words.start(), mention.span[1]), (mention,))
    if years := _BETWEEN_YEARS.search(masked, 0, mention.noun[0]):
        earlier, later = (_dated_scope(mention, years[name]) for name in ("first", "last"))
        return _two(earlier, later, (years.start(), mention.span[1]), (mention,))
    if not following or not _AND.fullmatch(masked, mention.span[1], following.span[0]):
        return None
    if not (words := _BETWEEN.search(masked, 0, mention.span[0])):
        return None
    earlier = _dated_scope(mention, masked[words.start() : mention.span[1]])
    later = _dated_scope(following, masked[mention.span[1] : following.span[1]])
    if following.is_generic and not following.kinds:
        later = replace(later, kinds=earlier.kinds)
    return _two(earlier, later, (words.start(), following.span[1]), (mention, following))


def _two(earlier: Scope, later: Scope, span: Span, mentions: tuple[Mention, ...]) -> Dated:
    return Dated((Event(Side.AFTER, earlier), Event(Side.BEFORE, later)), span, mentions)


def _judged(masked: str) -> Iterator[Dated]:
    """Find the inspections that gave a grade: "since they were judged inadequate"."""
    for match in _JUDGED.finditer(masked):
        moments = find_moments(match["when"] or "", [])
        of = Scope(
            kinds=FULL_INSPECTIONS,
            years=tuple(moment.first.year for moment in moments),
            judged=(Judged((_grade(match["grade"] or match["rating"]),)),),
        )
        if match["nth"] and match["nth"].lower() == "first":
            of = Scope(kinds=of.kinds, pick=Pick(oldest=True), either=(of,))
        yield Dated((Event(_side(match["side"]), of),), match.span())


def _grade(words: str) -> Grade:
    if re.fullmatch(_RI, words):
        return Grade.REQUIRES_IMPROVEMENT
    return next(grade for grade, pattern in GRADE_PATTERNS if re.fullmatch(pattern, words, re.I))


def _inspected(masked: str) -> Iterator[Dated]:
    """Find "since it was last inspected"."""
    for match in _INSPECTED.finditer(masked):
        by_name = re.search(r"\b(?:ofsted|inspectors)\b", match.group(), re.I)
        kinds = INSPECTIONS if match["done"].lower() == "inspected" else OF_OFSTED if by_name else VISITS
        pick = Pick(oldest=(match["nth"] or "").lower() == "first")
        years = (int(match["when"]),) if match["when"] else ()
        yield Dated((Event(_side(match["side"]), Scope(kinds=kinds, years=years, pick=pick)),), match.span())
