"""Details that a question may ask for, as they stand in a unit."""

import re

from ingest.dates import MONTH

_WHEN = re.compile(rf"\b\d{{1,2}} {MONTH}|{MONTH} (?:19|20)\d\d|\b(?:19|20)\d\d\b", re.I)

_ASKS_WHAT_WAS_LOOKED_AT = re.compile(
    r"\b(?:look(?:ed|ing)? (?:at|into)|cover(?:ed)?|focus(?:s?ed)?(?: on)?|examined?|reviewed?|evaluated?|scope|about)\b",
    re.I,
)
_VISIT = re.compile(r"\b(?:visit(?:ed)?|inspect(?:ion|ed|ors?)|ofsted|letter|they)\b", re.I)


def asks_what_was_looked_at(question: str) -> bool:
    """True if a question asks what an inspection or a visit looked at."""
    return bool(_ASKS_WHAT_WAS_LOOKED_AT.search(question) and _VISIT.search(question))


def says_when(text: str) -> bool:
    """True if a text holds a day, a month or a year."""
    return bool(_WHEN.search(text))
