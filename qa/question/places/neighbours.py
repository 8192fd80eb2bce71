"""Statistical neighbours: "our statistical neighbours", "Kent and its statistical neighbours"."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ingest.authorities import Mention
from qa.question.exclusion import Span

_NEIGHBOURS = re.compile(
    r"(?:\b(?P<whose>our|my|its|their)\s+(?:own\s+)?|\bthe\s+)?\bstat(?:istical|s|\.)?\s+neighbou?rs?\b"
    r"(?:\s+(?:authorities|councils|las)\b)?(?:['’]s?)?(?P<of>\s+(?:of|to|for)\s+(?:the\s+)?)?",
    re.I,
)
# "Rates are above statistical neighbours": a finding, no place to look in.
_MEASURE = re.compile(r"\b(?:than|below|above|against|vs?|versus|with|to)\s+(?:most |many |all |both )?$", re.I)
_COMPARES = re.compile(r"\b(?:compares?|comparison|contrast)\b", re.I)
_BESIDE = re.compile(r"\b(?:compar\w+|contrast|versus|vs?|differ\w*)\b.*\b(?:us|we|ourselves|our own)\b", re.I)
_BESIDE_TOO = re.compile(r"\b(?:us|we|ourselves|our own)\b.*\b(?:compar\w+|contrast|versus|vs?|differ\w*)\b", re.I)


def says_neighbours(text: str) -> bool:
    """True where statistical neighbours are named."""
    return _NEIGHBOURS.search(text) is not None


@dataclass(frozen=True)
class Neighbours:
    """What a question's statistical neighbours come to.

    Attributes:
        of: whose neighbours are meant, official names.
        names: those neighbours.
        instead: the mentions that only say whose they are: of "Kent's statistical neighbours", Kent is none.
        beside: authorities that are compared with their neighbours without being named: "compare us with …".
        unresolved: where the words leave open whose neighbours are meant, or Kloe knows none.
    """

    of: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    instead: tuple[Mention, ...] = ()
    beside: tuple[str, ...] = ()
    spans: tuple[Span, ...] = ()
    unresolved: tuple[Span, ...] = ()


def find_neighbours(
    text: str, mentions: Sequence[Mention], own: Sequence[str], neighbours_of: Callable[[str], tuple[str, ...]]
) -> Neighbours:
    """Find the first mention of statistical neighbours as a place to look in, and whose they are.

    Args:
        mentions: the authorities that the question names.
        own: the authority that the person asking has chosen.
    """
    for match in _NEIGHBOURS.finditer(text):
        instead = _possessors(text, match, mentions)
        first = min([match.start(), *(mention.start for mention in instead)])
        ours = match["whose"] is not None and match["whose"].lower() in ("our", "my")
        of = _whose(match, instead, mentions, own)
        if (_MEASURE.search(text, 0, first) and not _COMPARES.search(text, 0, first)) or not (of or ours):
            continue
        end = match.end() if instead or not match["of"] else match.start("of")
        span = (first, max([end, *(mention.end for mention in instead)]))
        names = tuple(dict.fromkeys(name for authority in of for name in neighbours_of(authority)))
        if not names:
            return Neighbours(instead=instead, unresolved=(span,))
        compared = _BESIDE.search(text) or _BESIDE_TOO.search(text)
        return Neighbours(of, names, instead, of if ours and compared else (), spans=(span,))
    return Neighbours()


def _whose(
    match: re.Match[str], instead: Sequence[Mention], mentions: Sequence[Mention], own: Sequence[str]
) -> tuple[str, ...]:
    """Whose neighbours are meant: "our" are those of the authority chosen, "its" of the one that is named."""
    if instead:
        return tuple(dict.fromkeys(mention.name for mention in instead))
    if match["whose"] is None:
        return ()
    named = tuple(dict.fromkeys(mention.name for mention in mentions))
    return tuple(own) or named if match["whose"].lower() in ("our", "my") else named or tuple(own)


def _possessors(text: str, match: re.Match[str], mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """The mentions of "Kent's statistical neighbours" and of "statistical neighbours of Kent"."""
    before = [m for m in mentions if re.fullmatch(r"(?: council)?(?:['’]s?)?\s+", text[m.end : match.start()], re.I)]
    after = [m for m in mentions if match["of"] and m.start == match.end()]
    return tuple(() if match["whose"] else before or after)
