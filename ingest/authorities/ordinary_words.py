"""Places whose names are also ordinary words, such as Reading and Bury."""

import re
from collections.abc import Sequence

from ingest.authorities.spelling import matched_name

# These are names only when written as names.
PLACES_THAT_ARE_WORDS = frozenset({"reading", "bath", "bury", "stoke", "barking", "mk"})
_PLACES_AFTER_IN = frozenset({"bury", "stoke", "barking"})  # "in reading" and "in bath" can be the ordinary words
_COUNCIL = r"(?:metropolitan |county |city |borough |district |unitary |london |royal )*council"
_NEXT_IN_LIST = re.compile(r" *(?:,|&|,? and|,? or|vs?\.?|versus) +")


def drop_ordinary_words(text: str, folded: str, matches: Sequence[re.Match[str]]) -> list[re.Match[str]]:
    """Leave out the matches that are ordinary words.

    Args:
        text: the text as written.
        folded: the same text folded, in which the names were found.
        matches: the names found, in order.
    """
    kept: list[re.Match[str]] = []
    for match in reversed(matches):
        # "reading and slough": a word in a list with a name is a name.
        in_list = bool(kept) and _NEXT_IN_LIST.fullmatch(folded[match.end() : kept[-1].start()])
        if matched_name(match) not in PLACES_THAT_ARE_WORDS or in_list or _written_as_name(text, folded, match):
            kept.append(match)
    return kept[::-1]


def _written_as_name(text: str, folded: str, match: re.Match[str]) -> bool:
    """True if an ordinary word is used as a place: "in Reading", "reading borough council", "Bury 2021"."""
    if match["style"] or match["body"]:
        return True
    before, after = folded[: match.start()].rstrip(), folded[match.end() :].lstrip()
    if match["name"] in _PLACES_AFTER_IN and re.search(r"\bin$", before):
        return True
    if re.match(rf"(?:{_COUNCIL}\b|'s\b|\d{{4}}\b|$|\?|:)", after) and not before.endswith((" of", " on")):
        return True
    return text[match.start()].isupper() and bool(before) and before[-1] not in ".!?"
