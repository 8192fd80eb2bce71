"""Which facts a question asks for by name: grades and of which areas, dates, inspectors; and a grade that it names."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from index.lexical import STOPWORDS, topic_words, words
from ingest import Area, Grade, read_grade
from ingest.authorities import names_in_list

_GRADE = r"(?:outstanding|good|requires?[ -]improvement(?: to be good)?|inadequate)"
_AREAS = (
    (
        Area.HELP_AND_PROTECTION,
        r"(?:children (?:who need|in need of|needing) )?(?:help and protection|help & protection)|child protection",
    ),
    (
        Area.LEADERS,
        r"(?:the )?(?:impact of )?leaders\b(?: on social work practice)?|leadership(?:,? (?:and )?management(?:,? and governance)?)?",
    ),
    (Area.CARE_LEAVERS, r"care leavers?\b|leaving care|care[- ]experienced young people"),
    (Area.IN_CARE, r"(?:children|young people) in care|looked[- ]after(?: children)?|children looked after"),
    (Area.ADOPTION, r"adoption(?: performance)?"),
    (Area.SAFEGUARDING_BOARD, r"(?:local )?safeguarding (?:children )?board|\blscb\b"),
)
_ANY_AREA = re.compile("|".join(f"(?:{pattern})" for _, pattern in _AREAS), re.I)
_OFSTED = r"(?:ofsted|inspectors?|the (?:ofsted )?inspection|they)"
_MARK = r"(?:grade|grading|rating|judge?ment|score)s?"
# These ask for a grade whatever else they name.
_GRADES_SURELY = re.compile(
    rf"\b(?:overall|ofsted|inspection) (?:(?:effectiveness|ofsted) )?(?:{_MARK}|effectiveness)\b"
    rf"|\b(?:what|which) (?:\w+ ){{0,2}}?{_MARK}\b|\b(?:grades?|gradings?|ratings?) (?:for|of|was|were|given|did|has|have)\b"
    rf"|\bjudge?ments? (?:for|on|was|were|given)\b|\b{_MARK}\s*\??$"
    r"|\b(?:got|get|become|gone) (?:any )?(?:better|worse)\b",
    re.I,
)
# And these where they name nothing but places and what is graded: "how was Devon judged?", not "how was supervision judged?".
_GRADES_MAYBE = re.compile(
    r"\b(?:rated|graded|judged)\b"
    rf"|\b(?:what|how) (?:did|does|has|have|had|do) {_OFSTED} (?:last |most recently )?(?:judge|rate|grade|score|find)d?\b"
    r"|\bhow (?:good|bad|effective|well|badly)\b|\bhow (?:did|has|have) .{2,60} (?:do|done|fared?|perform(?:ed)?)\b"
    r"|\b(?:has|have|had|did|is|are) (?!(?:it|this|that|these|those|they|things)\b).{2,60}"
    r" (?:(?:improv|declin|deteriorat)(?:ed?|ing)|worsen(?:ed|ing)?|slipp(?:ed|ing))\b"
    r"|\b(?:outcome|result|verdict)\b(?=.{0,60}\b(?:inspection|ofsted)\b)"
    rf"|\b{_MARK}\b",
    re.I,
)
_INSPECTORS = re.compile(
    r"\bwho (?:inspected|visited)\b|\bwho (?:led|headed|carried out|conducted)\b(?=.{0,80}\b(?:inspect\w*|visits?|ofsted)\b|\W*$)"
    r"|\b(?:lead|which|names? of the|who were the|who was the) (?:inspectors?|hmis?)\b|\binspectors?['’]? names?\b"
    r"|\bled (?:the|this|that) (?:[\w’',&-]+ ){0,6}?(?:inspection|visit)\b|\bwas the inspection led by\b",
    re.I,
)
_TEAM = re.compile(r"\bwho (?:inspected|carried out|conducted|visited)\b|\binspectors\b|\binspection team\b", re.I)
_WHEN = r"(?:when|(?:(?:in|on) )?(?:what|which) (?:dates?|days?|months?|years?))"
_DATES = re.compile(
    r"\b(?:inspection|visit) dates?\b|\bdates? (?:of|for) (?:the |its |their )?(?:\w+[’']?s? ){0,4}?(?:inspection|visit)s?\b"
    rf"|\b{_WHEN} (?:was|were|did|has|have)\b.{{0,60}}\b(?:inspect(?:ed|ors?|ion)?|ofsted|visit(?:ed)?)\b"
    r"|\bwhat dates?\b.{0,40}\b(?:inspect\w*|ofsted|visit\w*)",
    re.I,
)
_PUBLISHED = re.compile(
    rf"\b{_WHEN} (?:was|were|did)\b(?=.{{0,80}}\b(?:reports?|letters?|inspections?|findings|ofsted)\b).{{0,80}}"
    r"\b(?:published(?! (?:its|their|a|the))|publish (?=(?:its|the|a|that) (?:\w+ ){0,2}(?:report|letter|findings))"
    r"|released|issued|come out)\b"
    r"|\b(?:publication date|date of publication)s?\b|\bwhat date\b.{0,60}\b(?:published|released|issued)\b",
    re.I,
)
_OF_OFSTED = re.compile(r"\b(?:ofsted(?:['’]s)?|inspections?|inspectors?|visits?)\b", re.I)
_TAKES_PLACE = re.compile(r"\b(?:begin|start|end|finish|take place)\W*(?:in \d{4}\W*)?$", re.I)
_ALL = re.compile(r"\b(?:sub-?)?(?:judge?ments|grades|gradings|ratings)\b", re.I)
_IS_IT = re.compile(r"^(?:[^:,?]{3,60}[:,])?\W*(?:so |and )?(?:is|are|was|were|did|does|do|has|have|had)\b", re.I)
_WHY = re.compile(r"\b(?:why|what (?:led|caused)|how come|reasons?|what made|what went wrong)\b", re.I)
_COMPARED = re.compile(r"\b(?:than|better|worse|below|above|not|never|no longer|almost|or)\b|n['’]t\b", re.I)
_JUDGED = re.compile(
    r"\b(?:judged|rated|graded|deemed|found|get|got|given|receive[d]?|remain(?:ed|s)?|was|were|is|are|be|became|become)\s+"
    r"(?:(?:as|to be|an?|overall|still|only|by ofsted|children['’]s services|(?-i:[A-Z]\w+)) )*"
    rf"(?P<grade>{_GRADE})(?=\s*(?:$|[?.,;]|(?:in|by|overall|for|at|since|again|when|under)\b))",
    re.I,
)
_POSSESSIVE = re.compile(r"^['’]s?\b|^['’]")
_A_GRADE = re.compile(rf"\b{_GRADE}\b", re.I)
# What stands beside a place in a question for its grade, and names nothing that might be graded.
_BESIDE = frozenset(
    """any april area areas august authorities authority authority's bad badly better borough bring carried children children's
    city conducted correct council council's councils county date dates december decline declined declining deemed
    department deteriorate deteriorated district effective effectiveness experience experiences fare fared february final
    find focused found framework full get given good grade graded grades grading help ilacs impact improve improved
    improvement improving inadequate inspected inspection inspections inspector inspectors january judge judged judgement
    judgements judgment judgments july june key last lastly latest led letter local march may metropolitan monitoring most
    need newest november october ofsted ofsted's outcome outstanding overall perform performed progress protection
    publication published rate rated rating ratings receive received recent recently report reports require required
    requires result results right score scored send september service services services' short single slipped slipping
    standard state still team today true trust unitary verdict visit well worse worsen worsened worsening year years""".split()
)


@dataclass(frozen=True)
class Asked:
    """The facts that a question asks for.

    Attributes:
        grades: it asks how something was judged; areas: what, where it names that; every: it asks for all grades.
        claimed: the grade of which it asks whether it was given ("was Devon good?").
        assumed: the grade that it takes for granted ("why was Devon judged inadequate?").
        lead, team: it asks who led an inspection; who took part.
        inspected, published: it asks when a document's inspection was; when it was published.
        of_ofsted: it names inspections, or Ofsted, and no council's papers.
    """

    grades: bool = False
    areas: tuple[Area, ...] = ()
    every: bool = False
    claimed: Grade | None = None
    assumed: Grade | None = None
    lead: bool = False
    team: bool = False
    inspected: bool = False
    published: bool = False
    of_ofsted: bool = False

    @property
    def names(self) -> tuple[str, ...]:
        """The facts' names for a person."""
        named = (
            ("grade", self.grades),
            ("lead inspector", self.lead),
            ("dates of inspection", self.inspected),
            ("date of publication", self.published),
        )
        return tuple(name for name, asked in named if asked)


