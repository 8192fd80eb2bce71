"""Statistical neighbours: "our statistical neighbours", "Kent and its statistical neighbours"."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ingest.authorities import Mention
from qa.question.spans import Span

_NEIGHBOURS = re.compile(
    r"(?:\b(?P<whose>our|my|its|their)\s+(?:own\s+)?|\bthe\s+)?\bstat(?:istical|s|\.)?\s+neighbou?rs?\b"
    r"(?:\s+(?:authorities|councils|las)\b)?(?:['’]s?)?(?P<of>\s+(?:of|to|for)\s+(?:the\s+)?)?",
    re.I,
)
# "Rates are above statistical neighbours" is a finding, not a place to search.
_BENCHMARK = re.compile(r"\b(?:than|below|above|against|vs?|versus|with|to)\s+(?:most |many |all |both )?$", re.I)
_COMPARES = re.compile(r"\b(?:compares?|comparison|contrast)\b", re.I)
_COMPARED_WITH_US = re.compile(
    r"\b(?:compar\w+|contrast|versus|vs?|differ\w*)\b.*\b(?:us|we|ourselves|our own)\b", re.I
)
_US_COMPARED = re.compile(r"\b(?:us|we|ourselves|our own)\b.*\b(?:compar\w+|contrast|versus|vs?|differ\w*)\b", re.I)


def says_neighbours(text: str) -> bool:
    """True if a text names statistical neighbours."""
    return _NEIGHBOURS.search(text) is not None


@dataclass(frozen=True)
class Neighbours:
    """The statistical neighbours that a question names; authorities by official name.

    Attributes:
        of: the authorities whose neighbours are meant.
        names: the neighbours.
        owners: mentions that only say whose neighbours are meant: "Kent's statistical neighbours" do not include Kent.
        compared: authorities that are compared with their neighbours, but not named: "compare us with …".
        unresolved: spans that do not say whose neighbours are meant, or whose neighbours Kloe does not know.
    """

    of: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    owners: tuple[Mention, ...] = ()
    compared: tuple[str, ...] = ()
    spans: tuple[Span, ...] = ()
    unresolved: tuple[Span, ...] = ()


def find_neighbours(
    text: str,
    mentions: Sequence[Mention],
    chosen_authorities: Sequence[str],
    neighbours_of: Callable[[str], tuple[str, ...]],
) -> Neighbours:
    """Find the first mention of statistical neighbours as places to search.

    Args:
        mentions: the authorities that the question names.
        chosen_authorities: those that the person has set as a filter.
    """
    for match in _NEIGHBOURS.finditer(text):
        owners = _owners(text, match, mentions)
        start = min([match.start(), *(mention.start for mention in owners)])
        ours = match["whose"] is not None and match["whose"].lower() in ("our", "my")
        of = _whose(match, owners, mentions, chosen_authorities)
        if (_BENCHMARK.search(text, 0, start) and not _COMPARES.search(text, 0, start)) or not (of or ours):
            continue
        end = match.end() if owners or not match["of"] else match.start("of")
        span = (start, max([end, *(mention.end for mention in owners)]))
        names = tuple(dict.fromkeys(name for authority in of for name in neighbours_of(authority)))
        if not names:
            return Neighbours(owners=owners, unresolved=(span,))
        is_compared = _COMPARED_WITH_US.search(text) or _US_COMPARED.search(text)
        return Neighbours(of, names, owners, of if ours and is_compared else (), spans=(span,))
    return Neighbours()


def _whose(
    match: re.Match[str], owners: Sequence[Mention], mentions: Sequence[Mention], chosen: Sequence[str]
) -> tuple[str, ...]:
    """Whose neighbours are meant: "our" means those of the chosen authority, "its" those of the one named."""
    if owners:
        return tuple(dict.fromkeys(mention.name for mention in owners))
    if match["whose"] is None:
        return ()
    named = tuple(dict.fromkeys(mention.name for mention in mentions))
    return tuple(chosen) or named if match["whose"].lower() in ("our", "my") else named or tuple(chosen)


def _owners(text: str, match: re.Match[str], mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """Find "Kent" in "Kent's statistical neighbours" and in "statistical neighbours of Kent"."""
    before = [m for m in mentions if re.fullmatch(r"(?: council)?(?:['’]s?)?\s+", text[m.end : match.start()], re.I)]
    after = [m for m in mentions if match["of"] and m.start == match.end()]
    return tuple(() if match["whose"] else before or after)
