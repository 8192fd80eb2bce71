"""Whether a sentence goes on about a school, another council or somebody's own view, which a sentence before brought up."""

import re
from collections.abc import Collection
from enum import Enum

from ingest.authorities import names_in_list
from ingest.facts.judgements.words import OFSTED_NAME

_BODY = (
    r"(?:school|academy|nursery|pre-?school|college|sixth form|children['’]s homes?|care homes?|unit|home"
    r"|provider|setting|agency|centre"
    r"|police|force|constabulary|probation|youth (?:justice|offending) \w+|fostering (?:service|agency)"
    r"|trust hospital|hospital|hospice"
    r"|health visit\w+|nhs \w+|schools|academies|nurseries|agencies|homes|providers|settings|colleges|units)"
)
_VISITED = (
    r"(?:inspected|re-?inspected|visited|inspection|visit|rated|judged|graded|report on|called (?:at|on)"
    r"|went (?:to|into)|ofsted (?:was|has been) (?:at|in|to))"
)
_INTRODUCED = re.compile(
    rf"\b{_BODY}\b(?=.{{0,120}}\b{_VISITED}\b)|\b{_VISITED}\b(?=.{{0,120}}\b{_BODY}\b)", re.I | re.S
)
_OPENS_WITH_BODY = re.compile(
    rf"\W*(?:(?:the|an?|our|its|one|two|three|both|all)(?: of the)? )?(?:[\w'’-]+ ){{0,4}}?{_BODY}(?: (?:in"
    rf"|at) (?:the )?\w+)?(?::|,? (?:was|were|is|are|has|have|had|received|got|which|rated)\b)",
    re.I,
)
_NAMED_BODY = re.compile(
    r"\b[A-Z][\w'’]+ (?:(?:[A-Z][\w'’]+|of|and|the|CofE|RC) ){0,3}(?:School|Academy|Nursery|College|House"
    r"|Lodge|Pre-?[Ss]chool)\b"
)
# What Ofsted grades in schools and homes alone.
_THEIR_TERMS = re.compile(
    r"\b(?:leaders and managers|leadership and management(?! and governance)|overall experiences"
    r"|quality of education|personal development"
    r"|behaviour and attitudes|early years provision)\b",
    re.I,
)
_PARTNER = re.compile(
    r"\b(?:partners?|neighbour\w*|support(?:ed|ing)?|help(?:ed)?|visit(?:ed)?|learn\w*|colleagues|mentor\w*|buddy|twinned)\b",
    re.I,
)
_ANY = re.compile(
    r"\b(?:ofsted(?:['’]s)? (?:\w+ )?(?:grades|rates|defines|judges|inspects|uses|describes|sorts|gives|places)"
    r" (?:each |every |all |any )?(?:local )?(?:councils?|authorit(?:y|ies)|children['’]s services)\b"
    r"|(?:ofsted|inspectors) (?:defines?|uses?|has|have) (?:a |an |the )?(?:\w+[- ]){0,2}(?:scale|grades|good"
    r"|outstanding|descriptors)\b"
    r"|\w+[- ]point scale)",
    re.I,
)
_VIEW = re.compile(
    r"\b(?:peer (?:review|challenge)|mock (?:ofsted )?inspection|practice week|dip[- ]sampl\w+|diagnostic"
    r"|(?:staff|parent|carer|user|pupil)s?['’]? survey|our (?:target|ambition|aim|vision)s?|case file audit)\b",
    re.I,
)
_OFSTED = re.compile(rf"\b(?:{OFSTED_NAME}|inspectors|inspectorate|watchdog|regulator)\b", re.I)
_ANAPHOR = re.compile(
    r"\W*(?:it|its|it['’]s|they|their|these|those|this|that|he|she|his|her|one|two|three|four|both"
    r"|the (?:school|academy|home|unit|nursery|college|service|agency|setting|trust|provider|force|hospital))\b",
    re.I,
)
_OWN = re.compile(
    r"\b(?:(?:the|our|local) (?:council|authority|county|city|borough|town hall)|council['’]s|authority['’]s"
    r"|we|our|children['’]s (?:social (?:care|work)|services|department)|social services)\b",
    re.I,
)


def is_partner(name: str, whole: str) -> bool:
    """True if a paper speaks of an authority more than once as one that helps another: "support from Essex"."""
    name = re.escape(name)
    help_from = re.compile(
        rf"\b(?:support|help|advice|colleagues|officers|peers|managers|diagnostic)(?: \w+){{0,3}} (?:from|by|to) {name}\b"
        rf"|\bvisits?(?: \w+){{0,3}} (?:from|by) {name}\b"
        rf"|\b{name},? (?:as |who are |which is )?(?:our|its|their|the) (?:[\w-]+ ){{0,3}}partner"
        rf"|\bpartner(?: authority| council)?,? {name}\b",
        re.I,
    )
    return len(help_from.findall(whole)) > 1


class Topic(Enum):
    """Whom a run of sentences is about."""

    OWN = "the authority and Ofsted's view of it"
    BODY = "a school, a home, a partner or another council"
    VIEW = "a view that is not Ofsted's"


def goes_on(paragraph: str) -> bool:
    """True for a paragraph that opens with "It" or "Their": it is about what the one before is about."""
    return bool(_ANAPHOR.match(paragraph))


def topic_after(sentence: str, before: Topic, authorities: Collection[str]) -> Topic:
    """Give the topic of the sentence that follows this one, if that names no subject of its own.

    Args:
        sentence: the sentence.
        before: the topic that it was read with.
        authorities: the names of those that the paper is about.
    """
    others = {mention.name for mention in names_in_list().find(sentence)} - set(authorities)
    body = _NAMED_BODY.search(sentence) or _INTRODUCED.search(sentence)
    if body or _ANY.search(sentence) or (others and _PARTNER.search(sentence)):
        return Topic.BODY
    if _VIEW.search(sentence):
        return Topic.VIEW
    return before


def topic_of(sentence: str, before: Topic, authorities: Collection[str]) -> Topic:
    """Give the topic of a sentence: the one before, unless the sentence turns back to the authority or to Ofsted.

    Args:
        sentence: the sentence.
        before: what the sentences before it were about.
        authorities: the names of those that the paper is about.
    """
    if before is Topic.BODY and not _ANAPHOR.match(sentence):
        named = any(name in sentence for name in authorities)
        return Topic.OWN if named or _OWN.search(sentence) else before
    if _THEIR_TERMS.search(sentence) or _OPENS_WITH_BODY.match(sentence):
        return Topic.BODY
    if before is Topic.VIEW and _OFSTED.search(sentence):
        return Topic.OWN
    return before
