"""What a focused visit looked at, and the three outcomes of an area SEND inspection."""

from enum import StrEnum


class AreaOutcome(StrEnum):
    """The three outcomes of an area SEND inspection since 2023, which gives no grades."""

    POSITIVE = "typically positive"
    INCONSISTENT = "inconsistent"
    WIDESPREAD = "widespread and/or systemic failings"

    @property
    def label(self) -> str:
        """The outcome in words, as in a list: "Typically positive"."""
        return self.value.capitalize()


def read_area_outcome(sentence: str) -> AreaOutcome | None:
    """Give the outcome that a sentence states; None if it states none of the three."""
    folded = sentence.lower()
    if "widespread" in folded or "systemic" in folded:
        return AreaOutcome.WIDESPREAD
    if "inconsistent" in folded:
        return AreaOutcome.INCONSISTENT
    return AreaOutcome.POSITIVE if "positive" in folded else None


VISIT_TOPIC = "topic of the visit"  # the name of the fact


class VisitTopic(StrEnum):
    """What a focused visit looks at: the topics of the ILACS framework, and those that letters name beside them."""

    FRONT_DOOR = "front-door"
    CHILDREN_IN_NEED = "children-in-need"
    CHILD_PROTECTION = "child-protection"
    VULNERABLE_ADOLESCENTS = "vulnerable-adolescents"
    CHILDREN_IN_CARE = "children-in-care"
    PERMANENCE = "permanence"
    CARE_LEAVERS = "care-leavers"
    DISABLED_CHILDREN = "disabled-children"
    LEADERSHIP = "leadership"

    @property
    def label(self) -> str:
        """The topic in words, as in "focused visit on the front door"."""
        return _TOPIC_LABELS[self]


_TOPIC_LABELS = {
    VisitTopic.FRONT_DOOR: "the front door",
    VisitTopic.CHILDREN_IN_NEED: "children in need",
    VisitTopic.CHILD_PROTECTION: "child protection",
    VisitTopic.VULNERABLE_ADOLESCENTS: "vulnerable adolescents",
    VisitTopic.CHILDREN_IN_CARE: "children in care",
    VisitTopic.PERMANENCE: "planning and achieving permanence",
    VisitTopic.CARE_LEAVERS: "care leavers",
    VisitTopic.DISABLED_CHILDREN: "disabled children",
    VisitTopic.LEADERSHIP: "leadership",
}
