"""The authorities that a question names, by any name, in any case and misspelt; and names that Kloe does not know."""

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass

from ingest.authorities import (
    PLACES_THAT_ARE_WORDS,
    AuthorityNames,
    Mention,
    fold,
    initials,
    names_in_list,
    outside_england,
)
from qa.question.places.misspellings import Misspellings
from qa.question.places.other_names import without_other_names
from qa.question.places.unknown import find_districts, find_unknown, with_compass
from qa.question.spans import Span, overlaps

# Names that are also verbs with an object ("bury social workers in paperwork"): at the start of a question only a year or a
# kind of document makes them places. `ingest.authorities` has another list, of verbs that are places after "in".
_VERBS_WITH_OBJECT = frozenset({"reading", "bury", "stoke"})
# Companies whose names are also ordinary phrases: "services work together for children".
_COMPANIES = re.compile(r"(?:together|brighter futures|achieving) for children")
_SHORT_COMPASS = re.compile(r"\b(?P<first>[nsew])\. ?(?:(?P<second>[ew])\.)? ?$", re.I)
_COUNTY_COUNCIL = re.compile(r"\s+(?:county council|cc)\b", re.I)
_COMPASS = {"n": "north", "s": "south", "e": "east", "w": "west"}
# Words that follow a place at the start of a question, and do not follow the ordinary word.
_SUBJECTS = (
    r"(?:care leavers?|caseloads?|supervision|foster\w*|adoption|social (?:work\w*|care)|children['’]?s?\b|looked[- ]after|ofsted|"
    r"ilacs|sif|jtai|jicpa|inspections?|focus+ed visits?|monitoring visits?|scrutiny|council\w*|minutes|send\b|sen\b|mash|early help|"
    r"front door|leaders\w*|managers?|management|lac\b|cla\b|uasc|safeguarding|corporate parent\w*|exploitation|missing|neglect|"
    r"thresholds?|kinship|agency|workforce|independent reviewing|iros?\b|lado|domestic abuse|private fostering|virtual school|"
    r"youth justice|permanence|placements?|residential|quality assurance|turnover|early years|edge of care|unaccompanied)"
)
_SUBJECT_AND_YEAR = re.compile(r"\b(?:19|20)\d\d\b|\b(?:focus+ed|monitoring) visits?\b|\bilacs\b|\bminutes\b", re.I)
_WAYS_TO_READ = re.compile(
    r"\b(?:progress|attainment|achievement|skills?|outcomes|support|interest|results|scores|and)\s+(?:in|for)\s+$"
)
_PLACE = f"(?P<name>{'|'.join(sorted(PLACES_THAT_ARE_WORDS))})"
_AT_THE_START = re.compile(rf"\W*{_PLACE}\s+(?={_SUBJECTS})", re.I)
# "Bury early help" has no room for a verb: all the rest is what is asked about.
_SUBJECTS_ALONE = re.compile(rf"(?:\s*(?:,|&|\b(?:and|for|in|on|the)\b)?\s*{_SUBJECTS})+\W*$", re.I)
_LEFT_OUT = re.compile(
    rf"\b(?:skip(?:ping)?|except(?:ing)?(?: for)?|excluding|besides|other than|(?:apart|aside) from"
    rf"|(?:all|everywhere|everyone) but) {_PLACE}\b",
    re.I,
)
_AFTER_AUXILIARY = re.compile(
    rf"\b(?:did|does|has|is|was|had) {_PLACE}(?= (?:have|had|fare|perform|rated|judged|inspected|been"
    r" (?:rated|judged|inspected)|inadequate|outstanding|any good|doing|improving|getting (?:better|worse)"
    r"|members|councillors|cabinet|scrutiny|officers|leaders|staff|inspectors|council)\b)",
    re.I,
)


@dataclass(frozen=True)
class Places:
    """The authorities that a question names, in order, and the spans that seem to name one and name none for certain."""

    mentions: tuple[Mention, ...]
    unknown: tuple[Span, ...]