def read_asked(question: str, authorities: Iterable[str] = ()) -> Asked:
    """Read from a question's words which facts it asks for.

    Args:
        authorities: those of the documents asked about, whose names say nothing of what is asked even if misspelt.
    """
    published = bool(_PUBLISHED.search(question)) and not _TAKES_PLACE.search(question)
    grades, claimed = _grades_asked(question, tuple(authorities))
    return Asked(
        grades=grades,
        areas=tuple(area for area, pattern in _AREAS if re.search(pattern, question, re.I)),
        every=bool(_ALL.search(question)),
        claimed=claimed,
        assumed=_assumed(question),
        lead=bool(_INSPECTORS.search(question)),
        team=bool(_INSPECTORS.search(question) and _TEAM.search(question)),
        inspected=bool(_DATES.search(question)) and not published,
        published=published,
        of_ofsted=bool(_OF_OFSTED.search(question)),
    )


def _grades_asked(question: str, authorities: Sequence[str]) -> tuple[bool, Grade | None]:
    """Whether grades are asked for, and the grade of which it is asked whether it was given."""
    named = _A_GRADE.findall(question)
    if named and _IS_IT.search(question):
        if _subject(question, authorities):
            return bool(_GRADES_SURELY.search(question)), None
        one = {read_grade(name) for name in named}
        return True, one.pop() if len(one) == 1 and not _COMPARED.search(question) else None
    if _GRADES_SURELY.search(question):
        return True, None
    return bool(_GRADES_MAYBE.search(question)) and not _subject(question, authorities), None


