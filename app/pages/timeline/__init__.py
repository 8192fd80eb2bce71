"""An authority's timeline: takes its records, gives events, and the drawings and the table of its template."""

from app.pages.timeline.events import Event, area_heading, timeline
from app.pages.timeline.view import TimelineView, render_timeline, timeline_view

__all__ = ["Event", "TimelineView", "area_heading", "render_timeline", "timeline", "timeline_view"]
