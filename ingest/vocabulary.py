"""The words of inspection, each in one place: kinds of document, areas and grades of judgement, stances of a section."""

import re
from enum import StrEnum


class Kind(StrEnum):
    """The kinds of document that Kloe distinguishes."""

    ILACS = "ilacs-inspection"
    SINGLE = "single-inspection"
    FOCUSED_VISIT = "focused-visit"
    MONITORING_VISIT = "monitoring-visit"
    AREA_SEND = "area-send"
    JOINT = "joint-inspection"
    MINUTES = "minutes"
    COUNCIL_REPORT = "report-to-council"
    NEWS = "news"
    WEB_PAGE = "web-page"
    OTHER_INSPECTORATE = "other-inspectorate"
    SCHOOL = "school"
    GUIDANCE = "guidance"
    UNKNOWN = "unknown"

    @property
    def label(self) -> str:
        """The kind in words, as in a citation."""
        return _KIND_LABELS[self]

    @property
    def plural(self) -> str:
        """The kind in words, for more than one document."""
        return _KIND_PLURALS.get(self, f"{self.label}s")


_KIND_LABELS = {
    Kind.ILACS: "ILACS inspection report",
    Kind.SINGLE: "single inspection report",
    Kind.FOCUSED_VISIT: "focused visit letter",
    Kind.MONITORING_VISIT: "monitoring visit letter",
    Kind.AREA_SEND: "area SEND inspection report",
    Kind.JOINT: "joint inspection report",
    Kind.MINUTES: "council minutes",
    Kind.COUNCIL_REPORT: "report to council",
    Kind.NEWS: "news item",
    Kind.WEB_PAGE: "web page",
    Kind.OTHER_INSPECTORATE: "report by another inspectorate",
    Kind.SCHOOL: "school or setting inspection",
    Kind.GUIDANCE: "guidance",
    Kind.UNKNOWN: "document",
}
_KIND_PLURALS = {
    Kind.MINUTES: "council minutes",
    Kind.COUNCIL_REPORT: "reports to council",
    Kind.OTHER_INSPECTORATE: "reports by other inspectorates",
    Kind.GUIDANCE: "guidance",
}


class Area(StrEnum):
    """The areas of judgement. Since 2023 children in care and care leavers are judged separately; before, both were `IN_CARE`."""

    OVERALL = "overall_effectiveness"
    LEADERS = "leaders"
    HELP_AND_PROTECTION = "help_and_protection"
    IN_CARE = "in_care"
    CARE_LEAVERS = "care_leavers"
    ADOPTION = "adoption"
    SAFEGUARDING_BOARD = "safeguarding_board"

    @property
    def label(self) -> str:
        """The area in words, as in "judged good for children in care"."""
        return _AREA_LABELS[self]


_AREA_LABELS = {
    Area.OVERALL: "overall effectiveness",
    Area.LEADERS: "leaders",
    Area.HELP_AND_PROTECTION: "help and protection",
    Area.IN_CARE: "children in care",
    Area.CARE_LEAVERS: "care leavers",
    Area.ADOPTION: "adoption",
    Area.SAFEGUARDING_BOARD: "the safeguarding board",
}


class Grade(StrEnum):
    """The four grades, best first, in today's words; older reports shorten the third."""

    OUTSTANDING = "outstanding"
    GOOD = "good"
    REQUIRES_IMPROVEMENT = "requires improvement to be good"
    INADEQUATE = "inadequate"

    @property
    def label(self) -> str:
        """The grade in a word or two, as in a table or a chart: "Requires improvement"."""
        return self.value.removesuffix(_TO_BE_GOOD).capitalize()


class ReportCardGrade(StrEnum):
    """The five grades of a report card, as printed. They are another scale: none is better or worse than any `Grade`."""

    EXCEPTIONAL = "exceptional"
    STRONG = "strong standard"
    EXPECTED = "expected standard"
    NEEDS_ATTENTION = "needs attention"
    URGENT_IMPROVEMENT = "urgent improvement"

    @property
    def label(self) -> str:
        """The grade as printed, with a capital."""
        return self.value.capitalize()


_TO_BE_GOOD = " to be good"
_GRADES = "|".join(grade.value.replace(_TO_BE_GOOD, f"(?:{_TO_BE_GOOD})?") for grade in Grade)
# Any grade as reports print it, long or short; it is in lower case, so ignore case when matching.
GRADE_PATTERN = f"(?:{_GRADES})"


def read_grade(words: str) -> Grade:
    """Give the grade for printed words, in any case, long or short.

    Raises:
        ValueError: the words are not a grade.
    """
    folded = " ".join(words.lower().split())
    if folded.startswith("require"):
        return Grade.REQUIRES_IMPROVEMENT
    return Grade(folded)


class Stance(StrEnum):
    """What a section of a report says of the findings in it."""

    STRENGTH = "strength"
    NEEDS_TO_IMPROVE = "needs to improve"
    PRIORITY_ACTION = "priority action"
    DECISION = "decision"
    NEITHER = "neither"


# Priority actions come first, because their headings can contain the words for a need to improve.
_STANCES = (
    (Stance.PRIORITY_ACTION, r"priority (?:and immediate )?actions?\b"),
    (
        Stance.NEEDS_TO_IMPROVE,
        r"needs? to (?:improve|do better)|areas? (?:for|in need of) improvement|recommendations?\b|need to improve",
    ),
    (Stance.STRENGTH, r"strengths?\b|doing that is effective|is working well|highly effective practice"),
)


def stance_of_heading(heading: str) -> Stance | None:
    """Give the stance that a heading expresses, None if it expresses none."""
    return next((stance for stance, pattern in _STANCES if re.search(pattern, heading, re.I)), None)
