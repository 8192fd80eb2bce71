"""The closed list of English children's services authorities, and finding their names in text."""

import csv
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

_DATA = Path(__file__).parent / "data"

# Names that are also ordinary words: they count only where they are written as a name.
_ALSO_WORDS = frozenset({"reading", "bath", "bury", "stoke", "barking", "mk"})
_VERBS = frozenset({"bury", "stoke", "barking"})  # of these, the ones that no "in" goes before but as a place
# A name inside these is none: what is meant is a region, a ruling that practice is named for, or a word.
_NO_NAMES = (
    "yorkshire and the humber|yorkshire & the humber|yorkshire and humber|yorkshire & humber|new york|slough off|"
    "sutton trust|bradford factor|cheshire west judgement|cheshire west judgment|"
    "cheshire west ruling|merton compliant|merton age assessment|southwark judgement|southwark judgment|southwark ruling"
).split("|")
_BODY = r"(?:metropolitan |county |city |borough |district |unitary |london |royal )*council"
_STYLE = (
    r"(?:(?:london |royal |metropolitan |)borough of|london borough|(?:metropolitan )?district of|"
    r"(?:city and county|city|county) of|lb(?: of)?|rb(?: of)?)"
)
_NO_PLACE = r"(?<!\bduke of )(?<!\bduchess of )(?<!\bprince of )(?<!\bprincess of )(?<!\buniversity of )"


@dataclass(frozen=True)
class Authority:
    """One authority: official name, Department for Education code, region, and other names in use.

    Attributes:
        successors: of an abolished authority, the official names of those that took its place.
        until: its last day, where it is abolished.
        neighbours: the official names of its statistical neighbours, in the order of the published list.
    """

    name: str
    la_code: str
    region: str
    aliases: tuple[str, ...]
    successors: tuple[str, ...] = ()
    until: date | None = None
    neighbours: tuple[str, ...] = ()


@dataclass(frozen=True)
class Mention:
    """One mention of an authority: its official name and the characters `start:end` that name it."""

    name: str
    start: int
    end: int


@cache
def authorities() -> tuple[Authority, ...]:
    """The closed list, by name: the authorities of today, and those abolished whose inspections are still read."""
    rows = _rows("authorities.csv")
    by_code = {row["la_code"]: row["name"] for row in rows}
    return tuple(
        Authority(
            name=row["name"],
            la_code=row["la_code"],
            region=row["region"],
            aliases=_parts(row["aliases"]),
            successors=_parts(row["successors"]),
            until=date.fromisoformat(row["until"]) if row["until"] else None,
            neighbours=tuple(by_code[code] for code in _parts(row["neighbours"])),
        )
        for row in rows
    )


@cache
def regions() -> tuple[str, ...]:
    """The official names of the nine regions."""
    return tuple(sorted({authority.region for authority in authorities()}))


def in_region(region: str) -> tuple[str, ...]:
    """The authorities of a region, today's and abolished ones; none where there is no such region."""
    return tuple(authority.name for authority in authorities() if fold(authority.region) == fold(region))


def neighbours_of(name: str) -> tuple[str, ...]:
    """The statistical neighbours of the authority of that official name; none where none are known."""
    return next((authority.neighbours for authority in authorities() if authority.name == name), ())


def related(name: str) -> tuple[str, ...]:
    """What took the place of an abolished authority; else the abolished ones whose place an authority took."""
    successors = next((authority.successors for authority in authorities() if authority.name == name), ())
    return successors or tuple(authority.name for authority in authorities() if name in authority.successors)


def fold(text: str) -> str:
    """Write a name in the one form in which names are compared; the length of `text` is kept."""
    text = text.lower().replace("’", "'").replace("-", " ").replace("_", " ")
    return re.sub(r"\s", " ", text) if len(text.lower()) == len(text) else text


