"""A comparison of authorities, or of one authority in several periods."""

from pydantic import BaseModel, Field

from app.schemas.findings.said import GradedPaperBody, SaidBody, SubjectBody
from app.schemas.places import Count
from qa.trajectories import Comparison
from qa.trajectories.comparison import Facing, Row, Side


class SideBody(BaseModel):
    """One side of a comparison: an authority, or a period."""

    name: str = Field(description="Such as “Devon”, or “2019 to 2021”.")
    records: list[GradedPaperBody] = Field(description="The papers that are compared, newest first, with their grades.")

    @classmethod
    def of(cls, side: Side) -> "SideBody":
        """Describe a side."""
        return cls(name=side.name, records=list(map(GradedPaperBody.of, side.records)))


class FacingBody(BaseModel):
    """What one side's papers say of a theme."""

    side: str = Field(description="The name of the side.")
    strengths: Count = Field(description="How many of its findings on the theme tell of something good.")
    weaknesses: Count = Field(description="How many tell of something bad. A finding may tell of both.")
    said: list[SaidBody] = Field(
        description="The plainest weakness and the plainest strength; empty if it says nothing."
    )

    @classmethod
    def of(cls, side: Side, facing: Facing) -> "FacingBody":
        """Describe what one side says."""
        return cls(
            side=side.name,
            strengths=facing.strengths,
            weaknesses=facing.weaknesses,
            said=list(map(SaidBody.of_said, facing.said)),
        )


class ComparedBody(BaseModel):
    """A theme, and what each side's papers say of it."""

    theme: str = Field(description="The theme, or the subject that was asked for.")
    facing: list[FacingBody] = Field(description="In the order of the sides.")

    @classmethod
    def of(cls, sides: tuple[Side, ...], row: Row) -> "ComparedBody":
        """Describe a row."""
        return cls(theme=row.theme, facing=list(map(FacingBody.of, sides, row.facing)))


class ComparisonBody(BaseModel):
    """What is said of two or more sides, theme by theme."""

    subject: SubjectBody
    lead: str = Field(description="What is compared; empty if nothing is.")
    explanation: str = Field(description="Why there is nothing; empty if there is something.")
    sides: list[SideBody] = Field(description="Empty if what was asked for cannot be compared.")
    rows: list[ComparedBody]

    @classmethod
    def of(cls, comparison: Comparison) -> "ComparisonBody":
        """Describe a comparison."""
        return cls(
            subject=SubjectBody.of(comparison.subject),
            lead=comparison.lead if comparison.rows else "",
            explanation=comparison.explanation,
            sides=list(map(SideBody.of, comparison.sides)),
            rows=[ComparedBody.of(comparison.sides, row) for row in comparison.rows],
        )
