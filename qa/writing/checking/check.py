"""Checks a sentence that a model wrote against the quotations that it cites.

A sentence is kept only where it says again what a whole clause of one quotation says: every word that carries something
stands in the quotation (in the same form, or as a closed list of like words has it), in the same order, and nothing of the
clause that limits it is left out. So a changed figure, a dropped "not", swapped roles and an added claim fail alike, without
a judgement of meaning. Where it cannot tell, a sentence fails, and the reader is shown the quotation in its place.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from index import Record
from ingest import Kind, Stance, stance_of_heading
from ingest.authorities import names_in_list
from ingest.dates import month_number
from qa.answer.types import Citation
from qa.writing.checking.lexicon import HERE
from qa.writing.checking.matching import FINDS, INSPECTORS, JUDGES, Unit, says_again, units
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

# What a document may be called where a sentence says whose words it repeats.
_PAPERS = frozenset("inspect report letter visit focus monitor ilac publish date".split()) | INSPECTORS
_PAPERS_OF = {
    Kind.MINUTES: frozenset("minut meet".split()),
    Kind.NEWS: frozenset("new item articl".split()),
    Kind.UNKNOWN: frozenset(["document"]),
}
_NEEDS = frozenset("improv prioriti recommend §must".split())


@dataclass(frozen=True)
class Verdict:
    """What the check of a sentence says.

    Attributes:
        numbers: the quotations that bear the sentence out, in the order in which they are cited; none where it fails.
        reason: why it fails; empty where it does not.
    """

    numbers: tuple[int, ...]
    reason: str = ""


def check(parts: Sequence[tuple[str, Sequence[Citation]]]) -> Verdict:
    """Check one sentence.

    Args:
        parts: the sentence cut behind its markers, each part with the citations that these name (one at least).
    """
    whole = fold(" ".join(text for text, _ in parts))
    named = _named(whole, [citation for _, cited in parts for citation in cited])
    numbers: list[int] = []
    for text, cited in ((fold(text), cited) for text, cited in parts):
        if sign := _SIGNS.search(text):
            return Verdict((), f"it holds the sign “{sign.group()}”, which nothing can be checked against")
        if not _quotes_truly(text, cited):
            return Verdict((), "it puts words in quotation marks that are not the quotation’s")
        bearing = [citation for citation in cited if _bears(text, citation, named)]
        if not bearing and len(clauses := split_clauses(text)) > 1:
            each = [[citation for citation in cited if _bears(clause, citation, named)] for clause in clauses]
            bearing = [citation for found in each for citation in found[:1]] if all(each) else []
        if not bearing:
            return Verdict((), _why(text, cited, named))
        numbers += [citation.number for citation in bearing]
    return Verdict(tuple(dict.fromkeys(numbers)))


def _bears(text: str, citation: Citation, named: frozenset[str]) -> bool:
    """True where a quotation bears out what a part of a sentence says."""
    if _of_another(text, citation, named) or not _says_need(text, citation):
        return False
    said = _read(text, citation)
    return any(
        says_again(said, unit) and _same_subject(text, unit) and _same_time(text, unit) for unit in _units(citation)
    )


@lru_cache(maxsize=256)
def _units(citation: Citation) -> tuple[Unit, ...]:
    quote = _in_place(fold(citation.quote).replace("§", " "), citation.record.authority)
    return tuple(units(quote, citation.record.kind not in _PAPERS_OF))


def _read(text: str, citation: Citation) -> list[tuple[Word, bool]]:
    """The words of a part of a sentence, each with whether the citation's reference bears it out."""
    words = read_words(_PAPER.sub(" ", _in_place(text, citation.record.authority)))
    free = {place for place, word in enumerate(words) if word.key == HERE or word.said.lower() in ("also", "further")}
    free |= _dates_of(words, citation.record)
    free |= _frame(words, free, _PAPERS_OF.get(citation.record.kind, _PAPERS))
    if any(word.sort is Sort.GRADE for word in words):
        free |= {place for place, word in enumerate(words) if word.key in JUDGES}
    if _stance(citation) in (Stance.NEEDS_TO_IMPROVE, Stance.PRIORITY_ACTION):
        needs = _NEEDS | {"§why", "action", "area"}
        free |= {place for place, word in enumerate(words) if word.key in needs}
    return [(word, place in free) for place, word in enumerate(words)]


def _in_place(text: str, authority: str | None) -> str:
    """Write one sign for the authority that a document is about, by whichever of its names."""
    if authority is None:
        return text
    for mention in reversed(names_in_list().find(text)):
        if mention.name == authority:
            text = f"{text[: mention.start]}{HERE}{text[mention.end :]}"
    text = re.sub(rf"\b{re.escape(fold(authority))}\b{_BODY}", HERE, text, flags=re.I)
    return re.sub(rf"{HERE}'s?(?!\w)", HERE, text)