class AuthorityNames:
    """Finds authorities by any of their names, whole: Derby is not Derbyshire.

    Among an authority's names are the company that runs its services, and places whose name begins with that of
    another authority (Newcastle-under-Lyme). An area or a company of several authorities names each of them.

    Args:
        extra: names beside the closed list, such as those that an index holds.
    """

    def __init__(self, extra: Iterable[str] = ()) -> None:
        self.by_name: dict[str, tuple[str, ...]] = {}
        for row in _rows("areas.csv"):
            for name in (row["name"], *_parts(row["aliases"])):
                self.by_name[fold(name)] = _parts(row["authorities"])
        for authority in authorities():
            for name in (authority.name, *authority.aliases):
                self.by_name[fold(name)] = (authority.name,)
        for name in extra:
            self.by_name.setdefault(fold(name), (name,))
        for folded, official in list(self.by_name.items()):
            for spelling in (folded, folded.replace("'", "")):
                self.by_name.setdefault(spelling, official)
                self.by_name.setdefault(spelling.replace(" and ", " & "), official)
        self._names = re.compile(
            rf"(?<!\w){_NO_PLACE}(?P<style>{_spaced(_STYLE)} +)?(?P<name>{_any_of([*self.by_name, *_NO_NAMES])})"
            rf"(?P<body> +(?:london borough(?= +council)|mbc|mdc|lbc|cc|bc))?(?!\w)"
        )

    def find(self, text: str) -> list[Mention]:
        """Every mention in `text`, in order; a longer name wins over one inside it.

        The span covers the style that goes with a name ("London Borough of Camden", "LB Camden", "Sandwell MBC").
        """
        folded = fold(text)
        matches = [m for m in self._names.finditer(folded) if _name(m) in self.by_name]
        matches = _as_names(text, folded, matches)
        return [
            Mention(name, match.start(), match.end())
            for place, match in enumerate(matches)
            for name in self._meant(folded, matches, place)
        ]

    def _meant(self, folded: str, matches: Sequence[re.Match[str]], place: int) -> tuple[str, ...]:
        """The authorities of one match: of an area only the one that stands with it ("Leeds, West Yorkshire")."""
        several = self.by_name[_name(matches[place])]
        if len(several) == 1:
            return several
        for first in (place - 1, place):
            if 0 <= first < len(matches) - 1 and _WITHIN.fullmatch(
                folded, matches[first].end(), matches[first + 1].start()
            ):
                other = self.by_name[_name(matches[first + (first == place)])]
                if len(other) == 1 and other[0] in several:
                    return other
        return several


_JOINED = re.compile(r" *(?:,|&|,? and|,? or|vs?\.?|versus) +")
_WITHIN = re.compile(r"(?:'s?)? *[,:(]? *(?:(?:in|for|of) )?(?:the )?")


def _name(match: re.Match[str]) -> str:
    return " ".join(match["name"].split())


def _as_names(text: str, folded: str, matches: Sequence[re.Match[str]]) -> list[re.Match[str]]:
    """Leave out ordinary words that are not written as names."""
    kept: list[re.Match[str]] = []
    for match in reversed(matches):
        listed = bool(kept) and _JOINED.fullmatch(folded[match.end() : kept[-1].start()])  # "reading and slough"
        if _name(match) not in _ALSO_WORDS or listed or _written_as_name(text, folded, match):
            kept.append(match)
    return kept[::-1]


def _written_as_name(text: str, folded: str, match: re.Match[str]) -> bool:
    """True where an ordinary word stands as a place: "in Reading", "reading borough council", "Bury 2021"."""
    if match["style"] or match["body"]:
        return True
    before, after = folded[: match.start()].rstrip(), folded[match.end() :].lstrip()
    if match["name"] in _VERBS and re.search(r"\bin$", before):
        return True
    if re.match(rf"(?:{_BODY}\b|'s\b|\d{{4}}\b|$|\?|:)", after) and not before.endswith((" of", " on")):
        return True
    return text[match.start()].isupper() and bool(before) and before[-1] not in ".!?"


@cache
def names_in_list() -> AuthorityNames:
    """The finder over the closed list alone."""
    return AuthorityNames()


@cache
def _elsewhere() -> tuple[re.Pattern[str], dict[str, str]]:
    nations = {fold(name): row["nation"] for row in _rows("elsewhere.csv") for name in _parts(row["names"])}
    return re.compile(rf"(?<!\w){_NO_PLACE}(?P<name>{_any_of(nations)})(?!\w)"), nations


def outside_england(text: str) -> list[tuple[int, int, str]]:
    """Places outside England, where Ofsted does not inspect: `(start, end, nation)` of each that `text` names."""
    pattern, nations = _elsewhere()
    return [(m.start(), m.end(), nations[_name(m)]) for m in pattern.finditer(fold(text))]


def _any_of(names: Iterable[str]) -> str:
    """The pattern of any of the names, the longest first; a line break and its indent may stand for a space."""
    return "|".join(_spaced(re.escape(name).replace(r"\ ", " ")) for name in sorted(names, key=len, reverse=True))


def _spaced(pattern: str) -> str:
    return pattern.replace(" ", " +")


def _rows(name: str) -> list[dict[str, str]]:
    with (_DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _parts(cell: str) -> tuple[str, ...]:
    return tuple(filter(None, cell.split("|")))
