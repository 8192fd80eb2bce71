"""The themes and matters that a text is about, by the words that people use for them.

`themes.toml` lists them. So "kids who run away" and "return home interviews" are known to be about the same matter.
"""

import hashlib
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from index.lexical import stem, words
from ingest import KloeError

Phrase = tuple[str, ...]
_REMEMBERED = 8192  # texts; an answer asks for each more than once


class ThemesError(KloeError):
    """A file of themes cannot be used."""


@dataclass(frozen=True)
class Themes:
    """Themes, and the matters that belong to them.

    Attributes:
        theme_of: the theme of each matter.
        phrases: the matters that each phrase stands for, by the stems of its words.
        version: changes with what they were read from.
    """

    theme_of: Mapping[str, str]
    phrases: Mapping[Phrase, tuple[str, ...]]
    version: str

    @classmethod
    def from_toml(cls, *written: str) -> "Themes":
        """Read themes, each a table of matters with lists of phrases.

        Args:
            written: one or more texts; a matter of a later one replaces that of the same theme and name in an earlier one.

        Raises:
            ThemesError: a text is not TOML, or has another form.
        """
        read: dict[str, dict[str, list[str]]] = {}
        for text in written:
            for theme, of_theme in _read_toml(text).items():
                read.setdefault(theme, {}).update(of_theme)
        phrases: dict[Phrase, list[str]] = {}
        for matters in read.values():
            for matter, of_matter in matters.items():
                for phrase in of_matter:
                    phrases.setdefault(_stems(phrase), []).append(matter)
        theme_of = {matter: theme for theme, matters in read.items() for matter in matters}
        known = {phrase: tuple(dict.fromkeys(matters)) for phrase, matters in phrases.items()}
        version = hashlib.sha256("\0".join(written).encode()).hexdigest()[:8]
        return cls(theme_of, known, version)

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the themes, in their order."""
        return tuple(dict.fromkeys(self.theme_of.values()))

    @cached_property
    def _lengths(self) -> dict[str, tuple[int, ...]]:
        """By the first word of phrases, how many words these have, the most first."""
        lengths: dict[str, set[int]] = {}
        for phrase in filter(None, self.phrases):
            lengths.setdefault(phrase[0], set()).add(len(phrase))
        return {word: tuple(sorted(counts, reverse=True)) for word, counts in lengths.items()}

    def matters(self, text: str) -> dict[str, frozenset[Phrase]]:
        """The matters that a text names, each with the phrases that name it; a phrase inside a longer one names nothing."""
        stems = _stems(text)
        known = [
            (start, start + length)
            for start, word in enumerate(stems)
            for length in self._lengths.get(word, ())
            if stems[start : start + length] in self.phrases
        ]
        found: dict[str, set[Phrase]] = {}
        reached = 0  # the end of the phrases so far; one that goes no further lies inside one that began before it
        for start, end in known:
            if end > reached:
                reached = end
                for matter in self.phrases[stems[start:end]]:
                    found.setdefault(matter, set()).add(stems[start:end])
        return {matter: frozenset(phrases) for matter, phrases in found.items()}


def themes() -> Themes:
    """The themes in use: those that ship with Kloe, and those of the file that `use_themes` was given."""
    return _themes(_own_file[-1])


def use_themes(own: Path | None) -> None:
    """Add a person's own themes, matters and phrases to those that ship with Kloe, for the whole process.

    Args:
        own: a file like `themes.toml`; None for none.

    Raises:
        ThemesError: the file cannot be read, or has another form; the text names it.
    """
    _themes(own)
    _own_file[:] = [own]
    matters_of.cache_clear()


_own_file: list[Path | None] = [None]


@cache
def _themes(own: Path | None) -> Themes:
    shipped = (files(__package__) / "themes.toml").read_text("utf-8")
    if own is None:
        return Themes.from_toml(shipped)
    try:
        return Themes.from_toml(shipped, own.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, ThemesError) as error:
        raise ThemesError(f"the themes in {own} cannot be used: {error}") from error


@lru_cache(_REMEMBERED)
def matters_of(text: str) -> frozenset[str]:
    """The matters that a text names."""
    return frozenset(themes().matters(text))


def _read_toml(text: str) -> dict[str, dict[str, list[str]]]:
    try:
        read: dict[str, Any] = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ThemesError(f"it is not TOML: {error}") from error
    for theme, of_theme in read.items():
        lists = of_theme.values() if isinstance(of_theme, dict) else [None]
        if not all(isinstance(phrases, list) and all(isinstance(each, str) for each in phrases) for phrases in lists):
            raise ThemesError(
                f'[“{theme}”] must hold matters, each with a list of phrases: "visits" = ["visit", "call"]'
            )
    return read


def _stems(text: str) -> Phrase:
    return tuple(stem(word) for word in words(text))
