"""What became of a finding: read off what a later paper says of the same matter."""

from collections.abc import Sequence
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from qa.findings.finding import Finding

SPOKEN = 0.3  # how likely a later finding must be to speak of the same matter
_READ = 7  # the likeliest findings, which the outcome is read off
_IN_PART = 0.35  # the share of good, or of bad, from which it tells against the other


class Outcome(StrEnum):
    """What a later paper tells of a finding."""

    BETTER = "better"
    IN_PART = "better in part"
    NO_BETTER = "no better"
    SILENT = "not mentioned"


def speaking(later: Sequence[Finding], likely: NDArray[np.float64]) -> list[Finding]:
    """The findings of a later paper that speak of the same matter, the likeliest first.

    Args:
        likely: how likely each is to speak of it, as `link` gives it.
    """
    spoken = map(int, np.flatnonzero(likely > SPOKEN))
    return [later[number] for number in sorted(spoken, key=lambda number: -likely[number])]


def outcome_of(later: Sequence[Finding]) -> Outcome:
    """Read an outcome off the findings of a later paper that speak of the same matter, the likeliest first."""
    if not later:
        return Outcome.SILENT
    good = sum(finding.stored.good for finding in later[:_READ])
    bad = sum(finding.stored.bad for finding in later[:_READ])
    share = bad / ((good + bad) or 1.0)
    if _IN_PART <= share <= 1 - _IN_PART:
        return Outcome.IN_PART
    return Outcome.BETTER if share < _IN_PART else Outcome.NO_BETTER


def telling(outcome: Outcome, later: Sequence[Finding]) -> list[Finding]:
    """The findings that the outcome was read off, those that show it best first: of one in part, one that points each way.

    Args:
        later: the findings of a later paper that speak of the same matter, the likeliest first.
    """
    read = list(later[:_READ])
    good = [finding for finding in read if finding.stored.good > finding.stored.bad]
    bad = [finding for finding in read if finding not in good]
    if outcome is Outcome.IN_PART:
        first = [finding for finding in read if finding in (*good[:1], *bad[:1])]
    else:
        first = good if outcome is Outcome.BETTER else bad
    return [*first, *(finding for finding in read if finding not in first)]
