"""Briefings on the page: takes a briefing with its address, gives its HTML, which prints on two sheets of A4."""

from app.pages.briefing.view import briefing_panels, render_briefing

__all__ = ["briefing_panels", "render_briefing"]
