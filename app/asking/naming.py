"""What a person names to be looked at: authorities, a subject, periods. What cannot be looked at is said in words for the reader."""

import re
from collections.abc import Sequence

from app.asking.filters import Filters, read_values
from index import Index, Record
from index.lexical import STOPWORDS, words
from ingest import KloeError
from qa.answer.messages import joined, none_held_words, unknown_words

_PERIOD = re.compile(r"\s*(\d{4})\s*(?:(?:[-–—]|to)\s*(\d\d(?:\d\d)?)\s*)?")  # "2023", "2018-2020", "2018 to 20"
_CENTURY = 100  # years


class NotNamed(KloeError):
    """What a person names cannot be looked at; the text says why."""


class NoneHeld(KloeError):
    """No paper lies within what a person chose; the text says what is held instead."""


def authorities_named(index: Index, name: str) -> tuple[str, ...]:
    """The official names of the authorities that a name stands for.

    Raises:
        NotNamed: the name is empty or too long, or Kloe does not know it.
    """
    try:
        scope = read_values(Filters, authority=[name.strip()]).scope(index)
    except KloeError as error:
        raise NotNamed("Name an authority.") from error
    if not scope or scope.unknown:
        raise NotNamed(unknown_words(scope) if scope else "Name an authority.")
    return scope.authorities


def authority_named(index: Index, name: str) -> str:
    """The official name of the one authority that a name stands for.

    Raises:
        NotNamed: as `authorities_named`, or the name stands for several.
    """
    places = authorities_named(index, name)
    if len(places) > 1:
        raise NotNamed(f"“{name.strip()}” stands for {joined(places)}. Name one of them.")
    return places[0]


def check_subject(subject: str) -> None:
    """Check that a subject has a word to look for.

    Raises:
        NotNamed: it has none.
    """
    if set(words(subject)) <= STOPWORDS:
        raise NotNamed("Name a subject: a theme such as “Workforce”, or words such as “supervision”.")


def papers_within(index: Index, places: Sequence[str], filters: Filters) -> list[Record]:
    """The papers on authorities that lie within filters; the filters' own authorities are not heeded.

    Args:
        places: official names.

    Raises:
        NoneHeld: there are none.
    """
    records = index.catalogue.records()
    scope = filters.model_copy(update={"authority": list(places)}).scope(index)
    inside = scope.held_by(index) if scope else []
    if scope and not inside:
        raise NoneHeld(none_held_words(scope, records))
    return inside


def period_named(text: str) -> tuple[int, int]:
    """The first and last year of a period: "2018-2020", "2018 to 20" or "2023".

    Raises:
        NotNamed: it is no period.
    """
    found = _PERIOD.fullmatch(text)
    first, last = (int(found[1]), int(found[2] or found[1])) if found else (1, 0)
    if last < _CENTURY:
        last += first - first % _CENTURY
    if not found or last < first:
        raise NotNamed(f"“{text}” is no period. Give a year such as 2023, or a first and last year such as 2018-2020.")
    return first, last
