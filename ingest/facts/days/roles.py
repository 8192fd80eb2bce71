"""What a day is to its paper, by its place: the meeting's, the decision's, that of publication, or another's."""

import re

from ingest.dates import WEEKDAY
from ingest.facts.days.places import Place

_BODY = (
    r"(?:committee|sub-?committee|board|panel|cabinet|council|scrutiny|executive|forum|commission|assembly|partnership"
    r"|working group|task group)"
)
_TAIL = r"[\s:|,*_–—-]*(?:on\s+)?[\s:|,*_–—-]*(?:the\s)?$"
_OPENS = r"(?:^|[|•·*])\W*"

_OTHER_MEETING = re.compile(
    r"\b(?:previous|last|next|future|following|earlier|forthcoming|subsequent|ordinary|preceding|prior)\b"
    r"(?:\s+[\w'’()]+){0,4}?\s+(?:meetings?|sessions?|minutes)\b|\bmeetings?\s+(?:dates|to\scome)\b"
    r"|\bmatters arising\b|\bdates? of (?:the )?(?:next|future|last|previous)\b",
    re.I,
)
_MINUTES_CONFIRMED = re.compile(
    r"\bminutes\b.*\b(?:agreed?|approv\w+|confirm\w*|sign(?:ed)?|correct|accurate|attached|adopt\w*|receive\w*|consider"
    r"|ratif\w+|circulated|submitted|taken as read)\b|\b(?:agree|approve|confirm|sign|receive|consider|note)\b.*\bminutes\b",
    re.I,
)
_OTHER_DAY = re.compile(
    r"\b(?:letter|inspection|inspected|inspectors|visit|visited|due|deadline|by|since|until|after|before|as at"
    r"|year ended|ending|to be held|will (?:be held|meet)|deferred|reconvened?|adjourned|effective|takes? effect|call(?:ed)?[- ]in"
    r"|in force|implement\w*|signed|signature|expir\w+|review(?: date)?|born|dated?\s+of\s+(?:last|previous|next)"
    r"|date of (?:birth|notice|last|previous|next|most recent)|closing date|closes?|start date|end date|archive)\W*(?:on|from|dates?)?"
    r"[\s:|,–—-]*(?:the\s)?$",
    re.I,
)
# The paper that calls a meeting tells the meeting's own day.
_CALLS_MEETING = re.compile(
    r"\b(?:agenda|notice|summons)\b.{0,300}\bto be held\b\W*(?:on)?[\s:|,–—-]*(?:the\s)?$", re.I
)
_SIGNATURE = re.compile(r"(?:chair\w*|sign\w*|mayor)\b\W*(?:date\W*)?$|[….]{3,}|_{3,}", re.I)
_HEADS_OTHERS = re.compile(
    r"previous|\blast\b|\bnext\b|future|forthcoming|\bdue\b|deadline|inspection dates?|inspected|by when|effective|call-in"
    r"|timescale|expires|date of (?:birth|notice)|target",
    re.I,
)
_RELATED = re.compile(
    r"^[^\w\n]{0,6}(?:read (?:next|more)|related\b.{0,30}|more (?:on|from|like|news|stories)\b.{0,30}"
    r"|most (?:read|popular|viewed)|recommended\b.{0,20}"
    r"|you (?:may|might) (?:also )?(?:like|be interested).{0,20}|see also|latest\b.{0,20}"
    r"|(?:from )?(?:the |our )?archives?|trending.{0,20}|top stories"
    r"|(?:also |in )?(?:in )?other news|other (?:news|stories)|previous (?:articles?|stor(?:y|ies)|news)|popular.{0,20}|don['’]t miss"
    r"|around the web|elsewhere\b.{0,20}|comments?\b.{0,20}|recent (?:news|posts|stories|articles))[^\w\n]{0,6}$",
    re.I | re.M,
)

