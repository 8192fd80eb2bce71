"""What a report or letter says first and lists: its headline findings, strengths, and what needs to improve."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from index import Index, Record, SearchResult
from ingest import Kind, Passage, Stance
from ingest.sentences import sentence_spans
from qa.evidence.sections import lists_nothing
from qa.evidence.units import Evidence, furniture_of
from qa.evidence.units.spans import unit_spans

_SENTENCE = 60  # characters; what is shorter, or has no full stop, is a title or a date
_LONG_LIST = 12  # passages; a list of more, each of several sentences, is prose
_BETWEEN = 4  # passages that may part two sections of one list
_OPENING = 8  # passages that may open a report without a heading of their own
_HEADLINES = re.compile(
    r"\b(?:headline findings|overview|executive summary|summary of (?:key )?findings|inspection outcome)\b|\b(?:good"
    r"|outstanding) because\b",
    re.I,
)
_FINDINGS = re.compile(r"\W*(?:(?:main|inspection) )?findings\W*", re.I)
# Headings under a list that are no part of it.
_NOT_LISTED = re.compile(
    r"\b(?:summary for children|next steps|(?:case|practice) stud(?:y|ies)|information about)\b", re.I
)
_LIST_OF_AREA = re.compile(r"\bareas? (?:for|of) (?:improvement|priority action)", re.I)
# What a letter needs and no finding is.
_FURNITURE = re.compile(
    r"\W*(?:this (?:letter|report) |dear\b|i am\b|(?:her|his) majesty|(?:the )?inspectors? (?:looked|considered"
    r"|reviewed|evaluated|were|met)\b"
    r"|the (?:visit|methodology|inspection (?:was|took))|this (?:visit|inspection) (?:was|took|focused)"
    r"|(?:lead inspector|inspection dates?)\b"
    r"|ofsted and (?:the )?(?:care quality|cqc)\b|the (?:next|previous) (?:full )?(?:area )?(?:send )?inspection\b"
    r"|all names\b|in this inspection\b"
    r"|(?:as a result of this inspection, )?(?:hmci|ofsted) (?:requires?|asks?)\b|the local area partnership is (?:jointly )?responsible)",
    re.I,
)


@dataclass(frozen=True)
class Paper:
    """The parts of a report or letter that its readers are meant to see first.

    Attributes:
        grades: the passage with its judgements; None if it gives none.
        headlines: the passages that open it, or stand under "Headline findings", "Executive summary" or the like.
        strengths, to_improve, priorities: what its sections list, in their order.
        discussed: what it says at length under "What does the area partnership need to do better?", where a list follows.
    """

    record: Record
    grades: SearchResult | None = None
    headlines: tuple[SearchResult, ...] = ()
    strengths: tuple[SearchResult, ...] = ()
    to_improve: tuple[SearchResult, ...] = ()
    priorities: tuple[SearchResult, ...] = ()
    discussed: tuple[SearchResult, ...] = ()


def read_paper(index: Index, record: Record) -> Paper:
    """Read the headed parts of a document."""
    results = [
        SearchResult(stored.id, record, stored.passage) for stored in index.catalogue.document_passages(record.id)
    ]
    to_improve = _listed(results, Stance.NEEDS_TO_IMPROVE)
    listed = [result for result in to_improve if _under(result.passage, _LIST_OF_AREA)]
    splits = record.kind is Kind.AREA_SEND and bool(listed)
    return Paper(
        record,
        _grades(record, results),
        tuple(_headlines(results)),
        tuple(_listed(results, Stance.STRENGTH)),
        tuple(listed if splits else to_improve),
        tuple(_listed(results, Stance.PRIORITY_ACTION)),
        tuple(result for result in to_improve if result not in listed) if splits else (),
    )


def is_prose(results: Sequence[SearchResult]) -> bool:
    """True for a long section of paragraphs that tell what was found, and not a list of items."""
    several = sum(len(sentence_spans(result.passage.text)) > 1 for result in results)
    return len(results) > _LONG_LIST and several > len(results) / 2


def units_of(result: SearchResult) -> list[Evidence]:
    """What can be quoted of a passage: its sentences, each with those that it leans on or that take it back."""
    sentences = sentence_spans(result.passage.text)
    return [Evidence(result, start, end) for start, end in unit_spans(result.passage, sentences)]


def _headlines(results: Sequence[SearchResult]) -> list[SearchResult]:
    """The passages under the first heading that announces the main findings; else those that open the paper; else its first finding."""
    headed = _first_run(results, lambda passage: _under(passage, _HEADLINES))
    found = list(filter(_says_something, headed)) or list(filter(_says_something, _opening(results)))
    return found or list(filter(_says_something, _first_run(results, _is_finding)))[:1]


def _is_finding(passage: Passage) -> bool:
    return any(_FINDINGS.fullmatch(heading) for heading in passage.headings[-1:])


def _opening(results: Sequence[SearchResult]) -> Iterator[SearchResult]:
    """The passages before the first list, numbered paragraph or chapter of findings."""
    for result in results[: 2 * _OPENING]:
        passage = result.passage
        if passage.stance is not Stance.NEITHER or passage.number or _is_finding(passage):
            return
        yield result


def _first_run(results: Sequence[SearchResult], holds: Callable[[Passage], bool]) -> list[SearchResult]:
    """The first passages in a row of which something holds."""
    run: list[SearchResult] = []
    for result in results:
        if holds(result.passage):
            run.append(result)
        elif run:
            break
    return run


def _says_something(result: SearchResult) -> bool:
    text = result.passage.text
    return (
        len(text) >= _SENTENCE
        and text.rstrip("”\"’')0123456789 ").endswith((".", "!"))
        and not _FURNITURE.match(text)
        and furniture_of(text) is None
        and not result.passage.said_by
    )


def _listed(results: Iterable[SearchResult], stance: Stance) -> list[SearchResult]:
    """What the first sections of a stance list, with the numbered items that go on under other headings.

    Sections that come long after it are of other bodies, such as a safeguarding board.
    """
    listed: list[SearchResult] = []
    others = 0
    for result in results:
        passage = result.passage
        of_stance = passage.stance is stance and not any(map(_NOT_LISTED.search, passage.headings[-1:]))
        if of_stance or (listed and passage.stance is Stance.NEITHER and _goes_on(listed[-1].passage, passage)):
            others = 0
            listed += [result] * (not lists_nothing(passage.text))
        elif listed:
            others += 1
            if others > _BETWEEN:
                break
    return listed


def _goes_on(last: Passage, passage: Passage) -> bool:
    """True for the item after the last one by its printed number."""
    numbers = (last.number or "", passage.number or "")
    return all(map(str.isdecimal, numbers)) and int(numbers[1]) == int(numbers[0]) + 1 and passage.page - last.page <= 1


def _under(passage: Passage, pattern: re.Pattern[str]) -> bool:
    return any(pattern.search(heading) for heading in passage.headings)


def _grades(record: Record, results: Sequence[SearchResult]) -> SearchResult | None:
    """The passage that holds the most of a report's judgements."""
    if not record.judgements:
        return None

    def held(result: SearchResult) -> int:
        return sum(judgement.words in result.passage.text for judgement in record.judgements)

    best = max(results, key=held, default=None)
    return best if best and held(best) else None
