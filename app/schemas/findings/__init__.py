"""The JSON of findings: takes precedents, trajectories, trackers, comparisons and themes, gives their fields."""

from app.schemas.findings.comparisons import ComparedBody, ComparisonBody, FacingBody, SideBody
from app.schemas.findings.precedents import PrecedentBody, PrecedentsBody
from app.schemas.findings.said import GradedPaperBody, PaperBody, SaidBody, SubjectBody
from app.schemas.findings.themes import ThemeBody, ThemesBody
from app.schemas.findings.trackers import AskedBody, ToldBody, TrackerBody
from app.schemas.findings.trajectories import MomentBody, TrajectoryBody

__all__ = [
    "AskedBody",
    "ComparedBody",
    "ComparisonBody",
    "FacingBody",
    "GradedPaperBody",
    "MomentBody",
    "PaperBody",
    "PrecedentBody",
    "PrecedentsBody",
    "SaidBody",
    "SideBody",
    "SubjectBody",
    "ThemeBody",
    "ThemesBody",
    "ToldBody",
    "TrackerBody",
    "TrajectoryBody",
]
