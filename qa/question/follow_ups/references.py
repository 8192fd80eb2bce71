"""What a follow-up refers to in the question and the answer before: a time, a document, a place, the topic, what was asked."""

import re
from dataclasses import dataclass
from enum import StrEnum

from ingest import Grade, Kind, read_grade
from qa.question.follow_ups.asked import read_asked
from qa.question.follow_ups.times_meant import Time, TimeMeant, read_time
from qa.question.intent import FactsAsked, Purpose
from qa.question.intent.facts import NO_FACTS
from qa.question.scope import LATEST, Judged, Pick
from qa.question.spans import Span
from qa.question.vocabulary import GRADE


class Place(StrEnum):
    """The places that a follow-up can mean without naming one."""

    SAME = "the council of the question before"
    OTHERS = "every other council"
    ALL = "every council"


@dataclass(frozen=True)
class References:
    """What a follow-up refers to.

    Attributes:
        time: counted from the time asked about before, or from the documents quoted.
        kinds: the kinds that go with it: "the visit before that".
        any_kind: what came after may be told in documents of any kind.
        document: the place of one quoted document in the answer before, from 0: "the second one".
        pick: which of the documents are meant: "the latest one only".
        all_documents: no order picks among them: "all of them".
        place: a place that it means without naming it.
        ours: it speaks of "we" and "our council".
        neighbours: it speaks of "its statistical neighbours".
        topic: it refers to the topic, or to something else that was said before.
        purpose: what it asks for by referring: "what happened next?".
        facts: those that it asks of the document before: "who led it?".
        judged: grades that narrow what was found: "just the inadequate ones".
        compares: it sets what was asked before beside something else.
        narrows: it keeps a part of what was found: "which of them are in London?".
        leaves_out: it takes the places that it names out of what was found: "drop York".
        asks_more: it asks what else was said.
        spans: the words that refer, which are no part of a topic.
        papers: the words that stand for a document or for inspectors: "what did they say about …".
    """

    time: Time | None = None
    kinds: tuple[Kind, ...] = ()
    any_kind: bool = False
    document: int | None = None
    pick: Pick | None = None
    all_documents: bool = False
    place: Place | None = None
    ours: bool = False
    neighbours: bool = False
    topic: bool = False
    purpose: Purpose | None = None
    facts: FactsAsked = NO_FACTS
    judged: tuple[Judged, ...] = ()
    compares: bool = False
    narrows: bool = False
    leaves_out: bool = False
    asks_more: bool = False
    spans: tuple[Span, ...] = ()
    papers: tuple[Span, ...] = ()

    @property
    def refers(self) -> bool:
        """True if it leans on the question or the answer before, other than by its place."""
        by_words = self.topic or self.compares or self.narrows or bool(self.papers) or bool(self.facts.names)
        by_part = self.time or self.pick or self.judged or self.purpose or self.document is not None
        return bool(by_words or by_part or self.all_documents)


