"""What headings and judgements look like in the documents that Kloe reads."""

import re

from ingest.lines import CELLS
from ingest.vocabulary import GRADE_PATTERN, ReportCardGrade

_CARD_GRADES = "|".join(grade.value for grade in ReportCardGrade)
ENDS_WITH_GRADE = re.compile(rf"\b{GRADE_PATTERN}(?:\s?\d)?\.?$", re.I)
_ENDS_ROW = re.compile(rf"{ENDS_WITH_GRADE.pattern}|(?:^|[\s:|–—-])(?:{_CARD_GRADES}|(?:not )?met)\.?$", re.I)
_CARD_TABLE = re.compile(
    r"(?:evaluation )?areas?(?: (?:of )?(?:evaluation|judge?ment))?[\s|]+(?:grade|judge?ment)s?", re.I
)
_TABLE = re.compile(
    r"(?:key judgements? )?judgements? (?:and )?grades?|the judgements on areas of the service that contribute.*", re.I
)
_FIELD = re.compile(
    r"(?:inspection dates?|report published|published|publication date|dates? of previous inspections?|age group"
    r"|(?:deputy |additional |shadow |team |associate )*(?:lead |reporting )?inspectors?(?: on site)?|report author"
    r"|senior data analysts?|quality assurance managers?"
    r"|unique reference number|local authority|previous inspection)\s*:|reporting inspector\b",
    re.I,
)
_FIELD_GOES_ON = re.compile(r"(?:her|his) majesty|hmi\b|ofsted inspector|\d|to \d|(?-i:[a-z])", re.I)
# Under these headings most reports have a table of names, posts and addresses.
_DETAIL_HEADINGS = frozenset(
    """inspection team|the inspection team|joint inspection team|the joint inspection team|inspection team members
    members of the inspection team|inspectors|the inspectors|lead inspectors|local area partnership details
    local partnership details|partnership details|contact details|contacts""".replace("\n", "|").split("|")
)
_DETAILS = frozenset(heading.strip() for heading in _DETAIL_HEADINGS)

# Whole headings of the published forms, in lower case. A line that matches one is a heading, whatever surrounds it.
_KNOWN = frozenset(
    """what needs to improve|what needs to improve in this area of social work practice|findings|headline findings
    overview|areas for improvement|areas for priority action|area for priority action|priority action|recommendations
    main findings|key findings|context|summary of findings|executive summary|next steps|case study|strengths
    priority and immediate action|key strengths|what inspectors found|what is working well|the local authority
    the local authority’s strengths|progress since the last inspection|information about this local authority area
    local area partnership details
    information about this inspection|the inspection team|inspection outcome|areas of strength
    summary for children and young people|what does the local authority need to improve
    what does the lscb need to improve|information about the local area partnership|inspection team
    practice study: highly effective practice|practice study: area for improvement|quality of work with children and young people
    leadership, governance and partnerships|management of service quality and provision""".replace("\n", "|").split("|")
)
_KNOWN_HEADINGS = frozenset(heading.strip() for heading in _KNOWN)
_SUBJECT = r"(?-i:(?=[A-Z]))(?:the )?(?:experiences and progress of|impact of leaders on|overall effectiveness)"
_JUDGEMENT_HEADING = re.compile(rf"{_SUBJECT}.{{0,110}}?(?:(?: is| are)?\s?:? {GRADE_PATTERN}\.?)?", re.I)
_JUDGEMENT_SENTENCE = re.compile(rf"(?-i:[A-Z])[^.!?;]{{4,110}} (?:is|are|requires?):? {GRADE_PATTERN}", re.I)
_OUTERMOST = re.compile(
    r"(?:the )?(?:experiences and progress of|impact of leaders|overall effectiveness)|what needs to improve|areas? for "
    r"|executive summary|summary of findings|recommendations|(?:main |key |headline )?findings|overview|what (?:is|does) the"
    r"|the local (?:authority|safeguarding)|progress since|information about|leadership, management",
    re.I,
)
_OPEN_END = re.compile(
    r"\b(?:and|or|the|of|to|in|for|with|by|a|an|on|at|from|that|who|which|is|are|was|were|be)$", re.I
)


def is_table_start(text: str) -> bool:
    """True for the line above a table of judgements."""
    return bool(_TABLE.fullmatch(text.replace(CELLS, " ").rstrip(": ")) or is_card_start(text))


def is_card_start(text: str) -> bool:
    """True for the heads of a report card's table, "Evaluation area Grade", whose areas can have any name."""
    return bool(_CARD_TABLE.fullmatch(text.rstrip(": ")))


def ends_row(text: str) -> bool:
    """True for a row of a table of judgements that has its grade, of either scale."""
    return bool(_ENDS_ROW.search(text))


def is_first_row(text: str) -> bool:
    """True for the first row of a table of judgements that lacks the line above."""
    return bool(re.fullmatch(rf"1\. Children who need help and protection\W*(?:{GRADE_PATTERN}\W*\d?)?", text, re.I))


def is_field(text: str) -> bool:
    """True for a line of a first page such as "Lead inspector: …"."""
    return bool(_FIELD.match(text))


def continues_field(text: str) -> bool:
    """True for a line that continues the field on the line before."""
    return bool(_FIELD_GOES_ON.match(text))


def is_known_heading(text: str) -> bool:
    """True for a whole heading of the published forms, or the heading of a judgement with its grade."""
    bare = re.sub(r"[?:]?\d{0,2}$", "", text).rstrip("?: ").lower().replace("'", "’")
    return bare in _KNOWN_HEADINGS or bool(_JUDGEMENT_HEADING.fullmatch(text) and ENDS_WITH_GRADE.search(text))


def is_judgement_sentence(text: str) -> bool:
    """True for a sentence that gives a judgement; it is a heading if the block before is finished."""
    return bool(_JUDGEMENT_SENTENCE.fullmatch(text))


def opens_details(text: str) -> bool:
    """True for the heading of the inspection team, or of a partnership's names and addresses."""
    return text.rstrip(": ").lower() in _DETAILS


def may_begin_known_heading(text: str) -> bool:
    """True for a line that can begin the heading of a judgement."""
    return bool(re.match(_SUBJECT, text, re.I))


def looks_like_heading(text: str, width: int) -> bool:
    """True for a short line that does not end like a sentence; full lines have `width` characters."""
    return (
        len(text) < min(100, 0.8 * width)
        and bool(re.match(r"[A-Z‘“]|\d+(?:\.\d+)* [A-Z]", text))
        and not re.search(r"[.;,:!…–-]$", text)
        and not _OPEN_END.search(text)
        and len(text.split()) <= (18 if text.endswith("?") else 14)
        and bool(re.search(r"[A-Za-z]{3}", text))
    )


def is_outermost(text: str) -> bool:
    """True for a heading that opens a main part of a document; other headings come under it."""
    return bool(_OUTERMOST.match(text))
