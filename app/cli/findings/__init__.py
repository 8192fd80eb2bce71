"""The commands over findings: takes a finding, authorities or a subject, prints precedents, trajectories, comparisons or themes."""

from app.cli.findings.brief import brief
from app.cli.findings.comparing import compare
from app.cli.findings.precedents import precedents
from app.cli.findings.themes import themes
from app.cli.findings.trajectories import tracker, trajectory

__all__ = ["brief", "compare", "precedents", "themes", "tracker", "trajectory"]
