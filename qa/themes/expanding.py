"""Adds the usual names of the matters that a topic speaks of, so that a search in everyday words finds what reports say in theirs."""

from collections.abc import Callable

from index.lexical import STOPWORDS, stem, words
from qa.themes.matching import themes

_MOST = 2  # names; more would draw a search away from the topic's own words
_RARE = 0.45  # what documents seldom say; the usual words find enough alone


def with_matters(topic: str, weigh: Callable[[str], float]) -> str:
    """A topic with the names of matters that it calls otherwise than documents do: "kids who run away (missing children)".

    Args:
        weigh: gives how rare a word is in the documents, 0 to 1.
    """
    used = {stem(word) for word in words(topic)}
    names = [
        matter
        for matter, phrases in themes().matters(topic).items()
        if used.isdisjoint(_stems(matter)) and max(weigh(word) for phrase in phrases for word in phrase) > _RARE
    ]
    return f"{topic} ({', '.join(names[:_MOST])})" if names else topic


def _stems(matter: str) -> set[str]:
    return {stem(word) for word in words(matter) if word not in STOPWORDS}
