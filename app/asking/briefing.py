"""Briefings on an authority by any of its names."""

from functools import lru_cache

from app.asking.naming import NotNamed, authority_named
from index import Index, one_state
from qa.briefings import Briefing, make_briefing

_KEPT = 16  # briefings: a person who reads one may then save it, and its precedents take some seconds to find


@one_state
def briefing(index: Index, authority: str) -> Briefing:
    """Make the briefing on an authority, or explain why there is none.

    Args:
        authority: by any of its names.
    """
    try:
        place = authority_named(index, authority)
    except NotNamed as error:
        return Briefing(authority, explanation=str(error))
    return _made(index, place, index.catalogue.state())


@lru_cache(_KEPT)
def _made(index: Index, place: str, _state: str) -> Briefing:
    """The briefing while the index holds the same documents, which `_state` stands for."""
    return make_briefing(index, place)
