"""Counts by facet: of the documents in a scope, or of those that a search's words and filters leave; and of their passages."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any

import qa
from app.asking.filters import Filters
from index import Index, Label, Record, Said, one_state
from index.catalogue.columns import Columns, Mask
from index.lexical import stem, topic_words, words
from ingest import AreaOutcome, Grade
from qa import Scope

_COMMON = 0.5  # the share of all passages from which on a word tells nothing
_OF_DOCUMENTS = {
    "authority": Label.AUTHORITY,
    "region": Label.REGION,
    "year": Label.YEAR,
    "kind": Label.KIND,
    "judgement": Label.JUDGEMENT,
    "topic_of_visit": Label.TOPIC_OF_VISIT,
    "outcome": Label.OUTCOME,
}
_OWN_ORDER: Mapping[str, Sequence[str]] = {"judgement": list(Grade), "outcome": list(AreaOutcome)}


class Match(StrEnum):
    """How many of the words a passage must use to be counted."""

    ALL = "all"
    ANY = "any"


@dataclass(frozen=True)
class Facets:
    """How many documents have each value; under stance, polarity and theme, how many passages.

    Years run newest first, grades and outcomes best first, and the others most common first. With words, a passage counts if it uses
    them, and a document if it has such a passage.

    Attributes:
        documents, passages: how many there are in all.
        judgement: by grade for overall effectiveness.
        topic_of_visit: of focused visits; a visit on several topics counts for each.
        outcome: of area SEND inspections.
        stance: by the kind of section that passages are in.
        polarity, theme: by what findings in the passages say; a passage with several counts for each.
        words: those that passages must use; empty if they need not use any.
        match: whether they must use all of them; None without words.
    """

    documents: int
    passages: int
    authority: dict[str, int]
    region: dict[str, int]
    year: dict[int, int]
    kind: dict[str, int]
    judgement: dict[str, int]
    topic_of_visit: dict[str, int]
    outcome: dict[str, int]
    stance: dict[str, int]
    polarity: dict[str, int]
    theme: dict[str, int]
    scope: Scope = field(default_factory=Scope)
    words: tuple[str, ...] = ()
    match: Match | None = None


@dataclass(frozen=True)
class _Counter:
    """Counts the passages that use words and say something, and their documents.

    Attributes:
        using: the passages that use the words; None if they need not use any.
    """

    index: Index
    columns: Columns
    said: Said
    using: Mask | None = None

    def passages(self, inside: Sequence[Record], said: Said) -> Mask:
        """The passages of documents that count."""
        found = self.columns.of_documents([record.id for record in inside]) & self.columns.that_say(said)
        return found if self.using is None else found & self.using

    def documents(self, inside: Sequence[Record]) -> Collection[str] | None:
        """The ids of the documents that count; None for all that are held."""
        if self.using is not None or self.said:
            return self.columns.documents_of(self.passages(inside, self.said))
        is_all = len(inside) == len(self.index.catalogue.records())
        return None if is_all else [record.id for record in inside]

    def count(self, inside: Sequence[Record]) -> Facets:
        """Count them; each facet of passages as if none of its own values were asked for."""
        ids = self.documents(inside)
        counts = self.index.catalogue.counts(ids)
        found = self.passages(inside, self.said)
        of_stances = self.passages(inside, replace(self.said, stances=()))
        of_polarities = self.passages(inside, replace(self.said, polarities=()))
        of_themes = self.passages(inside, replace(self.said, themes=()))
        of_documents: dict[str, Any] = {facet: _ordered(facet, counts[label]) for facet, label in _OF_DOCUMENTS.items()}
        return Facets(
            documents=len(inside) if ids is None else len(ids),
            passages=int(found.sum()),
            stance=_ordered("stance", self.columns.count_stances(of_stances)),
            polarity=_ordered("polarity", self.columns.count_polarities(of_polarities, self.said)),
            theme=_ordered("theme", self.columns.count_themes(of_themes, self.said)),
            **of_documents,
        )


@one_state
def count_facets(index: Index, inside: Sequence[Record]) -> Facets:
    """Count documents and their passages."""
    return _Counter(index, index.catalogue.columns.now(), Said()).count(inside)


@one_state
def count_search(index: Index, query: str, filters: Filters, beside: bool = False) -> Facets:
    """Count what a search covers: the documents in its scope with a passage that uses its words and says what the filters ask for.

    The passages that a search finds by meaning alone do not count.

    Args:
        beside: count each facet of documents as if none of its own values were chosen, to show what could be chosen beside them.
    """
    scope, topic = _understood(index, query, filters)
    inside = scope.held_by(index)
    counter = _Counter(index, index.catalogue.columns.now(), filters.said)
    used = [word for word in topic_words(topic) if word] if words(topic) else []
    match = None
    if used:
        counter, used, match = _that_use(counter, used, inside)
    counted = replace(counter.count(inside), scope=scope, words=tuple(used), match=match)
    if not beside:
        return counted
    changed: dict[str, Any] = {}
    for facet, label in _OF_DOCUMENTS.items():
        if getattr(filters, facet):
            without, _ = _understood(index, query, filters.model_copy(update={facet: []}))
            counts = index.catalogue.counts(counter.documents(without.held_by(index)))[label]
            changed[facet] = _ordered(facet, counts)
    return replace(counted, **changed)


def _understood(index: Index, query: str, filters: Filters) -> tuple[Scope, str]:
    """The scope and the topic of a search."""
    chosen = filters.scope(index)
    if not words(query) or (chosen and chosen.unknown):
        return chosen or Scope(), ""
    parsed = qa.parse(index, query, chosen)
    return parsed.scope, parsed.topic


def _that_use(counter: _Counter, used: Sequence[str], inside: Sequence[Record]) -> tuple[_Counter, list[str], Match]:
    """Count the passages that use all words or, if none inside does, any of those that are not in most passages anyway."""
    columns, held = counter.columns, counter.index.catalogue
    every = replace(counter, using=columns.of_rows(held.columns.using(used, every=True)))
    if len(used) == 1 or every.passages(inside, counter.said).any():
        return every, list(used), Match.ALL
    most = _COMMON * len(columns.rows)
    telling = [word for word in used if 0 < held.uses(stem(word)) < most] or list(used)
    return replace(counter, using=columns.of_rows(held.columns.using(telling, every=False))), telling, Match.ANY


def _ordered(facet: str, counts: Mapping[str, int]) -> dict[Any, int]:
    if facet == "year":
        return {int(year): counts[year] for year in sorted(counts, reverse=True)}
    if order := _OWN_ORDER.get(facet):
        return {value: counts[value] for value in order if value in counts}
    return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))
