"""Which way a finding must point: criticism, praise, for the better or for the worse."""

import re

from qa.question.intent.types import Direction

_NOT = re.compile(r"(?:\b(?:not|no|never|without|hardly|neither|nor|less than)|n't)(?: (?!but\b)[\w'-]+){0,5} $")
_HOW = re.compile(r"\bhow $")
_PRAISE = (
    r"(?:prais\w*|commended|(?:good|great|best|excellent|effective|strong) (?:examples?|practice)|good|great|excellent\w*"
    r"|excel|strong(?:ly|est|er)?|strengths?"
    r"|well|effective(?:ly)?|impress\w*|highlights?|positives?|best|exemplary|celebrat\w*|outstanding|liked|proud|admired|successful\w*)"
)
_BLAME = (
    r"(?:critici[sz]\w*|told off|(?:pulled|picked|hauled) (?:up|over)|marked down|warned|warnings?(?= (?:about|over|of))"
    r"|slat(?:ed|ing)|poor(?:er|est)?|poorly (?=\w+ed\b)|weak\w*|fail\w*|concern\w*|worr(?:y|ies|ied)|problems?|inadequa\w*"
    r"|insufficient\w*|lack(?:s|ed|ing)?|shortage|struggl\w*|trouble|issues?|short(?:fall|coming)s?|bad(?:ly)?|worst|wrong"
    r"|blam\w*|too (?:many|few|high|low|slow|long|much|late)"
    r"|delays?|not enough|gaps?|needs? to improve|negatives?|unsafe|drift|in need of improvement|let down)"
)
_BETTER = (
    r"(?:improv(?:ed|ing|es)|turn(?:ed|ing)? (?:it |things |this |that )?(?:a)?round|turned (?:the|a) corner|(?:get|got"
    r"|gett?ing|becom\w+|became) (?:better|stronger)|progress(?:ed)?|solved|(?:has|have|had) fixed|overc[oa]me|cracked"
    r"|recover(?:ed|ing)|gone up|went up|moved up)"
)
_WORSE = (
    r"(?:worse(?:n\w*)?|declin\w+|deteriorat\w+|slip(?:ped|ping)|gone (?:down\w*|backwards?)|went (?:down\w*|backwards?)"
    r"|dropped|got weaker|slid|fallen back|fell back)"
)
_NEEDS = re.compile(
    r"\b(?:need(?:s|ed|ing)?|should|must|required|requires?|areas? (?:for|of)) (?:to )?(?:be )?improv\w*"
    r"|\b(?:told|urged|ordered|instructed|advised) (?:that )?(?:(?:they|it|the (?:council|authority)) )?"
    r"(?:to|must|should|needed to|needs? to|ha(?:s|ve|d) to|ought to)\b"
)
_PATTERNS = tuple(
    (direction, re.compile(rf"\b{pattern}\b"))
    for direction, pattern in (
        (Direction.WORSENED, _WORSE),
        (Direction.IMPROVED, _BETTER),
        (Direction.CRITICISED, _BLAME),
        (Direction.PRAISED, _PRAISE),
    )
)
_TURNED = {
    Direction.IMPROVED: Direction.CRITICISED,
    Direction.PRAISED: Direction.CRITICISED,
    Direction.WORSENED: None,
    Direction.CRITICISED: None,
}


def read_direction(asked: str) -> Direction | None:
    """The way that a finding must point to answer; None where it may point either way."""
    if _NEEDS.search(asked):
        return Direction.CRITICISED
    for direction, pattern in _PATTERNS:
        if match := pattern.search(asked):
            before = asked[: match.start()]
            if _HOW.search(before):  # "how well" may be answered either way
                continue
            return _TURNED[direction] if _NOT.search(before) else direction
    return None
