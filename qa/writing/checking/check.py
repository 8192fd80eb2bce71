"""Checks a sentence that a model wrote against the quotations that it cites.

A sentence is kept only where it repeats a whole clause of one quotation: every word that carries meaning stands in the
quotation (in the same form, or in a closed list of words alike), in the same order, and nothing that limits the clause is
left out. So a changed figure, a dropped "not", swapped roles and an added claim all fail in the same way, without any
judgement of meaning. A sentence in doubt fails, and the reader sees the quotation instead.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from index import Record, authorities_of
from ingest import Kind, Stance, stance_of_heading
from ingest.authorities import names_in_list
from ingest.dates import month_number
from qa.answer import Citation
from qa.writing.checking.lexicon import HERE
from qa.writing.checking.matching import FINDS, INSPECTORS, JUDGES, Unit, repeats_unit, units
from qa.writing.checking.wording import Sort, Word, fold, read_words, split_clauses

_PRONOUN = re.compile(
    r"(?:and |but |that )*(they|he|she|we|i|you|this|these|those|both|such|its|their|his|her|our|it(?! (?:was|is) \w+ed\b))\b",
    re.I,
)
_QUOTED = re.compile(r'"([^"]+)"|(?<!\w)\'([^\']+ [^\']+)\'(?!\w)')
_PRESENT = re.compile(r"\b(?:is|are|has|have|remains?|currently)\b", re.I)
_PAST = re.compile(r"\b(?:was|were|had|did)\b", re.I)
_BODY = r"(?:(?: (?:metropolitan|county|city|borough|district|unitary))* council)?"
_PAPER = re.compile(r"\bchildren's services (?=(?:focused |monitoring )?(?:inspection|visit|report|letter)\b)", re.I)
_SIGNS = re.compile(r"[^\w\s.,;:'\"()\-–—%£/&!]|(?<![\w-])[-–—]\d|_")
_BY_PAPER = re.compile(r"\b(?:in|from|at|to|of)\b", re.I)

# The words for a document, where a sentence names its source.
_PAPERS = frozenset("inspect report letter visit focus monitor ilac publish date".split()) | INSPECTORS
_PAPERS_OF = {
    Kind.MINUTES: frozenset("minut meet".split()),
    Kind.NEWS: frozenset("new item articl".split()),
    Kind.COUNCIL_REPORT: frozenset("report plan paper decis".split()),
    Kind.WEB_PAGE: frozenset("page websit".split()),
    Kind.OTHER_INSPECTORATE: _PAPERS,
    Kind.SCHOOL: _PAPERS,
    Kind.GUIDANCE: frozenset("guidanc handbook".split()),
    Kind.UNKNOWN: frozenset(["document"]),
}
_KIND_WORDS = {Sort.FIGURE: "the figure ", Sort.GRADE: "the grade "}
_NEEDS = frozenset("improv prioriti recommend §must".split())


@dataclass(frozen=True)
class Verdict:
    """The outcome of a check.

    Attributes:
        numbers: the quotations that support the sentence, in the order cited; empty if it fails.
        reason: why it fails; empty if it passes.
    """

    numbers: tuple[int, ...]
    reason: str = ""


def check(parts: Sequence[tuple[str, Sequence[Citation]]]) -> Verdict:
    """Check one sentence.

    Args:
        parts: the sentence cut after its markers, each part with the citations that its markers name, at least one.
    """
    whole = fold(" ".join(text for text, _ in parts))
    named = _named(whole, [citation for _, cited in parts for citation in cited])
    numbers: list[int] = []
    for text, cited in ((fold(text), cited) for text, cited in parts):
        if sign := _SIGNS.search(text):
            return Verdict((), f"it contains the character “{sign.group()}”, which cannot be checked")
        if not _quotes_truly(text, cited):
            return Verdict((), "it puts in quotation marks words that are not in the quotation")
        supporting = [citation for citation in cited if _supports(text, citation, named)]
        if not supporting and len(clauses := split_clauses(text)) > 1:
            by_clause = [[citation for citation in cited if _supports(clause, citation, named)] for clause in clauses]
            supporting = [citations[0] for citations in by_clause] if all(by_clause) else []
        if not supporting:
            return Verdict((), _why(text, cited, named))
        numbers += [citation.number for citation in supporting]
    return Verdict(tuple(dict.fromkeys(numbers)))


def _supports(text: str, citation: Citation, named: frozenset[str]) -> bool:
    """True if a quotation supports a part of a sentence."""
    if _of_another(citation, named) or not _says_need(text, citation):
        return False
    words = _read(text, citation)
    return any(
        repeats_unit(words, unit) and _same_subject(text, unit) and _same_time(text, unit) for unit in _units(citation)
    )


@lru_cache(maxsize=256)
def _units(citation: Citation) -> tuple[Unit, ...]:
    quote = _with_here(fold(citation.quote).replace("§", " "), citation.record.authority)
    return tuple(units(quote, citation.record.kind not in _PAPERS_OF))


def _read(text: str, citation: Citation) -> list[tuple[Word, bool]]:
    """The words of a part of a sentence, each with whether it is optional: the citation's reference supports it already."""
    words = read_words(_PAPER.sub(" ", _with_here(text, citation.record.authority)))
    free = {
        place for place, word in enumerate(words) if word.key == HERE or word.printed.lower() in ("also", "further")
    }
    free |= _dates_of(words, citation.record)
    free |= _frame(words, free, _PAPERS_OF.get(citation.record.kind, _PAPERS))
    if any(word.sort is Sort.GRADE for word in words):
        free |= {place for place, word in enumerate(words) if word.key in JUDGES}
    if _stance(citation) in (Stance.NEEDS_TO_IMPROVE, Stance.PRIORITY_ACTION):
        needs = _NEEDS | {"§why", "action", "area"}
        free |= {place for place, word in enumerate(words) if word.key in needs}
    return [(word, place in free) for place, word in enumerate(words)]


