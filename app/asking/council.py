"""What stands on an authority's page and takes work: what its committee decided, and what became of what was asked for."""

from functools import lru_cache

from index import Index, one_state
from qa.briefings import Briefing, Heading, make_briefing

_KEPT = 64  # authorities: following what was asked for takes up to a second or two
_FOLLOWED = (Heading.ASKED, Heading.ENQUIRY)


@one_state
def decided(index: Index, place: str) -> Briefing:
    """What an authority's committee decided: a briefing of that one section.

    Args:
        place: its official name.
    """
    return make_briefing(index, place, (Heading.DECIDED,))


@one_state
def followed(index: Index, place: str) -> Briefing:
    """What an authority was asked for and what became of it, and questions about that: a briefing of these two sections.

    Args:
        place: its official name.
    """
    return _followed(index, place, index.catalogue.state())


@lru_cache(_KEPT)
def _followed(index: Index, place: str, _state: str) -> Briefing:
    """The same while the index holds the same documents, which `_state` stands for."""
    return make_briefing(index, place, _FOLLOWED)
