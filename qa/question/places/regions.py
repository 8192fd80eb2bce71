"""The regions of England that a question names."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.authorities import Mention
from qa.question.spans import Span

_MIDLANDS = ("East Midlands", "West Midlands")
# The nine official regions, as people write them.
_WRITTEN = (
    (("Yorkshire and the Humber",), r"york(?:shire|s)?,?\s+(?:and|&)\s+(?:the\s+)?humber(?:side)?"),
    (("East of England",), r"east\s+of\s+england|eastern\s+region"),
    (("East Midlands",), r"e(?:ast|\.)?\s+mid(?:land)?s?"),
    (("West Midlands",), r"w(?:est|\.)?\s+mid(?:land)?s?"),
    (_MIDLANDS, r"midlands"),
    (("North East",), r"north[\s-]?east(?:ern)?"),
    (("North West",), r"north[\s-]?west(?:ern)?"),
    (("South East",), r"south[\s-]?east(?:ern)?"),
    (("South West",), r"south[\s-]?west(?:ern)?"),
    (("London",), r"(?:greater\s+)?london"),
)
_BODIES = r"(?:local authorities|authorities|councils|(?:london )?boroughs|las)"
_REGION = re.compile(
    r"\b(?:the\s+)?(?:"
    + "|".join(f"(?P<r{number}>{pattern})" for number, (_, pattern) in enumerate(_WRITTEN))
    + rf")\b(?!-)(?P<after>(?:\s+(?:(?:of )?england|region))*(?:['’]s\b)?(?:\s+{_BODIES}\b)?)",
    re.I,
)
# Words that make it part of another name, or a part of a place: "the north east locality", "South West Kent".
_OTHER_NAME_BEFORE = re.compile(r"\b(?:adopt|adoption|coram|university of|far|nhs|old)\s+$", re.I)
_OTHER_NAME_AFTER = re.compile(
    r"\s+(?:of\b|london\b|localit|area team|teams?\b|hubs?\b|quadrant|quarter|districts?\b|patch|side\b|corner|part\b|"
    r"adoption|regional adoption|raa\b|police|constabulary|nhs|ambulance|fire\b|(?:\w+ )?trust\b|foundation|combined authority|"
    r"cancer|grid\b|living wage|weighting|safeguarding|child protection|borough of|metropolitan|underground|school of|"
    r"accelerator|bridge\b|street|road\b|university|framework|protocol|procedures|consortium|partnership|councils network)",
    re.I,
)
# A part of London is not a region, and Kloe does not guess which boroughs are in it.
_PART_OF_LONDON = re.compile(r"\b(?:north|south|east|west|central)(?:[ -]?(?:east|west))?[ -]london\b", re.I)


@dataclass(frozen=True)
class RegionMention:
    """A region, or both Midlands, as named in a question: official names, and the characters `start:end` that name it."""

    names: tuple[str, ...]
    start: int
    end: int


def find_regions(text: str, mentions: Sequence[Mention]) -> list[RegionMention]:
    """Find the regions that a question names, except inside an authority's name or directly before one."""
    return [
        RegionMention(next(names for number, (names, _) in enumerate(_WRITTEN) if match[f"r{number}"]), *match.span())
        for match in _REGION.finditer(text)
        if not _is_other_name(text, match.start(), match.start("after"), mentions)
        and not any(start <= match.end() and match.start() < end for start, end in parts_of_london(text))
    ]


def parts_of_london(text: str) -> list[Span]:
    """Find the parts of London that a question names: "South London"."""
    return [m.span() for m in _PART_OF_LONDON.finditer(text) if not _is_other_name(text, m.start(), m.end(), ())]


def _is_other_name(text: str, start: int, end: int, mentions: Sequence[Mention]) -> bool:
    if re.match(r"\s+of england\b", text[end:], re.I):
        return False
    if _OTHER_NAME_BEFORE.search(text, 0, start) or _OTHER_NAME_AFTER.match(text, end):
        return True
    return any(m.end > start and not text[end : m.start].strip() for m in mentions)  # inside a name or before one
