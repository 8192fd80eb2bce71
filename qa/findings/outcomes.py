"""What became of a finding: read off what a later paper says of the same matter."""

from collections.abc import Sequence
from enum import StrEnum

from qa.findings.finding import Finding

SPOKEN = 0.4  # how likely a later finding must be to speak of the same matter
_READ = 2  # the likeliest findings, which the outcome is read off


class Outcome(StrEnum):
    """What a later paper tells of a finding."""

    BETTER = "better"
    IN_PART = "better in part"
    NO_BETTER = "no better"
    SILENT = "silent"


def outcome_of(later: Sequence[Finding]) -> Outcome:
    """Read an outcome off the findings of a later paper that speak of the same matter, the likeliest first."""
    if not later:
        return Outcome.SILENT
    good = any(finding.praises for finding in later[:_READ])
    bad = any(finding.blames for finding in later[:_READ])
    if good and bad:
        return Outcome.IN_PART
    return Outcome.BETTER if good else Outcome.NO_BETTER