_DECISION = re.compile(
    rf"{_OPENS}(?:date of (?:the )?(?:decision|meeting|cabinet)(?: meeting)?|(?:meeting|decision) date|date (?:of )?decision"
    rf"(?: was)?(?: made| taken)?|decision (?:made|taken)|decided|date (?:made|taken)|meeting (?:was )?held|date of delegated decision"
    rf"|date and time(?: of (?:the )?meeting)?)(?:\s?\(?(?:made|taken)\)?)?{_TAIL}",
    re.I,
)
_MEETING_LINE = re.compile(
    rf"{_OPENS}(?:agenda(?: item)?\b.{{0,120}}?)?(?:special |extraordinary |joint )?meeting(?::|\sof\b.{{3,180}}?[,–—-]){_TAIL}",
    re.I,
)
_OPENING = re.compile(
    rf"^\W*(?:at (?:a|an|the) (?:\w+ ){{0,4}}?meeting\b"
    rf"|(?:(?:draft|unconfirmed|printed|public|the) )*(?:minutes|notes?|record|proceedings|agenda)\W{{1,3}}(?:of|from|for)\b"
    rf"|(?:(?:an?|the) (?:(?!before|after|since|until)\w+ ){{0,4}}?)?meetings? (?:of|was|held)\b"
    rf"|held\b|.{{0,120}}{_BODY}\b.{{0,60}}\bheld\b)"
    rf"(?:(?![.!?]\s+[A-Z]).){{0,400}}?{_TAIL}",
    re.I,
)
_LABEL = re.compile(rf"{_OPENS}(?:date|date\s?(?:/|&|and)\s?time|when|day)\s*[:|–—-]?{_TAIL}", re.I)
_REPORT_TO = re.compile(
    rf"\b(?:report|paper|briefing|presentation|update|submitted|to)\b.{{0,220}}\b{_BODY}\b.{{0,40}}?{_TAIL}", re.I
)
_BODY_LINE = re.compile(rf"^.{{0,180}}\b{_BODY}\b.{{0,80}}?[,:|–—(-]\s*$", re.I)
_PUBLISHED = re.compile(
    rf"{_OPENS}(?:(?:first |date |article |news |page |report |originally )?"
    rf"(?:published|posted|added|uploaded|issued|released|created)(?: date)?"
    rf"|publication date|(?:release|issue|press release|publish|article|news|report) date"
    rf"|date of (?:publication|issue|release|report|this \w+)"
    rf"|press release|news release|media release|date)(?:\s(?:by|in|at)\s[^.|]{{2,50}}?)?{_TAIL}",
    re.I,
)
_TODAY = re.compile(r"\b(?:today|this (?:morning|afternoon|evening|lunchtime))\W{0,3}$", re.I)
_SAID = re.compile(r"\b(?:it is|it['’]?s|today is|this is|on this)\s+(?:the\s)?$", re.I)
_BYLINE = re.compile(
    r"^\W*(?:by\b(?:\s[^\s,|]+){1,8}\s?(?:[,|•·–—-]\s*)?|by\b[^.]{2,90}?[,|•·–—-]\s*|[^.|]{2,60}[|•·]\s*)?(?:at\s)?"
    r"(?:\d{1,2}[.:]\d\d\s?(?:[ap]\.?m\.?)?\s?(?:gmt|bst)?\W*)?(?:on\s)?$",
    re.I,
)
_TIMED_BYLINE = re.compile(
    r"(?i)^[^.?!]{0,110}\b\d{1,2}[.:]\d\d\s?(?:[ap]\.?m\.?)?\s?(?:gmt|bst)?[,\s|•·–—-]{0,4}(?:on\s)?$"
)
_DATELINE = re.compile(rf"^\W*[A-Z][A-Z .'’-]{{2,40}}[,(\s–—-]+(?:{WEEKDAY},?\s*)?$")
_SECTION_LINE = re.compile(r"^\W*(?:[\w'’&]+\s+){0,4}[\w'’&]+\s*[|•·,–—-]\s*$")
_UPDATED = re.compile(
    rf"{_OPENS}(?:this )?(?:page |article |content |was )*(?:last |most recently )?(?:was )?"
    rf"(?:updated|modified|reviewed|changed|edited|amended|revised)"
    rf"(?:\sat\s[\d.:]+\s?(?:[ap]m)?)?{_TAIL}",
    re.I,
)


