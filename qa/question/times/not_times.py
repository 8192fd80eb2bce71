"""Numbers like a year that date no document: in the name of a law, a plan or guidance, in an amount or a count."""

import re

from qa.question.spans import Span
from qa.question.times.moments import YEAR

_NOT_TIMES = re.compile(
    r"\b(?:acts?|regulations?|order|working together(?: to safeguard children)?|code of practice|kcsie"
    rf"|keeping children safe in education|framework)\s*,?\s*\(?{YEAR}\b"
    rf"|\b(?:strategy|plan|programme|framework)(?: for)? {YEAR}\s*(?:[-–—/]|to)\s*\d\d(?:\d\d)?\b"
    rf"|\b{YEAR} (?:act|regulations|(?:\w+ )?framework|code of practice|statutory guidance|reforms)\b"
    rf"|[£$€]\s?{YEAR}\b|\b{YEAR}(?:,\d|\.\d|%| per ?cent| pounds)"
    r"|\b(?:over|more than|nearly|almost|around|about|some|fewer than|less than|under|up to|all|the) "
    rf"{YEAR}(?= (?:(?:looked[- ]after )?children|young|people|cases|families|referrals|pupils|students|contacts"
    r"|assessments|(?:foster )?carers|homes|places|placements|days|hours|staff|social workers|care leavers)\b(?!['’]))",
    re.I,
)


def find_not_times(text: str) -> list[Span]:
    """The spans of numbers that look like years and date no document."""
    return [match.span() for match in _NOT_TIMES.finditer(text)]
