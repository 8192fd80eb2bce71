"""Questions that ask for councils, or for how many of what the catalogue counts."""

import re

from qa.question.intent.types import Unit
from qa.question.vocabulary import COUNCIL, COUNCILS, INSPECTORATE

_PLACES = r"(?:areas|places|parts of (?:the country|england))(?! (?:of|for|to|in need)\b)"
_SOME_COUNCILS = rf"(?:{COUNCILS}|{_PLACES})(?!['’])"
_GRADE = r"(?:inadequate|outstanding|good|requires improvement|ri|failing|weak|strong|best|worst|poor|improving)"
_OPENS = r"^(?:[^:–-]{0,60}[:–-] )?(?:and |so |but )?"

# How many, with the few words that may stand before what is counted: no preposition and no verb, so that it is what is counted.
_OF_IT = r"(?:of (?:the |our |these )?)?"
_MODIFIERS = (
    r"(?:(?!(?:in|of|for|by|to|do|does|did|are|is|were|was|have|has|from|with|at|on|that|who)\b)[\w'’-]+ ){0,3}?"
)
_HOW_MANY = (
    rf"\b(?:how many|(?:the |total )?number of|(?:the |a |grand )*(?:total|tally|count) of"
    rf"|count(?: up)?(?: all)?) {_OF_IT}(?:the |different "
    rf"|other )?{_MODIFIERS}"
)
_SEEN_BY_OFSTED = (
    rf"(?:been )?(?:inspected|visited by {INSPECTORATE}|rated|judged|graded|re-?inspected|looked at by {INSPECTORATE})"
)
_HELD = (
    r"(?= (?:do you|are there|were there|there (?:are|were|is)|you (?:have|hold)|we (?:have|hold)|held|have you"
    r"|has there|have there|on|about|for|from|since|published|mention|say|talk"
    r"|cover|in|to|by)\b| \0|$)"
)
# "How often did Devon get an inspection", "Kent's visit letters - how many are there?"
_HOW_OFTEN = (
    r"\bhow (?:often|many times) (?:has|have|had|did|was|were)\b[^?]{0,40}?\b(?:get|got|had|have|receive[d]?"
    r"|given|undergone?) (?:an? |any )?(?:\w+ )?"
)
_THEN_HOW_MANY = (
    r"[^?]{0,40}?(?:[:,–-] ?|\band )how many\b(?: sets| copies| items| articles| stories| (?:of|are) (?:them|these"
    r"|those|there)| in all)*(?: (?:are|were|is) there| do (?:you|we) "
    r"(?:have|hold)| have (?:you|we)(?: got)?| (?:are|were) held| did (?:it|they|\0) (?:have|get))?(?=\W*$| (?:in|for"
    r"|on|about|from|since|of)\b| \0)"
)
_UNITS = (
    (
        Unit.AUTHORITIES,
        rf"{_HOW_MANY}(?:{_SOME_COUNCILS}|{COUNCIL}\b(?= areas?))"
        # the region's name takes "boroughs" in
        r"|\bhow many (?:of )?(?:the )?\0 (?:are|were|have|had|got|get|did|do)\b",
    ),
    (
        Unit.INSPECTIONS,
        rf"(?:\bhow many times|\bhow often)\b.{{0,60}}\b(?:{_SEEN_BY_OFSTED}|{INSPECTORATE} (?:come|came|been|visit(?:ed)?"
        r"|inspect(?:ed)?|return(?:ed)?))"
        rf"|(?:\bhow many times|\bhow often) (?:has|have|did|does) (?:ofsted|inspectors)\b"
        rf"|{_HOW_MANY}(?:re-?)?(?:inspections|ilacs(?:es)?|jtais|sifs)\b|{_HOW_OFTEN}(?:inspections?|ilacs|jtai)\b(?! reports?)"
        rf"|\binspections\b{_THEN_HOW_MANY}",
    ),
    (
        Unit.VISITS,
        rf"{_HOW_MANY}(?:focus+ed|monitoring|ofsted|inspection) visits?\b|{_HOW_OFTEN}(?:focus+ed|monitoring|ofsted) visits?\b"
        rf"|\bvisits\b{_THEN_HOW_MANY}"
        rf"|{_HOW_MANY}visits (?:by|from) (?:ofsted|inspectors)|{_HOW_MANY}visits (?:has|have|did|were)\b.{{0,30}}\b(?:ofsted"
        r"|inspectors|had|there)\b",
    ),
    (
        Unit.DOCUMENTS,
        rf"{_HOW_MANY}(?:documents?|reports?|letters|minutes|papers|news (?:stories|items|articles)"
        rf"|(?:web ?)?pages){_HELD}(?! (?:to|from) (?:the )?(?:police|parents|families|schools))"
        rf"|\b(?:documents|reports|letters|minutes|papers|news|pages)\b{_THEN_HOW_MANY}",
    ),
)
_COUNTED = tuple((unit, re.compile(pattern)) for unit, pattern in _UNITS)

