"""A grade in a sentence with the words around it, and the forms of words that decide what it is."""

import re
from dataclasses import dataclass

from ingest.facts.judgements.words import OFSTED_NAME, Mention, find_areas

QUOTE = "['‘’“”\"]"
OFSTED = re.compile(rf"\b(?:{OFSTED_NAME}|inspect\w*|watchdog|regulator)\b", re.I)
RATING_AFTER = re.compile(
    rf"^{QUOTE}?\s+(?:ofsted )?(?:report card|ratings?|grades?|judge?ments?|verdicts?|status|outcomes?|marks?|scores?|band)\b",
    re.I,
)
STATED = re.compile(
    rf"^\s*(?:, (?=is|are|was|were))?(?:,? (?:which|where|who|it|they|this|these|services|the (?:grade"
    rf"|judge?ment|verdict|mark|rating)) )?(?:(?:is|are|was|were|had been|has been|have been) the (?:strongest"
    rf"|weakest|best|worst),? (?:with|at|on)"
    r"|(?:is|are|was|were) (?:an?|one|two) (?:notch|grade|step|mark|rung)(?:es|s)? (?:below|lower|higher|up"
    r"|down|above|better),? (?:at|on|with)"
    r"|(?:fared|came (?:out|off)|did) (?:no |much |little |even |slightly |far |a little )?(?:better|worse"
    r"|best|well|badly)\W|is|are|was|were|be|to be|as|remains?|[:–—-])?"
    rf"\s*(?:also |now |still |again |all |both )?(?:an? )?{QUOTE}?$",
    re.I,
)
OVER_ALL = re.compile(
    rf"^{QUOTE}?\s*(?:(?:rating|grade|judge?ment|verdict|mark|score) )?over ?all\b(?! effectiveness)", re.I
)
LINK = re.compile(
    rf"^{QUOTE}?\s*(?:over ?all\s*)?(?:(?:is|was) (?:also )?(?:the|its|their) )?(?:rating|grade|judge?ment"
    rf"|verdict|mark|score)?s?\s*(?:too|also|again|as well)?[,:]?\s*(?:both |again |also )?(?:(?:from"
    rf"|by) (?:ofsted|the (?:watchdog|regulator|inspectors)|inspectors),? )?(?:(?:the (?:latter|last|first"
    rf"|former)|this|that|which (?:is|was)|being) )?"
    r"(?:(?:for|in|on|across|with respect to|with regard to|when it came to|when it comes to|(?:just )?as (?:too |also )?(?:was|were"
    r"|is|are|had|has|have|(?:it |they |was )?did)(?: been| too| also)?"
    r"(?! (?:been )?(?:hoped|expected|feared|predicted|forecast|promised|planned|anticipated"
    r"|intended|thought|said|reported)\b)|as well as(?! \w+ing\b)"
    r"|(?:and )?so (?:too )?(?:was|were|is|are|had|has|have|did)"
    r"|(?:and )?(?:it|this|that|the same) (?:was|is|went|goes) (?:so |true |the case |also )?(?:for|of)"
    r")\b|[:(–—-]\s)",
    re.I,
)
SERVICES = re.compile(
    r"(?:\b(?:judged|rated|graded|found|that|when) services\b"
    r"|\bchildren['’]?s['’]? (?:and \w+ )?(?:social (?:care|work|services)|services?|department|directorate)"
    r"|\bsocial (?:services|care)\b"
    r"|\bservices (?:for|to) (?:vulnerable |all )?(?:children|families)|\bcouncil['’]?s?\b"
    r"|\b(?:local )?authority\b|\b(?:the|its|their|our|county|city|borough)(?: council['’]s)? (?:services?|department)\b"
    r"|\b(?:we|it|they|us|them|county|borough|city|town hall|directorate|marks?|ratings?|grades?|judge?ments?"
    r"|verdict|status)\b)",
    re.I,
)


@dataclass(frozen=True)
class Around:
    """A grade in a sentence, with the words before and after it.

    Attributes:
        lead: the words between the grade before and this one.
        tail: the words between this grade and the next.
    """

    match: re.Match[str]
    before: str
    after: str
    lead: str
    tail: str


def last_clause(lead: str) -> str:
    """The last clause of the words before a grade."""
    return re.split(r";| but | while | whereas | although ", lead)[-1]


def area_after(around: Around) -> Mention | None:
    """The area that a grade stands directly before, "Outstanding leadership"."""
    gap = re.match(rf"{QUOTE}?\s+", around.tail)
    first = next(iter(find_areas(around.tail)), None) if gap else None
    return first if gap and first and first.start == gap.end() else None
