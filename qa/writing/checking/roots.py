"""The form in which each word that tells something is compared, and which words bear on others."""

from functools import cache

from index.lexical import stem
from qa.writing.checking.lexicon import (
    ALIKE,
    ALIKE_STEMS,
    EMPTY,
    GLUE,
    HERE,
    LIMITS,
    LINKS,
    NEGATION,
    PREPOSITIONS,
    SPEECH,
    WANTING,
)
from qa.writing.checking.verbs import base_of, form_of, forms
from qa.writing.checking.wording import Word

_NO_ADVERBS = frozenset("family early only likely elderly timely reply supply assembly".split())


def tells_how(word: Word) -> bool:
    """True for an adverb: "regularly", "well"."""
    return word.key in ("well", "best", "further", "then", "since") or (
        word.key.endswith("ly") and word.key not in _NO_ADVERBS
    )


@cache
def verb_roots() -> frozenset[str]:
    """The roots of the verbs that are known."""
    return frozenset(stem(ALIKE.get(base, base)) for base in forms())


def bears(word: Word) -> bool:
    """True for a word that denies, limits, counts or links."""
    return word.key in NEGATION or word.key in LIMITS or word.key in LINKS


def root_of(word: Word) -> str:
    """The form in which a word that tells something is compared; several are not one."""
    printed = word.printed.lower()
    if word.key.startswith("§") or word.key[0].isdigit() or word.key == HERE:
        return word.key
    base = base_of(printed)
    root = stem(ALIKE.get(base, base) if base else word.key)
    root = root[:-2] if tells_how(word) and root.endswith("li") else root
    root = ALIKE_STEMS.get(root, root)
    if root in verb_roots():
        return root  # "an improvement" and "improvements": how many is told by the words before
    several = word.key.endswith("s") and not printed.endswith(("ss", "ous", "us", "is")) and base is None
    return f"{root} §several" if several and root not in EMPTY else root


def is_tying(key: str) -> bool:
    """True for a word that ties others together and says little by itself."""
    return key in GLUE or key in PREPOSITIONS


def is_bearing(word: str) -> bool:
    """True for a word that denies, limits, counts, links or tells who says so."""
    return word in NEGATION or word in LIMITS or word in LINKS or word in SPEECH or word in WANTING


def is_participle(word: str) -> bool:
    """True for "improved"."""
    return form_of(word) == "past"
