"""Runs of words about how authorities were judged: from "councils" or "inspections" on, as long as every word can be about grades."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from qa.question.grades.words import AREA, GRADES
from qa.question.spans import Span

_BODIES = (
    r"(?:local authorities|local authority|authorities|authority|councils?|las?|boroughs?|counties|places|areas|neighbours"
    r"|children['’]s services(?: departments)?|departments|trusts)"
)
_PLURAL_BODIES = r"(?:(?:local )?authorities|councils|las|boroughs|neighbours|children['’]s services(?: departments)?)"
_PAPERS = (
    r"(?:(?:ofsted|ilacs|full|standard|short|single) )*(?:inspections?(?: (?:reports?|outcomes?|findings))?|ilacs reports?|ilacs"
    r"|reports?(?= (?:where|in which|with an?|(?:that |which )?(?:rated|judged|graded))\b))"
)
_WHICH = r"\b(?:(?:which|what|(?:do|does|has|have|is|are|were) any|how many|list (?:all )?(?:the )?)\s*(?:of (?:the |our )?)?\b)?"
# What begins a run. A grade may stand before the noun: "inadequate councils", "never inadequate authorities".
_ADVERB = (
    r"(?:(?:currently|now|still|today['’]s|formerly|previously|once|ex|never|non|not|always|consistently|repeatedly|serially|repeat|twice"
    r"|no longer|anything but|other than)[ -]+)"
)
_ADJECTIVE = rf"(?P<adverb>{_ADVERB}*)(?P<adjective>{GRADES})(?P<rated>[ -](?:rated|graded|judged))?"
_WHO = r"(?:who else|who|anyone|anybody|anywhere|somewhere|nobody|no one|those|ones)"
_START = re.compile(
    rf"{_WHICH}(?:(?P<other>other )?{_ADJECTIVE} (?:(?P<many>{_PLURAL_BODIES})|(?P<papers>{_PAPERS}))\b(?! tax)"
    rf"|(?P<bodies>{_BODIES})\b(?! tax)|(?P<documents>{_PAPERS})\b|(?P<who>{_WHO}\b))"
    rf"|\b(?P<subject>{AREA})['’]?(?=(?:\s+(?:services?|support|is|was|were|are|been))*\s+(?:rated|judged|graded|deemed)\b)"
    rf"|\b(?:where|whose) (?P<where>{AREA})(?=(?:\s+(?:services?|support))*\s+(?:was|were|is|are)(?:n['’]t|\s+(?:not"
    rf"|still|also|\w+ly))?\s+(?:{GRADES})\b)"
    rf"|^\W*(?=(?:never |repeatedly |currently |twice |always )?(?:rated|judged|graded)\b|{GRADES} (?:for|overall|in)\b)",
    re.I,
)
_NUMBER = rf"(?:one|two|three|four|five|\d)(?= (?:or more |different |separate )?(?:times|occasions?|inspections?|time|{GRADES})\b)"
_PLAIN = (
    "that which who whose where previous were was are is be been being have has had having "
    "(?:is|are|was|were|has|have|had|did|do|does)n['’]t did does? neither nor no none not never ever longer any anymore used "
    "to formerly previously once currently now today still always consistently repeatedly twice thrice times time more than "
    "on at in a an the their its of for by with without and or but either both also only just all straight back improve[ds]? "
    "improving decline[ds]? fell fallen dropped slipped slid gone went going moved? risen rose climbed jumped came come out "
    "lost lose shed upgraded downgraded deteriorated worsened recovered raised? increased reached turn(?:ed)? shaken shook "
    "off escaped exited recently achieved up down from into became become turned sta(?:y|yed) kept remain(?:s|ed|ing)? got "
    "get gets getting gotten given received? receives retained rated judged graded deemed assessed found classed classified "
    "considered called labelled scored grades? ratings? gradings? judge?ments? outcome overall ofsted(?:['’]s)? inspections? "
    "reports? latest last most recent newest current earlier since again better worse higher lower same unchanged throughout "
    "every each occasions? some point stage moment present past nowadays presently these days everything anything other non "
    "as yet upon bettered lowered did done do fared scored though although whereas while letters? before"
    " afterwards later it too then services? support first second across board areas? row "
    "climbing jumping falling dropping "
    "slipping rising moving stopped stopping marked repeat(?:ed)? "
).split()
_TOKEN = re.compile(
    rf"(?:[\s,/()-]|\x01|['’](?=\s)|\b(?:{GRADES}|{AREA}|{_NUMBER}|again and again|{'|'.join(_PLAIN)})(?![\w-]|['’][a-z]))",
    re.I,
)


@dataclass(frozen=True)
class Run:
    """A run of words about grades.

    Attributes:
        start: where the words that name the authorities, or their inspections, begin.
        head: where those end, and what is said of them begins.
        end: where the run ends.
        subject: the area of judgement that the run is about, if it begins with one.
        adjective: the span of the grade before the noun, and of the words that go with it.
        own: it is about inspections, whose own grades are meant.
    """

    start: int
    head: int
    end: int
    subject: str = ""
    adjective: Span | None = None
    adverb: str = ""
    is_rated: bool = False
    own: bool = False
    bare: bool = False


def find_runs(text: str, passing: Sequence[Span]) -> Iterator[Run]:
    """Give the runs of a question from left to right.

    Args:
        passing: spans of places and times, which may stand anywhere in a run.
    """
    masked = mask_passing(text, passing)
    place = 0
    while match := _START.search(masked, place):
        groups = match.groupdict()
        end = match.end()
        while token := _TOKEN.match(masked, end):
            end = token.end()
        yield Run(
            match.start(),
            match.end(),
            end,
            subject=groups["subject"] or groups["where"] or "",
            adjective=match.span("adjective") if groups["adjective"] else None,
            adverb=groups["adverb"] or "",
            is_rated=bool(groups["rated"]),
            own=bool(groups["papers"] or groups["documents"]),
            bare=not any(groups[name] for name in ("many", "bodies", "papers", "documents")),
        )
        place = max(end, match.end(), place + 1)


def mask_passing(text: str, passing: Sequence[Span]) -> str:
    """Mask places and times, but leave the noun of "London boroughs"."""
    bodies = [match.span() for match in re.finditer(rf"\b{_BODIES}\b", text, re.I)]
    return mask(text, [(start, next((b for b, e in bodies if start < b and e == end), end)) for start, end in passing])


def mask(text: str, spans: Sequence[Span], by: str = "\x01") -> str:
    """Put a sign in place of every character of the spans."""
    letters = list(text)
    for start, end in spans:
        letters[start:end] = by * (end - start)
    return "".join(letters)
