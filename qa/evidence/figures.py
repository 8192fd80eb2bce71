"""Questions that ask for a figure: whether the search results give one."""

import re
from collections.abc import Sequence

from index import Index, SearchResult
from ingest.dates import MONTH
from qa.evidence.quotable import quotable_spans
from qa.evidence.relevance import Topic, TopicSimilarity, stems

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
# Numbers that count nothing: days, years, ages, sections of an act.
_NOT_A_COUNT = re.compile(
    rf"\b\d{{1,2}}(?:st|nd|rd|th)? {MONTH}\b(?: \d{{4}})?|\b(?:19|20)\d\d(?:[–/-]\d\d)?\b"
    r"|\b(?:sections?|stage|aged?|page|phase) \d+(?: (?:to|and|or) \d+)?",
    re.I,
)
_FIGURE = re.compile(
    r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|dozens?|half|thirds?|quarters?"
    r"|hundreds?|thousands?|million|none|(?:daily|weekly|fortnightly|monthly|quarterly|annual)(?:ly)?)\b",
    re.I,
)
# A sentence's similarity in meaning plus half its coverage must reach this, for its figure to be the one asked for. In the
# evaluation, answerable questions for a figure reach 0.73 or more, and unanswerable ones 0.68 at most.
_NEAR = 0.7
_WORDS_FOR_A_FIGURE = "percentage proportion number share rate"
_ASKS_CONTACT = re.compile(
    r"\b(?:phone|telephone|mobile) number\b|\be-?mail(?: address)?\b|\b(?:postal|web) address\b", re.I
)
_CONTACT = re.compile(r"@|https?:|www\.|\b0\d{2,4} ?\d{3}")


def asks_for_figure(question: str) -> bool:
    """True if a question asks for a figure, a telephone number or an address, and for nothing else."""
    return bool(_ASKS_CONTACT.search(question) or (_ASKS.search(question) and not _ASKS_MORE.search(question)))


def find_figures(index: Index, question: str, topic: Topic, results: Sequence[SearchResult]) -> list[str]:
    """Find the sentences in the results that are close to the question and hold a figure of the kind that it asks for."""
    similarity = TopicSimilarity(index, topic.text, results)
    # A figure beside a word that no passage uses would count something else.
    counted = {word for word, weight in topic.weights.items() if weight >= 1} - stems(_WORDS_FOR_A_FIGURE)
    return [
        text
        for result in results
        for start, end in quotable_spans(result.passage)
        if holds_figure(question, text := result.passage.text[start:end])
        and counted <= stems(text)
        and similarity(result, start, end) + topic.coverage(text) / 2 >= _NEAR
    ]


def holds_figure(question: str, text: str) -> bool:
    """True if a text holds a figure of the kind that a question asks for."""
    if _ASKS_CONTACT.search(question):
        return bool(_CONTACT.search(text))
    if _ASKS_MONEY.search(question):
        return bool(_MONEY.search(text))
    return bool(_FIGURE.search(_NOT_A_COUNT.sub("", text)))
