"""Whether a word such as "good" is a grade that somebody gave, or only describes the noun after it."""

import re

from ingest.facts.judgements.prose.around import (
    LINK,
    OVER_ALL,
    QUOTE,
    RATING_AFTER,
    SERVICES,
    STATED,
    Around,
    area_after,
    last_clause,
)
from ingest.facts.judgements.words import Mention, find_areas

_NEAR = 120  # characters before a grade in which its subject stands
_ALL_GRADES = 3  # so many in a row are a list of the grades that there are
# What follows a grade that stands alone; any other word is a noun that "good" only describes.
_STANDS_ALONE = re.compile(
    rf"^{QUOTE}?(?:$|\s*[.,;:!?()\]–—]|\s+-|\s+(?:and|or|for|in|with|by|at|over ?all|across|after|following|be|being|as"
    rf"|on|once|again|but|while|whilst|too"
    r"|since|from|to|under|when|both|apart|report card|rating|grade|graded|rated|judge?ments?|status|verdict"
    r"|ofsted|outcome|result|according|this|last"
    r"|despite|during|throughout|because|is|was|were|are|has|have|had|says?|said|than|although|that|which|who"
    r"|where|until|before|so|it"
    r"|then|today|now|yesterday|among|amid|if|unless|except|excepting|excluding|bar|barring|save|aside"
    r"|alongside|yet|respectively|score|mark|um|ahead|compared|thanks|due)\b)",
    re.I,
)
_QUOTED_NOUN = re.compile(rf"^{QUOTE}\s+(?:(?:local )?(?:council|authority)|ofsted|children['’]s services)\b", re.I)
_VERDICT = re.compile(
    r"\b(?:judg(?:e|ed|es|ing)|judge?ments?|rat(?:e|ed|es|ing|ings)|grad(?:e|ed|es|ing|ings)|award\w*"
    r"|verdicts?|brand\w*|label\w*|deem\w*"
    r"|class(?:ed|ified)|(?:up|down)grad\w*|marks?|marked|scor(?:e|ed|es|ing)|found|finds?|conclu\w+|came out"
    r"|come out|called|calls|described|gets?|got|received|receives?|earn(?:s|ed)|achieved?|secured?|won|gave"
    r"|given|gives|named|declared|outcomes? (?:was|were|of)|result(?:ed|ing)? (?:in|of)|results? (?:was|were)"
    r"|assessed|recogni[sz]ed (?:as|us|it|them)|retain\w*|ke(?:ep|eps|pt)|moved?|remains?|improved|dropped"
    r"|slipped|gone|went|goes|jump(?:s|ed)|fallen|fell|falls|climb(?:s|ed)|risen|rose|rises|raise[sd]"
    r"|hand(?:s|ed)|scoop\w*|bump(?:s|ed)|lift(?:s|ed)|promoted|demoted|relegat\w*|plung\w*|slump\w*|tumbl\w*"
    r"|slides|slid|slips?|drops|soar\w*"
    r"|leap\w*|leapt|moves|brought|brings|returned|crown\w*|bag(?:s|ged)|land(?:s|ed)|clinch\w*|passed|put"
    r"|puts|hail\w* as|sees?|saw"
    r"|came (?:back|in)|(?:had|has|have) [\w’' ]{2,40} (?:down as|at|as)|verdict|one of|ruled|decided that|pronounced|proclaimed"
    r"|adjudged|announced that|confirmed|consider(?:s|ed)|regard(?:s|ed)|ranked|held)\b",
    re.I,
)
_WAS_THE_GRADE = re.compile(
    rf"^{QUOTE}?\s+(?:is|was) (?:also )?(?:the|its|their) (?:ofsted )?(?:rating|grade|judge?ment|verdict|mark)\b", re.I
)
# A whole service that is itself the subject: "the council is good", "its children's social care requires improvement".
_NOT_SUBJECT = re.compile(
    r"\b(?:of|from|by|in|at|for|with|to|within|across|between) (?:the |its |our |their |a )?$", re.I
)
_ENDS = re.compile(
    rf"^{QUOTE}?\W*(?:$|[.,;:!?)]|over ?all\b|(?:and|but|so|up|while|ofsted|according|says?|said"
    rf"|when (?:ofsted|they|(?:the )?inspectors))\b)",
    re.I,
)
_OPENS = re.compile(
    rf"{QUOTE}?\s*[:–—,-]+\s[^.;]{{0,60}}?\b(?:verdict|judge?ment|rating|grade|mark|ofsted)\b", re.I
)  # "Inadequate": that is the verdict
_A_COUNCIL = re.compile(rf"^{QUOTE}?\s+(?:local )?(?:authority|council|children['’]s services)\b", re.I)
_WE_ARE = re.compile(
    rf"\b(?:we are|we['’]re|we remain|it is|council is|borough is|county is|city is|us|it|me) (?:now |still "
    rf"|officially |also )?(?:as )?(?:an? )?{QUOTE}?$",
    re.I,
)
_SCALE = re.compile(r"\W*(?:,|or|and|then|to|/)?\W*", re.I)  # between the grades of a list of all grades


