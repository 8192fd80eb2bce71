"""Spelling: corrects words of a query that the index does not use."""

import re
from functools import cache

from rapidfuzz import process
from rapidfuzz.distance import OSA
from spellchecker import SpellChecker

from index.catalogue import Catalogue
from index.lexical import STOPWORDS, match_any, stem, words

_WORD = re.compile(r"[A-Za-z]{5,}")  # shorter words have too many neighbours
_LONG_STEM = 9  # letters from which a stem may differ in two letters
_SAME_START = 3  # letters that must agree where two differ
_MOST_STEMS = 20
_MOST_PASSAGES = 30  # passages searched for how the nearest stem is spelt


def correct(text: str, catalogue: Catalogue) -> str:
    """Correct words absent from the index to the nearest indexed word, at most two letters away."""
    return _WORD.sub(lambda match: _correct_word(match.group(), catalogue), text)


def _correct_word(word: str, catalogue: Catalogue) -> str:
    lower, counts = word.lower(), catalogue.stem_counts()
    unknown = stem(lower)
    if unknown in counts or lower in STOPWORDS or lower in english_words():
        return word
    most = 1 if len(unknown) < _LONG_STEM else 2
    near = process.extract(unknown, counts.keys(), scorer=OSA.distance, score_cutoff=most, limit=_MOST_STEMS)
    stems = [near_stem for near_stem, edits, _ in near if edits < 2 or near_stem[:_SAME_START] == unknown[:_SAME_START]]
    if not stems:
        return word
    best = max(stems, key=lambda near_stem: counts[near_stem])
    matches = catalogue.match(match_any([best]) + "*", _MOST_PASSAGES)
    passages = catalogue.passages([id_ for id_, _ in matches])
    spellings = {used for stored in passages for used in words(stored.passage.text) if stem(used) == best}
    return min(spellings, key=lambda spelling: (OSA.distance(spelling, lower), spelling), default=word)


@cache
def english_words() -> SpellChecker:
    """English words, which are left alone even if no passage uses them; reading them takes a moment."""
    return SpellChecker(language="en")
