"""What became of a finding: read off what a later paper says of the same matter."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from qa.findings.finding import Finding

SPOKEN = 0.3  # how likely a later finding must be to speak of the same matter
_IN_PART = 0.35  # the share of good, or of bad, from which it tells against the other


class Outcome(StrEnum):
    """What a later paper tells of a finding."""

    BETTER = "better"
    IN_PART = "better in part"
    NO_BETTER = "no better"
    SILENT = "not mentioned"


@dataclass(frozen=True)
class Speaking:
    """A finding of a later paper, and how likely it speaks of the same matter, 0 to 1."""

    finding: Finding
    likely: float

    @property
    def good(self) -> float:
        """How much it tells of something good, weighed by how likely it speaks of the matter."""
        return self.likely * self.finding.stored.good

    @property
    def bad(self) -> float:
        """The same of something bad."""
        return self.likely * self.finding.stored.bad


def speaking(later: Sequence[Finding], likely: NDArray[np.float64]) -> list[Speaking]:
    """The findings of a later paper that speak of the same matter, the likeliest first.

    Args:
        likely: how likely each is to speak of it, as `link` gives it.
    """
    spoken = map(int, np.flatnonzero(likely > SPOKEN))
    return [Speaking(later[number], float(likely[number])) for number in sorted(spoken, key=lambda n: -likely[n])]


def outcome_of(spoken: Sequence[Speaking]) -> Outcome:
    """Read an outcome off what a later paper says of the same matter."""
    if not spoken:
        return Outcome.SILENT
    good, bad = sum(each.good for each in spoken), sum(each.bad for each in spoken)
    share = bad / ((good + bad) or 1.0)
    if _IN_PART <= share <= 1 - _IN_PART:
        return Outcome.IN_PART
    return Outcome.BETTER if share < _IN_PART else Outcome.NO_BETTER


def telling(outcome: Outcome, spoken: Sequence[Speaking]) -> list[Finding]:
    """The findings that the outcome was read off, those that show it best first: of one in part, one that points each way.

    Args:
        spoken: what a later paper says of the same matter, the likeliest first.
    """
    read = [each.finding for each in spoken]
    good = [finding for finding in read if finding.stored.good > finding.stored.bad]
    bad = [finding for finding in read if finding not in good]
    if outcome is Outcome.IN_PART:
        first = [finding for finding in read if finding in (*good[:1], *bad[:1])]
    else:
        first = good if outcome is Outcome.BETTER else bad
    return [*first, *(finding for finding in read if finding not in first)]