def without_scales(text: str, grades: list[re.Match[str]]) -> list[re.Match[str]]:
    """Leave out runs of three grades or more with no words between them: they tell which grades there are."""
    runs: list[list[re.Match[str]]] = []
    for match in grades:
        if runs and _SCALE.fullmatch(text, runs[-1][-1].end(), match.start()):
            runs[-1].append(match)
        else:
            runs.append([match])
    return [match for run in runs if len(run) < _ALL_GRADES for match in run]


def is_verdict(around: Around, left: list[Mention], context: bool, goes_on: bool) -> bool:
    """True if the word is a grade that somebody gave, and does not describe the noun after it."""
    after = around.after
    quoted = bool(re.search(f"{QUOTE}$", around.before) and re.match(QUOTE, after))
    capital = around.match["grade"][0].isupper() and bool(around.before.strip(" '‘“\""))
    if goes_on and (capital or quoted) and area_after(around):
        return True
    if context and _A_COUNCIL.match(after) and _WE_ARE.search(around.before[-_NEAR:]):
        return True
    if not (_STANDS_ALONE.match(after) or (quoted and _QUOTED_NOUN.match(after))):
        return False
    opened = _OPENS.match(after) if not re.search(r"\w", around.before) else None
    if opened and SERVICES.search(after[: opened.end() + _NEAR]) and not find_areas(after[: opened.end() + _NEAR]):
        return True
    if context and _of_service(around):
        return True
    if RATING_AFTER.match(after) or _WAS_THE_GRADE.match(after) or _VERDICT.search(last_clause(around.before)):
        return True
    stated = bool(left) and _states(around.before, left[-1])
    linked = bool(LINK.match(after) and find_areas(around.tail[:80]))
    if stated and around.match["grade"][0].isupper() and re.search(r"[:–—-]\s*$", around.before):
        return True
    if (quoted and (stated or linked or left or SERVICES.search(last_clause(around.before)))) or (
        context and (quoted or stated or linked)
    ):
        return True
    return context and (capital or bool(OVER_ALL.match(after)) or goes_on)


def _of_service(around: Around) -> bool:
    """True if the whole service is the subject and only "is" stands between it and the grade."""
    near = around.before[-_NEAR:]
    if around.lead.strip() in ("but", "and", "and now", "but now", "but still") and around.match[
        "grade"
    ].lower().startswith("require"):
        return bool(SERVICES.search(near))
    subject = next(reversed(list(SERVICES.finditer(near))), None)
    if not subject or _NOT_SUBJECT.search(near[: subject.start()]) or not _ENDS.match(around.after):
        return False
    return bool(STATED.match(near[subject.end() :])) and not re.fullmatch(r"it|they|them|us|its", subject.group(), re.I)


def _states(before: str, last: Mention) -> bool:
    """True if only "is" stands between an area and its grade; "the quality of assessments overall is good" names no area."""
    ahead = before[: last.start]
    adverb = bool(re.fullmatch("over ?all", before[last.start : last.end], re.I) and re.search(r"\w\W{1,2}$", ahead))
    of_whole = re.search(r"\b(?:services?|council|authority|department|is|are|was|were)\W{1,2}$", ahead, re.I)
    if (adverb and not of_whole) or re.search(r"\boutcomes for (?:the )?$", ahead, re.I):
        return False
    return bool(STATED.match(before[last.end :]))
