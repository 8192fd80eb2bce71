"""What a question confines itself to, found by rule from closed vocabularies."""

import re
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from rapidfuzz.distance import OSA

from index.catalogue import Record
from index.lexical import STOPWORDS, words
from ingest import Kind
from ingest.authorities import AuthorityNames, Mention, fold, outside_england
from ingest.dates import MONTH, month_number


@dataclass(frozen=True)
class Scope:
    """What a question, or a person's choice of filters, confines an answer to. Empty means unconfined.

    Attributes:
        authorities: official names.
        years: a document belongs to a year if it was inspected or published in it.
        months: `(year, month)` where the question names one in which a document was inspected or published.
        without: official names that the question leaves out ("other than Kent").
        unknown: names that stand where an authority's would and are none that Kloe knows.
    """

    authorities: tuple[str, ...] = ()
    years: tuple[int, ...] = ()
    months: tuple[tuple[int, int], ...] = ()
    kinds: tuple[Kind, ...] = ()
    without: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()

    def documents(self, records: Iterable[Record]) -> list[Record]:
        """The documents that lie inside the scope."""
        return [
            record
            for record in records
            if (not self.authorities or record.authority in self.authorities)
            and record.authority not in self.without
            and (not self.years or set(self.years) & set(record.years))
            and (not self.months or any(_in_month(record, *month) for month in self.months))
            and (not self.kinds or record.kind in self.kinds)
        ]

    def settle_months(self, records: Sequence[Record]) -> "Scope":
        """Keep the months only where each authority asked about has a document of them.

        A month picks the report that is meant; where none bears it ("put aside in April 2022") the year stands.
        """
        held = {record.authority for record in self.documents(records)}
        kept = bool(held) and set(self.authorities) <= held
        return self if kept else replace(self, months=())

    def __str__(self) -> str:
        dates = [f"{date(year, month, 1):%B %Y}" for year, month in self.months]
        parts = [*self.authorities, ", ".join(dates) or _year_words(self.years), *(kind.plural for kind in self.kinds)]
        if self.without:
            parts.append(f"without {', '.join(self.without)}")
        return ", ".join(part for part in parts if part)


@dataclass(frozen=True)
class ParsedQuestion:
    """A question taken apart: its scope, and the topic that is left when the words of the scope are taken out."""

    text: str
    scope: Scope
    topic: str


def _in_month(record: Record, year: int, month: int) -> bool:
    days = [day for day in (record.inspection_start, record.inspection_end, record.published) if day]
    return any((day.year, day.month) == (year, month) for day in days)


def _year_words(years: Sequence[int]) -> str:
    ordered = sorted(years)
    if len(ordered) > 2 and ordered[-1] - ordered[0] == len(ordered) - 1:
        return f"{ordered[0]} to {ordered[-1]}"
    return ", ".join(map(str, ordered))


