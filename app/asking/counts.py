"""Counts inside filters."""

from app.asking.filters import Filters
from index import Index, one_state
from qa import counts
from qa.answer.messages import unknown_words
from qa.counts import Counted


@one_state
def count(index: Index, question: str, filters: Filters) -> Counted:
    """Count or list what a question asks for, over the catalogue's records.

    Returns:
        The number with the list behind it; one that is not computed, and says why, where that cannot be done for certain.
    """
    scope = filters.scope(index)
    if scope and scope.unknown:
        return Counted(question, False, explanation=unknown_words(scope))
    return counts.count(index, question, scope)
