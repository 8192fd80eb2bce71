"""What makes a grade something else than Ofsted's judgement of the paper's authority: aims, own views, other bodies."""

import re
from collections.abc import Collection

from ingest.authorities import names_in_list

_JUDGED = r"(?:rated|graded|judged|good|outstanding|assessed|considered)"
_AIM = re.compile(
    r"\b(?:aim(?:s|ed|ing)?|ambitions?|ambitious|aspir\w+|defin(?:es?|ition)|targets?|goals?|vision|hop(?:e|es"
    r"|ed|ing)|wish(?:es|ed|ing)?|want(?:s|ed|ing)?"
    r"|striv\w+|settle for|confident|optimistic|hopeful|brac(?:e|ed|ing)|prepar(?:e|es|ing) for|determined"
    r"|intend\w*|anticipat\w*|in (?:its|our|their) bid|keen|would like|seek(?:s|ing)?|plan(?:s|ned|ning)? to"
    r"|on track|journey (?:to|towards)|towards|get(?:ting)? to|becom(?:e|ing)"
    r"|move to|expect(?:s|ed)? to|forecast\w*|predict\w*|work(?:ing|s)? to (?!help|protect|support|keep"
    r"|safeguard)|in order to|next inspection|future inspection"
    rf"|will (?:be|take|move|get|lead|become|have)|would (?:be|have|get|take)|should (?:be|have)|could|may be"
    rf"|might|must be|needs? to be {_JUDGED}"
    r"|risks? (?:is |was |register|that |of (?:an?|being))|danger (?:that|of)|fear(?:s|ed) (?:that|of)"
    r"|likel(?:y to|ihood)|prospects? of|if|whether|unless|until|were to|in case|what it takes|what would"
    r"|looks? like|to be at least|descriptors?|criteria)\b",
    re.I,
)
_HAD = re.compile(
    r"(?:^|[.,;:“\"] ?)(?:and |but )?had (?:the|ofsted|inspectors|it|we|they|its|our)\b", re.I
)  # "had the vacancies not been filled"
_FAR = 400  # characters before a grade that can make it an aim: speech to text has no stops
_OWN_VIEW = re.compile(
    r"\b(?:own (?:\w+ )?(?:view|judge?ment|assessment|grade|review|inspection|audit|scor\w+|rating|opinion)"
    r"|in (?:his|her|their|our|my|the \w+['’]s) (?:view|opinion"
    r"|judge?ment)|self[- ](?:assess|evaluat|grad|judg|rat)\w*"
    r"|we (?:believe|think|consider|judge|assess|feel|rate)|(?:consider|judg|rat|grad|assess|mark|scor)\w* (?:itself"
    r"|themselves|ourselves|its own|their own|our own)"
    r"|(?:council|authority|director|spokes\w+|cllr|councillor|leader|boss(?:es)?"
    r"|chiefs?) (?:\w+ ){0,3}?(?:says?|said|claim\w*|insist\w*|argue[sd]?|maintain\w*"
    r"|believe[sd]?)(?: that)? (?:it|its|they|their|our|we)\b"
    r"|peer (?:review|challenge)\w*|mock (?:ofsted )?inspection|internal(?:ly)? (?:audit|review|moderat)\w*|(?:improvement"
    r"|scrutiny|partnership) board (?:judg|rat|grad|said|felt|agreed)\w*"
    r"|(?:nearly|almost|most|many|some|several|majority|few) (?:\w+ )?(?:of )?(?:the |its )?services"
    r"|case[- ]files?|cases|audit(?:s|ed|ing|ors)?|dip[- ]sampl\w+|files|records|per ?cent of|% of)\b|\d ?%",
    re.I,
)
_DECLARED = re.compile(
    r"\b(?:director|leader|chief executive|councillor|cllr|member|mayor|minister|boss|bosses|chair|cabinet|officers|sides|parties"
    r"|staff|parents|carers|residents|unions?|campaigners|mps?|charity)"
    r" (?:(?!ofsted|inspect|that\b|been\b|were\b|was\b|told\b|heard\b)[\w'’]+ ){0,3}?"
    r"(?:declares?d?|deems?|deemed|pronounced|proclaimed|regards|regarded|decided)\b",
    re.I,
)
_AGREED = re.compile(
    r"\b(?:sides|parties) (?:said|agreed|thought|felt)\b"
    r"|\b(?:ofsted|inspectors) (?:was|were|has been|had been|have been|is|are) (?:told|informed|assured|advised|briefed)\b",
    re.I,
)
# Somebody else than Ofsted who "rated", "gave" or "branded".
_JUDGES = re.compile(
    r"\b(?:staff|workforce|workers|respondents|residents|survey|parents|carers|volunteers|unions?|panel"
    r"|committee|scrutiny|board|opposition"
    r"|campaigners|mps?|ministers?|charit(?:y|ies)|consultants?|auditors?|reviewers?|commissioners?|lga"
    r"|local government association"
    r"|department for education|dfe|experts?|critics|members|councillors|adopters|governors|coroner|judges?|review)"
    r"(?: (?:who|in|from|at|to|on)(?: (?!ofsted (?!visit|inspection)|inspectors|that)[\w'’]+){1,8}?| (?!that\b"
    r"|were\b|was\b|is\b|are\b|been\b|be\b|heard\b|told\b|noted\b|ofsted\b)[\w'’]+){0,2}"
    r" (?<!were )(?<!was )(?<!been )(?<!are )(?<!is )(?:rated|graded|scored|described|marked|branded|gave"
    r"|called|labelled|judged|considered|rates|grades)\b",
    re.I,
)
_OTHER_BODY = re.compile(
    r"\b(?:schools?|academ(?:y|ies)|nurser(?:y|ies)|pre-?schools?|playgroups?|child-?minders?|colleges?"
    r"|sixth form|univers\w+|pupils"
    r"|homes?(?! for)|settings?|providers?|fostering|adoption agenc\w+|agency|agencies|respite|residential|short breaks?|secure"
    r"|care quality commission|cqc|probation|hmip|hmicfrs|constabular\w+|police|estyn|care inspectorate|ciw"
    r"|hospitals?|nhs|ambulance|adult social care|adults['’] services"
    r"|youth (?:justice|offending)|fire|prison|health trust|foundation trust"
    r"|safeguarding (?:children )?(?:board|partnership)|lscb|(?<!across the )boards?"
    r"|partner(?:s|ship|ships)?|neighbour\w*|other (?:councils|authorities|areas)|early years|send\b"
    r"|education services|voluntary"
    r"|virtual school|mash|front door|risk register|housing|website|finances?|value for money)\b",
    re.I,
)
_ANY_COUNCIL = re.compile(
    r"\b(?:(?:local )?authorities|councils|(?:a|an|any|each|every|another|no) (?:\w+ )?(?:(?:local )?authority"
    r"|council)(?: that| which| judged| rated| graded| with| is| can| must| may| has to| needs| gets|\W*$))",
    re.I,
)
NUMBER = (
    r"(?:\d[\d,]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:a |two )?dozen|most|many|some"
    r"|several|none|half|majority|handful|number|few)"
)
# "Three of them", "of its ten centres, four": counts of homes, schools or cases, where no areas are named.
_COUNT = re.compile(
    rf"\b{NUMBER} of (?:them|these|those|(?:the |its |our |their )?{NUMBER}(?! (?:areas|judge?ments|sub-?judge?ments"
    rf"|categories|grades|measures|headings)))\b|^\W*of (?:the |its |our |their )?[\w'’]*['’]s? {NUMBER}\b"
    rf"|(?:^\W*|[;:] |\b(?:which|whom) ){NUMBER} (?:are|were|was|is|have been|had been) (?:rated|graded|judged|found)\b",
    re.I,
)
_ALL_COUNCILS = re.compile(
    r"\b(?:both|each|all|the)(?: (?:of )?(?:the|these|those))?(?: (?P<many>two|three|four|2|3|4))?"
    r"(?: (?:of the )?(?:\w+ ){0,2}?(?:councils|authorities|departments|boroughs|counties|cities|of them))['’]?(?!\w)"
    r"|(?<!in )\b(?:both|each|all three|all four)(?= (?:are|were|was|is|have|had|has|been|requires?|got|get|came|received|remain)\b)",
    re.I,
)
_MANY = {"both": 2, "two": 2, "2": 2, "three": 3, "3": 3, "four": 4, "4": 4}
_ONE_OF = re.compile(r"\b(?:one|some) of (?:the |only )?(?:\w+ ){0,2}(?:councils|authorities)\b", re.I)
_NOT = re.compile(
    r"(?:\b(?:not|never|no longer|nor|without|short of|rather than|instead of|neither|below|less than"
    r"|other than|far from)\b|n['’]t\b)"
    r"(?! (?:only|just|merely|least))(?:(?! but )[^,;]){0,40}$",
    re.I,
)
_PAIR = re.compile(r"^['’”\"]?,? (?:or|and/or|or even)\b|^['’”\"]? (?:or|and) (?:better|above|beyond|higher)\b", re.I)
_PAIR_BEFORE = re.compile(r"(?:\bor|/) (?:even |even better, )?(?:an? )?['‘“\"]?$", re.I)
_IF_AFTER = re.compile(
    r"^['’”\"]?(?: over ?all| by ofsted)*,?(?: only)? (?:if|whenever|provided|as long as|unless|when (?:an?"
    r"|its|their|children))\b",
    re.I,
)
_DONE_FIRST = re.compile(
    r"^\W*(?:after|having|following|during|over) (?![^,;.]{0,120}\b(?:self|peers?|mock|internal|own|auditors?|reviewers?)\b)[^,;.]{0,120}, "
    r"(?=(?:the )?(?:ofsted|inspectors|watchdog)\b)"
    r"|(?<=inspectors), who [^,;.]{0,120}, ",
    re.I,
)
_WORDS_AFTER = 60


