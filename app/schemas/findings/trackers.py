"""A tracker: what an authority's reports asked for, and what became of it."""

from pydantic import BaseModel, Field

from app.schemas.findings.said import PaperBody, SaidBody, SubjectBody
from qa.findings import Outcome
from qa.trajectories import Asked, Told, Tracker


class ToldBody(BaseModel):
    """What a later paper says of one thing that was asked for."""

    record: PaperBody
    outcome: Outcome = Field(description="Read off its quotations: check it against their words before you repeat it.")
    words: str = Field(description="The outcome in words, such as “improved” or “still asked for”.")
    said: list[SaidBody] = Field(description="The likeliest findings that speak of the same matter; two at most.")

    @classmethod
    def of(cls, told: Told) -> "ToldBody":
        """Describe what a later paper says."""
        return cls(
            record=PaperBody.of(told.record),
            outcome=told.outcome,
            words=told.words,
            said=list(map(SaidBody.of_said, told.said)),
        )


class AskedBody(BaseModel):
    """One thing that a report asked for."""

    asked: SaidBody
    now: str = Field(
        description="What became of it, by the newest report or letter that speaks of it: “improved”, “not mentioned again”, …"
    )
    later: list[ToldBody] = Field(
        description="Each later report or letter, and each later paper of the council that speaks of it; oldest first."
    )

    @classmethod
    def of(cls, item: Asked) -> "AskedBody":
        """Describe what was asked for."""
        return cls(asked=SaidBody.of_said(item.asked), now=item.now, later=list(map(ToldBody.of, item.later)))


class TrackerBody(BaseModel):
    """What an authority's reports asked for, the newest report first, and what became of it."""

    place: str = Field(description="The authority's official name, or the name that was given if it is not understood.")
    subject: SubjectBody
    lead: str = Field(description="How much was asked for, and what became of it; empty if nothing was.")
    explanation: str = Field(description="Why there is nothing; empty if there is something.")
    items: list[AskedBody]

    @classmethod
    def of(cls, tracker: Tracker) -> "TrackerBody":
        """Describe a tracker."""
        return cls(
            place=tracker.place,
            subject=SubjectBody.of(tracker.subject),
            lead=tracker.lead if tracker.items else "",
            explanation=tracker.explanation,
            items=list(map(AskedBody.of, tracker.items)),
        )
