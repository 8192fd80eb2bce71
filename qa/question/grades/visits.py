"""The topics of focused visits that a question asks for: "front door visits", "letters about visits on permanence"."""

import re
from dataclasses import dataclass

from ingest import VisitTopic
from qa.question.spans import Span

_NAMES: tuple[tuple[tuple[VisitTopic, ...], str], ...] = (
    (
        (VisitTopic.FRONT_DOOR,),
        r"['‘“]?front[ -]door['’”]?(?: services?| arrangements?)?|mash|multi-agency safeguarding hubs?|contacts? and referrals?",
    ),
    (
        (VisitTopic.CHILDREN_IN_NEED, VisitTopic.CHILD_PROTECTION),
        r"help and protection|children in need of help and protection",
    ),
    ((VisitTopic.CHILDREN_IN_NEED,), r"children in need|child[ -]in[ -]need|cin"),
    (
        (VisitTopic.CHILD_PROTECTION,),
        r"child protection(?: plans?| planning)?|children (?:on|subject to) (?:a )?(?:child )?protection plans?",
    ),
    (
        (VisitTopic.VULNERABLE_ADOLESCENTS,),
        r"vulnerable adolescents|adolescents|extra-?familial (?:harm|risks?)|(?:child )?exploitation|contextual safeguarding",
    ),
    (
        (VisitTopic.CHILDREN_IN_CARE,),
        r"children in care|looked[ -]after children|children looked after|young people in care|cla|lac|cic",
    ),
    ((VisitTopic.PERMANENCE,), r"(?:planning (?:for )?and achieving |achieving )?permanenc[ey](?: planning)?"),
    ((VisitTopic.CARE_LEAVERS,), r"care[ -]?leavers?['’]?s?|leaving care|care[- ]experienced young people"),
    (
        (VisitTopic.DISABLED_CHILDREN,),
        r"disabled children|children with disabilit(?:y|ies)|(?:children with )?disabilit(?:y|ies)",
    ),
    ((VisitTopic.LEADERSHIP,), r"leadership(?: and management)?|leaders"),
)
_TOPIC = "(?:" + "|".join(pattern for _, pattern in _NAMES) + ")"
_LIST = rf"(?:the )?{_TOPIC}(?:(?:\s*(?:,|and|&|or|,? and/or)\s+)(?:the )?{_TOPIC})*"
_FOCUSED = r"focus+(?:ed)?[ -](?:ofsted )?visits?"
_LETTERS = r"(?: (?:letters?|reports?|findings?))?"
_PLACE = r"(?:,?\s*(?:(?:to|in|of|at|for|by)\s+)?(?:\x01|(?:19|20)\d\d|['’]s)[\x01\s,]*)?"
_LOOKED = (
    r"(?:(?:that|which) )?(?:(?:specifically|mainly|only|just) )?(?:(?:was|were|is|are) )?"
    r"(?:look(?:ed|ing)? (?:just |only |specifically )?(?:at|into)|cover(?:ed|ing|s)?|consider(?:ed|ing)?|examined|examining"
    r"|review(?:ed|ing)"
    r"|focus+(?:ed|ing)?(?: only)? (?:up)?on|evaluat(?:ed|ing)|concern(?:ed|ing)|dealt with|with a focus on"
    r"|whose (?:focus|topic|theme) was(?: on)?|(?P<only>about|on|into))"
)
_ON = r"(?:on|about|into|of|covering|concerning|regarding|re|around|for|over|to the(?= front))"
_BUT = rf"(?:except|other than|apart from|excluding|not|but not)(?: (?:those|ones|visits))?(?: {_ON})?"
_DID_NOT = r"(?:that|which) (?:(?:did not|didn['’]t|never) (?:look at|cover|consider)|(?:were|was) ?(?:not|n['’]t) (?:on|about))"
_TOPICS = rf"(?P<topics>{_LIST})\b"
_FORMS = tuple(
    re.compile(form, re.I)
    for form in (
        # focused visits to Kent in 2022 on the front door
        rf"\b(?P<visits>{_FOCUSED}{_LETTERS}){_PLACE}{_PLACE}\s*(?:{_LOOKED}|{_ON})\s+(?P<not>(?:not|anything but|other than) )?{_TOPICS}",
        # focused visits other than those on the front door, focused visits that did not look at it
        rf"\b(?P<visits>{_FOCUSED}{_LETTERS})\s+(?P<not>{_BUT}|{_DID_NOT}) {_TOPICS}",
        # visits that looked at children in care
        rf"\b(?P<visits>(?:ofsted )?visits?{_LETTERS}){_PLACE}{_PLACE}\s*{_LOOKED}\s+(?P<not>not )?{_TOPICS}(?! plans)",
    )
)
# "front door visits", "care leavers focused visits", "letters about care leavers visits"
_BEFORE = re.compile(
    rf"\b(?:(?P<not>not|except(?: for)?|other than|apart from|excluding|non)[ -]+)?(?P<topics>{_LIST})\s+"
    rf"(?P<visits>(?:ofsted )?(?:{_FOCUSED}|visits?){_LETTERS})\b",
    re.I,
)
_BY_OFSTED = re.compile(r"\b(?:focus+(?:ed)?|ofsted(?:['’]s)?|inspect\w*|letters?)\b", re.I)
# Social workers visit children, so that "child protection visits" need not be Ofsted's.
_NOT_OF_SOCIAL_WORKERS = (VisitTopic.FRONT_DOOR, VisitTopic.PERMANENCE, VisitTopic.LEADERSHIP)
_SOCIAL_WORKER = re.compile(
    r"\b(?:social workers?|statutory|home|timely|frequen\w+|how often|regular|late|overdue|health) (?:\w+ ){0,3}$", re.I
)