def is_aim(before: str) -> bool:
    """True if the words before a grade make it an aim, a condition or an expectation."""
    near = before[-_FAR:]
    return bool(_AIM.search(near) or _HAD.search(near))


def is_own_view(lead: str, tail: str) -> bool:
    """True if the words around a grade make it a self-assessment or the grade of single records."""
    lead = _opening_past(lead)
    return bool(
        _OWN_VIEW.search(lead)
        or _JUDGES.search(lead)
        or _DECLARED.search(lead)
        or _AGREED.search(lead)
        or _OWN_VIEW.search(tail)
    )


def _opening_past(lead: str) -> str:
    """Leave out what Ofsted did first: "After reading 60 case files, Ofsted …", "Inspectors, who visited schools, …"."""
    return _DONE_FIRST.sub(" ", lead, count=1)


def is_denied_or_paired(before: str, after: str) -> bool:
    """True for "not good" and for "good or outstanding"."""
    return bool(
        _NOT.search(before)
        or _IF_AFTER.match(after)
        or re.match(r"\W* until\b", after)
        or _PAIR.search(after)
        or _PAIR_BEFORE.search(before)
    )


def all_councils(text: str, authorities: Collection[str]) -> re.Match[str] | None:
    """Find words for all the authorities of a paper about several: "both", "the two councils", "all three authorities"."""
    match = _ALL_COUNCILS.search(text) if len(authorities) > 1 else None
    words = set(match.group().lower().split()) if match else set()
    right = all(number == len(authorities) for word, number in _MANY.items() if word in words)
    return match if right and words != {"the"} else None


