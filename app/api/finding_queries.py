"""What a request for findings may ask for; the MCP tools check their arguments with it too."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from app.api.queries import Limit, Words
from app.asking import Filters, briefing, compare, precedents, tracker, trajectory
from app.asking.filters import Name, Year
from index import Index
from ingest import Kind
from qa.briefings import Briefing
from qa.precedents import Order, Precedents
from qa.trajectories import Comparison, Tracker, Trajectory

_MOST_VALUES = 50  # of one parameter

Place = Annotated[Name, Field(description="The authority, by any of its names.", examples=["Devon"])]
Subject = Annotated[
    str,
    Field(
        max_length=200,
        description="A theme (`/themes` lists them), or other words, such as “management oversight”; empty for everything.",
    ),
]


class PrecedentsQuery(Filters):
    """A finding, and which precedents to give."""

    finding: Words = Field(
        description="Words of a report, or a question such as “which other councils were told that …”.",
        examples=["Return home interviews are not timely"],
    )
    own: str = Field(
        default="",
        max_length=200,
        description="The authority that asks, by any of its names; its own papers are left out.",
    )
    sort: Order = Field(
        default=Order.CLOSENESS,
        description="The closest findings first, those better since first, or the newest first.",
    )
    better: bool = Field(
        default=False, description="Only authorities of which a later paper says that things are better."
    )
    limit: Limit = 20

    def found(self, index: Index) -> Precedents:
        """Find the precedents."""
        return precedents(index, self.finding, self, self.own, self.sort, self.better, self.limit)


class PapersQuery(BaseModel):
    """Which papers to read for findings."""

    model_config = ConfigDict(extra="forbid")  # if a misspelt limit were ignored, other papers would be read too

    year: list[Year] = Field(
        default=[], max_length=_MOST_VALUES, description="Only papers inspected or published in these years."
    )
    kind: list[Kind] = Field(default=[], max_length=_MOST_VALUES, description="Only papers of these kinds.")

    @property
    def filters(self) -> Filters:
        """The filters that these limits are."""
        return Filters(year=self.year, kind=self.kind)


class TrajectoryQuery(PapersQuery):
    """An authority, and the subject to follow."""

    authority: Place
    subject: Annotated[
        str,
        Field(
            min_length=1,
            max_length=200,
            description="A theme (`/themes` lists them), or other words.",
            examples=["management oversight"],
        ),
    ]

    def followed(self, index: Index) -> Trajectory:
        """Follow the subject."""
        return trajectory(index, self.authority, self.subject, self.filters)


class TrackerQuery(PapersQuery):
    """An authority, and on which subject to track what its reports asked for. The limits choose the reports that asked."""

    authority: Place
    subject: Subject = ""

    def tracked(self, index: Index) -> Tracker:
        """Track what was asked for."""
        return tracker(index, self.authority, self.subject, self.filters)


class BriefingQuery(BaseModel):
    """The authority to brief on."""

    model_config = ConfigDict(extra="forbid")

    authority: Place

    def briefed(self, index: Index) -> Briefing:
        """Make the briefing."""
        return briefing(index, self.authority)


class CompareQuery(PapersQuery):
    """What to compare. Without limits, each authority's newest inspection and the visits after it."""

    authority: list[Name] = Field(
        min_length=1,
        max_length=_MOST_VALUES,
        description="The authorities, by any of their names; one alone needs `neighbours` or periods.",
        examples=[["Devon", "Kent"]],
    )
    subject: Subject = ""
    neighbours: bool = Field(default=False, description="Compare also with the statistical neighbours that are held.")
    period: list[Annotated[str, Field(max_length=20)]] = Field(
        default=[],
        max_length=_MOST_VALUES,
        description="Compare one authority in these periods, such as 2018-2020 or 2023; without other limits.",
        examples=[["2018-2020", "2022-2024"]],
    )

    def compared(self, index: Index) -> Comparison:
        """Compare."""
        return compare(index, self.authority, self.subject, self.filters, self.neighbours, self.period)
