"""Restates a follow-up so that it stands alone: it names what "and before that?" and "what did they say?" refer to."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from index.lexical import words
from qa.question.empty_words import BEFORE_A_PRONOUN, PRONOUNS

_OPENING = re.compile(
    r"^\W*(?:(?:ok(?:ay)?|right|thanks?|thank you|yes|no|so|but|then|now|sorry|actually|hm+)\b[\s,.;:!–-]*)*"
    r"(?P<opening>(?:(?:and|also|plus|what about|how about|what of|(?:i|we) (?:meant?|wanted)"
    r"|(?:is it |was it |(?:show|give|tell) me )?(?:the )?same(?: (?:question|again|thing|but))*(?: (?:for|in|at|with|goes for)|(?=,)))"
    r"\b[\s,:]*)*)",
    re.I,
)
_QUESTION_WORD = re.compile(
    r"^\W*(?:what|how|which|when|who|whose|where|why|is|are|was|were|did|does|do|has|have|had|can|could|should|will|would|tell|show"
    r"|list|name|compare|find|give|explain|describe)\b",
    re.I,
)
_ASKS_FOR_DEFINITION = re.compile(
    r"^\W*(?:what(?:['’]s| is) an?\b|what (?:does|do) .{3,40} mean|define\b|explain what\b|what are \w+ visits\W*$)",
    re.I,
)
_ABOUT_ALL = re.compile(
    r"\b(?:nationally|national picture|across (?:england|the country)|in england|(?:the )?rest of (?:the country|england)|elsewhere"
    r"|everywhere|anywhere|(?:who|anyone|anybody) else|is (?:this|that|it) (?:an? )?(?:common|typical|widespread|unusual)"
    r"|who (?:has|have|had) (?:also )?solved|(?:all|any|most|many|which|what|how many|other|of the|do|did|can|could|should|have"
    r"|are|were|good|better|strong|outstanding|inadequate)"
    r" (?:of the )?(?:other )?(?:local authorities|councils|authorities|las|areas|places))\b",
    re.I,
)
_ABOUT_OTHERS = re.compile(
    r"\b(?:other (?:local authorities|councils|authorities|las|areas|places)|(?:the )?rest of (?:the country|england)|elsewhere"
    r"|(?:who|anyone|anybody) else|is (?:this|that|it) (?:an? )?(?:common|typical|widespread|unusual))\b",
    re.I,
)
_ABOUT_ANY_YEAR = re.compile(r"\b(?:in |for |over )?(?:any|all|every|the other) years?\b(?! olds?)", re.I)
_ASKS_TO_COMPARE = re.compile(
    r"^\W*(?:how (?:does|did|do) (?:that|this|it|they|these) )?compared? (?:(?:that|this|it|them|these) )?(?:with|to|against)\b",
    re.I,
)
_PAPER = r"(?:(?:ofsted|ilacs|inspection|visit) )*(?:reports?|inspections?|letters?|visits?|document)"
_SAME_PAPER = rf"(?:(?:that|this|the same) {_PAPER}|the (?:report|inspection|letter|visit)(?! (?:of|to|in|at|on|report|letter)\b))"
_SAYS = r"(?:say|said|find|found|think|thought|report|describe|state|conclude|mention|note|recommend|ask|want|judge|see|saw)\b"
# The topic of the question before: "this finding", "the same problem".
_SAME_TOPIC = re.compile(
    r"\b(?:this|that|these|those|the same|such an?|a similar|similar) "
    r"(?:findings?|problems?|issues?|things?|concerns?|weakness(?:es)?|topic)\b"
    r"|\b(?:about|on|of) (?:this|that|it)(?=\s*(?:$|[?.,;]|in\b))",
    re.I,
)
_REFERS_TO_COUNCIL = re.compile(
    r"\b(?:the|this|that) (?:council|(?:local )?authority|borough|la)\b(?! (?:of|tax|in)\b)", re.I
)
_MAY_OMIT_TOPIC = re.compile(
    r"^\W*(?:is|are|was|were|did|does|do|has|have|had|can)(?:\s+[\w'’-]+){1,4}\W*$|\bcompar(?:e|ed|es|ison)\b", re.I
)
_ITS_NEIGHBOURS = re.compile(r"\b(?:its|their)(?= (?:own )?stat(?:istical|s|\.)?\s+neighbou?rs?\b)", re.I)
_THERE = re.compile(
    r"(?<!\bis)(?<!\bare)(?<!\bwas)(?<!\bwere)(?<!\bbe)\s+\bthere(?=\s*(?:$|[?.,;]|(?:in|at|since|too|then)\b))", re.I
)
_THAT_YEAR = re.compile(
    r"\b(?:in |for |during )?(?:that|the same) year\b|\b(?:at (?:that|the) time|back then)(?=\W*$)", re.I
)
_IMPERSONAL = re.compile(
    r"\bit(?:['’]s)? (?:(?:is|was|been) )?"
    r"(?:said|true|right|possible|likely|clear|legal|lawful|common|normal|usual|decided|known|important)\b"
    r"|\bthis (?:year|month|week)\b",
    re.I,
)
_END = r"(?=\s*(?:$|[?.,;]))"
_REFERENCES = (
    (re.compile(rf"\b(?:they|it|{_SAME_PAPER}) (?={_SAYS})", re.I), "ofsted "),
    (re.compile(rf"\b(?:according to|in|at|from|of|by|during|after) {_SAME_PAPER}", re.I), " "),
    (re.compile(r"(?<=\bled) (?:it|that)(?=\W*$)", re.I), " the inspection"),
    (re.compile(r"\b(?:it|that)(?= (?:published|released|issued)\b)", re.I), "the report"),
    (re.compile(r"(?<=\bwhen was) (?:it|that)(?=\W*$)", re.I), " the inspection"),
    (_THERE, " "),
)
_ITEM = r"(?:one|report|inspection|visit|letter)"
# References to a time, each with its meaning in words, and whether it asks for the latest document of that time.
_REFERENCES_TO_TIME = tuple(
    (re.compile(pattern, re.I), meaning, is_previous)
    for pattern, meaning, is_previous in (
        (
            rf"\bthe {_ITEM} before(?: that| this)?{_END}|\bthe (?:previous|preceding) {_ITEM}\b",
            "before {first}",
            True,
        ),
        (
            rf"\b(?:in )?the (?:year before(?: that| this)?{_END}|(?:previous|preceding) year\b)|\ba year earlier\b",
            "in {year_before}",
            False,
        ),
        (
            rf"\b(?:in )?the (?:year after(?: that| this)?{_END}|(?:following|next) year\b)|\ba year later\b",
            "in {year_after}",
            False,
        ),
        (
            r"\bsince(?: (?:then|that))?(?=\s*(?:$|[?.,;]))|\bsince (?:then|that)\b",
            "since {last}",
            False,
        ),
        (
            rf"\bafter (?:that|this|then){_END}|\bafterwards{_END}|\b(?:later|subsequent)(?= (?:{_ITEM}s|ones)\b)"
            rf"|\bthe next {_ITEM}\b",
            "after {last}",
            False,
        ),
        (
            rf"\bbefore(?: (?:that|this|then))?{_END}|^\W*(?:earlier|previously){_END}",
            "before {first}",
            False,
        ),
    )
)


@dataclass(frozen=True)
class Restated:
    """A follow-up that stands alone, and what it asks and refers to.

    Attributes:
        text: the question without its opening, with the years named that it refers to.
        resolved: the same, with all else that it refers to named or left out.
        opens_as_follow_up: it opens with "and", "what about" or the like.
        refers_back: it refers to a report, a year, a place or a finding named before.
        has_question_word: it opens with "what", "is" or the like.
        may_omit_topic: it may leave out what it asks: "was Kent?", "how does Kent compare with Essex?".
        asks_for_definition: it asks what a term means.
        refers_to_council: it refers to the council of the question before.
        about_all: it asks about every authority.
        about_others: it asks about every authority except those named before.
        about_any_year: it asks about every year.
        asks_to_compare: it asks for a comparison with what was asked before.
        asks_for_previous: it asks for the latest document from before those years.
        asks_what_else: it opens with "what else".
    """

    text: str
    resolved: str
    opens_as_follow_up: bool
    refers_back: bool
    has_question_word: bool
    may_omit_topic: bool
    asks_for_definition: bool
    refers_to_council: bool
    about_all: bool
    about_others: bool
    about_any_year: bool
    asks_to_compare: bool
    asks_for_previous: bool
    asks_what_else: bool


def restate(question: str, years: Sequence[int], authorities: Sequence[str] = ()) -> Restated:
    """Name what a follow-up refers to.

    Args:
        years: the years from which "before that" and "since then" count; without them such words stay as they are.
        authorities: those of the question before, which "its statistical neighbours" may refer to.
    """
    opening = _OPENING.match(question)
    text = question[opening.end() :] if opening else question
    if len(authorities) == 1:
        text = _ITS_NEIGHBOURS.sub(f"{authorities[0]}'s", text)
    dated, asks_for_previous = _name_years(text, years)
    without_year = _THAT_YEAR.sub(" ", dated)
    resolved = _ASKS_TO_COMPARE.sub("in", without_year)
    for pattern, words_meant in _REFERENCES:
        resolved = pattern.sub(words_meant, resolved)
    asks_to_compare = bool(_ASKS_TO_COMPARE.match(text))
    is_resolved = without_year != text or resolved != without_year
    return Restated(
        text=dated,
        resolved=_SAME_TOPIC.sub(" ", _ABOUT_ANY_YEAR.sub(" ", _ABOUT_ALL.sub(" ", resolved))).strip() or "?",
        opens_as_follow_up=bool(opening and opening["opening"]),
        refers_back=asks_to_compare or is_resolved or bool(_SAME_TOPIC.search(text)),
        has_question_word=bool(_QUESTION_WORD.match(text)),
        may_omit_topic=bool(_MAY_OMIT_TOPIC.search(text)),
        asks_for_definition=bool(_ASKS_FOR_DEFINITION.match(text)),
        refers_to_council=bool(_REFERS_TO_COUNCIL.search(text)),
        about_all=bool(_ABOUT_ALL.search(text)),
        about_others=bool(_ABOUT_OTHERS.search(text)),
        about_any_year=bool(_ABOUT_ANY_YEAR.search(text)),
        asks_to_compare=asks_to_compare,
        asks_for_previous=asks_for_previous,
        asks_what_else=bool(re.match(r"\W*what else\b", text, re.I)),
    )


def has_unexplained_pronoun(text: str) -> bool:
    """True if a pronoun comes before anything that it could stand for: "what were their caseloads?"."""
    for word in words(_IMPERSONAL.sub("children", text)):
        if word in PRONOUNS:
            return True
        if word not in BEFORE_A_PRONOUN:
            return False
    return False


def _name_years(text: str, years: Sequence[int]) -> tuple[str, bool]:
    """Name the years that a text refers to; True if it asks for the latest document from before them."""
    if not years:
        return text, False
    first, last = min(years), max(years)
    for pattern, meaning, is_previous in _REFERENCES_TO_TIME:
        years_meant = meaning.format(first=first, last=last, year_before=first - 1, year_after=last + 1)
        dated = pattern.sub(years_meant, text, count=1)
        if dated != text:
            return dated, is_previous
    return text, False
