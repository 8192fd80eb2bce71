"""Which areas a grade is for."""

import re
from collections.abc import Collection

from ingest.facts.judgements.guards import NUMBER, all_councils
from ingest.facts.judgements.prose.around import (
    LINK,
    OVER_ALL,
    QUOTE,
    RATING_AFTER,
    SERVICES,
    STATED,
    Around,
    area_after,
)
from ingest.facts.judgements.words import Mention
from ingest.vocabulary import Area, ReportCardGrade

_NEAR = 90  # characters after a grade in which its subject can follow
_SOON = 60  # characters between a grade and the first area that it is "for"
_NEXT_SUBJECT = re.compile(
    r"[;]|,? (?:but|while|whilst|whereas|with) |,? and (?=(?:that |the |it )?\w[\w ]*? (?:was|were|is|are|had|has)\b)|, ",
    re.I,
)
_COPULA = re.compile(
    r"\b(?:is|are|was|were|had been|has been|have been|came out|remains?|got|gets|did|earned|received)\b", re.I
)
# Parts of the work that are no area of judgement: what is said of one of them is not said of the whole.
_A_PART = re.compile(
    r"\b(?:early help|quality of|practice|supervision|recording|plans?|planning|arrangements?|responses?"
    r"|support|work|oversight|assessments?"
    r"|decision[- ]making|decisions|thresholds?|participation|family hubs?|progress|morale|culture|training"
    r"|communication|partnership|response)\b",
    re.I,
)
_OTHERS = re.compile(r"\b(?:others?|rest|else|everything|remaining|remainder)\b", re.I)  # areas that are not named
_AS_WERE = re.compile(
    r"^\W*(?:(?:from|by) (?:ofsted|the \w+|inspectors),? )?(?:(?:just )?(?:as|(?:and )?so) (?:too |also )?"
    r"(?:was|were|is|are|had|has|have|(?:it |they )?did)\b|as well as\b|(?:and )?(?:it|this|that|the same) (?:was|is|went"
    r"|goes) (?:so |true |the case |also )?(?:for|of)\b)",
    re.I,
)
_STOP = re.compile(r";|, the same \w+ (?:as (?:in|at|it|before|last)|that|it)\b", re.I)
_AS_WELL = re.compile(r"^\W*(?:(?:from|by) (?:ofsted|the \w+|inspectors),? )?as well as\b", re.I)
_OPENS_WITHOUT_SUBJECT = re.compile(
    r"^\W*(?:having|rated|judged|graded|after|once|previously|to be|to have|being|since)\b", re.I
)
_WHOLE_SUBJECT = re.compile(
    r"\b(?:when|because|that|since|and|but|while|where|which)\b[^,;]{0,40}\b(?:services?|council|authority"
    r"|department|we|it|county|city|borough)"
    r" (?:has|have|had|is|are|was|were) (?:been )?(?:judged|rated|graded|found)\b"
    r"|\b(?:judged|rated|graded|found|judges|rates|finds) (?:all |that )?(?:the |its |our |their )?(?:services"
    r"|service|council|authority|department)\b",
    re.I,
)
_MARK_FOR = re.compile(
    r"\b(?:mark|grade|rating|judge?ment|verdict|score)s? (?:for|on|about|in) (?P<what>[^,;:.]{3,60})$", re.I
)
_WHOLE = re.compile(
    r"\b(?:services?|council|authority|department|county|borough|city|social care|social work|us|it|them"
    r"|20\d\d|ofsted|inspection)\b",
    re.I,
)
_COUNTED = re.compile(
    r"\b(?:all|each|both|every one) of (?:them|these|those)\b"
    rf"|(?:^\W*|[,;:] |\b(?:and|which|whom) ){NUMBER} (?:are|were|was|is|have been|had been|had|got|came)\b"
    rf"|\b{NUMBER} (?:as |to be |were |are |was )?{QUOTE}?$"
    r"|\b(?:one|two|three|four|most|some|several|both) of (?:the |its |our |their )?(?:\w+ )?(?:grades"
    rf"|judge?ments|areas|marks|ratings)\b|\b(?:one|two|three|four|another|several)\s{QUOTE}?$",
    re.I,
)
_SINCE_THE = re.compile(rf"\b(?:since|following|after|from) (?:the|its|their|an?) {QUOTE}?$", re.I)


