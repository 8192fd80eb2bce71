"""What a question asks for: an `Intent`, read once from its words and used wherever an answer is made."""

from dataclasses import dataclass, replace
from enum import StrEnum

from ingest import Stance
from qa.question.intent.facts import NO_FACTS, FactsAsked


class Purpose(StrEnum):
    """The kinds of question that Kloe tells apart."""

    FINDING = "finding"  # what was said of a topic
    FACT = "fact"  # a grade, a date, an inspector, an outcome
    FIGURE = "figure"  # a number that a document states
    LIST = "list"  # all that a kind of section lists
    DECISION = "decision"  # what a meeting resolved, who moved it, what it asked for
    COUNT = "count"  # how many of what the catalogue counts
    WHICH = "which-authorities"
    CHANGE = "change"  # over time
    COMPARISON = "comparison"  # of places or of years
    YES_OR_NO = "yes-or-no"
    OVERVIEW = "overview"
    NEXT_STEP = "next-step"  # what followed
    LIBRARY = "library"  # what is held, and what a term means


class Direction(StrEnum):
    """Which way a finding must point to answer."""

    CRITICISED = "criticised"
    PRAISED = "praised"
    IMPROVED = "improved"
    WORSENED = "worsened"


class Sides(StrEnum):
    """What a comparison sets side by side."""

    PLACES = "places"
    TIMES = "times"


class Unit(StrEnum):
    """What a count counts."""

    AUTHORITIES = "authorities"
    INSPECTIONS = "inspections"
    VISITS = "visits"
    DOCUMENTS = "documents"


class Measure(StrEnum):
    """What kind of figure is asked for."""

    NUMBER = "number"  # of people or things
    SHARE = "share"  # a percentage, a rate
    DURATION = "duration"
    FREQUENCY = "frequency"
    MONEY = "money"
    CONTACT = "contact"


class Act(StrEnum):
    """What a question asks of a meeting."""

    RESOLVED = "resolved"
    MOVED = "moved"
    SECONDED = "seconded"
    REQUESTED = "requested"
    VOTED = "voted"
    MET = "met"


class Gist(StrEnum):
    """What a question wants told of the newest papers: "what are the main concerns?" wants concerns, whatever they are about."""

    IMPROVE = "what needs to improve"
    CONCERNS = "concerns"
    STRENGTHS = "strengths"
    SUMMARY = "summary"
    CHANGE = "change"


@dataclass(frozen=True)
class Intent:
    """What a question asks for.

    Attributes:
        facts: the facts that it asks for by name; a yes-or-no question may name a grade too.
        measure: of a figure, its kind.
        gist: what it wants told of the newest papers; the words that say so are no part of the topic.
        stances: of a list, the kinds of section.
        act: of a decision, what is asked of the meeting.
        direction: the way that a finding must point to answer; None for either.
        sides: of a comparison, what is set side by side.
        unit: of a count, what is counted.
        over_time: the question asks how something changed, whatever its purpose.
        wants_date, wants_figure: a date or a figure in a sentence makes it a better answer.
        term: of a question about the library, the term to explain; empty if it asks what is held.
        outside: the subject that puts the question outside the remit, such as "potholes"; empty if it is inside.
    """

    purpose: Purpose = Purpose.FINDING
    facts: FactsAsked = NO_FACTS
    measure: Measure | None = None
    gist: Gist | None = None
    stances: tuple[Stance, ...] = ()
    act: Act | None = None
    direction: Direction | None = None
    sides: Sides | None = None
    unit: Unit | None = None
    over_time: bool = False
    wants_date: bool = False
    wants_figure: bool = False
    term: str = ""
    outside: str = ""

    def of(self, purpose: Purpose) -> "Intent":
        """The same intent with another purpose."""
        return replace(self, purpose=purpose)

    def wanting(self, gist: Gist, names_subject: bool) -> "Intent":
        """The same intent for a question that wants this told; how an authority was judged overall tells nothing of one subject."""
        whole = gist is Gist.CHANGE and names_subject and not self.facts.areas
        return replace(
            self,
            gist=gist,
            direction=self.direction or _DIRECTIONS.get(gist),
            facts=replace(self.facts, grades=False) if whole else self.facts,
        )


_DIRECTIONS = {
    Gist.IMPROVE: Direction.CRITICISED,
    Gist.CONCERNS: Direction.CRITICISED,
    Gist.STRENGTHS: Direction.PRAISED,
}
FINDING = Intent()
