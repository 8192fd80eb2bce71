"""What a question confines itself to, found by rule from closed vocabularies."""

import re
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from index.catalogue import Record
from index.lexical import STOPWORDS
from ingest import Kind
from ingest.authorities import AuthorityNames, Mention, fold
from ingest.dates import MONTH, month_number


@dataclass(frozen=True)
class Scope:
    """What a question, or a person's choice of filters, confines an answer to. Empty means unconfined.

    Attributes:
        authorities: official names.
        years: a document belongs to a year if it was inspected or published in it.
        months: `(year, month)` where the question names one; it chooses among the documents of the year.
        unknown: names that stand where an authority's would and are none that Kloe knows.
    """

    authorities: tuple[str, ...] = ()
    years: tuple[int, ...] = ()
    months: tuple[tuple[int, int], ...] = ()
    kinds: tuple[Kind, ...] = ()
    unknown: tuple[str, ...] = ()

    def documents(self, records: Iterable[Record]) -> list[Record]:
        """The documents that lie inside the scope."""
        inside = [
            record
            for record in records
            if (not self.authorities or record.authority in self.authorities)
            and (not self.years or set(self.years) & set(record.years))
            and (not self.kinds or record.kind in self.kinds)
        ]
        # A month picks the report that is meant; where none bears it ("put aside in April 2022") the year stands.
        return [record for record in inside if any(_in_month(record, *month) for month in self.months)] or inside

    def __str__(self) -> str:
        years = _year_words(self.years)
        parts = (", ".join(self.authorities), years, ", ".join(kind.plural for kind in self.kinds))
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
        self._single = {name: official for name, official in self._names.by_name.items() if len(name) >= 5}

    def parse(self, text: str) -> ParsedQuestion:
        """Find the scope of a question and its topic."""
        mentions = self._names.find(text)
        mentions += self._misspelt(text, mentions)
        unknown = self._unknown(text, mentions)
        years, months, dated = self._years(text)
        scope = Scope(
            authorities=tuple(dict.fromkeys(mention.name for mention in sorted(mentions, key=lambda m: m.start))),
            years=years,
            months=months,
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
        spans = []
        body = r"(?:(?:metropolitan|county|city|borough|district|unitary) )*council\b"
        for match in re.finditer(rf"(?:[\w’'-]+ )??([\w’'-]+) {body}", text, re.I):
            name, start = match[1], match.start(1)
            if name.lower() in STOPWORDS | _NO_NAMES or any(m.start <= start < m.end for m in found):
                continue
            if not self._is_word(f"{name} council") and not self._is_word(f"{name}s council"):
                spans.append((start, match.end()))
        for match in re.finditer(r"\b(?:in|at|about|for|of) ((?:[A-Z][a-z’'-]{3,})(?: [A-Z][a-z’'-]{3,})*)", text):
            name, start = match[1], match.start(1)
            covered = any(m.start <= start < m.end for m in found) or any(s <= start < e for s, e in spans)
            if not covered and not month_number(name) and not self._is_word(name):
                spans.append((start, match.end(1)))
        return spans

    def _years(self, text: str) -> tuple[tuple[int, ...], tuple[tuple[int, int], ...], list[tuple[int, int]]]:
        """The years and months meant, and where they stand in the text."""
        years: set[int] = set()
        months: list[tuple[int, int]] = []
        spans: list[tuple[int, int]] = []
        for match in _YEARS.finditer(text):
            spans.append(match.span())
            if match["figure"]:  # "at the end of 2015" dates a figure, not a report
                continue
            first = int(match["first"])
            last = int(match["last"] or first)
            last = first // 100 * 100 + last if last < 100 else last
            if match["since"] or match["onwards"]:
                last = max(self._last_year, first)
            elif match["until"]:
                first, last = min(self._first_year, first), first - match["until"].lower().startswith("before")
            years.update(range(first, last + 1) if first <= last else (last, first))
            if match["month"] and (month := month_number(match["month"])):
                months.append((first, month))
        return tuple(sorted(years)), tuple(months), spans


_NO_NAMES = frozenset(
    "council local county city borough district metropolitan parish town youth school unitary".split()
)
_YEAR = r"(?:19|20)\d\d"
_YEARS = re.compile(
    rf"(?:(?P<figure>\b(?:end|start|beginning) of )|(?P<since>\bsince\s+)|(?P<until>\b(?:before|until|by)\s+)|(?P<between>\bbetween\s+))?"
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)?\s+)?(?:\b(?P<month>{MONTH})\s+)?\b(?P<first>{_YEAR})\b"
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
    r"\bwhich (?:authorities|authority|councils?|local authorities|areas)\b(?: were| was| has| have| had)?(?: told)?(?: that)?",
    r"\b(?:authorities|councils) (?:where|that|which|who)\b",
    r"\bofsted(?:['’]s)?\b",
]
_WORDING_PATTERNS = [re.compile(pattern, re.I) for pattern in _WORDING]


# What is left dangling at either end where a name or a year stood.
_LOOSE = r"(?:in|for|at|of|to|and|on|between|from|the|after|v|vs)\b"
_LOOSE_START = re.compile(r"^[\s,:;.()\-–]*(?:(?:in|for|at|of|and|v|vs)\b[\s,:;.()\-–]*)*", re.I)
_LOOSE_END = re.compile(rf"(?:(?<=\s){_LOOSE}[\s?.,:;()\-–]*)*[?.,:;()\-–\s]*$", re.I)
_COUNCIL = re.compile(r"^\s*(?:[a-z]+ )?council\b|\b(?:borough|county|city|metropolitan|district) council\b", re.I)


def _topic(text: str, taken: Sequence[tuple[int, int]]) -> str:
    letters = list(text)
    for start, end in taken:
        letters[start:end] = " " * (end - start)
    topic = _COUNCIL.sub(" ", re.sub(r" ['’]s\b", " ", "".join(letters)))
    for pattern in _WORDING_PATTERNS:
        topic = pattern.sub(" ", re.sub(r"\s+", " ", topic).strip())
    topic = re.sub(r"\s+", " ", topic).strip()
    return _LOOSE_START.sub("", _LOOSE_END.sub("", topic)).strip() or text
