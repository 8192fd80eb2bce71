"""Parses a question by rule, from closed vocabularies: what it asks for, its scope, and the topic that is left."""

import re
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from index.lexical import STOPWORDS, words
from ingest import Kind
from ingest.authorities import neighbours_of
from qa.question.alternatives import either_of, find_alternatives
from qa.question.gists import read_gist
from qa.question.grades import Grades, Outcomes, VisitTopics, find_grades, find_outcomes, find_visit_topics
from qa.question.grades.runs import mask
from qa.question.intent import compares_with_own, read_intent
from qa.question.kinds import Kinds, find_kinds, within_its_letter
from qa.question.limits import unread_limits
from qa.question.own import leaves_council_open, speaks_of_own, states_home
from qa.question.parsed import Heeded, ParsedQuestion
from qa.question.places import NameFinder, Places, read_places
from qa.question.scope import Scope
from qa.question.spans import Span, blank
from qa.question.times import Times, find_times
from qa.question.topic import OVERVIEW, find_topic

# Words that name no subject beside the topic of a visit: "letters about care leavers visits".
_PAPERS = STOPWORDS | {"letter", "letters", "visit", "visits", "report", "reports", "focused"}
_ASKS_FOR_NEWEST = re.compile(r"(?:the )?(?:latest|newest|most recent|currently?|now)\b", re.I)  # which a gist heeds
_JUDGING = frozenset({Kind.ILACS, Kind.SINGLE})  # the kinds of document that give grades


