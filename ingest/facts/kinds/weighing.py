"""Weighs the clues to a paper's kind against each other."""

import re
from itertools import islice

from ingest.authorities import names_in_list
from ingest.facts.head import Head
from ingest.facts.kinds.clues import Clue, Zone
from ingest.facts.kinds.of_councils import MINUTES, PAPERS
from ingest.facts.kinds.of_inspections import GUIDANCE, OFSTED, OTHER_INSPECTORATES, SCHOOLS
from ingest.facts.kinds.of_press import NEWS, WEB_PAGES
from ingest.vocabulary import Kind

_CLUES: tuple[Clue, ...] = (
    *OFSTED, *MINUTES, *PAPERS, *NEWS, *WEB_PAGES, *OTHER_INSPECTORATES, *SCHOOLS, *GUIDANCE,
)  # fmt: skip
_ENOUGH = 3.0  # less tells no kind
_CLEAR = 0.5  # a lead smaller than this leaves two kinds undecided
_OF_SITES = (Kind.NEWS, Kind.WEB_PAGE)  # a story on a council's own site has marks of both
_FIRST_LINES, _TOP_LINES = 4, 14
_ROUND_UP = 3  # headings that each name another authority
_BESIDE = re.compile(r"(?i)\b(?:metropolitan|city|county|borough|district|london|royal|council|the|of)\b")
_OFSTED = re.compile(r"(?i)\bofsted\b|\boffice for standards in education\b")
_BEYOND_ENGLAND = re.compile(
    r"(?i)\b(?:care inspectorate|ciw|arolygiaeth|estyn|hmics|rqia|education scotland|healthcare improvement scotland|"
    r"healthcare inspectorate wales|education and training inspectorate|regulation and quality improvement authority)\b"
)
_LONGEST = 400_000  # characters of a document whose clues are looked for


def weigh(head: Head) -> dict[Kind | None, float]:
    """Give the weight of the clues to each kind that has any; None stands for Ofsted's own kinds."""
    zones = _zones(head)
    weights: dict[Kind | None, float] = {}
    for clue in _CLUES:
        found = sum(1 for _ in islice(clue.pattern.finditer(zones[clue.zone]), clue.most))
        if found:
            weights[clue.kind] = weights.get(clue.kind, 0) + found * clue.weight
    if _BEYOND_ENGLAND.search(zones[Zone.HEAD]) and not _OFSTED.search(zones[Zone.WHOLE]):
        # A letter after an inspection looks alike in every nation.
        weights[Kind.OTHER_INSPECTORATE] = weights.get(Kind.OTHER_INSPECTORATE, 0) + weights.pop(None, 0)
    if _is_round_up(zones[Zone.HEAD]):
        weights[Kind.NEWS] = weights.get(Kind.NEWS, 0) + _ENOUGH
    return weights


def heaviest(weights: dict[Kind | None, float]) -> Kind | None:
    """Give the kind whose clues clearly weigh most; unknown if they are too few or two kinds weigh the same."""
    ranked = sorted(weights.items(), key=lambda item: -item[1])
    if not ranked:
        return Kind.UNKNOWN
    kind, weight = ranked[0]
    of_sites = [weights.get(one, 0) for one in _OF_SITES]
    if kind in _OF_SITES:
        weight += min(of_sites)
        ranked = [(kind, weight), *(item for item in ranked if item[0] not in _OF_SITES)]
    if weight < _ENOUGH or (len(ranked) > 1 and weight - ranked[1][1] < _CLEAR):
        return Kind.UNKNOWN
    return kind


def _is_round_up(text: str) -> bool:
    """True if several lines name an authority and little beside it, as the headings of a round-up do."""
    named = set()
    for line in filter(None, (line.strip(" #*") for line in text.split("\n"))):
        found = names_in_list().find(line) if len(line) <= 60 else []
        if len(found) == 1 and not _BESIDE.sub("", line[: found[0].start] + line[found[0].end :]).strip(" ,:'s"):
            named.add(found[0].name)
    return len(named) >= _ROUND_UP


def _zones(head: Head) -> dict[Zone, str]:
    lines = [line for line in _plain(head.whole[:_LONGEST]).split("\n") if line.strip()]
    return {
        Zone.TITLE: _plain(head.title),
        Zone.FIRST: "\n".join(lines[:_FIRST_LINES]),
        Zone.TOP: "\n".join(lines[:_TOP_LINES]),
        Zone.HEAD: _plain(head.text),
        Zone.WHOLE: "\n".join(lines),
    }


def _plain(text: str) -> str:
    """Write spaces and apostrophes in one form."""
    return re.sub(r"[^\S\n]+", " ", text.replace("’", "'").replace("‘", "'"))
