"""The places that a question names, those that it leaves out, and the words that name them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ingest.authorities import Mention
from qa.question.places.names import NameFinder
from qa.question.places.neighbours import Neighbours, find_neighbours
from qa.question.places.regions import RegionMention, find_regions, parts_of_london
from qa.question.spans import Span, find_emphasised, find_excluded


@dataclass(frozen=True)
class Places:
    """The places of a question; official names.

    Attributes:
        without: authorities and regions that it leaves out.
        unknown: words that seem to name a place and name none that Kloe knows.
        neighbours_of: the authorities whose statistical neighbours are among `authorities`.
        mentions: the authorities with the characters that name them.
        named: the spans that name authorities and regions.
        spans: all that the places take up, with words such as "other than" before them.
        leaves_out: the question leaves a place out.
    """

    authorities: tuple[str, ...]
    regions: tuple[str, ...]
    without: tuple[str, ...]
    unknown: tuple[str, ...]
    neighbours_of: tuple[str, ...]
    mentions: tuple[Mention, ...]
    named: tuple[Span, ...]
    spans: tuple[Span, ...]
    leaves_out: bool

    @property
    def names_authority(self) -> bool:
        """True if it is about authorities that it names, and not about the neighbours of one."""
        return bool(self.authorities) and not self.neighbours_of


def read_places(
    text: str,
    names: NameFinder,
    chosen_authorities: Sequence[str],
    neighbours_of: Callable[[str], tuple[str, ...]],
) -> Places:
    """Read the places that a question names.

    Args:
        chosen_authorities: those that the person has set as a filter, or called their own; "our neighbours" are theirs.
    """
    found = names.find(text, chosen_authorities)
    regions = find_regions(text, found.mentions)
    neighbours = find_neighbours(text, found.mentions, chosen_authorities, neighbours_of)
    named = [(m.start, m.end) for m in found.mentions] + [(region.start, region.end) for region in regions]
    unknown = [*found.unknown, *parts_of_london(text), *neighbours.unresolved]
    unknown += names.unknown(text, [*named, *unknown, *neighbours.spans])
    excluded = find_excluded(text, named)
    alone, not_alone = find_emphasised(text, named)
    # "Not only Devon" confines the question to nothing, but beside another place it is one more.
    outside = {**excluded, **not_alone} if set(not_alone) == set(named) else excluded
    words = {**not_alone, **alone, **excluded}
    return Places(
        authorities=_authorities(found.mentions, outside, neighbours),
        regions=_regions(regions, outside),
        without=_excluded_names(found.mentions, regions, excluded),
        unknown=tuple(dict.fromkeys(text[start:end] for start, end in sorted(unknown))),
        neighbours_of=neighbours.of,
        mentions=tuple(found.mentions),
        named=tuple(named),
        spans=(*(words.get(span, span) for span in named), *unknown, *neighbours.spans),
        leaves_out=bool(excluded),
    )


def _authorities(mentions: Sequence[Mention], outside: dict[Span, Span], neighbours: Neighbours) -> tuple[str, ...]:
    named = [m.name for m in mentions if (m.start, m.end) not in outside and m not in neighbours.owners]
    return tuple(dict.fromkeys([*named, *neighbours.compared, *neighbours.names]))


def _regions(regions: Sequence[RegionMention], outside: dict[Span, Span]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for r in regions if (r.start, r.end) not in outside for name in r.names))


def _excluded_names(
    mentions: Sequence[Mention], regions: Sequence[RegionMention], excluded: dict[Span, Span]
) -> tuple[str, ...]:
    names = [m.name for m in mentions if (m.start, m.end) in excluded]
    names += [name for r in regions if (r.start, r.end) in excluded for name in r.names]
    return tuple(dict.fromkeys(names))