def _with_here(text: str, authority: str | None) -> str:
    """Replace each mention of the document's authority with one sign."""
    if authority is None:
        return text
    for mention in reversed(names_in_list().find(text)):
        if mention.name == authority:
            text = f"{text[: mention.start]}{HERE}{text[mention.end :]}"
    text = re.sub(rf"\b{re.escape(fold(authority))}\b{_BODY}", HERE, text, flags=re.I)
    return re.sub(rf"{HERE}'s?(?!\w)", HERE, text)


def _dates_of(words: Sequence[Word], record: Record) -> set[int]:
    """The positions of the document's own dates: a year, a month with its year, or a day."""
    days = [day for day in (record.published, record.inspection_start, record.inspection_end) if day]
    years = {str(year) for year in record.years} | {str(day.year) for day in days}
    own: set[int] = set()
    for place, word in enumerate(words):
        if word.key not in years:
            continue
        month = words[place - 1].printed if place and month_number(words[place - 1].printed) else None
        day = words[place - 2].key if month and place > 1 and words[place - 2].key.isdigit() else None
        if month is None or any(
            date.year == int(word.key) and date.month == month_number(month) and (day is None or date.day == int(day))
            for date in days
        ):
            own |= {place, *([place - 1] if month else []), *([place - 2] if day else [])}
    return own


def _frame(words: Sequence[Word], free: set[int], papers: frozenset[str]) -> set[int]:
    """The positions of words that only name the source, before or after: "inspectors found that", "according to the minutes"."""

    def is_frame(place: int) -> bool:
        return place in free or words[place].key in papers or words[place].key in FINDS

    end = next((place for place in range(len(words)) if not is_frame(place)), 0)
    start = next((place + 1 for place in reversed(range(len(words))) if not is_frame(place)), len(words))
    while start < len(words) and not words[start].after_break:
        start += 1
    return {
        place for part in (range(end), range(start, len(words))) if _names_source(words, part, papers) for place in part
    }


def _names_source(words: Sequence[Word], part: range, papers: frozenset[str]) -> bool:
    """True for "inspectors found", "in the 2022 report" and "found"; not for "inspectors" alone, who may be the subject."""
    speakers = [place for place in part if words[place].key in papers]
    if not speakers or _BY_PAPER.search(words[speakers[0]].tied):
        return True
    return any(words[place].key in FINDS for place in part if place > speakers[0])


def _named(text: str, cited: Sequence[Citation]) -> frozenset[str]:
    """The authorities that a sentence names."""
    listed = {mention.name for mention in names_in_list().find(text)}
    own = authorities_of(citation.record for citation in cited)
    return frozenset(listed | {name for name in own if re.search(rf"\b{re.escape(fold(name))}\b", text, re.I)})


def _of_another(citation: Citation, named: frozenset[str]) -> bool:
    """True if the sentence and the quotation are about different authorities."""
    return (
        bool(named)
        and named.isdisjoint(citation.record.authorities)
        and not _named(fold(citation.quote), [citation]) & named
    )


def _stance(citation: Citation) -> Stance | None:
    return stance_of_heading(citation.section) if citation.section else None


def _says_need(text: str, citation: Citation) -> bool:
    """False if the quotation is from a list of what needs to improve and the sentence does not say so."""
    needing = _stance(citation) in (Stance.NEEDS_TO_IMPROVE, Stance.PRIORITY_ACTION)
    return not needing or any(word.key in _NEEDS for word in read_words(text))


def _same_subject(text: str, unit: Unit) -> bool:
    """False if a sentence begins with a pronoun and the quotation does not begin with the same one: it may mean anybody."""
    pronoun, own = _PRONOUN.match(text.lstrip(" ,;")), _PRONOUN.match(unit.text.lstrip(" ,;"))
    return pronoun is None or (own is not None and pronoun[1].lower() == own[1].lower())


def _same_time(text: str, unit: Unit) -> bool:
    """False if a sentence puts in the present what the quotation puts in the past."""
    present = _PRESENT.search(text) and not _PAST.search(text)
    return not (present and _PAST.search(unit.text) and not _PRESENT.search(unit.text))


def _quotes_truly(text: str, cited: Sequence[Citation]) -> bool:
    """True if everything in quotation marks is in one of the quotations, letter for letter."""
    quotes = [fold(citation.quote) for citation in cited]
    quoted = [(match[1] or match[2]).strip(" .,;") for match in _QUOTED.finditer(text)]
    return text.count('"') % 2 == 0 and all(any(words in quote for quote in quotes) for words in quoted)


def _why(text: str, cited: Sequence[Citation], named: frozenset[str]) -> str:
    """Say why a part of a sentence fails, in words for the reader."""
    if all(_of_another(citation, named) for citation in cited):
        return f"it names {', '.join(sorted(named))}, but the quotation is about another authority"
    quoted = {word.key for citation in cited for unit in _units(citation) for word in unit.words}
    for word, optional in _read(text, cited[0]):
        if not optional and word.key not in quoted:
            name = "the name " if word.printed[0].isupper() and word.tied else ""
            return f"{_KIND_WORDS.get(word.sort, name)}“{word.printed}” is not in the quotation"
    if not all(_says_need(text, citation) for citation in cited):
        return "it does not say that the quotation lists what needs to improve"
    return "it does not repeat a whole clause of the quotation"