_ASKS_WHICH = re.compile(
    rf"\b(?:which|what)(?: (?:of|other|the|our|all|else|\w+ing))*(?: {_GRADE})? (?:{_SOME_COUNCILS}|{COUNCIL}(?= (?:was|is"
    r"|has|had|were|have|did|does|do|got|gets)\b))"
    rf"|{_OPENS}(?:name|list|find|show|give|identify)(?: (?:me|us|all|any|the|some|other|which|every))*(?: {_GRADE})? (?:{_SOME_COUNCILS})"
    rf"|{_OPENS}(?:are there|do|does|did|have|has|had|is|are|was|were|can|could)(?: there)? (?:any|other|many|some|most|all|no)(?: other)?"
    rf" (?:{_SOME_COUNCILS}|{COUNCIL})\b"
    r"|\b(?:who|which|anyone|anybody|anywhere|where|nobody|someone|somewhere) else\b(?!['’])"
    rf"|\b(?:examples?|instances?|cases|precedents?)\b.*\b(?:other|elsewhere)\b|\belsewhere\b|\bother {_SOME_COUNCILS}"
    rf"|{_OPENS}(?:(?:{_GRADE}|other|all|any) )*{_SOME_COUNCILS} (?:that|which|who|whose|where|with|having|without|found|told"
    r"|criticised|praised|warned)\b"
    rf"|\bin (?:which|what) (?:{_SOME_COUNCILS}|{COUNCIL})\b"
    # "which London boroughs were praised", where the region's name takes "boroughs" in
    r"|(?<!in )(?<!for )(?<!at )\b(?:which|what) \0 (?:councils |authorities |boroughs )?(?:(?:has|have|had|is|are|was"
    r"|were|did|do|got|get|received)(?:n['’]t)?|improved|struggle[ds]?)\b"
)
_SAID_OF = (
    r"(?:told|critici[sz]ed|praised|commended|warned|marked down|pulled up|picked up|held up|singled out|hauled over|slated"
    r"|found|judged|rated)"
)
_DOES = (
    r"(?:(?:has|have|had|is|are|was|were|does|do|did|gets?|got|been|being|really|particularly)(?:n['’]t)? )*(?:good|well"
    r"|best|better|badly|worst|worse|poor|"
    r"poorly|weak|strong|strongest|weakest|great|excellent|struggl\w+|improv\w+|solved|fixed|cracked|turned|trouble"
    r"|problems?|failing|outstanding|inadequate)"
)
# Where no place is named these too ask for councils: "who was told off for …", "who does it well?", "where has it got worse?".
_ASKS_WHO = re.compile(
    rf"^\0 (?:that|which|who) (?:(?:have|had|are|were|got|get|been) )+(?!rated|judged){_SAID_OF}\b|"
    rf"{_OPENS}who(?:['’]s| is| are| was| were| has| have| had| got| gets)?(?: been| being)? {_SAID_OF}\b"
    rf"|{_OPENS}who (?:\w+ ){{0,3}}?{_DOES}\b"
    rf"|{_OPENS}where (?:has|have|did|does|do) {INSPECTORATE} \w+"
    rf"|{_OPENS}where (?:has|have|is|are|was|were|does|do|did) .*\b(?:{_DOES}|praised|critici[sz]ed|wrong|working|concerns?)\b"
    rf"|{_OPENS}(?:(?:any|some|show me|give me|find|find me|are there(?: any)?|good|great|strong|best|the|more|other"
    r"|more) )*(?:examples?|precedents?|instances|good practice|best practice)\b"
)
# "Authorities that dropped from good: caseloads" asks about caseloads, not for the authorities.
_SUBJECT_APART = re.compile(rf"^(?:\W|\0|{_GRADE} |other |all )*{_SOME_COUNCILS} [^:–]*(?::| [–-]) ")


def read_unit(asked: str) -> Unit | None:
    """What a question counts; None if it counts nothing that the catalogue knows."""
    return next((unit for unit, pattern in _COUNTED if pattern.search(asked)), None)


def asks_which(asked: str, names_authority: bool) -> bool:
    """True if a question asks for councils.

    Args:
        names_authority: it names one, so that "which areas" are parts of its work and "who" is one of its people.
    """
    if names_authority and re.search(r"\b(?:which|what) (?:areas|places|parts|trusts?)\b", asked):
        return False
    if _SUBJECT_APART.match(asked):
        return False
    return bool(_ASKS_WHICH.search(asked)) or (not names_authority and bool(_ASKS_WHO.search(asked)))