@dataclass(frozen=True)
class VisitTopics:
    """The topics that a question asks for.

    Attributes:
        spans: the words that name the topics, with those that tie them to the visits, but without the visits.
        before: the topic stands before the visits: "front door visits".
    """

    topics: tuple[VisitTopic, ...] = ()
    spans: tuple[Span, ...] = ()
    before: bool = False

    def without(self, text: str) -> str:
        """The text with "front door visits" as "focused visits", and as long as it was."""
        for start, end in self.spans if self.before else ():
            text = f"{text[:start]}{'focused '.rjust(end - start)}{text[end:]}" if end - start >= _LONG else text
        return text


_LONG = len("focused ")


def find_visit_topics(text: str) -> VisitTopics:
    """Find the topics of visits that a question asks for; what visits *said* about something is not what they were about.

    Args:
        text: the question; places and times may be masked.
    """
    if re.search(r"\bmonitoring visits?\b", text, re.I):
        return VisitTopics()  # what those are about is not read
    for form in (*_FORMS, _BEFORE):
        match = form.search(text)
        if not match or not _are_inspectors(text, match):
            continue
        visits = match.span("visits")
        span = (match.start(), visits[0]) if form is _BEFORE else (visits[1], match.end())
        topics = _topics(match["topics"])
        if match["not"]:
            topics = tuple(topic for topic in VisitTopic if topic not in topics)
        return VisitTopics(topics, (span,), before=form is _BEFORE)
    return VisitTopics()


def topics_alone(words: str) -> tuple[VisitTopic, ...]:
    """The topics that words name, if they name nothing else: "the front door and children in care"."""
    return _topics(words) if re.fullmatch(_LIST, words, re.I) else ()


def _are_inspectors(text: str, match: re.Match[str]) -> bool:
    if _SOCIAL_WORKER.search(text, 0, match.start()):
        return False
    says_so = "only" in match.groupdict() and not match["only"]  # not "visits on", but "visits that looked at"
    return says_so or bool(_BY_OFSTED.search(text)) or set(_topics(match["topics"])) <= set(_NOT_OF_SOCIAL_WORKERS)


def _topics(words: str) -> tuple[VisitTopic, ...]:
    named: dict[VisitTopic, None] = {}
    for match in re.finditer(_TOPIC, words, re.I):
        topics = next(topics for topics, pattern in _NAMES if re.fullmatch(pattern, match.group(), re.I))
        named.update(dict.fromkeys(topics))
    return tuple(named)
