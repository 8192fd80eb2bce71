"""Trajectories and trackers of one authority, inside filters."""

from app.asking.filters import Filters
from app.asking.naming import NoneHeld, NotNamed, authority_named, check_subject, papers_within
from index import Index, one_state
from qa.trajectories import Subject, Tracker, Trajectory, follow_through, track


@one_state
def trajectory(index: Index, authority: str, subject: str, filters: Filters | None = None) -> Trajectory:
    """Follow a subject through an authority's papers in order of time.

    Args:
        authority: by any of its names.
        subject: a theme ("Workforce"), what people call a matter ("supervision"), or any other words.
        filters: which of its papers to read; None for all.
    """
    try:
        place = authority_named(index, authority)
        check_subject(subject)
        inside = papers_within(index, [place], filters or Filters())
    except (NotNamed, NoneHeld) as error:
        return Trajectory(authority, Subject(subject), explanation=str(error))
    return follow_through(index, place, subject, inside)


@one_state
def tracker(index: Index, authority: str, subject: str = "", filters: Filters | None = None) -> Tracker:
    """Set each thing that an authority's reports asked for beside what every later paper says of it.

    Args:
        authority: by any of its names.
        subject: only what was asked for on this theme or matter, or in these words; empty for everything.
        filters: the reports whose lists are read; None for all. Later papers are read whatever they are.
    """
    try:
        place = authority_named(index, authority)
        if subject.strip():
            check_subject(subject)
        inside = papers_within(index, [place], filters or Filters())
    except (NotNamed, NoneHeld) as error:
        return Tracker(authority, Subject(subject), explanation=str(error))
    return track(index, place, subject, inside)