@dataclass(frozen=True)
class _Read:
    """What the finders read in a question's words."""

    places: Places
    times: Times
    kinds: Kinds
    grades: Grades
    outcomes: Outcomes
    visits: VisitTopics

    @property
    def spans(self) -> list[Span]:
        """All that limits the question, but for documents and the topics of visits."""
        limits = (self.places, self.times, self.grades, self.outcomes, self.kinds)
        return [span for part in limits for span in part.spans]

    @property
    def heeded(self) -> Heeded:
        """The same by what each limits, without grades, but with documents and the topics of visits."""
        events = self.kinds.event_spans
        papers = tuple(span for span in (*self.kinds.nouns, *self.kinds.spans) if span not in events)
        return Heeded(self.places.spans, self.times.spans, events, papers, self.visits.spans, self.outcomes.spans)


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

    @property
    def years(self) -> range:
        """From the first to the last year of the documents."""
        return self._years

    def parse(
        self,
        text: str,
        chosen_authorities: Sequence[str] = (),
        home: tuple[str, ...] = (),
        references: Sequence[Span] = (),
        papers: Sequence[Span] = (),
    ) -> ParsedQuestion:
        """Find what a question asks for, its scope and its topic.

        Args:
            chosen_authorities: those that the person has set as a filter; "our statistical neighbours" are theirs.
            home: the person's own council, as stated before; "we" and "our" are taken to mean it.
            references: words that refer to an earlier question, and so are no part of the topic.
            papers: words of the same sort that stand for a document: "what did they say about …".
        """
        speaks = speaks_of_own(text)
        read = self._read(text, tuple(chosen_authorities) or (home if speaks else ()), references)
        stated = states_home(text, [(m.start, m.end) for m in read.places.mentions])
        home = tuple(m.name for m in read.places.mentions if m.end <= stated) or home
        own = home if speaks_of_own(text[stated:]) and not chosen_authorities else ()
        scope = self._scope(text, read, chosen_authorities, own)
        spans = [*read.spans, *references, *[(0, stated)] * bool(stated)]
        topic = _topic(text, spans, read, papers)
        named = [(start - stated, end - stated) for start, end in read.places.named if start >= stated]
        intent = read_intent(text[stated:], "" if topic == OVERVIEW else topic, scope, named)
        if topic == OVERVIEW and scope.topics:  # "focused visits on the front door" is about nothing else
            topic = " and ".join(visited.label for visited in scope.topics)
        if intent.term:  # "what is a focused visit?" asks for no visit letter
            scope, topic = replace(scope, kinds=()), intent.term
        open_council = not chosen_authorities and leaves_council_open(text, intent, scope)
        not_applied = unread_limits(text, [*spans, *read.visits.spans, *read.kinds.nouns, *papers], topic)
        gist, subject = read_gist("" if topic == OVERVIEW else topic, intent.purpose, intent.over_time)
        if gist:
            intent, topic = intent.wanting(gist, bool(subject)), subject or OVERVIEW
            not_applied = tuple(limit for limit in not_applied if not _ASKS_FOR_NEWEST.match(limit))
        return ParsedQuestion(
            text, scope, topic, intent, not_applied, home, open_council, read.kinds.dated, heeded=read.heeded
        )

    def _read(self, text: str, ours: Sequence[str], references: Sequence[Span]) -> _Read:
        places = read_places(text, self._names, ours, self._neighbours)
        text = within_its_letter(text)
        own_words = blank(text, references)  # "the year before" counts from an earlier question, and not from today
        events = find_kinds(own_words, places.named).event_spans
        times = find_times(own_words, self._years, self._today or date.today(), events)
        passing = [*places.spans, *times.spans, *events]
        names_authority = places.names_authority or (bool(ours) and not places.neighbours_of)
        grades = find_grades(text, passing, bool(times.years or times.periods), names_authority)
        outcomes = Outcomes() if names_authority else find_outcomes(text)
        visits = find_visit_topics(mask(own_words, passing))
        kinds = find_kinds(visits.without(mask(own_words, grades.said, " ")), places.named)
        if kinds.kinds and not _JUDGING.intersection(kinds.kinds):
            grades = grades.of_authorities()
        return _Read(places, times, kinds, grades, outcomes, visits)

    def _scope(self, text: str, read: _Read, chosen_authorities: Sequence[str], own: tuple[str, ...]) -> Scope:
        places, times, kinds = read.places, read.times, read.kinds
        authorities = places.authorities
        if own and not places.neighbours_of and (compares_with_own(text) or not (places.named or places.unknown)):
            authorities = tuple(dict.fromkeys([*own, *authorities]))
        either = self._either(text, read, chosen_authorities)
        if either and all(
            scope.kinds for scope in either
        ):  # minutes of the one may speak of the kind that is meant of the other
            kinds = replace(kinds, kinds=tuple(dict.fromkeys(kind for scope in either for kind in scope.kinds)))
        return Scope(
            authorities=authorities,
            regions=places.regions,
            without=places.without,
            unknown=places.unknown,
            neighbours_of=places.neighbours_of,
            years=times.years,
            months=times.months,
            periods=times.periods,
            kinds=kinds.kinds or ((Kind.FOCUSED_VISIT,) if read.visits.topics else ()),
            topics=read.visits.topics,
            judged=read.grades.judged,
            histories=read.grades.histories,
            outcomes=read.outcomes.outcomes,
            pick=kinds.pick,
            events=kinds.events,
            either=either or kinds.either,
            neither=tuple(Scope(periods=(period,)) for period in times.without),
        )

    def _either(self, text: str, read: _Read, chosen_authorities: Sequence[str]) -> tuple[Scope, ...]:
        """The alternatives within a question that leaves no place out: "minutes of Devon and news of Kent"."""
        parts = (
            ()
            if read.places.leaves_out
            else find_alternatives(text, read.places.named, read.times.spans, read.kinds.named)
        )
        return either_of(self.parse(part, chosen_authorities).scope for part in parts)


def _topic(text: str, spans: Sequence[Span], read: _Read, papers: Sequence[Span]) -> str:
    topic = find_topic(text, [*spans, *read.visits.spans], [*read.kinds.nouns, *papers])
    return OVERVIEW if read.visits.spans and _PAPERS.issuperset(words(topic)) else topic
