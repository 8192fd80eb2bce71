"""How a follow-up is put: its opening, its form, and pronouns that lean on the question before."""

import re

from index.lexical import words
from qa.question.empty_words import BEFORE_A_PRONOUN, PRONOUNS

_COURTESY = (
    r"(?:ok(?:ay)?|right|thanks?(?: (?:a lot|very much|again))?|thank you(?: (?:very much|again))?|cheers|ta|great|lovely"
    r"|perfect|got it|noted|i see)"
)
_ONLY_COURTESY = re.compile(rf"(?:\W*\b(?:{_COURTESY}|that['’]?s (?:great|all|helpful)|bye|goodbye))+\W*", re.I)
_OPENING = re.compile(
    rf"^\W*(?:(?:{_COURTESY}|yes|no|so|but|then|now|(?:can|could|would|will) you(?: please)?|please|sorry|actually|hm+)\b[\s,.;:!–-]*)*"
    r"(?P<opening>(?:(?:and|also|plus|(?:go )?back to|let['’]?s (?:look at|see|try)"
    r"|now for|what about|how about|what of|(?:i|we) (?:meant?|wanted)"
    r"|(?:is it |was it |(?:show|give|tell) me )?(?:the )?same(?: (?:question|again|thing|but))*(?: (?:for|in|at|with|goes for)|(?=,)))"
    r"\b[\s,:]*)*)",
    re.I,
)
_QUESTION_WORD = re.compile(
    r"^\W*(?:what|how|which|when|who|whose|where|why|is|are|was|were|did|does|do|has|have|had|can|could|should|will|would|tell|show"
    r"|list|name|compare|find|give|explain|describe|summari[sz]e|brief|(?:an? |the )?(?:overview|summary|briefing))\b",
    re.I,
)
OTHER_VISITS = re.compile(
    r"^\W*(?:(?:just|only) )?(?:the|those|any) ?(?:ones?|others?|visits?|letters?)? (?:(?:that|which) )?"
    r"(?:on|about|into|covering|look(?:ed|ing) (?:at|into)|cover(?:ed|ing)|focus(?:ed|ing) on) (?:the )?(?P<topics>.+?)\W*$",
    re.I,
)
_NAME_ALONE = re.compile(r"^\W*(?:(?:in|for|at) )?(?P<name>[a-z][a-z -]{2,40}?)s\W*$", re.I)
_ASKS_FOR_DEFINITION = re.compile(
    r"^\W*(?:what(?:['’]s| is) an?\b|what (?:does|do) (?!that\b|this\b|it\b|they\b).{3,40} mean|define\b|explain what\b"
    r"|what are \w+ visits\W*$)",
    re.I,
)
_MAY_OMIT_TOPIC = re.compile(
    r"^\W*(?:is|are|was|were|did|does|do|has|have|had|can)(?:\s+[\w'’-]+){1,4}\W*$|\bcompar(?:e|ed|es|ison)\b", re.I
)
_IMPERSONAL = re.compile(
    r"\bit(?:['’]s)? (?:(?:is|was|been) )?"
    r"(?:said|true|right|possible|likely|clear|legal|lawful|common|normal|usual|decided|known|important)\b"
    r"|\bthis (?:year|month|week)\b",
    re.I,
)


def is_courtesy(text: str) -> bool:
    """True for "thanks" and the like, which ask nothing."""
    return bool(_ONLY_COURTESY.fullmatch(text))


def opening(text: str) -> tuple[int, bool]:
    """Where a question begins after its opening, and whether that marks a follow-up: "and", "what about"."""
    match = _OPENING.match(text)
    return (match.end(), bool(match["opening"])) if match else (0, False)


def with_apostrophe(text: str) -> str:
    """A name that stands alone, with the apostrophe that was left out: "devons" for "Devon's"; empty for any other text."""
    match = _NAME_ALONE.match(text)
    return f"{text[: match.end('name')]}'{text[match.end('name') :]}" if match else ""


def has_question_word(text: str) -> bool:
    """True if a text opens with "what", "is" or the like."""
    return bool(_QUESTION_WORD.match(text))


def may_omit_topic(text: str) -> bool:
    """True if a question may leave out what it asks: "was Kent?", "how does Kent compare with Essex?"."""
    return bool(_MAY_OMIT_TOPIC.search(text))


def asks_for_definition(text: str) -> bool:
    """True if a question asks what a term means."""
    return bool(_ASKS_FOR_DEFINITION.match(text))


def has_unexplained_pronoun(text: str) -> bool:
    """True if a pronoun comes before anything that it could stand for: "what were their caseloads?"."""
    for word in words(_IMPERSONAL.sub("children", text)):
        if word in PRONOUNS:
            return True
        if word not in BEFORE_A_PRONOUN:
            return False
    return False
