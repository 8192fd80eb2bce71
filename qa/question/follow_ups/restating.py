"""What a follow-up says by pointing back ("and before that?", "what did they say?"), said outright."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from index.lexical import STOPWORDS, words

_OPENING = re.compile(
    r"^\W*(?:(?:ok(?:ay)?|right|thanks?|thank you|yes|no|so|but|then|now|sorry|actually|hm+)\b[\s,.;:!–-]*)*"
    r"(?P<opening>(?:(?:and|also|plus|what about|how about|what of|(?:i|we) (?:meant?|wanted)"
    r"|(?:is it |was it |(?:show|give|tell) me )?(?:the )?same(?: (?:question|again|thing|but))*(?: (?:for|in|at|with|goes for)|(?=,)))"
    r"\b[\s,:]*)*)",
    re.I,
)
_ASKS = re.compile(
    r"^\W*(?:what|how|which|when|who|whose|where|why|is|are|was|were|did|does|do|has|have|had|can|could|should|will|would|tell|show"
    r"|list|name|compare|find|give|explain|describe)\b",
    re.I,
)
_DEFINES = re.compile(
    r"^\W*(?:what(?:['’]s| is) an?\b|what (?:does|do) .{3,40} mean|define\b|explain what\b|what are \w+ visits\W*$)",
    re.I,
)
_ANYWHERE = re.compile(
    r"\b(?:nationally|national picture|across (?:england|the country)|in england|(?:the )?rest of (?:the country|england)|elsewhere"
    r"|everywhere|anywhere|(?:who|anyone|anybody) else|is (?:this|that|it) (?:an? )?(?:common|typical|widespread|unusual)"
    r"|who (?:has|have|had) (?:also )?solved|(?:all|any|most|many|which|what|how many|other|of the|do|did|can|could|should|have"
    r"|are|were|good|better|strong|outstanding|inadequate)"
    r" (?:of the )?(?:other )?(?:local authorities|councils|authorities|las|areas|places))\b",
    re.I,
)
_OTHERS = re.compile(
    r"\b(?:other (?:local authorities|councils|authorities|las|areas|places)|(?:the )?rest of (?:the country|england)|elsewhere"
    r"|(?:who|anyone|anybody) else|is (?:this|that|it) (?:an? )?(?:common|typical|widespread|unusual))\b",
    re.I,
)
_ANY_YEAR = re.compile(r"\b(?:in |for |over )?(?:any|all|every|the other) years?\b(?! olds?)", re.I)
_COMPARES = re.compile(
    r"^\W*(?:how (?:does|did|do) (?:that|this|it|they|these) )?compared? (?:(?:that|this|it|them|these) )?(?:with|to|against)\b",
    re.I,
)
_PAPER = r"(?:(?:ofsted|ilacs|inspection|visit) )*(?:reports?|inspections?|letters?|visits?|document)"
_BACK = rf"(?:(?:that|this|the same) {_PAPER}|the (?:report|inspection|letter|visit)(?! (?:of|to|in|at|on|report|letter)\b))"
_SAYS = r"(?:say|said|find|found|think|thought|report|describe|state|conclude|mention|note|recommend|ask|want|judge|see|saw)\b"
# A thing pointed at which the question before has named: "this finding", "the same problem".
_SAME = re.compile(
    r"\b(?:this|that|these|those|the same|such an?|a similar|similar) "
    r"(?:findings?|problems?|issues?|things?|concerns?|weakness(?:es)?|topic)\b"
    r"|\b(?:about|on|of) (?:this|that|it)(?=\s*(?:$|[?.,;]|in\b))",
    re.I,
)
_COUNCIL = re.compile(r"\b(?:the|this|that) (?:council|(?:local )?authority|borough|la)\b(?! (?:of|tax|in)\b)", re.I)
_IN_PART = re.compile(
    r"^\W*(?:is|are|was|were|did|does|do|has|have|had|can)(?:\s+[\w'’-]+){1,4}\W*$|\bcompar(?:e|ed|es|ison)\b", re.I
)
_ITS_NEIGHBOURS = re.compile(r"\b(?:its|their)(?= (?:own )?stat(?:istical|s|\.)?\s+neighbou?rs?\b)", re.I)
_THERE = re.compile(
    r"(?<!\bis)(?<!\bare)(?<!\bwas)(?<!\bwere)(?<!\bbe)\s+\bthere(?=\s*(?:$|[?.,;]|(?:in|at|since|too|then)\b))", re.I
)
_THAT_YEAR = re.compile(
    r"\b(?:in |for |during )?(?:that|the same) year\b|\b(?:at (?:that|the) time|back then)(?=\W*$)", re.I
)
_IT_IS = re.compile(
    r"\bit(?:['’]s)? (?:(?:is|was|been) )?"
    r"(?:said|true|right|possible|likely|clear|legal|lawful|common|normal|usual|decided|known|important)\b"
    r"|\bthis (?:year|month|week)\b",
    re.I,
)
_POINTS = frozenset("they them their theirs it its this these those".split())
# Words around a question that name nothing which a pronoun might stand for.
_AROUND = STOPWORDS | frozenset(
    "ofsted inspectors inspector well many report reports mention think thought led long often".split()
)
_END = r"(?=\s*(?:$|[?.,;]))"


@dataclass(frozen=True)
class Restated:
    """A question said outright.

    Attributes:
        plain: without its opening, and with the years that it points at named.
        whole: the same, and the rest of what it points at named or left out.
        opens: it opens as a follow-up does: "and", "what about".
        refers: it points at a report, a year, a place or a finding.
        asks: it has the words of a question of its own: "what did", "is".
        in_part: it has them, and may leave out what it asks: "was Kent?", "how does Kent compare with Essex?".
        defines: it asks what something is.
        council: it points at the council of the question before.
        anywhere: it asks about every authority; others: about every one but those before.
        any_year: it asks about every year.
        compares: it asks for a comparison with what was asked before.
        last_before: it asks for the newest document of an earlier time.
        else_: it asks what else there is.
    """

    plain: str
    whole: str
    opens: bool
    refers: bool
    asks: bool
    in_part: bool
    defines: bool
    council: bool
    anywhere: bool
    others: bool
    any_year: bool
    compares: bool
    last_before: bool
    else_: bool


def restate(question: str, years: Sequence[int], authorities: Sequence[str] = ()) -> Restated:
    """Say outright what a question points at.

    Args:
        years: what "before that" and "since then" count from; without them such words are left as they are.
        authorities: those of the question before, whose "its statistical neighbours" are.
    """
    opening = _OPENING.match(question)
    opens = bool(opening and opening["opening"])
    plain = question[opening.end() :] if opening else question
    if len(authorities) == 1:
        plain = _ITS_NEIGHBOURS.sub(f"{authorities[0]}'s", plain)
    dated, last_before = _name_years(plain, years)
    without_year = _THAT_YEAR.sub(" ", dated)
    whole = _COMPARES.sub("in", without_year)
    for pattern, instead in _POINTED_AT:
        whole = pattern.sub(instead, whole)
    compares = bool(_COMPARES.match(plain))
    return Restated(
        plain=dated,
        whole=_SAME.sub(" ", _ANY_YEAR.sub(" ", _ANYWHERE.sub(" ", whole))).strip() or "?",
        opens=opens,
        refers=compares or without_year != plain or whole != without_year or bool(_SAME.search(plain)),
        asks=bool(_ASKS.match(plain)),
        in_part=bool(_IN_PART.search(plain)),
        defines=bool(_DEFINES.match(plain)),
        council=bool(_COUNCIL.search(plain)),
        anywhere=bool(_ANYWHERE.search(plain)),
        others=bool(_OTHERS.search(plain)),
        any_year=bool(_ANY_YEAR.search(plain)),
        compares=compares,
        last_before=last_before,
        else_=bool(re.match(r"\W*what else\b", plain, re.I)),
    )


def is_about_nothing_named(text: str) -> bool:
    """True where a pronoun comes before anything that it might stand for: "what were their caseloads?"."""
    for word in words(_IT_IS.sub("children", text)):
        if word in _POINTS:
            return True
        if word not in _AROUND:
            return False
    return False


_POINTED_AT = (
    (re.compile(rf"\b(?:they|it|{_BACK}) (?={_SAYS})", re.I), "ofsted "),
    (re.compile(rf"\b(?:according to|in|at|from|of|by|during|after) {_BACK}", re.I), " "),
    (re.compile(r"(?<=\bled) (?:it|that)(?=\W*$)", re.I), " the inspection"),
    (re.compile(r"\b(?:it|that)(?= (?:published|released|issued)\b)", re.I), "the report"),
    (re.compile(r"(?<=\bwhen was) (?:it|that)(?=\W*$)", re.I), " the inspection"),
    (_THERE, " "),
)
_Years = Callable[[int, int], str]
_BEFORE: _Years = lambda first, last: f"before {first}"  # noqa: E731
_ONE = r"(?:one|report|inspection|visit|letter)"
_TIMES: tuple[tuple[re.Pattern[str], _Years, bool], ...] = tuple(
    (re.compile(pattern, re.I), named, newest)
    for pattern, named, newest in (
        (rf"\bthe {_ONE} before(?: that| this)?{_END}|\bthe (?:previous|preceding) {_ONE}\b", _BEFORE, True),
        (
            rf"\b(?:in )?the (?:year before(?: that| this)?{_END}|(?:previous|preceding) year\b)|\ba year earlier\b",
            lambda first, last: f"in {first - 1}",
            False,
        ),
        (
            rf"\b(?:in )?the (?:year after(?: that| this)?{_END}|(?:following|next) year\b)|\ba year later\b",
            lambda first, last: f"in {last + 1}",
            False,
        ),
        (
            r"\bsince(?: (?:then|that))?(?=\s*(?:$|[?.,;]))|\bsince (?:then|that)\b",
            lambda first, last: f"since {last}",
            False,
        ),
        (
            rf"\bafter (?:that|this|then){_END}|\bafterwards{_END}|\b(?:later|subsequent)(?= (?:{_ONE}s|ones)\b)|\bthe next {_ONE}\b",
            lambda first, last: f"after {last}",
            False,
        ),
        (rf"\bbefore(?: (?:that|this|then))?{_END}|^\W*(?:earlier|previously){_END}", _BEFORE, False),
    )
)


def _name_years(text: str, years: Sequence[int]) -> tuple[str, bool]:
    """Name the years that a text points at; and whether the newest document of an earlier time is meant."""
    for pattern, named, newest in _TIMES if years else ():
        found = pattern.sub(named(min(years), max(years)), text, count=1)
        if found != text:
            return found, newest
    return text, False
