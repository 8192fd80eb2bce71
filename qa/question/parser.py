"""Parses a question by rule, from closed vocabularies: its scope, and the topic that is left."""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from ingest.authorities import Mention, neighbours_of
from qa.question.dates import find_dates
from qa.question.grades import Grades, find_grades
from qa.question.kinds import find_kinds
from qa.question.places import (
    NameFinder,
    Neighbours,
    RegionMention,
    find_neighbours,
    find_regions,
    parts_of_london,
)
from qa.question.scope import Scope
from qa.question.spans import Span, find_excluded, overlaps
from qa.question.topic import find_topic


@dataclass(frozen=True)
class ParsedQuestion:
    """A question as parsed: its scope, and its topic, which is the rest of its words.

    Attributes:
        text: its words; for a follow-up that names no topic, those of the question before.
        taken: what a follow-up keeps from the question before, in words: "Devon", "2022", "management oversight".
    """

    text: str
    scope: Scope
    topic: str
    taken: tuple[str, ...] = ()


class QuestionParser:
    """Parses the questions put to one index.

    Args:
        authorities: those of the index's documents; they count beside the closed list.
        years: the years of the index's documents; "since 2019" ends with the last of them.
        is_word: tells whether the documents use a word, or several words in a row. Such words are not misspellings.
        neighbours: gives the statistical neighbours of an authority.
        today: the day from which "last year" counts; by default the current day.
    """

    def __init__(
        self,
        authorities: Iterable[str],
        years: Collection[int],
        is_word: Callable[[str], bool],
        neighbours: Callable[[str], tuple[str, ...]] = neighbours_of,
        today: date | None = None,
    ) -> None:
        self._names = NameFinder(authorities, is_word)
        self._years = range(min(years, default=2000), max(years, default=2100) + 1)
        self._neighbours = neighbours
        self._today = today

    def parse(self, text: str, chosen_authorities: Sequence[str] = ()) -> ParsedQuestion:
        """Find the scope of a question and its topic.

        Args:
            chosen_authorities: those that the person has set as a filter; "our statistical neighbours" are theirs.
        """
        mentions, ambiguous = self._names.find(text)
        regions = find_regions(text, mentions)
        neighbours = find_neighbours(text, mentions, chosen_authorities, self._neighbours)
        places = [(m.start, m.end) for m in mentions] + [(region.start, region.end) for region in regions]
        unknown = [span for span in ambiguous if not overlaps(span, places)]
        unknown += [*parts_of_london(text), *neighbours.unresolved]
        unknown += self._names.unknown(text, [*places, *unknown, *neighbours.spans])
        excluded = find_excluded(text, places)
        dates = find_dates(text, self._years, self._today or date.today())
        kinds = find_kinds(text, places)
        authorities = _authorities(mentions, excluded, neighbours)
        names_authority = bool(authorities or chosen_authorities) and not neighbours.of
        grades = Grades() if names_authority else find_grades(text)  # "was Kent rated good?" asks; it does not filter
        scope = Scope(
            authorities=authorities,
            years=dates.years,
            months=dates.months,
            kinds=kinds.kinds,
            without=_excluded_names(mentions, regions, excluded),
            unknown=tuple(dict.fromkeys(text[start:end] for start, end in sorted(unknown))),
            regions=_regions(regions, excluded),
            neighbours_of=neighbours.of,
            judged=grades.judged,
            latest=kinds.latest,
        )
        scope_spans = [excluded.get(span, span) for span in places]
        scope_spans += [*dates.spans, *unknown, *neighbours.spans, *grades.spans, *kinds.spans]
        return ParsedQuestion(text, scope, find_topic(text, scope_spans, kinds.nouns))


def _authorities(mentions: Sequence[Mention], excluded: dict[Span, Span], neighbours: Neighbours) -> tuple[str, ...]:
    named = [m.name for m in mentions if (m.start, m.end) not in excluded and m not in neighbours.owners]
    return tuple(dict.fromkeys([*named, *neighbours.compared, *neighbours.names]))


def _regions(regions: Sequence[RegionMention], excluded: dict[Span, Span]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for r in regions if (r.start, r.end) not in excluded for name in r.names))


def _excluded_names(
    mentions: Sequence[Mention], regions: Sequence[RegionMention], excluded: dict[Span, Span]
) -> tuple[str, ...]:
    names = [m.name for m in mentions if (m.start, m.end) in excluded]
    names += [name for r in regions if (r.start, r.end) in excluded for name in r.names]
    return tuple(dict.fromkeys(names))
