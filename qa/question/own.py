"""The person's own council: where a question states it, speaks of it, or leaves open which is meant."""

import re
from collections.abc import Sequence

from qa.question.intent import Intent, Purpose
from qa.question.scope import Scope
from qa.question.spans import Span

_PLACE = "\0"
_NAMED = (
    rf"(?:(?:the )?{_PLACE}|the (?:city|county|borough|district|royal borough|london borough) of {_PLACE})(?: (?:county "
    r"|city |borough |metropolitan |district )*council)?"
)
_ROLE = (
    r"(?:councillor|member|cllr|officer|manager|director|resident|governor|scrutiny \w+|lead member|portfolio holder|chair"
    r"|social worker|head of \w+|foster carer|parent|journalist)"
)
_STATEMENT = re.compile(
    rf"^\W*(?:(?:hi|hello|hey|good (?:morning|afternoon))\b[\s,!.]*)?"
    rf"(?:(?:my|our) (?:own |home |local )?(?:council|authority|local authority|borough|county|city|area|patch|la|ward|place) (?:is|=|:)|"
    rf"(?:i|we)(?:['’]m| am|['’]re| are)(?: (?:an?|the) (?:[\w'’-]+ ){{0,3}}?{_ROLE}s?)?(?: (?:based|working|here))?(?: (?:in"
    r"|at|for|from|with|on|of))?|"
    r"(?:i|we) (?:work|sit|serve|live|represent|speak|come|chair[\w ]*|scrutinise)(?: (?:in|at|for|from|on|as an? \w+ (?:in"
    rf"|for|at)))?) {_NAMED}(?P<end>\s*(?:[.;,!?–-]+|$|and(?= (?:i|we)\b)))\s*",
    re.I,
)
_OWN = re.compile(
    r"\b(?:we(?:['’](?:re|ve|d|ll))?|our|ours|us|my (?:council|authority|local authority|borough|county|area|la|patch))\b",
    re.I,
)
# "Tell us", "can we see", "do we know" speak of the person and not of the council.
_OF_THE_PERSON = re.compile(
    r"\b(?:tell|show|give|let|help|remind|brief|teach|for|send|find) us\b(?! (?:and|with|against))|\b(?:can|could|do|should"
    r"|may|might|would|must) we (?:see|know|have|get|find|ask|learn|look|say|please|read|expect|take)\b|\bwe (?:want|need"
    r"|would like|['’]d like|can|could) (?:to )?(?:know|see|find|learn|ask|look|read)\b|\blet['’]?s\b",
    re.I,
)
_ONE_PAPER = re.compile(
    r"\b(?:the|that|this|its|their) (?:(?:very )?(?:last|latest|most recent|newest|previous|first|new|current"
    r"|recent)(?: [\w'’]+){0,3}? (?:letter|report|inspection|visit|review|grade|rating|judge?ment|verdict|ilacs|jtai|sif)"
    r"|newest|latest one|last one)\b(?! (?:of each|for each|in each))",
    re.I,
)


def states_home(text: str, places: Sequence[Span]) -> int:
    """Where a statement such as "my council is Devon" ends, and a question may follow; 0 if the text opens with none.

    Args:
        places: the spans that name authorities, which the statement must name one of.
    """
    if not places:
        return 0
    start, end = min(places)
    match = _STATEMENT.match(f"{text[:start]}{_PLACE}{text[end:]}")
    return end + match.end() - start - 1 if match else 0


def speaks_of_own(text: str) -> bool:
    """True if a question speaks of the person's own council: "how did we do?"."""
    return bool(_OWN.search(_OF_THE_PERSON.sub(" ", text)))


def leaves_council_open(text: str, intent: Intent, scope: Scope) -> bool:
    """True if a question asks about one council and names no place: "the last letter", "when were we inspected?"."""
    if scope.names_place or scope.judged or scope.histories or intent.term:
        return False
    if intent.purpose in (Purpose.DECISION, Purpose.LIBRARY):
        return False
    if intent.purpose in (Purpose.WHICH, Purpose.COUNT):
        return speaks_of_own(text)
    return intent.purpose is Purpose.FACT or bool(_ONE_PAPER.search(text)) or speaks_of_own(text)
