"""Finds the names of authorities in text."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from ingest.authorities.ordinary_words import drop_ordinary_words
from ingest.authorities.register import authorities
from ingest.authorities.spelling import NOT_A_TITLE, any_of, fold, matched_name, spaced
from ingest.authorities.tables import read_rows, split_cell

# Phrases that contain a name and mean something else: a region, a ruling named after an authority, or a word.
_NOT_NAMES = (
    "yorkshire and the humber|yorkshire & the humber|yorkshire and humber|yorkshire & humber|new york|slough off|"
    "sutton trust|bradford factor|cheshire west judgement|cheshire west judgment|"
    "cheshire west ruling|merton compliant|merton age assessment|southwark judgement|southwark judgment|southwark ruling"
).split("|")
_STYLE = (
    r"(?:(?:london |royal |metropolitan |)borough of|london borough|(?:metropolitan )?district of|"
    r"(?:city and county|city|county) of|l\.?b\.?(?: of)?|r\.?b\.?(?: of)?)"
)
_WITHIN = re.compile(r"(?:'s?)? *[,:(]? *(?:(?:in|for|of) )?(?:the )?")  # between an authority and its area


@dataclass(frozen=True)
class Mention:
    """One mention of an authority: its official name and the characters `start:end` that name it."""

    name: str
    start: int
    end: int


class AuthorityNames:
    """Finds authorities by any of their whole names: "Derbyshire" does not mention Derby.

    An authority's names include the company that runs its services, and places in it whose names begin with
    another authority's (Newcastle-under-Lyme). An area or company shared by several authorities mentions each of them.

    Args:
        extra: names to find beside the closed list, such as other authorities in an index.
    """

    def __init__(self, extra: Iterable[str] = ()) -> None:
        self.by_name: dict[str, tuple[str, ...]] = {}
        for row in read_rows("areas.csv"):
            for name in (row["name"], *split_cell(row["aliases"])):
                self.by_name[fold(name)] = split_cell(row["authorities"])
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
            rf"(?<!\w){NOT_A_TITLE}(?P<style>{spaced(_STYLE)} +)?(?P<name>{any_of([*self.by_name, *_NOT_NAMES])})"
            rf"(?P<body> +(?:london borough(?= +council)|mbc|mdc|lbc|cc|bc))?(?!\w)"
        )

    def find(self, text: str) -> list[Mention]:
        """Find every mention in `text`, in order; the longest name wins.

        The characters include the style of an authority ("London Borough of Camden", "LB Camden", "Sandwell MBC").
        """
        folded = fold(text)
        matches = [m for m in self._names.finditer(folded) if matched_name(m) in self.by_name]
        matches = drop_ordinary_words(text, folded, matches)
        return [
            Mention(name, match.start(), match.end())
            for place, match in enumerate(matches)
            for name in self._meant(folded, matches, place)
        ]

    def _meant(self, folded: str, matches: Sequence[re.Match[str]], place: int) -> tuple[str, ...]:
        """Give the authorities that one match means: in "Leeds, West Yorkshire", the area means Leeds alone."""
        several = self.by_name[matched_name(matches[place])]
        if len(several) == 1:
            return several
        for first in (place - 1, place):
            if 0 <= first < len(matches) - 1 and _WITHIN.fullmatch(
                folded, matches[first].end(), matches[first + 1].start()
            ):
                other = self.by_name[matched_name(matches[first + (first == place)])]
                if len(other) == 1 and other[0] in several:
                    return other
        return several


@cache
def names_in_list() -> AuthorityNames:
    """Give the finder for the closed list alone."""
    return AuthorityNames()
