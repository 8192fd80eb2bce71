"""What a question asks of a meeting: what it resolved, who moved it, what it asked for."""

import re

from qa.question.intent.types import Act
from qa.question.vocabulary import MEETING

_MOTION = r"(?:motions?|resolutions?|recommendations?|amendments?|proposals?|minutes|vote)"
_NOT_OF_MEETINGS = re.compile(
    r"\b(?:conflict|dispute|complaints?|problem|issue|alternative|early|family|local|slow|informal) (?:resolution|motion)s?\b"
)
_BETWEEN = r"(?:(?!(?:about|on|that|if|whether|say|said)\b)[\w'’\0]+ ){0,4}?"
# A body that has acted; "how does the panel decide" asks how it works.
_BODY_ACTED = rf"(?:\b(?:did|has|have|had|was|were)\b[^?]{{0,30}}?\b{MEETING}|\b{MEETING})(?:\s{_BETWEEN}|\s)"
_USUALLY = re.compile(rf"(?<!to )\b(?:do|does|can|should|how is|how are)\b[^?]{{0,30}}\b{MEETING}\b")
_ASK_FOR = (
    r"(?:ask(?:ed)? (?:for|that|to (?:see|have|receive|be)|(?:the |an? )?(?:[\w'’\0]+ ){1,4}?to\b)|request(?:ed)?"
    r"|call(?:ed)? for|demand(?:ed)?"
    r"|want(?:ed)?(?! to know)|require[d]?|instruct(?:ed)?|expect(?:ed)?)"
)
_ACTS = (
    (Act.SECONDED, r"\bsecond(?:ed|er|ing)\b(?! (?:to|from|staff))|\bwho second\b"),
    (
        Act.MOVED,
        rf"\bwho (?:moved|proposed|put forward|tabled|brought)\b(?=\W*$| (?:it|that)\W*$|.*\b{_MOTION}\b)|\b(?:mover|proposer)\b"
        rf"|\b{_MOTION} (?:was|were) (?:moved|proposed|put)\b",
    ),
    (
        Act.VOTED,
        r"\bvote[ds]?\b|\bvoting\b|\babstain\w*|\b(?:motion|amendment|resolution|vote)\b.*\b(?:carried|lost|passed|fall|fell"
        r"|defeated|unanimous\w*)\b"
        r"|\bunanimous(?:ly)?\b",
    ),
    (
        Act.MET,
        rf"\bwhen (?:did|does|will|was|is|are) (?:(?!(?:that|which|who|at|by|to|of|about)\b)[\w\'\0]+ ){{0,5}}?{MEETING} (?:last "
        r"|next |first |due to |going to )*(?:meet|met|sit|held|take place)\b"
        rf"|\bwho (?:was at|attended|came to|was present at|chaired|sent apologies\w*)\b.*\b(?:meeting|committee|panel|cabinet|scrutiny)\b"
        rf"|\b(?:date|dates) of .*\bmeetings?\b|\bhow often (?:did|does|has) .*\b{MEETING}\b.*\bm[ee]et\b",
    ),
    (
        Act.REQUESTED,
        rf"{_BODY_ACTED}{_ASK_FOR}\b|\bwhat (?:was|were|had been|has been) (?:officers|the director|the council) asked\b|\b(?:was"
        rf"|were) asked (?:for|to) by\b.*\b{MEETING}\b"
        r"|\bdeadlines?\b.*\b(?:set|gave|given)\b.*\b(?:members|committee|panel|cabinet|scrutiny)\b"
        r"|\b(?:due|come|report(?:ed)?|brought) back to (?:the )?(?:committee|panel|cabinet|scrutiny|members|full council)\b"
        r"|\b(?:members|committee|panel|cabinet|scrutiny)\b.*\bset\b.*\bdeadlines?\b",
    ),
    (
        Act.RESOLVED,
        rf"{_BODY_ACTED}(?:resolve[ds]?|agree[ds]?|decide[ds]?|approve[ds]?|endorse[ds]?|accept(?:ed)?|reject(?:ed)?"
        r"|refer(?:red)?|defer(?:red)?|recommend(?:ed)?"
        r"|adopt(?:ed)?|sign(?:ed)? (?:it )?off|note[d]?|back(?:ed)?|turn(?:ed)? down|support(?:ed)?|conclude[d]?|do about)\b"
        r"|\bwhat (?:did|has|have|had) (?:the )?\0(?: council)? (?:\w+ )?(?:resolve|agree|decide|approve)d?\b"
        rf"|\b(?:what|which|was|were|anything|nothing|it|as)(?: \w+)?(?: was| were| has been| had been| been)? (?:resolved|minuted)\b"
        r"|\bwhat (?:was|were|has been|had been|got) (?:agreed|decided|approved|signed off)\b|\bwas (?:anything|it) (?:agreed"
        r"|decided|approved)\b"
        rf"|\b(?:agreed|decided|resolved|approved|endorsed|accepted|noted) (?:at|by|in) (?:the |a |its )?(?:[\w'’]+ ){{0,2}}?{MEETING}\b"
        r"|\bresolutions?\b|\bmotions?\b|\bdecisions? (?:of|by|from|at|made by|taken by|did|was|were) (?:the )?(?:[\w'’]+ ){0,2}?"
        rf"{MEETING}\b|\b{MEETING}(?:['’]s?)? (?:decisions?|resolutions?)\b|\baction (?:points|log|list)\b"
        r"|\bactions? (?:came out of|arose|arising|from|agreed at) (?:the )?(?:\w+ )?meeting\b",
    ),
)
_PATTERNS = tuple((act, re.compile(pattern)) for act, pattern in _ACTS)


def read_act(asked: str) -> Act | None:
    """What a question asks of a meeting; None if it asks nothing of one."""
    text = _NOT_OF_MEETINGS.sub(" ", asked)
    if _USUALLY.search(text):
        return None
    return next((act for act, pattern in _PATTERNS if pattern.search(text)), None)
