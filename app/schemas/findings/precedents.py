"""Precedents: findings elsewhere like the one asked about, and what happened next."""

from pydantic import BaseModel, Field

from app.schemas.places import CitationBody, Count
from qa.findings import Outcome
from qa.precedents import Precedent, Precedents


class PrecedentBody(BaseModel):
    """A finding on another authority, and what later papers say of the same matter."""

    citation: CitationBody
    closeness: float = Field(description="How likely its words are to say what was asked about, 0 to 1.")
    plain: bool = Field(description="They plainly say it; otherwise they come near.")
    region: str = Field(description="The authority's region; empty if it is not known.")
    neighbour: bool = Field(description="The authority is a statistical neighbour of the one that asks.")
    grade_then: str | None = Field(
        description="The overall grade at that time and the day of the report that gives it."
    )
    grades_since: list[str] = Field(description="The overall grades after that, oldest first.")
    papers_since: Count = Field(description="How many later reports and letters on that authority are held.")
    later: list[CitationBody] = Field(
        description="What they say of the matter, oldest first: one quotation of each. If none speaks of it plainly, the nearest."
    )
    verdict: Outcome = Field(description="Read off the last of these; “not mentioned” if none speaks of it.")
    since: str = Field(description="The verdict in words.")

    @classmethod
    def of(cls, entry: Precedent) -> "PrecedentBody":
        """Describe a precedent."""
        return cls(
            citation=CitationBody.of(entry.citation),
            closeness=round(entry.closeness, 3),
            plain=entry.plain,
            region=entry.region,
            neighbour=entry.neighbour,
            grade_then=str(entry.grade_then) if entry.grade_then else None,
            grades_since=list(map(str, entry.grades_since)),
            papers_since=entry.papers_since,
            later=list(map(CitationBody.of, entry.later)),
            verdict=entry.verdict,
            since=entry.since,
        )


class PrecedentsBody(BaseModel):
    """The precedents of a finding."""

    finding: str
    own: str = Field(description="The authority that asks, whose papers are left out; empty if none is named.")
    searched: Count = Field(description="How many reports and letters of other authorities were searched.")
    lead: str = Field(
        description="How many authorities were told this, how many of them are better since, and how much comes near; empty if none."
    )
    explanation: str = Field(description="Why there are none; empty if there are some.")
    precedents: list[PrecedentBody]

    @classmethod
    def of(cls, found: Precedents) -> "PrecedentsBody":
        """Describe precedents."""
        return cls(
            finding=found.finding,
            own=found.own,
            searched=found.searched,
            lead=found.lead if found.entries else "",
            explanation=found.explanation,
            precedents=list(map(PrecedentBody.of, found.entries)),
        )