_THAT = r"(?:this|that|it|them|these|those)"
_THAT_TIME = re.compile(
    r"\b(?:in |for |during )?(?:that|the same) year\b|\b(?:at (?:that|the) time|back then)(?=\W*$)", re.I
)
_ABOUT_OTHERS = re.compile(
    r"\b(?:(?:any|some|all|most|many|the|which|what|no) )?other (?:local authorities|local authority|councils?|authorit(?:y"
    r"|ies)|las?|areas|places)\b"
    r"|\b(?:do|did|have|has|had|are|were|which|any|about|in|from|for|with|among|than) (?:the )?others\b|\balone in (?:this|that)\b"
    r"|\b(?:the )?rest of (?:the country|england)|\b(?:some|any|every)?where else\b|\belsewhere\b|\b(?:who|whom|anyone|anybody"
    r"|everyone) else(?:['’]s)?\b"
    rf"|\bis {_THAT} (?:an? )?(?:common|typical|widespread|unusual|unique|rare|peculiar)\b|\bthe only (?:ones?|councils?"
    rf"|authority|place)\b",
    re.I,
)
_ABOUT_ALL = re.compile(
    r"\b(?:nationally|national picture|across (?:england|the country|the board)|in england|everywhere|anywhere(?! else)"
    r"|who (?:has|have|had) (?:also )?solved|(?:all|any|most|many|which|what|how many|of the|do|did|can|could|should|have"
    r"|are|were|good|better|strong|outstanding|inadequate)"
    r" (?:of the )?(?:local authorities|councils|authorities|las|areas|places))\b",
    re.I,
)
_SAME_COUNCIL = re.compile(
    r"\b(?:the|this|that) (?:council|(?:local )?authority|borough|la)\b(?! (?:of|tax|in)\b)", re.I
)
_OURS = re.compile(
    r"\b(?:we|us|our|ours|ourselves)\b(?! (?:know|understand))|\b(?:my|our) (?:own )?(?:council|authority|borough|county|city"
    r"|la|area|patch)\b",
    re.I,
)
_OURSELVES = re.compile(
    r"\b(?:ours|us|ourselves|our (?:own|council|authority|area)|my (?:council|authority|area))\b(?=\W*$)", re.I
)
_TELLS_US = re.compile(r"\b(?:tell|told|tells|show|shown|give) us\b|\bdo we know\b", re.I)
_ITS_NEIGHBOURS = re.compile(r"\b(?:its|their)(?= (?:own )?stat(?:istical|s|\.)?\s+neighbou?rs?\b)", re.I)
_THERE = re.compile(
    r"(?<!\bis)(?<!\bare)(?<!\bwas)(?<!\bwere)(?<!\bbe)\s+\bthere(?=\s*(?:$|[?.,;]|(?:in|at|since|too|then)\b))", re.I
)
_COMPARES = re.compile(
    rf"^\W*(?:how (?:does|did|do) (?:{_THAT}|they) )?compared? (?:{_THAT} )?(?:with|to|against)\b", re.I
)
_PAPER = r"(?:(?:ofsted|ilacs|inspection|visit) )*(?:reports?|inspections?|letters?|visits?|document)"
_SAME_PAPER = rf"(?:(?:that|this|the same) {_PAPER}|the (?:report|inspection|letter|visit)(?! (?:of|to|in|at|on|report|letter)\b))"
_SAYS = r"(?:say|said|find|found|think|thought|report|describe|state|conclude|mention|note|recommend|ask|want|judge|see|saw)\b"
_SPEAKER = re.compile(rf"\b(?:they|it|{_SAME_PAPER})(?= {_SAYS})", re.I)
_IN_PAPER = re.compile(rf"\b(?:according to|in|at|from|of|by|during|after) {_SAME_PAPER}", re.I)
_THE_TOPIC = re.compile(
    r"\b(?:(?:had|have|has|with|by|told|found) )?(?:this|that|these|those|the same|such an?|a similar|similar) "
    r"(?:findings?|problems?|issues?|things?|concerns?|weakness(?:es)?|topic|troubles?|difficult(?:y|ies))\b"
    rf"|\b(?:(?:(?:have|has|had|did|do|does) )?(?:also )?(?:struggl\w+|suffer\w*|grappl\w+|coped?|troubles?|problems?|difficult\w+) )?"
    rf"(?:about|on|of|with|over|from) {_THAT}(?=\s*(?:$|[?.,;]|(?:in|at|too|as well|before)\b))"
    rf"|\b(?:raised?|reported|reports?|mention(?:s|ed)?|discuss(?:es|ed)?|flag(?:s|ged)?|face[ds]?|note[ds]?|see|seen|saw|find|found|say|said"
    rf"|experienced?|record(?:ed)?|highlight(?:ed)?|identif(?:y|ied)|hit|tried|tackled?|debated?|talked about) {_THAT}"
    r"(?=\s*(?:$|[?.,;]|too\b|as well\b|also\b))"
    r"|\b(?:told|found|said|heard|had|have|do) (?:exactly )?(?:the same|this|that)(?: thing)?(?=\s*(?:$|[?.,;]|too\b|as well\b))",
    re.I,
)
_WHICH_QUOTED = re.compile(
    r"\b(?:the )?(?P<number>first|second|third|fourth|fifth|sixth|1st|2nd|3rd|4th|5th|6th)"
    r" (?:one|of (?:them|these|those)|document|quote|quotation|source|result)\b|\bnumber (?P<digit>[1-9])\b(?=\W*$)",
    re.I,
)
_NUMBERS = "first second third fourth fifth sixth".split()
_LATEST_ONE = re.compile(
    r"\b(?:the |just |only )*(?:latest|last|newest|most recent)(?: (?:one|of (?:them|these|those)))(?: only| alone)?\b",
    re.I,
)
_FIRST_OR_LATEST = re.compile(
    r"^\W*(?:just |only )?the (?:very )?(?:(?P<oldest>first|(?:earliest|oldest|original)(?: one)?)"
    r"|latest|last|newest|most recent)(?: please)?\W*$",
    re.I,
)
_ALL_OF_THEM = re.compile(
    rf"\b(?:in |across |from )?(?:all|any|every one|each) of {_THAT}\b|\ball {_THAT}(?=\W*$)", re.I
)
_NARROWS = re.compile(
    r"^\W*(?:only|just|not|but not|without|except|excluding|leave out|no)\b|\b(?:only|alone)(?: please)?\W*$"
    r"|\b(?:which|how many|any|some|those|one|none|most) of (?:them|these|those)\b|\b(?:those|the ones)\b(?= (?:in|from|that"
    r"|which|rated|with)\b)",
    re.I,
)
_OF_THEM = re.compile(
    r"\b(?:which|any|some|those|one|none|most) of (?:them|these|those)\b|\b(?:the ones|those)(?= (?:in|from|rated)\b)",
    re.I,
)
_GRADED_ONES = re.compile(
    rf"\b(?:the )?(?:(?P<grade>{GRADE})|failing) (?P<noun>ones?|councils|authorities)\b"
    rf"|\b(?:which|any|some|most|how many) of (?:them|these|those) (?:[\w'’]+ ){{0,3}}?(?P<grade_of_them>{GRADE})\b",
    re.I,
)
_WHICH_OF_THEM = re.compile(r"^\W*which (?:ones|of (?:them|these|those))\b", re.I)
_TO_WHAT_WAS_SAID = (_THAT_TIME, _THERE, _IN_PAPER, _THE_TOPIC)
_LEAVES_OUT = re.compile(
    r"^\W*(?:leave (?:out|aside)|drop|forget(?: about)?|ignore|take out|skip|remove|never mind)\b", re.I
)
_ASKS_MORE = re.compile(r"^\W*(?:what|anything|is there anything) else\b", re.I)