class NameFinder:
    """Finds the authorities that a question names.

    Args:
        authorities: those of the index's documents; they count beside the closed list.
        is_word: tells whether the documents use a word, or several words in a row.
    """

    def __init__(self, authorities: Iterable[str], is_word: Callable[[str], bool]) -> None:
        self._names = AuthorityNames(authorities)
        self._is_word = is_word
        self._misspellings = Misspellings(self._names.by_name, PLACES_THAT_ARE_WORDS, is_word)

    def find(self, text: str, chosen: Collection[str] = ()) -> Places:
        """Find the authorities that a question names, in order, and the names that Kloe cannot follow.

        Args:
            chosen: the authorities that the person has set as a filter.
        """
        named = [*self._names.find(text), *(Mention(name, s.start, s.end) for s in initials(text) for name in s.names)]
        exact = [mention for mention in dict.fromkeys(named) if not _is_ordinary(text, mention, named)]
        exact = [self._with_compass(text, mention) for mention in exact]
        exact += [mention for mention in _also_words(text) if mention not in exact]
        in_counties, unknown = find_districts(text, exact, chosen)
        abolished = _counties_of_old(text, exact)
        exact = [mention for mention in exact if not overlaps((mention.start, mention.end), abolished)]
        unknown += abolished
        abroad = [Mention(nation, start, end) for start, end, nation in outside_england(text)]
        elsewhere = [*abroad, *(Mention("", start, end) for start, end in in_counties)]
        misspelt, ambiguous = self._misspellings.find(text, [*exact, *elsewhere])
        kept = [m for m in exact if not any(other.start <= m.start and m.end <= other.end for other in misspelt)]
        kept = [m for m in kept if not overlaps((m.start, m.end), in_counties)]
        kept, of_compass = with_compass(text, without_other_names(text, kept))
        mentions = sorted([*kept, *misspelt], key=lambda mention: mention.start)
        spans = [(m.start, m.end) for m in mentions]
        unknown += [span for span in [*ambiguous, *of_compass] if not overlaps(span, spans)]
        return Places(tuple(mentions), tuple(unknown))

    def unknown(self, text: str, known_spans: Sequence[Span]) -> list[Span]:
        """Find names that stand where an authority's would and that Kloe does not know: "Northmere Borough Council".

        Args:
            known_spans: the spans already read as places.
        """
        return find_unknown(text, known_spans, self._names.find(text), self._is_word)

    def _with_compass(self, text: str, mention: Mention) -> Mention:
        """Read the initials before a name: "N.E. Lincs" is not "Lincs"."""
        short = _SHORT_COMPASS.search(text, 0, mention.start)
        if not short:
            return mention
        points = [_COMPASS[point.lower()] for point in short.groups() if point]
        whole = " ".join([*points, fold(text[mention.start : mention.end])])
        names = self._names.by_name.get(whole, (mention.name,))
        return Mention(names[0], short.start(), mention.end)


def _is_ordinary(text: str, mention: Mention, mentions: Sequence[Mention]) -> bool:
    """True for ordinary words that match a name: "work together for children", "progress in reading"."""
    written = text[mention.start : mention.end]
    if re.match(r",? (?:and|&) (?:the )?humber", text[mention.end :], re.I):  # Yorkshire and the Humber
        return True
    if _COMPANIES.fullmatch(written):
        return True
    if written != "reading" or re.match(r"['’]s\b|\s*:|\s+(?:borough )?council\b", text[mention.end :], re.I):
        return False
    before = text[: mention.start]
    if re.search(r"(?:^|\b(?:in|at|for|from|about|to|across|compare))\s*$", before, re.I):
        return bool(_WAYS_TO_READ.search(before.lower()))
    return not any(re.fullmatch(r"(?:,|,? and|,? or|,? vs?\.?|,? versus) ", before[m.end :], re.I) for m in mentions)


def _counties_of_old(text: str, mentions: Sequence[Mention]) -> list[Span]:
    """Find the councils of counties that have several today: "Avon County Council" is none of them, nor all."""
    spans = Counter((mention.start, mention.end) for mention in mentions)
    several = [span for span, names in spans.items() if names > 1]
    return [(start, match.end()) for start, end in several if (match := _COUNTY_COUNCIL.match(text, end))]


def _also_words(text: str) -> list[Mention]:
    """Find a name that is also a word, if the words around it make it a place: "bath care leavers 2022"."""
    match = _AT_THE_START.match(text)
    if (
        match
        and match["name"].lower() in _VERBS_WITH_OBJECT
        and not (_SUBJECT_AND_YEAR.search(text, match.end()) or _SUBJECTS_ALONE.match(text, match.end()))
    ):
        match = None
    match = match or _AFTER_AUXILIARY.search(text) or _LEFT_OUT.search(text)
    if not match:
        return []
    names = names_in_list().by_name[fold(match["name"])]
    return [Mention(name, match.start("name"), match.end("name")) for name in names]
