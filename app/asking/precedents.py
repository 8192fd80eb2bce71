"""Precedents inside filters."""

from app.asking.filters import Filters
from index import Index, one_state
from qa.answer.messages import unknown_words
from qa.precedents import Order, Precedents, find_precedents


@one_state
def precedents(
    index: Index,
    finding: str,
    filters: Filters,
    own: str = "",
    order: Order = Order.CLOSENESS,
    better: bool = False,
    limit: int = 20,
) -> Precedents:
    """Find which other authorities were told what a finding says, and what happened there next.

    Args:
        own: the authority that asks, by any of its names; its own papers are left out. If it is not given, the one that the finding names.
        better: only those of which a later paper says that things are better.
        limit: the most entries.
    """
    scope = filters.scope(index)
    asking = Filters(authority=[own]).scope(index) if own else None
    for stated in (asking, scope):
        if stated and stated.unknown:
            return Precedents(finding, own, 0, explanation=unknown_words(stated))
    official = asking.authorities[0] if asking and asking.authorities else ""
    return find_precedents(index, finding, scope, official, order, better, limit)
