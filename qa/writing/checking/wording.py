"""A sentence as the words that carry its meaning: figures, grades, names, negation and limits, each in one form.

The check takes two sentences to say the same where these words are the same, in the same order. Words that only tie others
together (articles, pronouns, "is") are left out; everything that could reverse a statement stays in.
"""

import re
import unicodedata
from dataclasses import dataclass
from enum import Enum, auto
from itertools import pairwise

from index.lexical import stem
from ingest.dates import month_number
from qa.writing.checking.lexicon import (
    ALIKE,
    FUNCTION,
    GRADES,
    HERE,
    LIMITS,
    LOOSE,
    NEGATION,
    NUMBERS,
    PHRASES,
    SPEECH,
    TENS,
    UNITS,
)


class Sort(Enum):
    """The kind of a word, which decides whether it may be added or left out."""

    TELLING = auto()
    FIGURE = auto()
    GRADE = auto()
    NEGATION = auto()
    LIMIT = (
        auto()
    )  # "most", "only", "at least", "should", "if": without it the statement claims more, or something else
    SPEECH = auto()  # "said", "expect": what follows is somebody's own claim
    LOOSE = auto()  # "also", "highly": may be left out


@dataclass(frozen=True)
class Word:
    """One word.

    Attributes:
        key: the form in which words are compared.
        printed: the form in the text.
        tied: the text between it and the word before: words that carry no meaning, and punctuation.
    """

    key: str
    printed: str
    sort: Sort
    tied: str

    @property
    def after_break(self) -> bool:
        """True if punctuation that separates clauses stands before it."""
        return bool(re.search(r"[,;:()–—]", self.tied))

    @property
    def after_and(self) -> bool:
        """True if "and" stands before it."""
        return " and " in self.tied

    @property
    def passive(self) -> bool | None:
        """For a possible participle, whether it is passive: "had been replaced", not "had replaced". None for other words."""
        return bool(_BE.search(self.tied)) if _PARTICIPLE.search(self.printed) else None


_BE = re.compile(r"\b(?:is|are|was|were|be|been|being)\b", re.I)
_PARTICIPLE = re.compile(
    r"(?:ed|[wo]n|en|told|held|kept|made|found|paid|left|led|lost|sent|met|built|put|brought|taught)$", re.I
)
_TEEN = re.compile(rf"\b({TENS.replace(' ', '|')})[ -]({'|'.join(UNITS.split()[1:10])})\b", re.I)
_WORD = re.compile(r"§\w+|[£$€]?\d[\d,.]*\d%?|[£$€]?\d%?|[^\W\d_]+(?:'[^\W\d_]+)*")


def fold(text: str) -> str:
    """Replace curly quotes, special hyphens and runs of spaces with plain ones, so that texts can be compared."""
    text = unicodedata.normalize("NFKC", text)
    text = re.sub(r"[’‘ʼ´`]", "'", text)
    text = re.sub(r"[“”„«»]", '"', text)
    return re.sub(r"\s+", " ", re.sub(r"(?<=\w)[‐‑-](?=\w)", "-", text)).strip()


def read_words(text: str) -> list[Word]:
    """The words of one sentence that carry its meaning, in order."""
    text = _in_figures(fold(text))
    for pattern, replacement in PHRASES:
        text = pattern.sub(replacement, text)
    words, end = [], 0
    for match in _WORD.finditer(text):
        key, sort = _read(match.group())
        if sort is None:
            continue
        words.append(Word(key, match.group().strip("§"), sort, text[end : match.start()]))
        end = match.end()
    return words


def _in_figures(text: str) -> str:
    """Write number words in figures, "twenty-one" as 21; "no one" and "one another" are not numbers."""
    text = _TEEN.sub(lambda m: str(NUMBERS[m[1].lower()] + NUMBERS[m[2].lower()]), text)
    names = "|".join(sorted(NUMBERS, key=len, reverse=True))
    pattern = rf"(?<!\bno )\b({names})\b(?! another\b)"
    return re.sub(pattern, lambda m: str(NUMBERS[m[1].lower()]), text, flags=re.I)


def _read(word: str) -> tuple[str, Sort | None]:
    """The key of a word and its sort; None for a word that carries no meaning."""
    lower = re.sub(r"'s?$", "", word.lower())
    if lower in FUNCTION or not lower:
        return "", None
    if lower == HERE:
        return HERE, Sort.LOOSE
    if word[-1].isdigit() or word[-1] == "%":
        return lower.replace(",", "").lstrip("0") or "0", Sort.FIGURE
    if lower in GRADES:
        return lower, Sort.GRADE
    if lower in NEGATION:
        return "not", Sort.NEGATION
    if lower in SPEECH or lower == "§hear":
        return SPEECH.get(lower, lower), Sort.SPEECH
    if lower in LIMITS or lower.startswith("§"):
        return LIMITS.get(lower, lower), Sort.TELLING if lower.endswith("ly") else Sort.LIMIT
    if month_number(lower):
        return f"month {month_number(lower)}", Sort.FIGURE if lower not in ("may", "march", "mar") else Sort.TELLING
    return ALIKE.get(lower) or stem(lower), Sort.LOOSE if lower in LOOSE else Sort.TELLING


def split_clauses(text: str) -> list[str]:
    """Split a sentence into the clauses that could stand alone: those that ", and", ", but" or a semicolon joins."""
    starts = [0, *(match.start() for match in _JOINT.finditer(text)), len(text)]
    return [text[first:last] for first, last in pairwise(starts)]


# A clause that begins with a verb has its subject in the clause before, and one that begins with "only if" limits that clause.
_JOINT = re.compile(
    r"(?:;|,? (?:and|but|yet|while|whereas|although|though) that |, (?:and|but|yet|while|whereas|although|though) )"
    r"(?! ?(?:has|have|had|is|are|was|were|do|does|did|will|would|can|could|may|might|must|should|not|only|if|when|where|unless|"
    r"\w+ed|\w+ly)\b)",
    re.I,
)
