"""What counts as a figure in a text: a number of things, a share, a length of time, how often, a sum of money, a contact."""

import re

from ingest.dates import MONTH
from qa.question import Measure

_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_WORDS = (
    "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|"
    + _TENS
)
_NUMBER = rf"(?:\d[\d,.]*\d|\d|\b(?:{_WORDS})\b)"
_ONE_OR_MORE = rf"(?:{_NUMBER}|\bone\b)"
_TIME = r"(?:minute|hour|day|night|week|month|year|term)"
_DURATION = re.compile(
    rf"(?<!\w){_ONE_OR_MORE}(?:[-–+]?\s*(?:to|and|or|[-–/,])\s*{_ONE_OR_MORE})*[-–\s]+"
    rf"(?:working |calendar |school |consecutive )?{_TIME}s?\b(?P<age>[- ]olds?\b| of age\b)?",
    re.I,
)
# Numbers that count nothing, whatever stands beside them.
_NOT_A_COUNT = tuple(
    re.compile(pattern, flags)
    for pattern, flags in (
        (
            rf"\b\d{{1,2}}(?:st|nd|rd|th)?(?: (?:to|and|or|[-–]) \d{{1,2}}(?:st|nd|rd|th)?)? {MONTH}\b(?: \d{{4}})?",
            re.I,
        ),
        (r"\b(?:19|20)\d\d(?:\s?[–/−-]\s?\d\d(?:\d\d)?)?\b", re.I),  # a year
        (r"\b\d+(?:st|nd|rd|th)\b", re.I),
        (r"\b\d{1,2}(?:[.:]\d\d)?\s?[ap]m\b|\b24/7\b", re.I),
        # "section 47", "Year 11", "key stage 2"
        (
            r"\b(?:sections?|regulations?|stages?|pages?|paragraphs?|phases?|levels?|tiers?|years?|outcomes?|parts?|chapters?"
            r"|annex(?:es)?|grades?|bands?|priority) (?:\d+|one|two|three|four|five)(?:(?:,| to| and| or) \d+)*\b",
            re.I,
        ),
        (r"\b[A-Z]\w*-\d+\b", 0),  # "COVID-19"
        (r"(?<=[a-z][.,;:)])\d{1,2}\b(?![\d.,]*\d)", 0),  # the mark of a footnote
        (r"^\W*\d{1,2}[.)]\s", 0),  # the number of an item
    )
)
# Ages. "Over 21" is one where no noun follows that it could count.
_AGES = re.compile(
    rf"\b(?:aged?|ages?(?: of)?) {_NUMBER}(?:[-–\s]+(?:to|and|or)?\s*{_NUMBER})*"
    r"|\bpost[- ]?\d\d\b|\b\d\d ?\+|\b0(?:[-–]| to )\d+\b|\b\d0s\b"
    r"|\b(?:over|under|above|below|beyond|past|until|after|before|to|at|turn(?:s|ed|ing)?|reach(?:es|ed|ing)?"
    r"|approach(?:es|ed|ing)?|between|from|is|are|was|were|be|being|becom(?:e|es|ing))"
    r" (?:the age of )?(?:1\d|2[0-5]|[1-9])(?: (?:and|to|or) (?:1\d|2[0-5]))?\b(?![\d,.]*[\d%])"
    r"(?! (?:per|of|out|children|young|people|staff|famil|\w+s\b))",
    re.I,
)
_COUNT = re.compile(
    rf"(?<![\w.]){_NUMBER}(?![a-z])|%|\b(?:dozens?|half|halves|thirds?|quarters?|hundreds?|thousands?|million|none|(?:just|only) one)\b"
    r"|\bthere (?:are|were)(?: currently)? no\b|^no\b",
    re.I,
)
_SHARE = re.compile(
    rf"%|\bper ?cent\b|\b(?:half|thirds?|quarters?|fifths?)\b|{_NUMBER} (?:in|out of|of) (?:the |every )?{_NUMBER}|\bper (?:10|1),?000\b",
    re.I,
)
_FREQUENCY = re.compile(
    rf"\b(?:(?:daily|weekly|fortnightly|monthly|quarterly|termly|annual(?:ly)?|yearly)|every (?:\w+ )?{_TIME}s?|once|twice"
    rf"|{_NUMBER} times|times an? {_TIME})\b",
    re.I,
)
_MONEY = re.compile(r"[£€$]|\b(?:pounds|pence|million)\b", re.I)
_CONTACT = re.compile(r"@|https?:|www\.|\b0\d{2,4} ?\d{3}")
_OTHERS = {
    Measure.MONEY: _MONEY,
    Measure.CONTACT: _CONTACT,
    Measure.FREQUENCY: _FREQUENCY,
}


def holds_figure(measure: Measure, text: str, asked: str = "") -> bool:
    """True if a text holds a figure of this kind.

    Args:
        asked: the words of the question; a number that stands there is not the answer ("how many care leavers over 21 …?").
    """
    if measure in _OTHERS:
        return bool(_OTHERS[measure].search(text))
    if measure is Measure.DURATION:
        return any(not match["age"] for match in _DURATION.finditer(text))
    left = _without(asked, text)
    return bool((_SHARE if measure is Measure.SHARE else _COUNT).search(left))


def _without(asked: str, text: str) -> str:
    """A text without the numbers that count nothing, and those that the question names."""
    for pattern in (*_NOT_A_COUNT, _DURATION, _AGES):
        text = pattern.sub(" ", text)
    for number in set(re.findall(_NUMBER, asked, re.I)):
        text = re.sub(rf"(?<!per )(?<![\w,.]){re.escape(number)}(?![\w]|[,.]\d)", " ", text, flags=re.I)
    return text
