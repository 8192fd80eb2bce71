"""Statistical neighbours: "our statistical neighbours", "Kent and its statistical neighbours"."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ingest.authorities import Mention
from qa.question.spans import Span

_BODIES = r"(?:(?:local )?authorities|councils|las|boroughs|counties|places)"
_ALIKE = r"(?:similar|comparable|neighbouring|like-for-like)"
_NEIGHBOURS = re.compile(
    r"(?:(?:\b(?P<whose>our|my|its|their)\s+(?:own\s+)?|\bthe\s+)?\b"
    rf"(?:(?P<named>stat(?:istical|s|\.)?\s+neighbou?rs?\b)|(?P<plain>neighbou?rs\b|{_ALIKE}\s+(?={_BODIES}\b)))"
    rf"(?:\s*{_BODIES}\b)?(?:['’]s?)?(?P<of>\s+(?:of|to|for)\s+(?:the\s+)?)?"
    rf"|\b(?:other )?{_BODIES}\s+(?:(?:most )?(?:similar|comparable|close)\s+to|(?:much )?like|such as)\s+(?P<like>ours\b|us\b|(?:the )?))",
    re.I,
)
# "Rates are above statistical neighbours" is a finding, not a place to search.
_BENCHMARK = re.compile(
    r"\b(?:than|below|above|against|vs?|versus|with|(?<!next )to)\s+(?:most |many |all |both )?$", re.I
)
_COMPARES = re.compile(
    r"\b(?:compares?|comparison|contrast|(?:stacks?|measures?|match(?:es)?|shapes?) up|ranks?)\b", re.I
)
_COMPARED_WITH_US = re.compile(
    r"\b(?:compar\w+|contrast|versus|vs?|differ\w*)\b.*\b(?:us|we|ourselves|our own)\b", re.I
)
_US_COMPARED = re.compile(r"\b(?:us|we|ourselves|our own)\b.*\b(?:compar\w+|contrast|versus|vs?|differ\w*)\b", re.I)
_OURS = ("our", "my", "ours", "us")
_OF_ONE_NAMED = (
    "similar",
    "comparable",
    "neighbouring",
    "like-for-like",
)  # "how does Kent compare with similar councils?"


def says_neighbours(text: str) -> bool:
    """True if a text names statistical neighbours, or those of a pronoun: "our neighbours"."""
    return any(match["named"] or match["whose"] or match["like"] for match in _NEIGHBOURS.finditer(text))


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
        ours = (match["whose"] or match["like"] or "").lower() in _OURS
        of = _whose(match, owners, mentions, chosen_authorities)
        is_benchmark = _BENCHMARK.search(text, 0, start) and not _COMPARES.search(text, 0, start)
        if is_benchmark or not (of or ours) or (match["like"] is not None and not (owners or ours)):
            continue
        end = match.start("of") if match["of"] and not owners else match.end()
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
    whose = (match["whose"] or match["like"] or "").lower()
    if not whose and not (match["plain"] and match["plain"].strip().lower() in _OF_ONE_NAMED):
        return ()
    named = tuple(dict.fromkeys(mention.name for mention in mentions))
    return tuple(chosen) or named if whose in _OURS else named or tuple(chosen)


def _owners(text: str, match: re.Match[str], mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """Find "Kent" in "Kent's statistical neighbours" and in "statistical neighbours of Kent"."""
    before = [m for m in mentions if re.fullmatch(r"(?: council)?(?:['’]s?)?\s+", text[m.end : match.start()], re.I)]
    after = [m for m in mentions if (match["of"] or match["like"] is not None) and m.start == match.end()]
    return tuple(() if match["whose"] else before or after)