def areas_of(
    around: Around,
    mentions: list[Mention],
    left: list[Mention],
    inherited: tuple[Area, ...],
    authorities: Collection[str],
) -> tuple[tuple[Area, ...], int]:
    """Give the areas that a grade is for, and the end of the words that name them; none where none can be told."""
    start, end = around.match.end(), around.match.end() + len(around.tail)
    specific = [
        one for one in left if one.areas != (Area.OVERALL,) or not re.fullmatch("over ?all", _words(around, one), re.I)
    ]
    if direct := area_after(around):
        return direct.areas, start + direct.end
    if LINK.match(around.tail) or (OVER_ALL.match(around.tail) and not specific):
        stop = start + _own_words(around.tail)
        right = [one for one in mentions if start <= one.start and one.end <= min(stop, end)]
        right = right if right and right[0].start - start < _SOON else []
        if not LINK.match(around.tail):
            right = right[:1]  # "good overall"
        more = len(around.tail) < len(around.after)
        if right and (_of_next(around.tail, right[-1].end - start) or (more and _AS_WELL.match(around.tail))):
            right = []
        if right:
            also = left if _AS_WERE.match(around.tail) else []
            return _united([*also, *right]), right[-1].end
    if left and (len(left[-1].areas) > 1 or not _turns_to_whole(around, left[-1])):
        return _united(left[-1:] if left[-1].others else left), start
    inherited = () if left else inherited
    if inherited and len(around.lead) < 60 and not SERVICES.search(around.lead):
        return inherited, start
    if around.match["grade"].lower() in list(ReportCardGrade):
        return (), start  # a report card gives no grade of the whole
    return ((Area.OVERALL,) if _is_of_whole(around, authorities) else ()), start


def _is_of_whole(around: Around, authorities: Collection[str]) -> bool:
    """True if the subject of a grade is the authority or its services as a whole."""
    named = max((around.before.rfind(name) + len(name) for name in authorities if name in around.before), default=0)
    subject = max((match.end() for match in SERVICES.finditer(around.before)), default=0)
    group = all_councils(around.lead, authorities)
    subject = max(subject, group.end() if group else 0)
    if (
        _COUNTED.search(around.before[-_NEAR:])
        or _of_a_part(around, authorities)
        or _OTHERS.search(around.lead)
        or _A_PART.search(around.before, max(named, subject))
    ):
        return False
    after = around.after[:_NEAR]
    follows = (not re.search(r"\w", around.before) or _OPENS_WITHOUT_SUBJECT.match(around.before)) and (
        SERVICES.search(after) or any(name in after for name in authorities)
    )
    ofsted = _OPENS_WITHOUT_SUBJECT.match(around.before) and re.match(r"\W*by ofsted\b", after, re.I)
    return bool(named or subject or follows or ofsted or RATING_AFTER.match(around.after))


def _of_a_part(around: Around, authorities: Collection[str]) -> bool:
    """True for "the mark for assessments was good", which is no grade of the whole."""
    match = _MARK_FOR.search(around.lead)
    what = match["what"] if match else ""
    return bool(what) and not _WHOLE.search(what) and not any(name in what for name in authorities)


def _of_next(tail: str, end: int) -> bool:
    """True if the area after a colon is stated with the next grade: "rated good: leadership good, care leavers outstanding"."""
    colon = re.match(rf"{QUOTE}?(?:\s\w+){{0,3}}\s?[:(–—-]\s", tail)
    return bool(colon and end < len(tail) and STATED.match(tail[end:]))


def _turns_to_whole(around: Around, last: Mention) -> bool:
    """True if the clause of a grade has a subject of its own, "when the service was judged good", after the last area that is named."""
    between = around.before[last.end :]
    if _WHOLE_SUBJECT.search(between):
        return True
    return bool(_SINCE_THE.search(between) and RATING_AFTER.match(around.after))


def _words(around: Around, mention: Mention) -> str:
    return around.before[mention.start : mention.end]


def _united(mentions: list[Mention]) -> tuple[Area, ...]:
    return tuple(dict.fromkeys(area for mention in mentions for area in mention.areas))


def _own_words(tail: str) -> int:
    """The length of the words after a grade that belong to it, and not to the clause of the next grade."""
    if stop := _STOP.search(tail):
        return stop.start()
    pointing = _AS_WERE.match(tail)
    copula = _COPULA.search(tail, max(min(len(tail), 12), pointing.end() if pointing else 0))
    if not copula:
        return len(tail)
    breaks = [match.start() for match in _NEXT_SUBJECT.finditer(tail, 0, copula.end() + 1)]
    return breaks[-1] if breaks else len(tail)
