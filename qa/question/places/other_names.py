"""Names of places inside other names: a person, a police force, a university, a hospital, a firm, a way of working."""

import re
from collections.abc import Sequence

from ingest.authorities import Mention
from qa.question.spans import Span

_TITLE = re.compile(
    r"\b(?:mr|mrs|(?-i:Ms|Miss|Mx|Judge|Justice)|dr|sir|dame|cllr|councillor|prof|professor|rev|reverend|(?:arch)?bishop of|"
    r"(?:arch)?diocese of|earl of|countess of|hmp|hmyoi|yoi)\.?\s+(?:(?!(?:in|for|from|at|of|on|with)\b)[a-z][\w’'-]+\s+)?$",
    re.I,
)
# Common first names, after which a place is a surname.
_FIRST_NAMES = (
    "Adam|Alan|Alex|Alice|Alison|Amanda|Amy|Andrea|Andrew|Angela|Ann|Anna|Anne|Anthony|Barbara|Ben|Brian|Carol|Caroline|"
    "Catherine|Charles|Charlotte|Chris|Christine|Christopher|Claire|Clare|Colin|Daniel|Dave|David|Dawn|Deborah|Denise|Diane|"
    "Donna|Edward|Elaine|Elizabeth|Emily|Emma|Eric|Fiona|Frances|Frank|Gary|Gemma|Geoff|George|Gillian|Graham|Hannah|Harry|"
    "Heather|Helen|Ian|Jack|Jacqueline|James|Jane|Janet|Jason|Jean|Jennifer|Jenny|Jeremy|Jessica|Jill|Jim|Joan|Joanna|Joanne|"
    "John|Jonathan|Joseph|Josh|Joyce|Judith|Julia|Julian|Julie|Karen|Kate|Katherine|Kathryn|Katie|Keith|Kelly|Ken|Kevin|Kim|"
    "Laura|Lauren|Lee|Lesley|Linda|Lindsay|Lisa|Liz|Louise|Lucy|Luke|Lynn|Malcolm|Margaret|Maria|Marie|Mark|Martin|Mary|"
    "Matthew|Maureen|Melanie|Michael|Michelle|Mike|Natalie|Neil|Nicholas|Nick|Nicola|Nigel|Oliver|Pamela|Patricia|Paul|Paula|"
    "Pauline|Peter|Philip|Rachel|Raymond|Rebecca|Richard|Robert|Robin|Roger|Ruth|Sally|Samantha|Samuel|Sandra|Sarah|Sharon|"
    "Sheila|Simon|Sophie|Stephanie|Stephen|Steve|Steven|Stuart|Sue|Susan|Suzanne|Terence|Teresa|Thomas|Tim|Tom|Tony|Tracey|"
    "Victoria|Vincent|Wendy|William|Yvonne|Zoe"
)
_FIRST_NAME = re.compile(rf"\b(?:{_FIRST_NAMES})\s+$")
# Common surnames that are no ordinary word and no place.
_SURNAME = re.compile(
    r"\s+(?:Smith|Jones|Taylor|Williams|Wilson|Johnson|Davies|Patel|Robinson|Wright|Thompson|Evans|Walker|Roberts|Thomas|"
    r"Clarke|Jackson|Harris|Edwards|Turner|Cooper|Hughes|Harrison|Baker|Morris|Khan|Ahmed|Hussain|Begum|Singh|Kaur|O[’']\w+)\b"
)
_BODY = re.compile(
    r"\s+(?:police|constabulary|fire (?:and|&) rescue|fire (?:service|brigade)|ambulance|(?:teaching |university )?hospitals?\b|"
    r"(?-i:(?:[A-Z][\w’'-]+ ){1,2}Hospitals?\b)|(?:\w+ )?nhs\b|icb\b|ccg\b|integrated care|combined authority|probation|mayor\b|"
    r"(?:city |metropolitan |beckett |trent |hope |met )?university\b|(?:crown|county|magistrates[’']?) court|prison\b|airport|"
    r"cathedral|building society|football|fc\b|(?-i:United\b|Ltd\b|Limited\b|PLC\b|LLP\b)|family valued\b)",
    re.I,
)
# Ways of working named after the place that began them: "the Hertfordshire Family Safeguarding model".
_MODEL = re.compile(r"\s+(?:(?:family|safeguarding|practice) ){0,3}models?\b", re.I)
_OWN_MODEL = re.compile(r"(?:['’]s)? (?:\w+ ){0,3}models?\b", re.I)
_WHICH = re.compile(r"\b(?:which|what|other|how many|where else) (?:councils|(?:local )?authorities|las|areas)\b", re.I)
_LINK = re.compile(r"\s*(?:,|&|\band\b)\s*", re.I)


def is_other_name(text: str, span: Span) -> bool:
    """True if the place named there is part of the name of a person, a body or a way of working."""
    start, end = span
    if _TITLE.search(text, 0, start) or _BODY.match(text, end):
        return True
    if text[start].isupper() and (_FIRST_NAME.search(text, 0, start) or _SURNAME.match(text, end)):
        return True
    if re.search(r"\bthe\s+$", text[:start], re.I) and _MODEL.match(text, end):
        return True
    return bool(_OWN_MODEL.match(text, end) and _WHICH.search(text))


def without_other_names(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """Leave out the mentions that are part of another name; "Devon and Cornwall Police" is one name."""
    kept: list[Mention] = []
    body_from: int | None = None  # where the name of a body begins that was read last
    ordered = sorted(mentions, key=lambda mention: mention.start)
    for mention in reversed(ordered):
        span = (mention.start, mention.end)
        in_list = body_from is not None and _LINK.fullmatch(text, mention.end, max(body_from, mention.end))
        if in_list or is_other_name(text, span):
            body_from = mention.start if in_list or _BODY.match(text, mention.end) else None
        else:
            kept.append(mention)
    return kept[::-1]
