"""Spelling: corrects words of a query that the index does not use, and joins those that it writes as one."""

import re
from functools import cache

from rapidfuzz import process
from rapidfuzz.distance import OSA
from spellchecker import SpellChecker

from index.catalogue import Catalogue
from index.lexical import STOPWORDS, match_any, match_phrase, stem, words

_PAIR = re.compile(r"\b(?P<first>[A-Za-z]{3,}) (?=(?P<second>[A-Za-z]{3,})\b)")
_LONG_WORD = 7  # letters from which two words may be one that was split
_RARER = 10  # how many times rarer the two words must be than the one
# Shorter words have too many neighbours, and a reference such as “abcde12” is no word.
_WORD = re.compile(r"\b[A-Za-z]{5,}\b")
_LONG_STEM = 9  # letters from which a stem may differ in two letters
_SAME_START = 3  # letters that must agree where two differ
_MOST_STEMS = 20
_MOST_PASSAGES = 30  # passages searched for how the nearest stem is spelt


def correct(text: str, catalogue: Catalogue) -> str:
    """Correct words absent from the index to the nearest indexed word, at most two letters away, and join split words."""
    joined = _PAIR.sub(lambda match: match["first"] if _is_split(match, catalogue) else match.group(), text)
    return _WORD.sub(lambda match: _correct_word(match.group(), catalogue), joined)


def _is_split(match: re.Match[str], catalogue: Catalogue) -> bool:
    """True for "turn over" and "case loads", which the index writes as one word and hardly ever as two."""
    pair = [match["first"].lower(), match["second"].lower()]
    whole = "".join(pair)
    if len(whole) < _LONG_WORD or pair[0] in STOPWORDS:
        return False
    together = catalogue.uses(stem(whole))
    return together > 0 and len(catalogue.match(match_phrase(pair), together)) * _RARER <= together


def _correct_word(word: str, catalogue: Catalogue) -> str:
    lower = word.lower()
    unknown = stem(lower)
    if lower in STOPWORDS or lower in english_words() or catalogue.uses(unknown):
        return word
    counts = catalogue.similar_stems(unknown, _SAME_START)
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
