"""The closed list of English children's services authorities, and finding their names in text."""

import csv
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_LIST = Path(__file__).parent / "data" / "authorities.csv"
_ELSEWHERE = Path(__file__).parent / "data" / "elsewhere.csv"

# Areas that are not one authority: those that people may mean.
_SEVERAL = {
    "Cheshire": ("Cheshire East", "Cheshire West and Chester"),
    "Cheshire East and West": ("Cheshire East", "Cheshire West and Chester"),
    "Sussex": ("East Sussex", "West Sussex"),
    "East and West Sussex": ("East Sussex", "West Sussex"),
    "Bedfordshire": ("Bedford", "Central Bedfordshire", "Luton"),
    "Berkshire": (
        "Bracknell Forest",
        "Reading",
        "Slough",
        "West Berkshire",
        "Windsor and Maidenhead",
        "Wokingham",
    ),
    "North and West Northamptonshire": ("North Northamptonshire", "West Northamptonshire"),
    "North and North East Lincolnshire": ("North Lincolnshire", "North East Lincolnshire"),
    "North and South Tyneside": ("North Tyneside", "South Tyneside"),
}

# Names that are also ordinary words: they count only where they are written as a name.
_ALSO_WORDS = frozenset({"reading", "bath", "bury", "stoke", "barking", "kingston", "mk"})
_BODY = r"(?:metropolitan |county |city |borough |district |unitary )*council"


@dataclass(frozen=True)
class Authority:
    """One authority: official name, Department for Education code, region, and other names in use."""

    name: str
    la_code: str
    region: str
    aliases: tuple[str, ...]


@dataclass(frozen=True)
class Mention:
    """One mention of an authority: its official name and the characters `start:end` that name it."""

    name: str
    start: int
    end: int


@cache
def authorities() -> tuple[Authority, ...]:
    """The closed list, by name."""
    with _LIST.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file)
        return tuple(
            Authority(r["name"], r["la_code"], r["region"], tuple(filter(None, r["aliases"].split("|")))) for r in rows
        )


def fold(text: str) -> str:
    """Write a name in the one form in which names are compared; the length of `text` is kept."""
    text = text.lower().replace("’", "'").replace("-", " ").replace("_", " ")
    return re.sub(r"\s", " ", text) if len(text.lower()) == len(text) else text


class AuthorityNames:
    """Finds authorities by any of their names, whole: Derby is not Derbyshire.

    Args:
        extra: names beside the closed list, such as those that an index holds.
    """

    def __init__(self, extra: Iterable[str] = ()) -> None:
        self.by_name: dict[str, tuple[str, ...]] = {fold(name): several for name, several in _SEVERAL.items()}
        for authority in authorities():
            for name in (authority.name, *authority.aliases):
                self.by_name[fold(name)] = (authority.name,)
        for name in extra:
            self.by_name.setdefault(fold(name), (name,))
        for folded, official in list(self.by_name.items()):
            if " and " in folded:
                self.by_name.setdefault(folded.replace(" and ", " & "), official)
        longest_first = sorted(self.by_name, key=len, reverse=True)
        self._names = re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, longest_first)) + r")(?!\w)")

    def find(self, text: str) -> list[Mention]:
        """Every mention in `text`, in order; a longer name wins over one inside it."""
        folded = fold(text)
        return [
            Mention(name, m.start(), m.end())
            for m in self._names.finditer(folded)
            for name in self.by_name[m.group()]
            if m.group() not in _ALSO_WORDS or _written_as_name(text, folded, m)
        ]


def _written_as_name(text: str, folded: str, match: re.Match[str]) -> bool:
    """True where an ordinary word stands as a place: "in Reading", "reading borough council", "Bury 2021"."""
    before, after = folded[: match.start()].rstrip(), folded[match.end() :].lstrip()
    if re.match(rf"(?:{_BODY}\b|'s\b|\d{{4}}\b|$|\?|:)", after) and not before.endswith((" of", " on")):
        return True
    return text[match.start()].isupper() and bool(before) and before[-1] not in ".!?"


@cache
def names_in_list() -> AuthorityNames:
    """The finder over the closed list alone."""
    return AuthorityNames()


@cache
def _elsewhere() -> tuple[re.Pattern[str], dict[str, str]]:
    with _ELSEWHERE.open(encoding="utf-8", newline="") as file:
        nations = {fold(name): row["nation"] for row in csv.DictReader(file) for name in row["names"].split("|")}
    longest_first = sorted(nations, key=len, reverse=True)
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, longest_first)) + r")(?!\w)"), nations


def outside_england(text: str) -> list[tuple[int, int, str]]:
    """Places outside England, where Ofsted does not inspect: `(start, end, nation)` of each that `text` names."""
    pattern, nations = _elsewhere()
    return [(m.start(), m.end(), nations[m.group()]) for m in pattern.finditer(fold(text))]
