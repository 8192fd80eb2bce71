"""The authorities that a question names, by any name, in any case and misspelt; and names that Kloe does not know."""

import re
from collections.abc import Callable, Iterable, Sequence

from index.lexical import words
from ingest.authorities import PLACES_THAT_ARE_WORDS, AuthorityNames, Mention, fold, names_in_list, outside_england
from ingest.dates import month_number
from qa.question.empty_words import NO_COUNCIL_NAME
from qa.question.places.misspellings import Misspellings
from qa.question.spans import Span

# Names that are also verbs with an object ("bury social workers in paperwork"): at the start of a question only a year or a
# kind of document makes them places. `ingest.authorities` has another list, of verbs that are places after "in".
_VERBS_WITH_OBJECT = frozenset({"reading", "bury", "stoke"})
# Companies whose names are also ordinary phrases: "services work together for children".
_COMPANIES = re.compile(r"(?:together|brighter futures|achieving) for children")
# Services of an area that are not its councils: "Greater Manchester Police".
_SERVICE = re.compile(
    r"\s+(?:police|constabulary|fire\b|ambulance|combined authority|nhs|\w+ nhs|probation|mayor)", re.I
)
# Ways of working named after the place that began them: "which councils use the Hertfordshire model?"
_MODEL = re.compile(r"(?:['’]s)? (?:\w+ ){0,3}models?\b", re.I)
_WHICH = re.compile(r"\b(?:which|what|other|how many|where else) (?:councils|(?:local )?authorities|las|areas)\b", re.I)
_SHORT_COMPASS = re.compile(r"\b(?P<first>[nsew])\. ?(?:(?P<second>[ew])\.)? ?$", re.I)
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
_AFTER_AUXILIARY = re.compile(
    rf"\b(?:did|does|has|is|was|had) {_PLACE}(?= (?:have|had|fare|perform|rated|judged|inspected|been"
    r" (?:rated|judged|inspected)|inadequate|outstanding)\b)",
    re.I,
)
_COUNCIL = re.compile(
    r"(?:[\w’'-]+ )??(?P<all>(?P<name>[\w’'-]+) (?:(?:metropolitan|county|city|borough|district|unitary) )*council)\b",
    re.I,
)
_UNKNOWN = (
    re.compile(
        r"\b(?P<all>(?:(?:london|royal|metropolitan) borough of|london borough|lb(?: of)?) (?P<name>[a-z][a-z’'-]{3,}))",
        re.I,
    ),
    _COUNCIL,
    re.compile(r"\b(?P<all>(?P<name>[a-z]{3,}shire))(?=(?:['’]?s)?\b)", re.I),
    re.compile(r"\b(?:in|at|about|for|of) (?P<all>(?P<name>(?:[A-Z][a-z’'-]{3,})(?: [A-Z][a-z’'-]{3,})*))"),
)


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

    def find(self, text: str) -> tuple[list[Mention], list[Span]]:
        """Find the mentions, in order, and the spans that could misspell either of two authorities."""
        named = self._names.find(text)
        exact = [mention for mention in named if not _is_ordinary(text, mention, named)]
        exact = [self._with_compass(text, mention) for mention in exact]
        exact += [mention for mention in _also_words(text) if mention not in exact]
        abroad = [Mention(nation, start, end) for start, end, nation in outside_england(text)]
        misspelt, ambiguous = self._misspellings.find(text, [*exact, *abroad])
        kept = [
            mention
            for mention in exact
            if not any(other.start <= mention.start and mention.end <= other.end for other in misspelt)
        ]
        return sorted([*kept, *misspelt], key=lambda mention: mention.start), ambiguous

    def _with_compass(self, text: str, mention: Mention) -> Mention:
        """Read the initials before a name: "N.E. Lincs" is not "Lincs"."""
        short = _SHORT_COMPASS.search(text, 0, mention.start)
        if not short:
            return mention
        points = [_COMPASS[point.lower()] for point in short.groups() if point]
        whole = " ".join([*points, fold(text[mention.start : mention.end])])
        names = self._names.by_name.get(whole, (mention.name,))
        return Mention(names[0], short.start(), mention.end)

    def unknown(self, text: str, known_spans: Iterable[Span]) -> list[Span]:
        """Find names that stand where an authority's would and that Kloe does not know: "Northmere Borough Council".

        Args:
            known_spans: the spans already read as places.
        """
        spans = [(start, end) for start, end, _ in outside_england(text)]
        known = [*known_spans, *spans, *((mention.start, mention.end) for mention in self._names.find(text))]
        for pattern in _UNKNOWN:
            for match in pattern.finditer(text):
                start = match.start("name")
                if not any(first <= start < last for first, last in (*known, *spans)) and self._is_name(match):
                    spans.append(match.span("all"))
        return spans

    def _is_name(self, match: re.Match[str]) -> bool:
        name = match["name"]
        if match.re is _COUNCIL:
            return (
                name.lower() not in NO_COUNCIL_NAME
                and not self._is_word(f"{name} council")
                and not self._is_word(f"{name}s council")
            )
        if month_number(name) or self._is_word(name):
            return False
        return not all(self._is_word(word) for word in words(name))


def _is_ordinary(text: str, mention: Mention, mentions: Sequence[Mention]) -> bool:
    """True for ordinary words that match a name: "work together for children", "progress in reading"."""
    written = text[mention.start : mention.end]
    if re.match(r",? (?:and|&) (?:the )?humber", text[mention.end :], re.I):  # Yorkshire and the Humber
        return True
    if _MODEL.match(text, mention.end) and _WHICH.search(text):
        return True
    is_area = sum(other.start == mention.start for other in mentions) > 1
    if _COMPANIES.fullmatch(written) or (is_area and _SERVICE.match(text, mention.end)):
        return True
    if written != "reading" or re.match(r"['’]s\b|\s*:|\s+(?:borough )?council\b", text[mention.end :], re.I):
        return False
    before = text[: mention.start]
    if re.search(r"(?:^|\b(?:in|at|for|from|about|to|across|compare))\s*$", before, re.I):
        return bool(_WAYS_TO_READ.search(before.lower()))
    return not any(re.fullmatch(r"(?:,|,? and|,? or|,? vs?\.?|,? versus) ", before[m.end :], re.I) for m in mentions)


def _also_words(text: str) -> list[Mention]:
    """Find a name that is also a word, if the words around it make it a place: "bath care leavers 2022"."""
    match = _AT_THE_START.match(text)
    if match and match["name"].lower() in _VERBS_WITH_OBJECT and not _SUBJECT_AND_YEAR.search(text, match.end()):
        match = None
    match = match or _AFTER_AUXILIARY.search(text)
    if not match:
        return []
    names = names_in_list().by_name[fold(match["name"])]
    return [Mention(name, match.start("name"), match.end("name")) for name in names]
