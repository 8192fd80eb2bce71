"""Which facts a question asks for: grades and in which areas, inspection and publication dates, inspectors."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from index.lexical import topic_words, words
from ingest import Area, Grade, read_grade
from ingest.authorities import names_in_list
from qa.question.empty_words import BESIDE_A_GRADE, FACTS_ALONE
from qa.question.vocabulary import AREA, AREA_PATTERNS, GRADE

_AREA = re.compile(AREA, re.I)
_OFSTED = r"(?:ofsted|inspectors?|the (?:ofsted )?inspection|they)"
_GRADE_NOUN = r"(?:grade|grading|rating|judge?ment|score)s?"
# These ask for a grade, whatever else the question names.
_ASKS_GRADE = re.compile(
    rf"\b(?:overall|ofsted|inspection) (?:(?:effectiveness|ofsted) )?(?:{_GRADE_NOUN}|effectiveness)\b"
    rf"|\b(?:what|which) (?:\w+ ){{0,2}}?{_GRADE_NOUN}\b|\b(?:grades?|gradings?|ratings?) (?:for|of|was|were|given|did|has|have)\b"
    rf"|\bjudge?ments? (?:for|on|was|were|given)\b|\b{_GRADE_NOUN}\s*\??$"
    r"|\b(?:got|get|become|gone) (?:any )?(?:better|worse)\b",
    re.I,
)
# These ask for a grade only of a place or an area of judgement: "how was Devon judged?", not "how was supervision judged?".
_ASKS_GRADE_OF_PLACE = re.compile(
    r"\b(?:rated|graded|judged)\b"
    rf"|\b(?:what|how) (?:did|does|has|have|had|do) {_OFSTED} (?:last |most recently )?(?:judge|rate|grade|score|find)d?\b"
    r"|\bhow (?:good|bad|effective|well|badly)\b|\bhow (?:did|has|have) .{2,60} (?:do|done|fared?|perform(?:ed)?)\b"
    r"|\b(?:has|have|had|did|is|are) (?!(?:it|this|that|these|those|they|things)\b).{2,60}"
    r"(?<!\bmust)(?<!\bto)(?<!\bshould)(?<!\bneed)(?<!\bneeds)"
    r" (?:(?:improv|declin|deteriorat)(?:ed?|ing)|worsen(?:ed|ing)?|slipp(?:ed|ing))\b"
    r"|\b(?:outcome|result|verdict)\b(?=.{0,60}\b(?:inspection|ofsted)\b)|\b(?:what|which)(?:['’]s| is| was"
    r"| were)? (?:the |its |their )?(?:overall |final )?(?:verdict|outcome|result)\b"
    r"(?! for (?:the |its |these |their )?(?:children|families|young))|\boverall (?:verdict|outcome)\b"
    rf"|\b{_GRADE_NOUN}\b",
    re.I,
)
_ASKS_INSPECTORS = re.compile(
    r"\bwho (?:inspected|visited)\b|\bwho (?:led|headed|carried out|conducted)\b(?=.{0,80}\b(?:inspect\w*|visits?"
    r"|ofsted|ilacs|jtais?|sifs?)\b|\W*$)"
    r"|\b(?:lead|which|names? of the|who were the|who was the) (?:inspectors?|hmis?)\b|\binspectors?['’]? names?\b"
    r"|\bled (?:the|this|that) (?:[\w’',&-]+ ){0,6}?(?:inspection|visit|ilacs|jtai|sif)\b|\bwas the (?:inspection|visit"
    r"|ilacs|jtai) led by\b",
    re.I,
)
_ASKS_TEAM = re.compile(r"\bwho (?:inspected|carried out|conducted|visited)\b|\binspectors\b|\binspection team\b", re.I)
_WHEN = r"(?:when|(?:(?:in|on) )?(?:what|which) (?:dates?|days?|months?|years?))"
_ASKS_INSPECTION_DATES = re.compile(
    r"\b(?:inspection|visit) dates?\b|\bdates? (?:of|for) (?:the |its |their )?(?:\w+[’']?s? ){0,4}?(?:inspection|visit)s?\b"
    rf"|\b{_WHEN} (?:was|were|did|has|have)\b.{{0,60}}\b(?:inspect(?:ed|ors?|ion)?|ofsted|visit(?:ed)?)\b"
    r"|\bwhat dates?\b.{0,40}\b(?:inspect\w*|ofsted|visit\w*)",
    re.I,
)
_ASKS_PUBLICATION = re.compile(
    rf"\b{_WHEN} (?:was|were|did)\b(?=.{{0,80}}\b(?:reports?|letters?|inspections?|findings|ofsted)\b).{{0,80}}"
    r"\b(?:published(?! (?:its|their|a|the))|publish (?=(?:its|the|a|that) (?:\w+ ){0,2}(?:report|letter|findings))"
    r"|released|issued|come out)\b"
    r"|\b(?:publication date|date of publication)s?\b|\bwhat date\b.{0,60}\b(?:published|released|issued)\b",
    re.I,
)
_NAMES_OFSTED = re.compile(r"\b(?:ofsted(?:['’]s)?|inspections?|inspectors?|visits?)\b", re.I)
_ASKS_OF_EVENT = re.compile(r"\b(?:begin|start|end|finish|take place)\W*(?:in \d{4}\W*)?$", re.I)
_ASKS_ALL_GRADES = re.compile(r"\b(?:sub-?)?(?:judge?ments|grades|gradings|ratings)\b", re.I)
_YES_OR_NO = re.compile(r"^(?:[^:,?]{3,60}[:,])?\W*(?:so |and )?(?:is|are|was|were|did|does|do|has|have|had)\b", re.I)
_ASKS_WHY = re.compile(r"\b(?:why|what (?:led|caused)|how come|reasons?|what made|what went wrong)\b", re.I)
_NOT_ONE_GRADE = re.compile(r"\b(?:than|better|worse|below|above|not|never|no longer|almost|or)\b|n['’]t\b", re.I)
_TAKES_GRADE_FOR_GRANTED = re.compile(
    r"\b(?:judged|rated|graded|deemed|found|get|got|given|receive[d]?|remain(?:ed|s)?|was|were|is|are|be|became|become)\s+"
    r"(?:(?:as|to be|an?|overall|still|only|by ofsted|children['’]s services|(?-i:[A-Z]\w+)) )*"
    rf"(?P<grade>{GRADE})(?=\s*(?:$|[?.,;]|(?:in|by|overall|for|at|since|again|when|under)\b))",
    re.I,
)
_POSSESSIVE = re.compile(r"^['’]s?\b|^['’]")
_GRADE = re.compile(rf"\b{GRADE}\b", re.I)


@dataclass(frozen=True)
class FactsAsked:
    """The facts that a question asks for.

    Attributes:
        grades: it asks how something was judged.
        areas: the areas of judgement that it names.
        every: it asks for all the grades.
        claimed: the grade that it asks to confirm ("was Devon good?").
        assumed: the grade that it takes for granted ("why was Devon judged inadequate?").
        lead: it asks who led an inspection.
        team: it asks who took part in one.
        inspected: it asks for the inspection dates.
        published: it asks for the publication date.
        of_ofsted: it names Ofsted or inspections, so that council papers do not answer it.
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
        """The facts in words, such as "grade" and "lead inspector"."""
        names = (
            ("grade", self.grades),
            ("lead inspector", self.lead),
            ("inspection dates", self.inspected),
            ("publication date", self.published),
        )
        return tuple(name for name, is_asked in names if is_asked)


