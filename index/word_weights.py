"""Word weights: how much a word of a query counts, by how rare it is in the index."""

import math
from collections.abc import Mapping

from index.lexical import stem


def word_weight(word: str, stem_counts: Mapping[str, int], passages: int) -> float:
    """How rare a word is (inverse document frequency), 0 to 1; 1 if no passage uses it.

    Args:
        stem_counts: how many passages use each stem.
        passages: how many passages there are.
    """
    passages = max(2, passages)
    uses = stem_counts.get(stem(word.lower()), 0)
    return math.log(1 + passages / (uses + 1)) / math.log(1 + passages)
