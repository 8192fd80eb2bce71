"""What was counted, and what it was counted among."""

from collections.abc import Iterable
from dataclasses import dataclass

from index import Record
from ingest import Area, Fact, Judgement
from qa.counts.papers import Item


@dataclass(frozen=True)
class Source:
    """The words of a paper that give a fact, and their page; None for the words by which the paper can be told."""

    record: Record
    words: str = ""
    page: int | None = None


@dataclass(frozen=True)
class Hit:
    """One that was counted.

    Attributes:
        authority: its authority, or that of the paper.
        record: the paper by which it counts, the newest if there are several.
        sources: what gives the fact.
        value: what is the case, in words.
        amount: of what lasts, how many days.
    """

    authority: str
    record: Record
    sources: tuple[Source, ...]
    value: str
    amount: float | None = None


@dataclass(frozen=True)
class Tally:
    """What was counted.

    Attributes:
        hits: those that were counted.
        of: those that they were counted among, as authority and paper.
        silent: those that do not tell what they are picked by, and so are not among them.
    """

    hits: tuple[Hit, ...]
    of: tuple[Item, ...]
    silent: tuple[Item, ...] = ()


def grade_source(record: Record, area: Area) -> Source:
    """The row that gives a paper's grade for an area; care leavers not judged apart were judged with children in care."""
    judgement = judgement_of(record, area)
    return Source(record, judgement.words, judgement.page) if judgement else Source(record)


def judgement_of(record: Record, area: Area) -> Judgement | None:
    """A paper's own judgement of an area."""
    by_area = {judgement.area: judgement for judgement in record.judgements}
    together = by_area.get(Area.IN_CARE) if area is Area.CARE_LEAVERS else None
    return by_area.get(area, together)


def fact_source(record: Record, *names: str) -> Source:
    """The words of the first of these facts that a page prints."""
    printed: Iterable[Fact] = (
        fact for name in names for fact in record.facts if fact.name == name and fact.page is not None
    )
    return next((Source(record, fact.words, fact.page) for fact in printed), Source(record))


def day_sources(record: Record) -> tuple[Source, ...]:
    """The words that give the days of an inspection and of its report; where no page prints the one, those of the other."""
    return tuple(dict.fromkeys(fact_source(record, *names) for names in (("inspected",), ("published", "inspected"))))
