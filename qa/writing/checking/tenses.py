"""Which form a verb stands in: present, past, perfect, ongoing, passive. The auxiliaries before it tell."""

from collections.abc import Sequence

from qa.writing.checking.lexicon import PREPOSITIONS, SIDE
from qa.writing.checking.verbs import form_of, forms
from qa.writing.checking.wording import BREAK, Word

_BE = frozenset(["is", "was", "been", "be", "being"])
_REACH = 3  # words between an auxiliary and its verb


def verb_form(words: Sequence[Word], place: int) -> str | None:
    """Which form of a verb stands at a place; None where there is none."""
    printed = words[place].printed.lower()
    form = form_of(printed) or ("ing" if len(printed) > 5 and printed.endswith("ing") else None)
    form = form or ("past" if len(printed) > 4 and printed.endswith("ed") else None)
    ahead = _auxiliaries([word.key for word in words[max(0, place - _REACH) : place]])
    if form == "ing":
        return "ongoing" if _BE & set(ahead) else "bare -ing"
    if form == "past":
        return _participle(ahead)
    after = words[place + 1].key if place + 1 < len(words) else ""
    return "present" if form or (printed in forms() and after in ("them", "it", "him", "her", "us")) else None


def _auxiliaries(ahead: Sequence[str]) -> Sequence[str]:
    """The words before a verb that may belong to it; none in "there is coordinated working"."""
    if "there" in ahead:
        return []
    ends = [n for n, key in enumerate(ahead) if key in (BREAK, SIDE, "and") or key in PREPOSITIONS]
    return ahead[ends[-1] + 1 :] if ends else ahead


def _participle(ahead: Sequence[str]) -> str:
    """Which form a participle is part of, by the auxiliaries before it."""
    if "being" in ahead:
        return "being"
    if "been" in ahead:
        return "perfect passive"
    if "was" in ahead:
        return "was passive"
    if {"is", "be"} & set(ahead):
        return "passive"
    return "perfect" if {"has", "had"} & set(ahead) else "past"
