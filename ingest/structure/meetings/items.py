"""The numbered items of minutes and agendas."""

import re
from collections.abc import Iterable

_PREFIX = r"(?:(?:agenda )?item|minute)(?: no\.?| number)?"
_NUMBER = r"(?:[A-Z]{1,5}(?:&[A-Z]{1,3})?[ ./-]{0,2})?\d{1,4}[a-z]?(?:/\d{2,4})?(?:[-/]\d{1,3})?"
_ITEM = re.compile(
    rf"(?:(?i:{_PREFIX}) )?(?P<number>{_NUMBER})[.):]{{0,2}}\s*[–—:|-]?\s+(?P<title>[A-Z‘’“'\"].{{1,250}})", re.S
)
_ALONE = re.compile(rf"(?:(?i:{_PREFIX}) )?(?P<number>{_NUMBER})[.):]{{0,2}}")
_DAY = re.compile(r"\d{1,2}(?:st|nd|rd|th)? (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b", re.I)
_YEAR = re.compile(r"(?:19|20)\d\d(?:[-/]\d{2,4})?")
# Capitals and a number that are the name of something else.
_NO_ITEM = re.compile(
    r"(?:COVID|KS|Q|YEAR|PART|STAGE|PHASE|LEVEL|TIER|AGE|STEP|TABLE|PAGE|ANNEX|GCSE|UNDER|PDF|SECTION|S|PRIORITY)[ ./-]{0,2}\d"
)
_NAMED = re.compile(
    r"\((?:agenda )?item (?P<of_meeting>[A-Z]{0,5}\d{1,4}[a-z]?)\.?\)|, item (?P<of_file>[A-Z]{0,5}\d{1,4}[a-z]?)\.",
    re.I,
)
_ATTACHED = re.compile(r"\s*(?:\b(?:pdf|doc|word) icon\b)?\s*\bPDF \d+(?:\.\d+)? ?[KM]B\b.*$", re.I | re.S)

_FILE = re.compile(r"\bPDF \d+(?:\.\d+)? ?[KM]B\b|View as (?:HTML|DOC)|, item [A-Z]{0,5}\d{1,4}[a-z]?\.?$", re.I)


def read_item(text: str) -> tuple[str, str] | None:
    """Give the number and title of an item's heading, None if it has no number; "CYP 17 Early help" gives ("CYP 17", "Early help")."""
    match = _ITEM.fullmatch(text)
    if not match or not _is_number(match["number"]) or _DAY.match(text):
        return None
    return match["number"], without_attachment(match["title"])


def lone_number(text: str) -> str | None:
    """Give the number of a line that holds nothing but an item's number."""
    match = _ALONE.fullmatch(text)
    return match["number"] if match and _is_number(match["number"]) else None


def without_attachment(title: str) -> str:
    """Drop what a committee's web site prints behind a title: "pdf icon PDF 152 KB"."""
    return _ATTACHED.sub("", title).strip() or title


def is_attachment(text: str) -> bool:
    """True for the line of an attached file in a committee's web page."""
    return len(text) < 250 and bool(_FILE.search(text))


def find_only_item(texts: Iterable[str]) -> str | None:
    """Give the number of the one item that a page of a committee's web site is about, None if it names none or several."""
    numbers = {match["of_meeting"] or match["of_file"] for text in texts for match in _NAMED.finditer(text)}
    return numbers.pop() if len(numbers) == 1 else None


def _is_number(number: str) -> bool:
    return not (_YEAR.fullmatch(number) or _NO_ITEM.match(number))
