"""Works out how long things took, in days: until a report was published, from grade to grade, from inspection to inspection."""

from collections.abc import Iterator
from itertools import pairwise

from index import Record
from ingest.dates import day_words
from qa.counts.asking import CountAsked, Subject
from qa.counts.judged import grade_rows, graded_in, moves
from qa.counts.papers import Item, Papers
from qa.counts.tally import Hit, Source, Tally, day_sources, fact_source, grade_source
from qa.question.scope import History

_Pair = tuple[str, Record, Record]


def tally_lasting(asked: CountAsked, papers: Papers) -> Tally:
    """Work out how long each took; what does not tell its days, or tells them in the wrong order, is silent."""
    if asked.subject is Subject.PUBLICATION:
        return _to_publication(asked, papers)
    pairs = _moves(asked, papers) if asked.subject is Subject.MOVES else _gaps(asked, papers)
    hits: list[Hit] = []
    silent: list[Item] = []
    for name, earlier, later in pairs:
        took = time_taken(earlier, later, asked.published)
        if took is None:
            silent.append((name, later))
        else:
            sources = _sources(asked, earlier), _sources(asked, later)
            hits.append(
                Hit(name, later, tuple(s for of in sources for s in of), _words(asked, earlier, later, took), took)
            )
    return Tally(tuple(hits), tuple((hit.authority, hit.record) for hit in hits), tuple(silent))


def time_taken(earlier: Record, later: Record, published: bool = False) -> int | None:
    """The days from one inspection to another; None if a day is not told, or they are not in order.

    Args:
        published: from publication to publication, and not from last day to last day.
    """
    first, last = (each.published if published else each.inspection_end for each in (earlier, later))
    return (last - first).days if first and last and last >= first else None


def days_words(days: float) -> str:
    """Days in words, with the years if they make some: "1,204 days (3.3 years)"."""
    count = f"{days:,.1f}".removesuffix(".0")
    years = f" ({days / 365.25:.1f} years)" if days >= 365 else ""
    return f"{count} {'day' if days == 1 else 'days'}{years}"


def _to_publication(asked: CountAsked, papers: Papers) -> Tally:
    hits: list[Hit] = []
    silent: list[Item] = []
    for name, record in papers.of_kinds(asked.kinds):
        if not papers.is_in_time(record):
            continue
        first, last = record.inspection_end, record.published
        if first is None or last is None or last < first:
            silent.append((name, record))
            continue
        took = (last - first).days
        words = f"{days_words(took)}: {day_words(first)} to {day_words(last)}"
        hits.append(Hit(name, record, day_sources(record), words, took))
    return Tally(tuple(hits), tuple((hit.authority, hit.record) for hit in hits), tuple(silent))


def _moves(asked: CountAsked, papers: Papers) -> Iterator[_Pair]:
    """Each authority's first move from the one grade to the other whose later inspection is of the time asked about."""
    for history in asked.histories:
        for name, run in papers.runs(asked.kinds).items():
            pairs = moves(history, graded_in(run, history.area))
            yield from [(name, *pair) for pair in pairs if papers.is_in_time(pair[1])][:1]


def _gaps(asked: CountAsked, papers: Papers) -> Iterator[_Pair]:
    for name, run in papers.runs(asked.kinds).items():
        yield from ((name, earlier, later) for earlier, later in pairwise(run) if papers.is_in_time(later))


def _history(asked: CountAsked) -> History | None:
    return asked.histories[0] if asked.histories else None


def _sources(asked: CountAsked, record: Record) -> tuple[Source, ...]:
    history = _history(asked)
    days = fact_source(record, *(("published", "inspected") if asked.published else ("inspected",)))
    return (grade_source(record, history.area), days) if history else (days,)


def _words(asked: CountAsked, earlier: Record, later: Record, took: int) -> str:
    history = _history(asked)
    if history:
        return f"{days_words(took)}: {grade_rows([(earlier, history.area), (later, history.area)])}"
    ends = [day_words(record.inspection_end) for record in (earlier, later) if record.inspection_end]
    return f"{days_words(took)}: {' to '.join(ends)}"