def read_references(text: str) -> References:
    """Read what a question refers to, if it follows another.

    Args:
        text: the question without its opening.
    """
    asked, meant = read_asked(text), read_time(text)
    place, place_spans = _place(text)
    quoted, grade = _WHICH_QUOTED.search(text), _GRADED_ONES.search(text)
    latest, whole, compares = _LATEST_ONE.search(text), _ALL_OF_THEM.search(text), _COMPARES.match(text)
    ordinal = _FIRST_OR_LATEST.match(text)
    out = _LEAVES_OUT.match(text)
    narrows = bool(out or _NARROWS.search(text))
    if grade and not (narrows or "one" in (grade["noun"] or "")):  # "what do good authorities do?"
        grade = None
    to_topic = [match for pattern in _TO_WHAT_WAS_SAID for match in pattern.finditer(text)]
    found = [
        *to_topic,
        *_OF_THEM.finditer(text),
        *_OURSELVES.finditer(text),
        *filter(None, (quoted, grade, latest, ordinal, whole, compares, out)),
    ]
    return References(
        time=meant.time or asked.time,
        kinds=meant.kinds,
        any_kind=asked.any_kind,
        document=_quoted_number(quoted) if quoted else None,
        pick=Pick(oldest=True) if ordinal and ordinal["oldest"] else LATEST if latest or ordinal else None,
        all_documents=bool(whole),
        place=place,
        ours=bool(_OURS.search(_TELLS_US.sub(" ", text))),
        neighbours=bool(_ITS_NEIGHBOURS.search(text)),
        topic=bool(to_topic) or asked.leans,
        purpose=asked.purpose or _purpose(text, place, meant),
        facts=asked.facts,
        judged=_judged(grade),
        compares=bool(compares),
        narrows=narrows,
        leaves_out=bool(out),
        asks_more=bool(_ASKS_MORE.search(text)),
        spans=(*meant.spans, *place_spans, *asked.spans, *(match.span() for match in found)),
        papers=tuple(match.span() for match in _SPEAKER.finditer(text)),
    )


def _place(text: str) -> tuple[Place | None, list[Span]]:
    for place, pattern in ((Place.OTHERS, _ABOUT_OTHERS), (Place.ALL, _ABOUT_ALL)):
        if spans := [match.span() for match in pattern.finditer(text)]:
            return place, spans
    return (Place.SAME, []) if _SAME_COUNCIL.search(text) else (None, [])


def _purpose(text: str, place: Place | None, meant: TimeMeant) -> Purpose | None:
    """What is asked for by meaning other places, or what came later."""
    if place is Place.OTHERS or _WHICH_OF_THEM.match(text):
        return Purpose.WHICH
    return Purpose.NEXT_STEP if meant.time is Time.AFTER and meant.is_bare else None


def _quoted_number(quoted: re.Match[str]) -> int:
    number = (quoted["number"] or quoted["digit"]).lower()
    return _NUMBERS.index(number) if number in _NUMBERS else int(number[0]) - 1


def _judged(grade: re.Match[str] | None) -> tuple[Judged, ...]:
    if not grade:
        return ()
    said = grade["grade"] or grade["grade_of_them"]
    named = read_grade(said) if said else Grade.INADEQUATE  # "the failing ones"
    return (Judged((named,)),) if isinstance(named, Grade) else ()
