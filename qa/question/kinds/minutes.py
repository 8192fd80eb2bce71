"""Whether a question asks for the minutes of council meetings, not for what inspectors say of such meetings."""

import re
from collections.abc import Iterator, Sequence

from qa.question.spans import Span
from qa.question.times.moments import MONTH

_MEETING_BODY = (
    r"(?:(?:(?:children['’]?s|joint|overview|people) )?(?:and |& )?(?:overview (?:and|&) )?scrutiny|council(?:['’]s)?|cabinet"
    r"|corporate parenting|improvement)"
)
_GROUP = r"(?:sub-?committee|committee|panel|board|commission|meeting|select committee)"
_SPOKE = (
    r"(?:say|said|ask(?:ed)?|resolve[ds]?|vote[ds]?"
    r"|look(?:ed)? (?:at|into)|consider(?:ed)?|examine[ds]?|receive[ds]?"
    r"|rais(?:e|ed)|discuss(?:ed)?|debated?|hear|heard|noted?|agreed?|told|decided?|approved?"
    r"|recommend(?:ed)?|worried|concerned|comment(?:ed)?|want(?:ed)?|complain(?:ed)?|think|thought|respond(?:ed)?|make|made)"
)
_NEWEST = "latest|recent|newest|earliest|oldest|first|previous|older|earlier"
_COUNCIL_MINUTES = re.compile(rf"\b(?:the )?{_MEETING_BODY} (?:{_GROUP} )*minutes\b", re.I)
# "Minutes" alone may also be a length of time, or the notes of a conference about a child.
_MINUTES_ALONE = re.compile(
    rf"\b(?:the )?minutes of (?:the |a |its |their )?(?:[\w’']+ )??{_MEETING_BODY}(?: {_GROUP})*\b"
    r"|\bthe minutes\b|^\W*minutes\b|\bminutes(?= (?:about|say|says|said|mention|record|note|show|since|from"
    rf"|(?:(?:in|of|for|between|before|after|until|dated|during) )*(?:(?:\d\d? )?{MONTH} )?(?:19|20)\d\d)\b)"
    r"|\bminutes(?= (?:and|or|&) (?:the )?(?:news|letters|reports|papers|articles)\b)"
    r"|\b(?:what|which|anything|nothing)\b[^?,]{0,40}?\b(?P<verb>minuted)\b"
    r"|\bminutes(?= (?:only|alone|excluded|excepted|omitted|aside|left out|(?:are )?not (?:included|counted|wanted|needed))\b)"
    rf"|\b(?:{_NEWEST}|no|do|does|did|have|has|which|only|excluding|except|without|council|committee"
    rf"|include|show|from|but|bar|save|minus|besides|neither|nor|not|(?:not|nor) (?:in|only|just)|its|(?:19|20)\d\d"
    r"|(?:this|last) (?:year|month|week|quarter)['’]?s|(?:is|are|was|were)n['’]?t|skip|exclude|omit|leave out"
    r"|other than|(?:news|letters|reports|papers) (?:or|and))\s+(?P<after>minutes)"
    r"(?! (?:but (?:hours|days|seconds)|late|early|away|long|per|each|every|a|walk|wait|drive|before|after|later|earlier)\b)\b"
    r"|\bminutes\b(?P<bare>)",
    re.I,
)
_LENGTH_OF_TIME = re.compile(
    r"(?:\d|\b(?:few|several|many|within|last|five|ten|fifteen|twenty|thirty|forty|sixty|ninety|of|take|additional|extra|spare))[ -]+$",
    re.I,
)
_ABOUT_A_CASE = re.compile(
    r"\b(?:conferences?|core groups?|strategy|reviews?|supervision|child protection|famil(?:y|ies)|parents|visits?|shared|distributed|"
    r"circulated|taken|typed|late|team meetings?|quality of|timely|drive|walk|away|calls?|answered|wait\w*)\b",
    re.I,
)
_MEETING = re.compile(
    rf"\b(?:the )?(?:(?:children['’]?s )?(?:overview (?:and|&) )?scrutiny {_GROUP}s?|overview (?:and|&) scrutiny|"
    r"cabinet (?:meetings?|papers?|decisions?)|(?:full )?council meetings?|committee (?:meetings?|papers))(?: meetings?)?\b",
    re.I,
)
_SPEAKERS = re.compile(
    rf"\b(?:(?:the )?(?:councillors|cllrs|(?:elected|council|committee|scrutiny) members"
    rf"|(?<!family )(?<!staff )(?<!team )(?<!board )(?<!panel )(?<!partner )(?<!cabinet )(?<!of )(?:the )?members"
    rf"|scrutiny|cabinet|the committee)"
    rf"|(?:the )?members of the (?:\w+ )?{_MEETING_BODY}(?: {_GROUP})?)(?=(?: have| had| been)? {_SPOKE}\b)"
    rf"|\b(?:councillors|cllrs|members)['’](?= (?:questions|concerns|comments|views|worries))",
    re.I,
)
_HEARD_BY = re.compile(
    r"\b(?:told|reported to|presented to) (?P<members>councillors)\b"
    r"|\b(?:reported to|presented to|taken to|told|at|by|before|to) (?:the )?(?P<body>scrutiny|cabinet|full council)\b"
    r"(?! members?\b| oversight)",
    re.I,
)
_INSPECTORS = re.compile(r"\b(?:ofsted|inspectors?)\b", re.I)
_APPRAISAL = re.compile(
    r"\bhow (?:effective|well|good|strong|robust|rigorous)\b|\beffective(?:ness|ly)?\b|\brole of\b"
    r"|\bpolitical\b|\bquality of\b|\bchalleng\w+",
    re.I,
)


def find_minutes(text: str, places: Sequence[Span] = ()) -> list[Span]:
    """Find the words that ask for the minutes of council meetings.

    Args:
        places: spans of authorities and regions: "Devon minutes" are those of a council.
    """
    return sorted({*_documents(text, places), *_meetings(text)})


def _documents(text: str, places: Sequence[Span]) -> Iterator[Span]:
    yield from (match.span() for match in _COUNCIL_MINUTES.finditer(text))
    for match in _MINUTES_ALONE.finditer(text):
        names_body = re.search(_MEETING_BODY, match.group(), re.I)
        follows_place = any(re.fullmatch(r"(?:['’]s?)?\s", text[end : match.start()]) for _, end in places)
        if match["verb"]:
            yield match.span("verb")
            continue
        if match["bare"] is not None and not follows_place:
            continue
        if (
            match["after"]
            or names_body
            or not (_LENGTH_OF_TIME.search(text, 0, match.start()) or _ABOUT_A_CASE.search(text))
        ):
            yield match.span("after") if match["after"] else match.span()


def _meetings(text: str) -> Iterator[Span]:
    """Find what a committee or its members said; what inspectors say of a committee is in their own reports."""
    if _APPRAISAL.search(text):
        return
    inspectors = _INSPECTORS.search(text)
    for pattern in (_MEETING, _SPEAKERS, _HEARD_BY):
        for match in pattern.finditer(text):
            if not inspectors or match.start() < inspectors.start():
                yield match.span(match.lastgroup) if match.lastgroup else match.span()
