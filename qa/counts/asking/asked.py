"""What a question asks to be counted."""

from dataclasses import dataclass, field
from enum import StrEnum

from ingest import Area, Kind
from qa.question.scope import Course, History, Judged


class Measure(StrEnum):
    """What is worked out of what is counted."""

    NUMBER = "number"
    SHARE = "share"  # of those that could have it, in per cent
    AVERAGE = "average"  # the mean, with the median beside it
    MEDIAN = "median"
    LONGEST = "longest"
    SHORTEST = "shortest"
    LIST = "list"


class Subject(StrEnum):
    """What is counted, or what lasts."""

    AUTHORITIES = "authorities"  # each once
    INSPECTIONS = "inspections"
    VISITS = "visits"
    DOCUMENTS = "documents"
    PUBLICATION = "time to publication"  # from the last day of an inspection to the day of its report
    MOVES = "moves"  # from the inspection that gave one grade to the one that gave another
    GAPS = "gaps"  # from one inspection of an authority to its next

    @property
    def lasts(self) -> bool:
        """True for what is measured in days."""
        return self in (Subject.PUBLICATION, Subject.MOVES, Subject.GAPS)


class By(StrEnum):
    """What divides the things counted into groups."""

    REGION = "region"
    YEAR = "year"
    GRADE = "grade"
    KIND = "kind"
    TOPIC = "topic"
    OUTCOME = "outcome"
    AUTHORITY = "authority"


class Extreme(StrEnum):
    """Which of the groups is asked for."""

    MOST = "most"
    FEWEST = "fewest"


class Dated(StrEnum):
    """By which of its days a paper is placed in time."""

    PUBLISHED = "published"
    INSPECTED = "inspected"


@dataclass(frozen=True)
class Before:
    """What is asked of the report before each inspection's own.

    Attributes:
        kinds: of that report.
        judged: what it gave overall; None if that does not matter.
        step: how the inspection's overall grade compares with its; None if that does not matter.
    """

    kinds: tuple[Kind, ...]
    judged: Judged | None = None
    step: Course | None = None


@dataclass(frozen=True)
class CountAsked:
    """What a question asks to be counted.

    Attributes:
        by: what the groups are made by, or their extreme is looked for; at most two, and of two the second are the grades.
        extreme: of the groups; None if all are asked for.
        judged: grades that one inspection gave, all of them; of authorities, any inspection in the time that is asked about.
        histories: how an authority's grades ran; all of them.
        area: the area whose grades make the groups.
        kinds: of the documents that are counted, or that an authority has.
        newest: only the newest inspection of each authority counts.
        presumed: that its newest inspection counts, of which no word says anything: "good authorities", "the most common grade".
        papers: of authorities, those that have so many papers of the kinds, from the one number to the other; None if it does not matter.
        timed: a list of moves is asked for with the time that they took.
        dated: by which day the papers are placed in time.
        lead: the lead inspector; empty for any.
        before: what the report before each inspection must have been like.
        published: moves last from publication to publication.
        beside: only papers before or after the events of the scope count.
    """

    measure: Measure
    subject: Subject
    by: tuple[By, ...] = ()
    extreme: Extreme | None = None
    judged: tuple[Judged, ...] = ()
    histories: tuple[History, ...] = ()
    area: Area = Area.OVERALL
    kinds: tuple[Kind, ...] = ()
    newest: bool = False
    presumed: bool = False
    papers: tuple[int, int | None] | None = None
    timed: bool = False
    dated: Dated = Dated.PUBLISHED
    lead: str = ""
    before: Before | None = None
    published: bool = False
    beside: bool = False

    @property
    def graded(self) -> bool:
        """True if grades pick or divide what is counted, so that only inspections that give grades count."""
        return bool(self.judged or self.histories or self.before or By.GRADE in self.by)


IN_DOUBT = "can be read in more than one way"


@dataclass(frozen=True)
class Unread:
    """Why a question cannot be counted.

    Attributes:
        words: those of its words that stand in the way.
        why: what is the matter with them, as the end of a sentence; empty if the catalogue does not count what they name.
    """

    words: tuple[str, ...] = field(default=())
    why: str = ""
