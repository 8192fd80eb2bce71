"""Questions that ask for a figure: whether what was found gives one."""

import re
from collections.abc import Sequence

from index import Index, SearchResult
from ingest.dates import MONTH
from qa.evidence.choosing import Topic, TopicSimilarity, parts_of, stems

_ASKS = re.compile(
    r"\b(?:how (?:many|much|long|often|old|big|large|tall|far)|(?:what|which) (?:percentage|proportion|number|share)"
    r"|(?:percentage|number|rate) of)\b",
    re.I,
)
_ASKS_MORE = re.compile(
    r"\b(?:what|which|who|why|where)\b(?! (?:percentage|proportion|number|share|rate)).*\bhow\b", re.I
)
_ASKS_MONEY = re.compile(
    r"\bhow much\b.*\b(?:cost|costs|paid|pay|earn\w*|spen[dt]\w*|salary|worth)\b|\b(?:salary|price|cost) of\b", re.I
)
_MONEY = re.compile(r"[£€$]|\b(?:pounds|pence|million)\b", re.I)
# Figures that count nothing: days, years, ages, sections of an act.
_NO_COUNT = re.compile(
    rf"\b\d{{1,2}}(?:st|nd|rd|th)? {MONTH}\b(?: \d{{4}})?|\b(?:19|20)\d\d(?:[–/-]\d\d)?\b"
    r"|\b(?:sections?|stage|aged?|page|phase) \d+(?: (?:to|and|or) \d+)?",
    re.I,
)
_FIGURE = re.compile(
    r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|dozens?|half|thirds?|quarters?"
    r"|hundreds?|thousands?|million|none|(?:daily|weekly|fortnightly|monthly|quarterly|annual)(?:ly)?)\b",
    re.I,
)
# What a figure's sentence must come to for the figure to be the one that is asked for: its similarity in meaning, with half its coverage.
# The answerable questions of the evaluation that ask for a figure reach 0.73 and more, the unanswerable ones 0.68 at most.
_NEAR = 0.7
_ASKED_WORDS = "percentage proportion number share rate"
_ASKS_CONTACT = re.compile(
    r"\b(?:phone|telephone|mobile) number\b|\be-?mail(?: address)?\b|\b(?:postal|web) address\b", re.I
)
_CONTACT = re.compile(r"@|https?:|www\.|\b0\d{2,4} ?\d{3}")


def asks_for_figure(question: str) -> bool:
    """True where a question asks for a figure, or a telephone number or address, and for nothing besides."""
    return bool(_ASKS_CONTACT.search(question) or (_ASKS.search(question) and not _ASKS_MORE.search(question)))


def near_figures(index: Index, question: str, topic: Topic, results: Sequence[SearchResult]) -> list[str]:
    """The sentences of the results that are near the question and hold a figure: a sum, where it asks for one."""
    alike = TopicSimilarity(index, topic.text, results)
    # A figure beside a word that no passage uses would count something else.
    counted = {word for word, weight in topic.weights.items() if weight >= 1} - stems(_ASKED_WORDS)
    return [
        text
        for result in results
        for start, end in parts_of(result.passage)
        if holds_figure(question, text := result.passage.text[start:end])
        and counted <= stems(text)
        and alike(result, start, end) + topic.coverage(text) / 2 >= _NEAR
    ]


def holds_figure(question: str, text: str) -> bool:
    """True where a text holds a figure of the kind that a question asks for."""
    if _ASKS_CONTACT.search(question):
        return bool(_CONTACT.search(text))
    if _ASKS_MONEY.search(question):
        return bool(_MONEY.search(text))
    return bool(_FIGURE.search(_NO_COUNT.sub("", text)))
