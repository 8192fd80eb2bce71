"""How an authority fared: what its papers say of a subject over time, what became of what they asked for, and comparisons."""

from qa.trajectories.comparison import Comparison, compare_periods, compare_places
from qa.trajectories.said import Said, Tells
from qa.trajectories.subject import Subject
from qa.trajectories.tracker import Asked, Told, Tracker, track
from qa.trajectories.trajectory import Moment, Trajectory, follow_through

__all__ = [
    "Asked",
    "Comparison",
    "Moment",
    "Said",
    "Subject",
    "Tells",
    "Told",
    "Tracker",
    "Trajectory",
    "compare_periods",
    "compare_places",
    "follow_through",
    "track",
]