class QuestionParser:
    """Takes questions apart for one index.

    Args:
        held: the authorities of the index's documents; they count beside the closed list.
        years: the years of the index's documents, by which "since 2019" ends.
        is_word: tells whether the documents use a word, or words one after another. What they use is no misspelling.
    """

    def __init__(self, held: Iterable[str], years: Collection[int], is_word: Callable[[str], bool]) -> None:
        self._names = AuthorityNames(held)
        self._last_year = max(years, default=2100)
        self._first_year = min(years, default=2000)
        self._is_word = is_word
        self._single = {
            name: held[0] for name, held in self._names.by_name.items() if len(name) >= 5 and len(held) == 1
        }

    def parse(self, text: str) -> ParsedQuestion:
        """Find the scope of a question and its topic."""
        mentions = self._names.find(text)
        mentions += self._misspelt(text, mentions)
        left_out = [mention for mention in mentions if _LEFT_OUT.search(text[: mention.start])]
        unknown = self._unknown(text, mentions)
        years, months, dated = self._years(text)
        scope = Scope(
            authorities=tuple(
                dict.fromkeys(m.name for m in sorted(mentions, key=lambda m: m.start) if m not in left_out)
            ),
            years=years,
            months=months,
            without=tuple(dict.fromkeys(mention.name for mention in left_out)),
            unknown=tuple(dict.fromkeys(text[start:end] for start, end in unknown)),
        )
        taken = [(mention.start, mention.end) for mention in mentions] + dated + unknown
        return ParsedQuestion(text, scope, _topic(text, taken))

    def _misspelt(self, text: str, found: Sequence[Mention]) -> list[Mention]:
        """Names with a letter or two wrong, of words that no document uses."""
        mentions = []
        for match in re.finditer(r"[A-Za-z]{5,}", text):
            word = fold(match.group())
            if word in STOPWORDS or any(m.start <= match.start() < m.end for m in found) or self._is_word(word):
                continue
            allowed = 1 if len(word) < 8 else 2
            near = sorted(
                (OSA.distance(word, name, score_cutoff=allowed), official) for name, official in self._single.items()
            )
            if near and near[0][0] <= allowed:
                mentions.append(Mention(near[0][1], match.start(), match.end()))
        return mentions

    def _unknown(self, text: str, found: Sequence[Mention]) -> list[tuple[int, int]]:
        """Where a name that Kloe does not know stands as an authority's does: "Northmere Borough Council"."""
        spans = [(start, end) for start, end, _ in outside_england(text)]
        known = [(mention.start, mention.end) for mention in found] + spans
        body = r"(?:(?:metropolitan|county|city|borough|district|unitary) )*council\b"
        for match in re.finditer(rf"(?:[\w’'-]+ )??([\w’'-]+) {body}", text, re.I):
            name, start = match[1], match.start(1)
            if name.lower() in STOPWORDS | _NO_NAMES or any(first <= start < last for first, last in known):
                continue
            if not self._is_word(f"{name} council") and not self._is_word(f"{name}s council"):
                spans.append((start, match.end()))
        for match in re.finditer(r"\b(?:in|at|about|for|of) ((?:[A-Z][a-z’'-]{3,})(?: [A-Z][a-z’'-]{3,})*)", text):
            name, start = match[1], match.start(1)
            covered = any(first <= start < last for first, last in (*known, *spans))
            if not covered and not month_number(name) and not self._is_word(name):
                spans.append((start, match.end(1)))
        return spans

    def _years(self, text: str) -> tuple[tuple[int, ...], tuple[tuple[int, int], ...], list[tuple[int, int]]]:
        """The years and months meant, and where they stand in the text."""
        years: set[int] = set()
        left_out: set[int] = set()
        months: list[tuple[int, int]] = []
        spans: list[tuple[int, int]] = []
        exact = True  # every date is one month, so that the months are what is meant
        for match in _YEARS.finditer(text):
            spans.append(match.span())
            if match["figure"]:  # "at the end of 2015" dates a figure, not a report
                continue
            first = _year(match["first"] or match["short"])
            last = _year(match["last"], first) if match["last"] else first
            if _LEFT_OUT.search(text[: match.start()]):
                left_out.update(range(first, last + 1))
                continue
            is_range = match["since"] or match["until"] or match["between"] or match["onwards"] or match["last"]
            if match["since"] or match["onwards"]:
                last = max(self._last_year, first)
            elif match["until"]:
                first, last = min(self._first_year, first), first - match["until"].lower().startswith("before")
            years.update(range(first, last + 1) if first <= last else (last, first))
            month = month_number(match["month"]) if match["month"] and not is_range else None
            exact = exact and month is not None
            months += [(first, month)] if month else []
        for match in _RELATIVE.finditer(text):
            spans.append(match.span())
            years.update(_relative(match, date.today().year))
            exact = False
        if left_out:
            years = (years or set(range(self._first_year, self._last_year + 1))) - left_out
        return tuple(sorted(years)), tuple(months) if exact else (), spans


def _year(digits: str, near: int = 2000) -> int:
    """Give the year of "2022", "'22" or the "23" of "2022-23"."""
    number = int(digits.lstrip("'’"))
    return number if number > 99 else near // 100 * 100 + number


def _relative(match: re.Match[str], today: int) -> range:
    if match["count"]:
        number = _NUMBERS.get(match["count"].lower()) or int(match["count"])
        return range(today - number, today + 1)
    ago = 1 if match["which"].lower() == "last" else 0
    return range(today - ago, today - ago + 1)


_NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5}
# "In the last year" dates a figure; "last year", of a report, dates the report.
_RELATIVE = re.compile(
    r"\b(?:in |over |during )?(?:the )?(?:last|past) (?P<count>\d|two|three|four|five) years\b"
    r"|(?<!the )\b(?P<which>last|this) year\b",
    re.I,
)
_LEFT_OUT = re.compile(
    r"\b(?:not|except(?: for)?|excluding|other than|outside(?: of)?|apart from|leaving out)\s+(?:in |for |from )?(?:the )?$",
    re.I,
)
_NO_NAMES = frozenset(
    "council local county city borough district metropolitan parish town youth school unitary".split()
)
_YEAR = r"(?:19|20)\d\d"
_YEARS = re.compile(
    rf"(?:(?P<figure>\b(?:end|start|beginning) of )|(?P<since>\bsince\s+)|(?P<until>\b(?:before|until|by)\s+)|(?P<between>\bbetween\s+))?"
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)?\s+)?(?:\b(?P<month>{MONTH})\s+)?(?:\b(?P<first>{_YEAR})|(?P<short>(?<!\w)['’][12]\d))\b"
    rf"(?:(?(between)\s*(?:and|to|[-–—])\s*|\s*(?:[-–—/]|to\b|until\b)\s*)(?P<last>{_YEAR}|\d\d)\b(?:[-–/]\d\d\b)?)?"
    rf"(?P<onwards>\s+(?:onwards?|on|or later|and later)\b)?",
    re.I,
)

# Wording around a topic, which would only mislead the ranking.
_WORDING = [
    r"^\W*(?:what|how|where|when|which|who)? ?(?:did|do|does|has|have)? ?(?:ofsted|inspectors?|the report|reports?) "
    r"(?:say|said|find|found|think|thought|report|describe|state|conclude)s? ?(?:about|on|of|that|in relation to|regarding)?\b",
    r"^\W*(?:what|how) (?:did|does|do) the (?:\w+ ){0,2}?(?:inspection|report|letter|visit)s?(?: of| on| to| at| in)?,? "
    r"(?:say|find|conclude|state|describe)s? ?(?:about|on)?\b",
    r"\bwhat (?:was|is) (?:said|found|reported) (?:about|on)\b",
    r"\b(?:according to|in|at|from|after|of|by|for|across|during|before) (?:its|the|their|that|this|our)(?: latest| last| most recent)?"
    r"(?: ofsted| ilacs| full)? (?:inspection reports?|inspections?|reports?)\b",
    r"\baccording to (?:ofsted|inspectors)\b",
    r"^\W*(?:precedents?|examples?)\b:?",
    r"^\W*(?:compare|comparison of|contrast|difference between)\b(?: what was said about| how)?(?:\s+(?:on|about|for|in terms of)\b)?",
    r"\bwhich (?:authorities|authority|councils?|local authorities|areas)\b(?: were| was| has| have| had)?(?: told)?(?: that)?",
    r"\b(?:authorities|councils) (?:where|that|which|who)\b",
    r"\bofsted(?:['’]s)?\b",
]
_WORDING_PATTERNS = [re.compile(pattern, re.I) for pattern in _WORDING]


# What is left dangling at either end where a name or a year stood.
_LOOSE = r"(?:in|for|at|of|to|and|on|between|from|the|after|but|not|except|v|vs)\b"
_LOOSE_START = re.compile(r"^[\s,:;.()\-–]*(?:(?:in|for|at|of|and|v|vs)\b[\s,:;.()\-–]*)*", re.I)
_LOOSE_END = re.compile(rf"(?:(?<=\s){_LOOSE}[\s?.,:;()\-–]*)*[?.,:;()\-–\s]*$", re.I)
# A name or a year that is taken out, with the words that only tie it to the rest: "in … County Council's", "… and …".
_TAKEN = "\0"
_TIED = re.compile(
    rf"(?:\b(?:in|for|at|of|to|by|with|from|between|and|or)\s+)?{_TAKEN}"
    rf"(?:\s*(?:(?:county|city|borough|metropolitan|district|unitary)\s+)*council\b)?(?:['’]s\b)?"
    rf"(?:[\s,:]*(?:\b(?:and|or|v|vs|versus)\b|&)?(?=[\s,:]*(?:the\s+)?{_TAKEN}))?",
    re.I,
)

# What is asked where nothing but a place and a time is named.
_OVERVIEW = "overall effectiveness judgement, strengths and what needs to improve"


def _topic(text: str, taken: Sequence[tuple[int, int]]) -> str:
    letters = list(text.replace(_TAKEN, " "))
    for start, end in sorted(set(taken), reverse=True):
        letters[start:end] = [_TAKEN]
    topic = _TIED.sub(" ", "".join(letters))
    for pattern in _WORDING_PATTERNS:
        topic = pattern.sub(" ", re.sub(r"\s+", " ", topic).strip())
    topic = re.sub(r"\s+", " ", topic).strip()
    topic = _LOOSE_START.sub("", _LOOSE_END.sub("", topic)).strip()
    return topic if set(words(topic)) - STOPWORDS else _OVERVIEW
