"""Takes a question apart by rule, from closed vocabularies: its scope, and the topic that is left."""

from collections.abc import Callable, Collection, Iterable, Sequence
from datetime import date

from ingest.authorities import Mention, neighbours_of
from qa.question.dates import find_dates
from qa.question.exclusion import Span, left_out
from qa.question.grades import Grades, find_grades
from qa.question.kinds import find_kinds
from qa.question.places.names import NameFinder
from qa.question.places.neighbours import Neighbours, find_neighbours
from qa.question.places.regions import RegionMention, find_regions, parts_of_london
from qa.question.scope import ParsedQuestion, Scope
from qa.question.topic import find_topic


class QuestionParser:
    """Takes questions apart for one index.

    Args:
        held: the authorities of the index's documents; they count beside the closed list.
        years: the years of the index's documents, by which "since 2019" ends.
        is_word: tells whether the documents use a word, or words one after another. What they use is no misspelling.
        neighbours: the statistical neighbours of an authority.
        today: the day that "last year" counts from, by default the day of asking.
    """

    def __init__(
        self,
        held: Iterable[str],
        years: Collection[int],
        is_word: Callable[[str], bool],
        neighbours: Callable[[str], tuple[str, ...]] = neighbours_of,
        today: date | None = None,
    ) -> None:
        self._names = NameFinder(held, is_word)
        self._years = range(min(years, default=2000), max(years, default=2100) + 1)
        self._neighbours = neighbours
        self._today = today

    def parse(self, text: str, own: Sequence[str] = ()) -> ParsedQuestion:
        """Find the scope of a question and its topic.

        Args:
            own: the authorities that the person asking has chosen: whose "our statistical neighbours" are.
        """
        mentions, either = self._names.find(text)
        regions = find_regions(text, mentions)
        neighbours = find_neighbours(text, mentions, own, self._neighbours)
        places = [(m.start, m.end) for m in mentions] + [(region.start, region.end) for region in regions]
        either = [span for span in either if not _overlaps(span, places)]
        unknown = [*either, *parts_of_london(text), *neighbours.unresolved]
        unknown += self._names.unknown(text, [*places, *unknown, *neighbours.spans])
        excluded = left_out(text, places)
        dates = find_dates(text, self._years, self._today or date.today())
        kinds = find_kinds(text, places)
        named = _authorities(mentions, excluded, neighbours)
        is_about_one = bool(named or own) and not neighbours.of
        grades = Grades() if is_about_one else find_grades(text)  # "was Kent rated good?" asks, and picks nothing
        scope = Scope(
            authorities=named,
            years=dates.years,
            months=dates.months,
            kinds=kinds.kinds,
            without=_without(mentions, regions, excluded),
            unknown=tuple(dict.fromkeys(text[start:end] for start, end in sorted(unknown))),
            regions=_regions(regions, excluded),
            neighbours_of=neighbours.of,
            judged=grades.judged,
            latest=kinds.latest,
        )
        taken = [excluded.get(span, span) for span in places] + [*dates.spans, *unknown, *neighbours.spans]
        return ParsedQuestion(text, scope, find_topic(text, [*taken, *grades.spans, *kinds.spans], kinds.nouns))


def _overlaps(span: Span, others: Iterable[Span]) -> bool:
    return any(start < span[1] and span[0] < end for start, end in others)


def _authorities(mentions: Sequence[Mention], excluded: dict[Span, Span], neighbours: Neighbours) -> tuple[str, ...]:
    named = [m.name for m in mentions if (m.start, m.end) not in excluded and m not in neighbours.instead]
    return tuple(dict.fromkeys([*named, *neighbours.beside, *neighbours.names]))


def _regions(regions: Sequence[RegionMention], excluded: dict[Span, Span]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for r in regions if (r.start, r.end) not in excluded for name in r.names))


def _without(
    mentions: Sequence[Mention], regions: Sequence[RegionMention], excluded: dict[Span, Span]
) -> tuple[str, ...]:
    names = [m.name for m in mentions if (m.start, m.end) in excluded]
    names += [name for r in regions if (r.start, r.end) in excluded for name in r.names]
    return tuple(dict.fromkeys(names))
