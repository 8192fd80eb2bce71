"""The themes and matters that a text is about, by the words that people use for them.

`themes.toml` lists them. So "kids who run away" and "return home interviews" are known to be about the same matter.
"""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from index.lexical import stem, words

Phrase = tuple[str, ...]
_REMEMBERED = 8192  # texts; an answer asks for each more than once


@dataclass(frozen=True)
class Themes:
    """Themes, and the matters that belong to them.

    Attributes:
        theme_of: the theme of each matter.
        phrases: the matters that each phrase stands for, by the stems of its words.
        longest: words in the longest phrase.
    """

    theme_of: Mapping[str, str]
    phrases: Mapping[Phrase, tuple[str, ...]]
    longest: int

    @classmethod
    def from_toml(cls, written: str) -> "Themes":
        """Read themes, each a table of matters with lists of phrases.

        Raises:
            tomllib.TOMLDecodeError: the text is not TOML.
        """
        read = tomllib.loads(written)
        phrases: dict[Phrase, list[str]] = {}
        for matters in read.values():
            for matter, of_matter in matters.items():
                for phrase in of_matter:
                    phrases.setdefault(_stems(phrase), []).append(matter)
        theme_of = {matter: theme for theme, matters in read.items() for matter in matters}
        known = {phrase: tuple(dict.fromkeys(matters)) for phrase, matters in phrases.items()}
        return cls(theme_of, known, max(map(len, known), default=0))

    def matters(self, text: str) -> dict[str, frozenset[Phrase]]:
        """The matters that a text names, each with the phrases that name it; a phrase inside a longer one names nothing."""
        stems = _stems(text)
        known = [(start, end) for start, end in _runs(len(stems), self.longest) if stems[start:end] in self.phrases]
        found: dict[str, set[Phrase]] = {}
        reached = 0  # the end of the phrases so far; one that goes no further lies inside one that began before it
        for start, end in known:
            if end > reached:
                reached = end
                for matter in self.phrases[stems[start:end]]:
                    found.setdefault(matter, set()).add(stems[start:end])
        return {matter: frozenset(phrases) for matter, phrases in found.items()}


@cache
def themes() -> Themes:
    """The themes that ship with Kloe."""
    return Themes.from_toml((files(__package__) / "themes.toml").read_text("utf-8"))


@lru_cache(_REMEMBERED)
def matters_of(text: str) -> frozenset[str]:
    """The matters that a text names."""
    return frozenset(themes().matters(text))


def _runs(count: int, longest: int) -> Iterator[tuple[int, int]]:
    """First and last place of each run of words: in the order in which they begin, the longest first."""
    for start in range(count):
        for end in range(min(count, start + longest), start, -1):
            yield start, end


def _stems(text: str) -> Phrase:
    return tuple(stem(word) for word in words(text))
