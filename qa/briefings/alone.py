"""Words that can be read aloud alone: they point to nothing that was said before them."""

import re

from ingest.sentences import sentence_spans
from qa.evidence.units.leaning import leans

_ANSWERS = re.compile(
    r"\W*(?:in addition|additionally|furthermore|moreover|finally|overall|previously|in the past|historically|as well as this"
    r"|subsequent\w*)\b"
    r"|\W*(?:\w+ ){0,2}(?:also|others?|another|too|again|similar\w*|additional\w*)\b",
    re.I,
)
_POINTS = re.compile(
    r"\b(?:these|this|such) (?!(?:inspection|visit|report|letter|time|year|authority|council|local|area)\b)\w"
    r"|\b(?:therefore|consequently)\b",
    re.I,
)


def stands_alone(quote: str) -> bool:
    """True for whole sentences of which the first points to nothing before it; a lower-case beginning is part of a list."""
    spans = sentence_spans(quote)
    first = quote[slice(*spans[0])] if spans else quote
    whole = quote[:1].isupper() and quote.rstrip("”’)").endswith(".")
    return whole and not (leans(first) or _ANSWERS.match(first) or _POINTS.search(first))
