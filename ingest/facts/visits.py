"""What a focused visit looked at: a letter says so on its first page, before it lists the evidence."""

import re
from collections.abc import Iterator

from ingest.facts.head import Head
from ingest.visits import VISIT_TOPIC, VisitTopic
from ingest.vocabulary import Kind

# "Inspectors looked at …", "The focus of this visit was on …"; but not "… at a range of evidence".
_LOOKED_AT = re.compile(
    r"\b(?:(?:inspectors|they|visit)\s+(?:also\s+)?"
    r"(?:looked(?: in detail)? at|considered|evaluated|reviewed|examined|explored|appraised|assessed|focused on)"
    r"|focus of (?:this|the) visit (?:was|were)(?: on)?)\s+(?!(?:an?|the)?\s*(?:(?:broad|wide)\s+)?range of\b)",
    re.I,
)
# A sentence ends before a capital letter; the bullets that follow a colon belong to it.
_SENTENCE = re.compile(r".+?\.(?=\s+[A-Z‘“]|\s*$)")
_DETAIL = re.compile(r"\s*(?:Specifically|In particular|This (?:visit )?included|The primary focus)\b")
_HELP_AND_PROTECTION = frozenset({VisitTopic.CHILDREN_IN_NEED, VisitTopic.CHILD_PROTECTION})
_CARE = r"(?:children|young people) in care|children looked after|looked[ -]after (?:children|young people)"
# "Permanence for children in care" is one topic, and "relevant" children are care leavers in law.
_NOT_CARE = re.compile(
    rf"permanenc[ey]\b[^.,;:•]{{0,40}}?\b(?:for|of) (?:{_CARE})|\b(?:relevant|eligible) (?:{_CARE})", re.I
)
_TOPICS = {
    VisitTopic.FRONT_DOOR: r"front[ -]door|safeguarding hub|\bMASH\b|contacts? and referrals?|point of (?:contact|access|entry)",
    VisitTopic.CHILDREN_IN_NEED: r"children in need\b(?! of)|child[ -]in[ -]need",
    VisitTopic.CHILD_PROTECTION: r"child protection(?! (?:enquir|conference|chair))|protection plan|subject to a plan|in need of protection"
    r"|pre-?proceedings|before proceedings",
    VisitTopic.VULNERABLE_ADOLESCENTS: r"adolescents|extra-?familial|exploitation",
    VisitTopic.CHILDREN_IN_CARE: rf"{_CARE}|(?:come|coming) into care|placement decision",
    VisitTopic.PERMANENCE: r"permanen(?:ce|cy)",
    VisitTopic.CARE_LEAVERS: r"care[ -]?leavers?|care[ -]experienced|leaving care",
    VisitTopic.DISABLED_CHILDREN: r"disabled children|children with disabilit",
    VisitTopic.LEADERSHIP: r"leadership",
}


def read_visit_topics(head: Head, kind: Kind) -> None:
    """Note every topic of a focused visit, with the sentence that names it."""
    looked_at = _LOOKED_AT.search(head.flat, 0, head.first_page) if kind is Kind.FOCUSED_VISIT else None
    sentence = _SENTENCE.match(head.flat, looked_at.start()) if looked_at else None
    if not sentence:
        return
    detail = _SENTENCE.match(head.flat, sentence.end()) if _DETAIL.match(head.flat, sentence.end()) else None
    named = dict.fromkeys(_topics_in(sentence.group()), sentence)
    if detail:
        named = dict.fromkeys(_topics_in(detail.group()), detail) | named
    if VisitTopic.FRONT_DOOR not in named and re.search("help and protection", sentence.group(), re.I):
        named = dict.fromkeys(_HELP_AND_PROTECTION, sentence) | named  # at the front door it is what children come for
    for topic in filter(named.__contains__, VisitTopic):
        head.note(VISIT_TOPIC, topic.value, *named[topic].span())


def _topics_in(words: str) -> Iterator[VisitTopic]:
    words = _NOT_CARE.sub(lambda match: "permanence" if match.group().lower().startswith("perm") else "", words)
    return (topic for topic, pattern in _TOPICS.items() if re.search(pattern, words, re.I))
