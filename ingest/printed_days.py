"""The forms in which documents print a day, each read as its day, month and year.

The forms are matched here and not by dateutil or dateparser: those fill what the words leave out with today's date, read
"2025-03-04" as 3 April where the day comes first, and do not say where in the text the words stand.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

_NAMES = "january february march april may june july august september october november december".split()
MONTHS = {name: number for number, name in enumerate(_NAMES, 1)} | {
    name[:3]: number for number, name in enumerate(_NAMES, 1)
}
MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
NAMED_MONTH = rf"(?:(?:{'|'.join(_NAMES)})(?![a-z])|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)(?![a-z])\.?)"
WEEKDAY = r"(?:mon|tue|wed|thu|fri|sat|sun)(?:s|nes|rs|ur)?(?:day)?(?![a-z])\.?"
YEAR = r"(?:(?:19|20)(?:\d\d|\s\d\d|\d\s\d)|2\s0\d\d)(?!\d)"  # a PDF can break a figure: "20 23"
_ONES = "one two three four five six seven eight nine".split()
_TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth"
    " sixteenth seventeenth eighteenth nineteenth twentieth twenty-first twenty-second twenty-third twenty-fourth"
    " twenty-fifth twenty-sixth twenty-seventh twenty-eighth twenty-ninth thirtieth thirty-first"
).split()
_SPELT_DAY = "|".join(sorted(_ORDINALS, key=len, reverse=True)).replace("-", r"[\s-]")
_ONE, _TEEN = "|".join(_ONES), "|".join(_TEENS)
_SPELT_YEAR = (
    r"(?:twenty|two\sthousand(?:\sand)?)[\s-]"
    rf"(?:{_TEEN}|twenty(?:[\s-](?:{_ONE})(?![a-z]))?|{_ONE})(?![a-z])"
)
TH = r"(?:\s?(?:st|nd|rd|th)(?![a-z]))?"
DAY = rf"\d\d?(?!\d){TH}"
JOIN = (
    r"(?:[,;]?\s*(?:&|and|to|until|till|through|up\sto|[-–—])|[,;])(?![a-z])\s*"
    rf"(?:(?:on|from|between|again|then|also|including|the)\s+){{0,3}}(?:{WEEKDAY},?\s+)?(?:the\s+)?"
)
_WHOLE = re.compile(
    rf"""(?<![\w£])(?<![\d/][.:/])(?:
    (?P<iso>(?P<iy>(?:19|20)\d\d)(?P<s1>[-/.])(?P<im>\d\d?)(?P=s1)(?P<id>\d\d?)(?![\d/]|[-.]\d))
    |(?P<figures>(?P<fd>\d\d?)(?:\s/\s(?P<fm1>\d\d?)\s/\s|(?P<s2>[-/.])(?P<fm2>\d\d?)(?P=s2))
        (?P<fy>(?:19|20)?\d\d)(?![\d/]|[-.]\d))
    |(?P<d>\d\d?){TH}(?:\sday)?(?:\s?of(?=\s))?(?P<s3>[\s/.-]{{0,2}})(?P<m>{NAMED_MONTH})
        (?:[,/.-]?\s?,?\s?(?P<y>{YEAR})|(?:(?P=s3)(?<=[-/])|,?\s['’])(?P<sy>\d\d)(?!\d))?
    |(?P<spelt>(?P<so>{_SPELT_DAY})\s(?:day\s)?(?:of\s)?(?P<sm>{NAMED_MONTH}),?\s(?P<syear>{_SPELT_YEAR}))
    |(?P<am>{NAMED_MONTH})\s(?P<ad>\d\d?)(?!\d|[.:]\d\d|\s?[ap]\.?m){TH}
        (?:\s?{JOIN}(?P<ad2>\d\d?)(?!\d|[.:]\d\d){TH})?(?!\s+(?:{NAMED_MONTH}|\d\d(?!\d)))(?:,?\s(?P<ay>{YEAR}))?
    )""",
    re.I | re.X,
)
_BROKEN = re.compile(r"(?:^|\b(?:on|from|to|and|between|until|of|dates?)|[-–—:])[ ]*([123])[ ]$", re.I)


@dataclass(frozen=True)
class Part:
    """A day of a chain; what its words leave out is None."""

    day: int
    month: int | None = None
    year: int | None = None


@dataclass(frozen=True)
class Run:
    """The days of one match, in the order of the text: one, or two as in "November 14 to 25"."""

    start: int
    end: int
    parts: tuple[Part, ...]


def month_number(word: str) -> int | None:
    """Give 1 to 12 for a month's name or usual abbreviation, None for any other word."""
    word = word.lower().rstrip(".")
    return MONTHS.get(word) or (MONTHS.get("sep") if word == "sept" else None)


def find_runs(text: str) -> Iterator[Run]:
    """The days that have a month."""
    for match in _WHOLE.finditer(text):
        parts = _read(match)
        named = match["m"] or match["am"] or match["sm"]
        if parts and not (named and parts[0].year is None and named.islower()):  # "paragraph 12 may be"
            start, first = match.start(), parts[0]
            broken = _BROKEN.search(text, max(0, start - 20), start) if match["d"] and first.day < 10 else None
            if broken and int(broken[1] + match["d"]) <= 31:
                start, first = broken.start(1), replace(first, day=int(broken[1] + match["d"]))
            yield Run(start, match.end(), (first, *parts[1:]))


def _read(match: re.Match[str]) -> tuple[Part, ...]:
    """The days of a match; two for "November 14 to 25"."""
    if match["iso"]:
        return (Part(int(match["id"]), int(match["im"]), int(match["iy"])),)
    if match["figures"]:
        return _read_figures(match)
    if match["d"]:
        return (Part(int(match["d"]), month_number(match["m"]), _year(match["y"] or match["sy"])),)
    if match["spelt"]:
        return (Part(_spelt_day(match["so"]), month_number(match["sm"]), _spelt_year(match["syear"])),)
    month, year = month_number(match["am"]), _year(match["ay"])
    return tuple(Part(int(day), month, year) for day in (match["ad"], match["ad2"]) if day)


def _read_figures(match: re.Match[str]) -> tuple[Part, ...]:
    """The day in figures, day first unless the second figure can only be the day."""
    day, month, year = match["fd"], match["fm1"] or match["fm2"], match["fy"]
    if len(year) == 2 and match["s2"] in (".", "-") and len(day + month) < 4:  # as a section's number may look
        return ()
    if int(month) > 12:
        day, month = month, day
    return (Part(int(day), int(month), _year(year)),)


def _spelt_day(words: str) -> int:
    return _ORDINALS.index(re.sub(r"\s", "-", words.lower())) + 1


def _spelt_year(words: str) -> int:
    """The year of "twenty twenty five", "two thousand and nineteen"."""
    tail = re.split(r"[\s-]", re.sub(r"^(?:twenty|two\sthousand(?:\sand)?)[\s-]", "", words.lower()))
    values = {word: at for at, word in enumerate((*_ONES, *_TEENS, "twenty"), 1)}
    return 2000 + sum(values[word] for word in tail)


def _year(figures: str | None) -> int | None:
    if not figures:
        return None
    year = int(re.sub(r"\s", "", figures))
    return year if year > 99 else year + (2000 if year < 70 else 1900)