def _assumed(question: str) -> Grade | None:
    match = _JUDGED.search(question) if _WHY.search(question) else None
    return read_grade(match["grade"]) if match else None


def _subject(question: str, authorities: Sequence[str]) -> set[str]:
    """The words that name something else than a place, a time and what inspections grade."""
    text = _ANY_AREA.sub(" ", question)
    for mention in reversed(names_in_list().find(text)):
        text = f"{text[: mention.start]} {_POSSESSIVE.sub('', text[mention.end :])}"
    left = {word for word in words(text) if word not in STOPWORDS | _BESIDE and not word[0].isdigit()}
    own = {part for name in authorities for part in words(name)}
    return {word for word in left if not any(_is_slip(word, part) for part in own)}


def _is_slip(word: str, name: str) -> bool:
    return OSA.distance(word, name) <= (2 if len(name) > 6 else 1 if len(name) > 3 else 0)


def asked_for(question: str, authorities: Iterable[str] = ()) -> tuple[str, ...]:
    """Name the facts that a question asks for: "grade", "lead inspector", "dates of inspection"."""
    return read_asked(question, authorities).names


def of_another_area(question: str, said: str, authorities: Iterable[str] = ()) -> str | None:
    """The same question for a grade, asked of the area that `said` names; None where either is no such thing."""
    area = _ANY_AREA.search(said)
    if not area or not read_asked(question, authorities).grades:
        return None
    if _ANY_AREA.search(question):
        return _ANY_AREA.sub(lambda _: area.group(), question, count=1)
    return f"{area.group()}: {question}"


# Words of a question that asks for nothing but a fact.
_OF_FACTS = frozenset(
    """overall effectiveness grade grades graded grading rating ratings rated judge judged judgement judgements judgment judgments score
    outcome result verdict outstanding good inadequate requires require improvement better worse change changed
    changes move moved inspect inspected inspection inspections inspector inspectors inspecting ofsted visit visited visits report reports
    reported letter lead led leading head headed carried conducted team name names named hmi date dates day days month year years
    publish published publication happened happen latest last recent most current currently council councils authority authorities
    local children children's service services social care young people area areas recently time times sif ilacs full focused monitoring
    compare compared comparison history
    """.split()
)


def asks_nothing_else(topic: str) -> bool:
    """True where a topic names nothing beyond grades, dates and inspectors, and the areas that are graded."""
    return all(word in _OF_FACTS for word in topic_words(_ANY_AREA.sub(" ", topic)) if word not in STOPWORDS)