def _dates_of(words: Sequence[Word], record: Record) -> set[int]:
    """The places of dates that are the document's own: a year, a month of a year or a day."""
    days = [day for day in (record.published, record.inspection_start, record.inspection_end) if day]
    years = {str(year) for year in record.years} | {str(day.year) for day in days}
    found: set[int] = set()
    for place, word in enumerate(words):
        if word.key not in years:
            continue
        month = words[place - 1].said if place and month_number(words[place - 1].said) else None
        day = words[place - 2].key if month and place > 1 and words[place - 2].key.isdigit() else None
        if month is None or any(
            one.year == int(word.key) and one.month == month_number(month) and (day is None or one.day == int(day))
            for one in days
        ):
            found |= {place, *([place - 1] if month else []), *([place - 2] if day else [])}
    return found


def _frame(words: Sequence[Word], free: set[int], papers: frozenset[str]) -> set[int]:
    """The places of what only says whose words follow, or went before: "inspectors found that", "according to the minutes"."""

    def is_frame(place: int) -> bool:
        return place in free or words[place].key in papers or words[place].key in FINDS

    end = next((place for place in range(len(words)) if not is_frame(place)), 0)
    start = next((place + 1 for place in reversed(range(len(words))) if not is_frame(place)), len(words))
    while start < len(words) and not words[start].after_break:
        start += 1
    return {
        place for part in (range(end), range(start, len(words))) if _says_whose(words, part, papers) for place in part
    }


def _says_whose(words: Sequence[Word], part: range, papers: frozenset[str]) -> bool:
    """True for "inspectors found", "in the 2022 report" and "found"; not for "inspectors" alone, who may then be what acts."""
    speakers = [place for place in part if words[place].key in papers]
    if not speakers or _BY_PAPER.search(words[speakers[0]].tied):
        return True
    return any(words[place].key in FINDS for place in part if place > speakers[0])


def _named(text: str, cited: Sequence[Citation]) -> frozenset[str]:
    """The authorities that a sentence names."""
    found = {mention.name for mention in names_in_list().find(text)}
    held = {citation.record.authority for citation in cited if citation.record.authority}
    return frozenset(found | {name for name in held if re.search(rf"\b{re.escape(fold(name))}\b", text, re.I)})


def _of_another(text: str, citation: Citation, named: frozenset[str]) -> bool:
    """True where the sentence is about another authority than the quotation."""
    own = citation.record.authority
    return bool(named) and own not in named and not _named(fold(citation.quote), [citation]) & named


def _stance(citation: Citation) -> Stance | None:
    return stance_of_heading(citation.section) if citation.section else None


def _says_need(text: str, citation: Citation) -> bool:
    """True unless the quotation stands in a list of what needs to improve and the sentence does not say so."""
    needing = _stance(citation) in (Stance.NEEDS_TO_IMPROVE, Stance.PRIORITY_ACTION)
    return not needing or any(word.key in _NEEDS for word in read_words(text))


def _same_subject(text: str, unit: Unit) -> bool:
    """False where a sentence begins with a pronoun that the quotation does not begin with: it may mean anybody."""
    pronoun, own = _PRONOUN.match(text.lstrip(" ,;")), _PRONOUN.match(unit.text.lstrip(" ,;"))
    return pronoun is None or (own is not None and pronoun[1].lower() == own[1].lower())


def _same_time(text: str, unit: Unit) -> bool:
    """False where a sentence says of now what the quotation says of the past."""
    present = _PRESENT.search(text) and not _PAST.search(text)
    return not (present and _PAST.search(unit.text) and not _PRESENT.search(unit.text))


def _quotes_truly(text: str, cited: Sequence[Citation]) -> bool:
    """True where all that stands in quotation marks is in one of the quotations, letter for letter."""
    quotes = [fold(citation.quote) for citation in cited]
    quoted = [(match[1] or match[2]).strip(" .,;") for match in _QUOTED.finditer(text)]
    return text.count('"') % 2 == 0 and all(any(words in quote for quote in quotes) for words in quoted)


def _why(text: str, cited: Sequence[Citation], named: frozenset[str]) -> str:
    """Why a part of a sentence fails, in words for the reader."""
    if all(_of_another(text, citation, named) for citation in cited):
        return f"it names {', '.join(sorted(named))}, and the quotation is about another authority"
    held = {word.key for citation in cited for unit in _units(citation) for word in unit.words}
    for word, optional in _read(text, cited[0]):
        if not optional and word.key not in held:
            name = "the name " if word.said[0].isupper() and word.tied else ""
            return f"{_CALLED.get(word.sort, name)}“{word.said}” is not in the quotation"
    if not all(_says_need(text, citation) for citation in cited):
        return "it does not say that the quotation is of what needs to improve"
    return "it does not say the same as a whole clause of the quotation"


_CALLED = {Sort.FIGURE: "the figure ", Sort.GRADE: "the grade "}
