"""What a comparison sets side by side: places or times."""

import re

from qa.question.intent.types import Sides
from qa.question.scope import Scope
from qa.question.vocabulary import COUNCILS

_COMPARES = re.compile(
    r"\bcompar(?:e|es|ed|ing|ison|isons)\b|\bcontrast(?:s|ed|ing)?\b|\bversus\b|\bvs?\b\.?|\bdifferences? (?:(?!on\b)\w+ ){0,3}between\b"
    r"|\bdiffer(?:s|ed|ent)?\b(?= (?:from|to|between|in)\b|\W*$)"
    r"|\b(?:measure|stack|match|shape) up\b|\b(?:set|side by side|alongside|weigh\w*|rank\w*|league table"
    r"|benchmark\w*)\b(?=.* (?:against|beside|with|up|of|by)\b|\W*$)"
    r"|\bside by side\b|\bbenchmark\w*\b|\b(?:put|placed|laid) (?:\w+ )?(?:beside|against|next to|alongside)\b"
    r"|\brelative to\b|\b(?:against|next to)\b(?=.*(?:\0|neighbours|average|others))"
    r"|(?<!earlier )(?<!later )(?<!older )(?<!newer )(?<!sooner )(?<!recent )(?<!other )(?<!rather )\bthan\b|\bsame as\b"
    r"|(?<!councils )(?<!authorities )\bsimilar to\b|\bas (?:good|bad|well|badly|strong|weak|high|low|many|much|few) as\b|\b(?:better"
    r"|worse|best|worst|stronger|weaker|higher|lower|more|fewer)\b(?=.*\0.*\bor\b)"
    r"|\b(?:which|who|whose) (?:\w+ ){0,3}?(?:better|worse|best|worst|stronger|strongest|weaker|weakest|higher|highest|lower"
    r"|lowest|more|most|fewer|fewest)\b"
    r"|\bthen and now\b"
)
_COMMAND = re.compile(r"(?:^|[:;,–-] )(?:please )?(?:compare|contrast|comparison|benchmark)\b")
_OTHERS = re.compile(
    rf"\b(?:neighbours?|national(?:ly)?|average|england|elsewhere|others|other {COUNCILS}|similar {COUNCILS}|(?:the )?(?:rest"
    r"|best|country|region|peers))\b|\b(?:we|us|our)\b"
)
_WITH = r"\b(?:compar\w+ (?:with|to|against)|versus|vs?|differs? from)\b.{0,30}?"
_WITH_OTHERS = re.compile(
    rf"{_WITH}\b(?:neighbours?|national\w*|average|england|elsewhere|others?|us|ours|peers)\b|\b(?:we"
    r"|our \w+) (?:\w+ ){0,3}?(?:compare|differ|measure up|stack up|rank)\b"
)
_WITH_BEFORE = re.compile(
    rf"{_WITH}(?:\b(?:previous|last|earlier|first|latest|later|before|now|then|years? ago)\b|\b(?:19|20)\d\d\b)"
)
_TIMES = re.compile(
    r"\b(?:last|previous|earlier|first|latest|two|both|now|then|before|today|years? ago|used to|was|were) ?(?:two "
    r"|the )?(?:inspections?|reports?|letters?|visits?|time|years?|now|before|did|be)?\b"
)
_THAN_BEFORE = re.compile(
    r"\bthan (?:it|they|he|she|things|before|last|in the (?:past|last|previous)|(?:the )?previous|ever|at the)\b|\bthen and now\b"
)
_WITH_US = re.compile(
    r"\b(?:than|with|to|against|v|vs|versus|and|compare|put) (?:us|we|ours|our own)\b|\b(?:we|our \w+"
    r"|us) (?:\w+ ){0,3}?(?:compar\w+|measure|stack|match|shape|rank|differ)\b"
    r"|\b(?:we|our)\b.*\b(?:than|versus|vs?|compared|against|the same as|similar to)\b"
)


def read_sides(asked: str, scope: Scope) -> Sides | None:
    """What a question sets side by side; None if it compares nothing."""
    if not _COMPARES.search(asked):
        return None
    places = len(scope.authorities) + len(scope.regions) + sum(len(either.authorities) for either in scope.either)
    if places >= 2 or scope.neighbours_of or (places and _OTHERS.search(asked)):
        return Sides.PLACES
    years = set(scope.years).union(*(either.years for either in scope.either))
    if len(years) >= 2 or _THAN_BEFORE.search(asked):
        return Sides.TIMES
    if _COMMAND.search(asked):
        return Sides.TIMES if _TIMES.search(asked) and places else Sides.PLACES
    if _WITH_OTHERS.search(asked):
        return Sides.PLACES
    return Sides.TIMES if _WITH_BEFORE.search(asked) else None


def compares_with_own(text: str) -> bool:
    """True if a question sets the person's own council beside the places that it names: "how do we compare with Kent?"."""
    return bool(_WITH_US.search(text.lower()))
