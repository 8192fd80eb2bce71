"""One authority over time as its template shows it: its grades, what its papers say of a subject, and its tracker."""

from dataclasses import dataclass

from app.feeds import ThemeFeed
from app.pages.addresses.briefing import BriefingAddress
from app.pages.addresses.findings import TrajectoryAddress
from app.pages.templating import capitalised, render
from app.pages.timeline import TimelineView, timeline, timeline_view
from app.pages.views.findings.layout import (
    Names,
    SaidLine,
    ViewLink,
    paper_links,
    paper_name,
    said_lines,
    view_links,
)
from app.pages.views.findings.tracker import TrackerView, tracker_view
from app.pages.views.record import record_link
from app.pages.views.steps import Link
from index import Index
from qa.trajectories import Moment, Tracker, Trajectory


@dataclass(frozen=True)
class MomentView:
    """What one paper says; the grade is empty if it gives none."""

    name: str
    link: str
    counts: str
    grade: str
    said: list[SaidLine]


@dataclass(frozen=True)
class TrajectoryView:
    """One authority over time, or the form alone.

    Attributes:
        place: the authority; empty if none is named.
        timeline: its grades; None if there are none.
        lead: whose papers say something of what; empty if no subject is named.
        silent: the reports and letters of Ofsted that say nothing of it.
        explanation: why nothing is shown of the subject; empty if something is.
        tracker: what became of what was asked for; None while it is made, and if the explanation goes for it too.
        is_busy: True while the tracker is made.
        feed: the link to the feed of the theme; empty if the subject is none.
        briefing: the link to a briefing on the authority.
    """

    link: str
    views: list[ViewLink]
    names: Names
    authority: str
    subject: str
    place: str
    timeline: TimelineView | None
    lead: str
    moments: list[MomentView]
    silent: list[Link]
    explanation: str
    tracker: TrackerView | None
    is_busy: bool
    feed: str
    briefing: str

    @property
    def announcement(self) -> str:
        """What a screen reader announces."""
        tracked = self.tracker.announcement if self.tracker else ""
        return " ".join(filter(None, (self.lead or self.explanation, tracked))) or "One authority over time"


def render_trajectory(
    index: Index,
    address: TrajectoryAddress,
    place: str = "",
    followed: Trajectory | None = None,
    tracked: Tracker | None = None,
    explanation: str = "",
) -> str:
    """Render one authority over time, or the form alone.

    Args:
        place: the authority's official name; empty if none is named, or Kloe does not know it.
        followed: what its papers say of the subject; None if no subject is named.
        tracked: what became of what was asked for; None while it is made.
        explanation: why nothing is shown.
    """
    explanation = followed.explanation if followed else explanation
    events = timeline(record for record in index.catalogue.records() if place in record.authorities)
    view = TrajectoryView(
        link=address.link,
        views=view_links("trajectory", place, address.subject),
        names=Names.held(index),
        authority=address.authority,
        subject=address.subject,
        place=place,
        timeline=timeline_view(events) if events else None,
        lead=followed.lead if followed and followed.moments else "",
        moments=[_moment(moment) for moment in followed.moments] if followed else [],
        silent=paper_links(followed.silent) if followed else [],
        explanation=explanation,
        tracker=tracker_view(tracked) if tracked and (tracked.items or tracked.explanation != explanation) else None,
        is_busy=bool(place) and tracked is None,
        feed=_feed(followed),
        briefing=BriefingAddress(place).link,
    )
    return render("trajectory.html", view=view)


def _moment(moment: Moment) -> MomentView:
    record = moment.record
    return MomentView(
        paper_name(record),
        record_link(record),
        capitalised(moment.counts),
        moment.grade,
        said_lines(moment.said),
    )


def _feed(followed: Trajectory | None) -> str:
    if not followed or not followed.moments or not followed.subject.theme:
        return ""
    return ThemeFeed(theme=followed.subject.theme, authority=[followed.place]).link
