"""Names that stand where an authority's would and that Kloe does not know: "Northmere Borough Council", "West Surrey", "Exeter"."""

import re
from collections.abc import Callable, Collection, Iterator, Sequence

from index.lexical import words
from ingest.authorities import Mention, districts, outside_england
from ingest.dates import month_number
from qa.question.empty_words import NO_COUNCIL_NAME
from qa.question.places.other_names import is_other_name
from qa.question.spans import Span, overlaps

_COUNCIL = re.compile(
    r"(?:[\w’'-]+ )??(?P<all>(?P<name>[\w’'-]+) (?:(?:metropolitan|county|city|borough|district|unitary) )*council)\b",
    re.I,
)
_FORMS = (
    re.compile(
        r"\b(?P<all>(?:(?:london|royal|metropolitan) borough of|london borough|lb(?: of)?) (?P<name>[a-z][a-z’'-]{3,}))",
        re.I,
    ),
    _COUNCIL,
    re.compile(r"\b(?P<all>(?P<name>[a-z]{3,}shire))(?=(?:['’]?s)?\b)", re.I),
    re.compile(r"\b(?:in|at|about|for|of) (?P<all>(?P<name>(?:[A-Z][a-z’'-]{3,})(?: [A-Z][a-z’'-]{3,})*))"),
)
# Words that the name of a programme, a subject, a body or a book has, and that of a place has not.
_OF_NO_PLACE = frozenset(
    """act acts annex board care child children code court data english family families framework fund guidance hub
    justice key level maths model ofsted panel part partnership people plan policy practice premium programme project pupil
    review school science section send service services signs stage standards strategy team teams term together youth
    year""".split()
)
_COMPASS = re.compile(r"\b(?:(?:north|south)[ -]?(?:east|west)|north|south|east|west|mid|central|greater)[ -]+$", re.I)
# A district's name counts as a place where a place would stand; many are surnames, and some are words.
_PLACE_BEFORE = re.compile(
    r"(?:^\W*|[:;,]\s*|\b(?:in|at|for|of|from|about|near|across|around|and|or|vs?|with|compare)\s+)$", re.I
)
_PLACE_AFTER = re.compile(r"(?:['’]s?\b|\s*[:?]|\s*$|\s+(?:19|20)\d\d\b)")
_ALSO_WORDS = frozenset("rugby castle high new three".split())
_ADJECTIVE = re.compile(
    r"(?:scottish|welsh|northern irish|manx)\b(?!\s+(?:local )?(?:councils?|authorit|government|borders|inspector))",
    re.I,
)
_ELSEWHERE_OF_A_CHILD = re.compile(
    r"\b(?:placed|placements?|live|living|moved?|moving|sent|comes?|coming|born|children|families|people)"
    r"\s+(?:away |over |back )?(?:in|to|from|into)\s+$",
    re.I,
)


def with_compass(text: str, mentions: Sequence[Mention]) -> tuple[list[Mention], list[Span]]:
    """Tell the mentions that a word such as "West" or "Greater" makes part of another name, from the rest.

    Gives the rest, and the spans of the other names that are unknown. If the question also names the authority itself,
    "north Devon" is only a part of it, and not unknown.
    """
    inside = [(mention, before) for mention in mentions if (before := _COMPASS.search(text, 0, mention.start))]
    parts = {mention for mention, _ in inside}
    kept = [mention for mention in mentions if mention not in parts]
    named = {mention.name for mention in kept}
    return kept, [(before.start(), mention.end) for mention, before in inside if mention.name not in named]


def find_districts(text: str, mentions: Sequence[Mention], chosen: Collection[str]) -> tuple[list[Span], list[Span]]:
    """Find the districts that a question names as places, and those of them that leave Kloe without an authority.

    Where the county is named or chosen too, a district is only a part of it.
    """
    found = [district for district in districts(text) if _is_place(text, (district.start, district.end))]
    spans = [(district.start, district.end) for district in found]
    named = {*chosen, *(m.name for m in mentions if not overlaps((m.start, m.end), spans))}
    return spans, [
        (district.start, district.end) for district in found if not any(district.county in name for name in named)
    ]


def _is_place(text: str, span: Span) -> bool:
    start, end = span
    name = text[start:end]
    if is_other_name(text, span) or (not name[0].isupper() and name.split()[0] in _ALSO_WORDS):
        return False
    return bool(
        name.lower().endswith("council")
        or len(words(name)) > 1
        or _PLACE_BEFORE.search(text, 0, start)
        or (_PLACE_AFTER.match(text, end) and name[0].isupper())
    )


def find_unknown(
    text: str, known: Sequence[Span], names: Sequence[Mention], is_word: Callable[[str], bool]
) -> list[Span]:
    """Find the names that Kloe does not know, and the places outside England.

    Args:
        known: the spans already read as places.
        names: the authorities' names, even those that are part of another name here.
    """
    spans = [*_outside_england(text, known)]
    covered = [*known, *spans, *((m.start, m.end) for m in names), *((d.start, d.end) for d in districts(text))]
    covered += [(start, end) for start, end, _ in outside_england(text)]
    for pattern in _FORMS:
        for match in pattern.finditer(text):
            start = match.start("name")
            if not overlaps((start, start + 1), [*covered, *spans]) and _is_name(match, is_word):
                spans.append(match.span("all"))
    return spans


def _outside_england(text: str, known: Sequence[Span]) -> Iterator[Span]:
    """Find the places outside England, but for "a Scottish child" and for where a named council's child lives."""
    for start, end, _ in outside_england(text):
        about_a_child = known and _ELSEWHERE_OF_A_CHILD.search(text, 0, start)
        if not _ADJECTIVE.match(text, start) and not about_a_child:
            yield start, end


def _is_name(match: re.Match[str], is_word: Callable[[str], bool]) -> bool:
    name = match["name"]
    if match.re is _COUNCIL:
        return (
            name.lower() not in NO_COUNCIL_NAME and not is_word(f"{name} council") and not is_word(f"{name}s council")
        )
    if month_number(name) or is_word(name) or not _OF_NO_PLACE.isdisjoint(words(name)):
        return False
    return not all(is_word(word) for word in words(name))
