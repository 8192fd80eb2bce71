"""Word weights: how much a word of a query counts, by how rare it is in the index."""

import math


def word_weight(uses: int, passages: int) -> float:
    """How rare a word is (inverse document frequency), 0 to 1; 1 if no passage uses it.

    Args:
        uses: how many passages use its stem.
        passages: how many passages there are.
    """
    passages = max(2, passages)
    return math.log(1 + passages / (uses + 1)) / math.log(1 + passages)
