"""A sentence as its words, each in the one form in which the check compares it. No word is left out but articles, "that" and "also"."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from qa.writing.checking.lexicon import (
    AGREEING,
    ALIKE,
    FREE,
    LINKS,
    NEGATION,
    NUMBERS,
    SIDE,
    SPEECH,
    STRESS,
    TENS,
    UNITS,
)
from qa.writing.checking.phrases import PHRASES
from qa.writing.checking.verbs import forms, of_gerund, present_forms, third_person

BREAK = ","  # the key of punctuation that divides a sentence
OWNER = "'s"  # the key of the mark of a genitive
_TEEN = re.compile(rf"\b({TENS.replace(' ', '|')})[ -]({'|'.join(UNITS.split()[1:10])})\b", re.I)
_NUMBER = re.compile(rf"(?<!\bno )\b({'|'.join(sorted(NUMBERS, key=len, reverse=True))})\b(?! another\b)", re.I)
_WORD = re.compile(r"§\w+|[£$€]?\d[\d,.]*\d%?|[£$€]?\d%?|[^\W\d_]+(?:\.[^\W\d_]\b)*|'s?(?=[\s.,;:)]|$)|[,;:()–—]| - ")
_BASES = {third_person(base): ALIKE.get(base, base) for base in forms()}


@dataclass(frozen=True)
class Word:
    """One word, or punctuation that divides.

    Attributes:
        key: the form in which words are compared.
        printed: the form in the text.
    """

    key: str
    printed: str

    @property
    def governs(self) -> bool:
        """True if it may govern what stands elsewhere in the sentence: "if", "because", "but", "told inspectors"."""
        return (
            (self.key in LINKS and self.key != "or")
            or self.key == "however"
            or self.key in SPEECH
            or self.printed.lower() in SPEECH
        )


def fold(text: str) -> str:
    """Replace curly quotes, special hyphens and runs of spaces with plain ones, so that texts can be compared."""
    text = unicodedata.normalize("NFKC", text)
    text = re.sub(r"[’‘ʼ´`]", "'", text)
    text = re.sub(r"[“”„«»]", '"', text)
    return re.sub(r"\s+", " ", re.sub(r"(?<=\w)[‐‑-](?=\w)", "-", text)).strip()


@lru_cache(maxsize=4096)
def read_words(text: str) -> tuple[Word, ...]:
    """The words of one sentence, in order, and the punctuation between them."""
    text = _in_figures(fold(text))
    for pattern, replacement in PHRASES:
        text = pattern.sub(replacement, text)
    words: list[Word] = []
    for match in _WORD.finditer(text.rstrip(" .;:,!")):
        word = read_word(match.group())
        denied = bool(words) and words[-1].key in NEGATION
        if word.key in FREE or (word.key in STRESS and not denied):
            continue
        words.append(word)
    return tuple(_with_side_statements(words))


def _with_side_statements(words: Sequence[Word]) -> Iterator[Word]:
    """Give ", which leads to", ", and this leads to" and ", leading to" the same words."""
    place = 0
    while place < len(words):
        keys = [word.key for word in words[place : place + 4]]
        said = next(
            (n for n in ([BREAK, "which"], [BREAK, "and", "this"], ["and", "this"]) if keys[: len(n)] == n), None
        )
        if said and len(keys) > len(said):
            verb = words[place + len(said)]
            yield Word(SIDE, "which")
            yield Word(_BASES.get(verb.printed.lower(), verb.key), verb.printed)
            place += len(said) + 1
        elif keys[:1] == [BREAK] and len(keys) > 1 and words[place + 1].printed.lower() in of_gerund():
            verb = words[place + 1]
            yield Word(SIDE, "which")
            yield Word(ALIKE.get(base := of_gerund()[verb.printed.lower()], base), verb.printed)
            place += 2
        else:
            yield words[place]
            place += 1


def _in_figures(text: str) -> str:
    """Write number words in figures, "twenty-one" as 21; "no one" and "one another" are not numbers."""
    text = _TEEN.sub(lambda m: str(NUMBERS[m[1].lower()] + NUMBERS[m[2].lower()]), text)
    return _NUMBER.sub(lambda m: str(NUMBERS[m[1].lower()]), text)


def read_word(printed: str) -> Word:
    """Read one word, sign or figure."""
    lower = printed.lower()
    if lower.strip() in (",", ";", ":", "(", ")", "–", "—", "-"):
        return Word(BREAK, printed)
    if lower in ("'", "'s"):
        return Word(OWNER, printed)
    if lower[-1].isdigit() or lower[-1] == "%":
        return Word(lower.replace(",", "").lstrip("0") or "0", printed)
    key = ALIKE.get(lower, lower)
    key = AGREEING.get(key, present_forms().get(key, key))
    return Word(ALIKE.get(key, key), printed.strip("§"))