_DUE_HEAD = re.compile(
    r"(?:^|\|)\W{0,4}(?:by when|due(?: by| date)?|deadline|timescales?|target date|completion date)\W{0,4}(?:$|\|)",
    re.I | re.M,
)


def related_start(text: str) -> int:
    """Where a page's list of other stories begins, after its first long paragraph; the end of the text if it has none."""
    body = re.search(r"^[^\n]{120}", text, re.M)
    found = _RELATED.search(text, body.start() if body else 0)
    return found.start() if found else len(text)


def tasks_start(text: str) -> int:
    """Where a table of tasks with their due dates begins; the end of the text if it has none."""
    found = _DUE_HEAD.search(text)
    return found.start() if found else len(text)


def is_other(place: Place) -> bool:
    """True if the words around the day say that it belongs to something else."""
    sentence = re.split(r"[.!?]\s+(?=[A-Z])", place.before)[-1]
    after = re.split(r"[.!?](?:\s|$)", place.after)[0]
    heading = place.above[0] if place.above and len(place.above[0]) < 80 else ""
    calls = place.in_top and _CALLS_MEETING.search(" ".join((*reversed(place.above[:4]), place.before)))
    if _OTHER_MEETING.search(sentence) or (_OTHER_DAY.search(sentence) and not calls):
        return True
    if _MINUTES_CONFIRMED.search(f"{sentence} {after}") or _SIGNATURE.search(place.before):
        return True
    headed = place.alone or _LABEL.search(place.before)
    if headed and heading and (_OTHER_MEETING.search(heading) or _SIGNATURE.search(heading)):
        return True
    return place.alone and bool(_HEADS_OTHERS.search(heading))


def meeting_weight(place: Place) -> float:
    """How much speaks for the day as that of the meeting or decision, from 0; 7 and more for words that say so."""
    if re.search(r"\b(?:published|received|issued|dated)\W*(?:on\W*)?$", place.before, re.I):
        return 0
    if _DECISION.search(place.before) or _own_line_says(place, _DECISION):
        return 12
    if _MEETING_LINE.search(place.before):
        return 10
    if place.ends_line and (place.in_top or place.start < 1500) and _opens_minutes(place):
        return 10
    if _LABEL.search(place.before) or _own_line_says(place, _LABEL):
        return 8
    if place.in_top and _SAID.search(place.before):
        return 7
    if place.in_top and place.ends_line:
        line = " ".join((place.above[0] if place.above else "", place.before))
        if _BODY_LINE.search(place.before) or _REPORT_TO.search(line):
            return 7.5
        if place.alone or re.fullmatch(r"\W*", place.before):
            return 7 if place.timed or place.weekday_fits else 4 if place.alone else 0
    return 0


def _own_line_says(place: Place, label: re.Pattern[str]) -> bool:
    """True if the day stands alone below a line that is the label."""
    return place.alone and bool(place.above) and len(place.above[0]) < 60 and bool(label.search(place.above[0]))


def _opens_minutes(place: Place) -> bool:
    if any(re.fullmatch(r"\W*minutes:\W*", line, re.I) for line in place.above):  # below it stands what was said
        return False
    above = list(reversed(place.above[:4]))
    return any(_OPENING.search(" ".join((*above[at:], place.before))) for at in range(len(above) + 1))


def publication_weight(place: Place, in_letterhead: bool) -> float:
    """How much speaks for the day as that of publication, from 0.

    Args:
        in_letterhead: the day stands above a letter's salutation.
    """
    if (_PUBLISHED.search(place.before) and place.ends_line) or _own_line_says(place, _PUBLISHED):
        return 10
    if place.is_period:
        return 0
    if _TODAY.search(place.before):
        return 8
    if place.alone and (place.in_top or in_letterhead):
        return 7
    if place.in_top and place.ends_line and (_BYLINE.search(place.before) or _TIMED_BYLINE.search(place.before)):
        return 7
    if place.in_top and _DATELINE.search(place.before) and re.match(r"\W*[)–—:-]", place.after):
        return 7
    if place.in_top and not place.after.strip(" *|") and _SECTION_LINE.search(place.before):
        return 4
    return 3 if _UPDATED.search(place.before) or _own_line_says(place, _UPDATED) else 0
