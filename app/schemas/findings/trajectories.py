"""A trajectory: what an authority's papers say of a subject, in order of time."""

from pydantic import BaseModel, Field

from app.schemas.findings.said import GradedPaperBody, PaperBody, SaidBody, SubjectBody
from app.schemas.places import Count
from qa.trajectories import Moment, Trajectory


class MomentBody(BaseModel):
    """What one paper says of the subject."""

    record: GradedPaperBody
    grade: str = Field(description="The overall grade that the paper gives; empty if it gives none.")
    strengths: Count = Field(description="How many of its findings on the subject tell of something good.")
    weaknesses: Count = Field(description="How many tell of something bad. A finding may tell of both.")
    said: list[SaidBody] = Field(description="The findings that tell most, in reading order.")

    @classmethod
    def of(cls, moment: Moment) -> "MomentBody":
        """Describe a moment."""
        return cls(
            record=GradedPaperBody.of(moment.record),
            grade=moment.grade,
            strengths=moment.strengths,
            weaknesses=moment.weaknesses,
            said=list(map(SaidBody.of_said, moment.said)),
        )


class TrajectoryBody(BaseModel):
    """What an authority's papers say of a subject, oldest first."""

    place: str = Field(description="The authority's official name, or the name that was given if it is not understood.")
    subject: SubjectBody
    lead: str = Field(description="How many papers say something of it; empty if none does.")
    explanation: str = Field(description="Why there is nothing; empty if there is something.")
    moments: list[MomentBody] = Field(description="The papers that say something of the subject, oldest first.")
    silent: list[PaperBody] = Field(description="The reports and letters of Ofsted that say nothing of it.")

    @classmethod
    def of(cls, trajectory: Trajectory) -> "TrajectoryBody":
        """Describe a trajectory."""
        return cls(
            place=trajectory.place,
            subject=SubjectBody.of(trajectory.subject),
            lead=trajectory.lead if trajectory.moments else "",
            explanation=trajectory.explanation,
            moments=list(map(MomentBody.of, trajectory.moments)),
            silent=list(map(PaperBody.of, trajectory.silent)),
        )
