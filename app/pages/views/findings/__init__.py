"""Renders the views of findings: takes precedents, trajectories, trackers and comparisons with their addresses, gives HTML."""

from app.pages.views.findings.comparison import render_comparison
from app.pages.views.findings.precedents import render_precedents
from app.pages.views.findings.trajectory import render_trajectory

__all__ = ["render_comparison", "render_precedents", "render_trajectory"]
