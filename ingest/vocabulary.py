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
    def of_ofsted(self) -> bool:
        """True for Ofsted's own reports and letters, which are about one inspection or visit."""
        return self in _OF_OFSTED

    @property
    def label(self) -> str:
        """The kind in words, as in a citation."""
        return _KIND_LABELS[self]

    @property
    def plural(self) -> str:
        """The kind in words, for more than one document."""
        return _KIND_PLURALS.get(self, f"{self.label}s")


_OF_OFSTED = frozenset({Kind.ILACS, Kind.SINGLE, Kind.FOCUSED_VISIT, Kind.MONITORING_VISIT, Kind.AREA_SEND, Kind.JOINT})
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
        r"needs? to (?:improve|do better)|areas? (?:for|in need of) improvement|need to improve"
        r"|^\W*(?:\d+\.?\s*)?(?:[\w’']+ ){0,3}recommendations?(?: (?:for|to|from|in|on)\b.*)?\W*\d*\W*$"
        r"|\(recommendation|recommendations?\b[^.:]{0,60}:$",
    ),
    (Stance.STRENGTH, r"strengths?\b|doing that is effective|is working well|highly effective practice"),
)


# The words of a meeting's decision. "It was noted that" in small letters is debate; in capitals it is a decision.
_BODY = (
    r"(?:(?:sub-?|select |scrutiny |overview and scrutiny )?(?:committee|panel|board|cabinet|council|commission|executive|forum)"
    r"|members)"
)
_PAPER = (
    r"(?:(?:annual |verbal |progress |covering )?(?:report|paper|update|figures|presentation|minutes|recommendations|contents"
    r"|position|information|letter|action plan|improvement plan))"
)
_DECISION = re.compile(
    r"\W{0,3}(?:(?-i:RESOLVED|Resolved)(?=\W|$)(?! (?:by|in|with|through|quickly|promptly|within|the|all)\b)"
    r"|(?:it was |and it was )(?:unanimously |therefore |then |also )?resolved\b(?: that\b|\W*$)"
    r"|it (?:was|is) (?:unanimously |therefore |then |also |further )?(?:agreed|concluded|decided)(?= (?:that|to)\b|\s*[:–-]|$)"
    r"|(?-i:IT WAS|It was)? ?(?:(?-i:THEREFORE|UNANIMOUSLY) )?(?-i:AGREED|NOTED|CONCLUDED|RECOMMENDED|APPROVED|ENDORSED)\b"
    r"|(?:decisions?|resolutions?|agreed|concluded|decided|noted)(?: (?:that|as follows))?(?:\s*:|\s[–—-])"
    rf"|it was moved by [^.]{{3,200}}\bresolved\b|the {_BODY} (?:unanimously |then |also |therefore )?(?:"
    rf"(?:noted|received|endorsed|approved|accepted|agreed|welcomed and noted) (?:the |its |this )(?:contents of the )?{_PAPER}\b"
    r"|agreed (?:that|to)\b|resolved\b)"
    rf"|the {_PAPER} (?:was|were) (?:noted|received|approved|agreed|endorsed)(?=\s?[.;]|$| and\b| with thanks))",
    re.I,
)
_DECISION_HEADING = re.compile(r"(?:decisions?|resolutions?|resolved|agreed)(?: (?:that|as follows))?\W*", re.I)
# What officers ask a meeting to decide; Ofsted's recommendations never say it.
_MOTION = re.compile(
    r"(?:that|to|is asked to)\b.{0,300}\b(?:noted?|approved?|agreed?|endorsed?|received?)\b", re.I | re.S
)


def stance_of_words(text: str) -> Stance | None:
    """Give the stance that a passage's own first words express: a meeting's decision, or None."""
    return Stance.DECISION if _DECISION.match(text[:400]) else None


def is_motion(text: str) -> bool:
    """True for what a paper asks a meeting to decide: "That the report be noted"."""
    return bool(_MOTION.match(text[:400]))


def stance_of_heading(heading: str) -> Stance | None:
    """Give the stance that a heading expresses, None if it expresses none."""
    if _DECISION_HEADING.fullmatch(heading) or stance_of_words(heading):
        return Stance.DECISION
    return next((stance for stance, pattern in _STANCES if re.search(pattern, heading, re.I)), None)