NO_FACTS = FactsAsked()


def read_facts_asked(question: str, authorities: Iterable[str] = ()) -> FactsAsked:
    """Read which facts a question asks for.

    Args:
        authorities: those of the documents in scope; their names, even misspelt, are not taken for a subject.
    """
    published = bool(_ASKS_PUBLICATION.search(question)) and not _ASKS_OF_EVENT.search(question)
    grades, claimed = _grades_asked(question, tuple(authorities))
    return FactsAsked(
        grades=grades,
        areas=tuple(area for area, pattern in AREA_PATTERNS if re.search(pattern, question, re.I)),
        every=bool(_ASKS_ALL_GRADES.search(question)),
        claimed=claimed,
        assumed=_assumed_grade(question),
        lead=bool(_ASKS_INSPECTORS.search(question)),
        team=bool(_ASKS_INSPECTORS.search(question) and _ASKS_TEAM.search(question)),
        inspected=bool(_ASKS_INSPECTION_DATES.search(question)) and not published,
        published=published,
        of_ofsted=bool(_NAMES_OFSTED.search(question)),
    )


def _grades_asked(question: str, authorities: Sequence[str]) -> tuple[bool, Grade | None]:
    """Whether the question asks for grades, and the grade that it asks to confirm."""
    named = _GRADE.findall(question)
    if named and _YES_OR_NO.search(question):
        if _subject_words(question, authorities):
            return bool(_ASKS_GRADE.search(question)), None
        grades = {read_grade(name) for name in named}
        return True, grades.pop() if len(grades) == 1 and not _NOT_ONE_GRADE.search(question) else None
    if _ASKS_GRADE.search(question):
        return True, None
    return bool(_ASKS_GRADE_OF_PLACE.search(question)) and not _subject_words(question, authorities), None


def asks_why(question: str) -> bool:
    """True if a question asks for reasons."""
    return bool(_ASKS_WHY.search(question))


def _assumed_grade(question: str) -> Grade | None:
    match = _TAKES_GRADE_FOR_GRANTED.search(question) if _ASKS_WHY.search(question) else None
    return read_grade(match["grade"]) if match else None


def _subject_words(question: str, authorities: Sequence[str]) -> set[str]:
    """The words that name something other than a place, a time or an area of judgement."""
    text = _AREA.sub(" ", question)
    for mention in reversed(names_in_list().find(text)):
        text = f"{text[: mention.start]} {_POSSESSIVE.sub('', text[mention.end :])}"
    subject = {word for word in words(text) if word not in BESIDE_A_GRADE and not word[0].isdigit()}
    names = {part for name in authorities for part in words(name)}
    return {word for word in subject if not any(_is_misspelling(word, part) for part in names)}


def _is_misspelling(word: str, name: str) -> bool:
    return OSA.distance(word, name) <= (2 if len(name) > 6 else 1 if len(name) > 3 else 0)


def asks_only_for_facts(topic: str) -> bool:
    """True if a topic names only grades, areas of judgement, dates and inspectors."""
    return all(word in FACTS_ALONE for word in topic_words(_AREA.sub(" ", topic)))
