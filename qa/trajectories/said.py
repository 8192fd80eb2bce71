"""What a paper says of a subject: chosen findings, each cited with what it tells."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from qa.answer import Citation
from qa.answer.composing import Citer
from qa.evidence import repeats
from qa.findings import Finding
from qa.trajectories.subject import Subject

_LONG = 420  # characters; shorter words are easier to read beside others


class Tells(StrEnum):
    """What a quotation tells of its subject."""

    STRENGTH = "strength"
    WEAKNESS = "weakness"
    MIXED = "strength and weakness"
    ASKED = "to improve"
    PRIORITY = "priority action"

    @property
    def asks(self) -> bool:
        """True for what a paper lists to be done."""
        return self in (Tells.ASKED, Tells.PRIORITY)


@dataclass(frozen=True)
class Said:
    """A quotation and what it tells.

    Attributes:
        themes: what it is about, the likeliest theme first.
    """

    citation: Citation
    tells: Tells
    themes: tuple[str, ...]


def tells(finding: Finding) -> Tells:
    """What a finding tells."""
    if finding.asks:
        return Tells.PRIORITY if finding.is_priority else Tells.ASKED
    if finding.praises and finding.blames:
        return Tells.MIXED
    return Tells.STRENGTH if finding.praises else Tells.WEAKNESS


def choose(findings: Iterable[Finding], subject: Subject, most: int) -> list[Finding]:
    """The findings that best tell how a subject stood, in reading order, without repetitions.

    What a paper lists as a priority or to improve comes first, then what is nearest to the subject and plainest.
    """
    near = [(finding, nearness) for finding in findings if (nearness := subject.nearness(finding))]
    ranked = sorted(near, key=lambda pair: _rank(*pair), reverse=True)
    chosen = without_repeats((finding for finding, _ in ranked), most)
    return [finding for finding, _ in near if finding in chosen]


def without_repeats(findings: Iterable[Finding], most: int) -> list[Finding]:
    """The first findings, in their order, of which none repeats one before it."""
    chosen: list[Finding] = []
    for finding in findings:
        if len(chosen) == most:
            break
        if not any(repeats(finding.evidence, other.evidence) for other in chosen):
            chosen.append(finding)
    return chosen


def cite_all(citer: Citer, findings: Sequence[Finding]) -> tuple[Said, ...]:
    """Cite findings in their order; one that is not on its page word for word is left out."""
    return tuple(
        Said(citation, tells(finding), finding.themes)
        for finding in findings
        if (citation := citer.cite(finding.evidence))
    )


def _rank(finding: Finding, nearness: float) -> tuple[bool, bool, float, float]:
    plain = abs(finding.stored.good - finding.stored.bad)
    long = len(finding.evidence.quote) > _LONG
    return finding.is_priority, finding.asks, nearness - 0.2 * long, plain