def is_of_others(lead: str, tail: str, authorities: Collection[str]) -> bool:
    """True if the words around a grade make it that of a school, another body or another authority."""
    near = re.split(r"[,;.]| but | while ", tail[:_WORDS_AFTER])[0]
    lead = _opening_past(_ONE_OF.sub("", lead))
    named = {mention.name for mention in names_in_list().find(lead)}
    if (group := all_councils(lead, authorities)) and named <= set(authorities):
        lead = lead[: group.start()] + lead[group.end() :]
    if len(authorities) > 1 and named <= set(authorities) and all(name in lead for name in authorities):
        lead = re.sub(r"\b(?:councils|authorities)\b", "", lead, flags=re.I)
    if _COUNT.search(lead) or _OTHER_BODY.search(lead) or _OTHER_BODY.search(near) or _ANY_COUNCIL.search(lead):
        return True
    return bool(named and not named & set(authorities))


def of_other_service(text: str) -> bool:
    """True for a line of the tables that schools, homes and other inspectorates print."""
    return bool(_OTHER_TABLE.match(text))


def in_terms_of_others(text: str) -> bool:
    """True for a block that has such lines run together."""
    return bool(_OTHER_TABLE.search(text))


def of_the_past(area: str) -> bool:
    """True for the name of an area that says that its grade is of an older inspection."""
    return bool(re.search(r"\b(?:previous|last|judged|graded|rated|20\d\d)\b", area, re.I))


def no_table_of_ofsted(text: str) -> bool:
    """True for words above a table that make its grades aims or self-assessments."""
    return bool(_TABLE_AIM.search(text))


_OTHER_TABLE = re.compile(
    r"(?:quality of (?:education|teaching|care)|behaviour and attitudes|personal development"
    r"|early years (?:provision|foundation)"
    r"|outcomes for pupils|sixth form|effectiveness of leadership and management|the effectiveness of leaders and managers"
    r"|how well children and young people are (?:helped|protected)|overall experiences and progress|organisational delivery"
    r"|court disposals|out[- ]of[- ]court|are services (?:safe|effective|caring|responsive|well[- ]led)"
    r"|well[- ]led:|pupil premium)",
    re.I,
)
_TABLE_AIM = re.compile(
    r"\b(?:our own|own view|self[- ]?(?:assess|evaluat|grad|judg)\w*|targets?|aims?\b|ambitions?|aspir\w+"
    r"|predict\w*|forecast|where we want"
    r"|by (?:20\d\d|the next)|we (?:want|hope|expect|judge|believe|think)|peer review|mock|school|nursery"
    r"|academy|children['’]s homes?"
    r"|(?:cqc|care quality commission|probation|estyn|ciw|for example|descriptors?)\b)",
    re.I,
)
