"""Details that a question may ask for, as they stand in a unit."""

import re

from ingest.dates import MONTH

_WHEN = re.compile(rf"\b\d{{1,2}} {MONTH}|{MONTH} (?:19|20)\d\d|\b(?:19|20)\d\d\b", re.I)


def says_when(text: str) -> bool:
    """True if a text holds a day, a month or a year."""
    return bool(_WHEN.search(text))
