"""Says when, and for how long, in the words that a count reads."""

import re
from dataclasses import replace

from ingest.dates import MONTH
from qa.counts.asking import Dated
from qa.counts.plainer.plain import Plain

_WHEN = (
    rf"(?=(?:in|during|since|before|after|between|from|by|on) (?:(?:the|early|late|mid) )*(?:{MONTH} )?(?:19"
    rf"|20)\d\d\b)"
)
_ENDED = re.compile(
    rf"\b(?:(?:was|were|had) )?(?:finish(?:ed|ing)|end(?:ed|ing)|conclud(?:ed|ing)|complet(?:ed|ing)|closed) {_WHEN}",
    re.I,
)
_LAST_DAY = re.compile(
    r",? ?\(?(?:going|judging|counted|counting|dated|placed) by (?:the |its |their )?(?:last day|end(?: date)?"
    r"|day (?:it|they) ended"
    r"|final day|closing date)(?: of (?:the |each )?(?:inspection|visit)s?)?\)?,?",
    re.I,
)
_PUBLICATION_DAY = re.compile(
    r",? ?\(?(?:going|judging|counted|counting|dated|placed) by (?:the |its |their )?(?:date|day|year) of publication"
    r"(?: of (?:the |each )?(?:report|letter)s?)?\)?,?",
    re.I,
)
_YEAR_PUBLISHED = re.compile(
    r"\byears? (?:of publication|of publishing|(?:(?:it|they) (?:was|were) |(?:was |were )?)?published"
    r"|that they came out)\b"
    r"|\bpublication years?\b",
    re.I,
)
_YEAR_INSPECTED = re.compile(r"\byears? of (?:the )?inspection\b|\binspection years?\b", re.I)
_PUBLISHED = re.compile(r"\bpublish|\bpublication|\bcame out|\breleased|\bissued", re.I)
_BUT = re.compile(
    r"[,(]? ?\b(?:except(?:ing)?(?: for)?|apart from|other than|but not|not counting|not including|excluding"
    r"|leaving out|leaving aside"
    r"|ignoring|without(?: counting)?|omitting|minus)"
    r" (?:(?:those|the ones|ones|any|all|the|letters|reports|visits|inspections)(?: (?:that|which))? )*"
    rf"(?:(?:were |was )?(?:published|dated|issued|released|from|came out) )*(?:(?:in|from|of|during)"
    rf" )?(?=(?:{MONTH} )?(?:19|20)\d\d\b)",
    re.I,
)
_DAYS_PASSED = re.compile(
    r"\b(?:how many days|how much time|(?:what is )?the (?:average )?number of days(?: that)?)"
    r"(?P<mean>,? on average,?)? ?(?:do(?:es)?|did|had|have|has|is|are|was|were)?"
    r" ?(?:passed|passes|pass|elapsed?|elapses|go(?:es)? by|gone by|went by|there|it take|lies?|lay|separates?|it)?"
    r"(?P<after>,? on average,?)? (?=(?:between|from)\b)",
    re.I,
)
_WAIT = re.compile(
    r"\bhow long (?:was|were|is) (?:there|the (?:wait|gap|time|delay|interval))(?= (?:between|from)\b)", re.I
)


def times(plain: Plain) -> Plain:
    """Say by which day papers are placed in time, which years are left out, and how long something took."""
    text, dated = plain.text, plain.dated
    text = _ENDED.sub("took place ", text)
    if _YEAR_INSPECTED.search(text) and not _PUBLISHED.search(text):
        text, dated = _YEAR_INSPECTED.sub("year", text), Dated.INSPECTED
    text = _YEAR_PUBLISHED.sub("year", text)
    without = _LAST_DAY.sub(" ", text)
    if without != text and not _PUBLISHED.search(text):
        text, dated = without, Dated.INSPECTED
    if dated is not Dated.INSPECTED and "took place" not in text:
        text = _PUBLICATION_DAY.sub(" ", text)
    text = _BUT.sub(", not counting ", text)
    text = _DAYS_PASSED.sub(_how_long, text)
    text = _WAIT.sub("how long did it take", text)
    return replace(plain, text=text, dated=dated)


def _how_long(match: re.Match[str]) -> str:
    mean = "on average" if match["mean"] or match["after"] or "average" in match.group().lower() else ""
    return f"how long did it take {mean} ".replace("  ", " ")
