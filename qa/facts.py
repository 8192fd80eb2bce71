"""Facts that a question asks for by name: grades, dates, inspectors. The catalogue holds them with the words on the page."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from index import Index, Record, SearchResult
from ingest import Judgement, Passage
from ingest.document import Area, Grade
from ingest.headings import GRADE
from ingest.judgements import read_grade

_AREAS = (
    (Area.HELP_AND_PROTECTION, r"help and protection|child protection"),
    (Area.LEADERS, r"leaders(?:hip)?\b"),
    (Area.CARE_LEAVERS, r"care leavers|leaving care"),
    (Area.IN_CARE, r"(?:children|young people) in care|looked[- ]after|children looked after"),
    (Area.ADOPTION, r"adoption"),
    (Area.SAFEGUARDING_BOARD, r"safeguarding (?:children )?board|\blscb"),
)
_GRADES_ASKED = re.compile(
    r"\b(?:overall|ofsted|inspection) (?:(?:effectiveness|ofsted) )?(?:grade|rating|judge?ment|effectiveness)s?\b"
    r"|\b(?:what|which) (?:\w+ ){0,2}?(?:grade|rating|judge?ment)s?\b|\b(?:grades?|ratings?) (?:for|of|was|were|given|did|has|have)\b"
    r"|\bjudge?ments? (?:for|on|was|were|given)\b|\b(?:rated|graded|judged)\b|\b(?:grade|rating|judge?ment)s?\s*\??$"
    r"|\b(?:got|get|become|gone) (?:any )?(?:better|worse)\b"
    r"|^\W*(?:is|are|was|were)\b.{3,60}\b(?:inadequate|outstanding|good|requires improvement)\W*$",
    re.I,
)
_INSPECTORS_ASKED = re.compile(
    r"\bwho (?:led|inspected|carried out|conducted|visited)\b|\b(?:lead|which|name of the|names of the|who were the) inspectors?\b"
    r"|\bled (?:the|this|that) (?:\w+ )?(?:inspection|visit)\b",
    re.I,
)
_DATES_ASKED = re.compile(
    r"\b(?:inspection|visit) dates?\b|\bdates? (?:of|for) (?:the |its |their )?(?:\w+ ){0,2}?(?:inspection|visit)s?\b"
    r"|\bwhen (?:was|were|did|has|have)\b.{0,60}\b(?:inspect(?:ed|ors?|ion)?|ofsted|visit(?:ed)?)\b"
    r"|\bwhat dates?\b.{0,40}\b(?:inspect\w*|ofsted|visit\w*)",
    re.I,
)
_WHY = re.compile(r"\b(?:why|what (?:led|caused)|how come|reasons?|what made|what went wrong)\b", re.I)
_JUDGED = re.compile(
    r"\b(?:judged|rated|graded|deemed|found|get|got|given|receive[d]?|remain(?:ed|s)?|was|were|is|are|be|became|become)\s+"
    r"(?:(?:as|to be|an?|overall|still|only|by ofsted|children['’]s services|[A-Z]\w+) )*"
    rf"(?P<grade>{GRADE})(?=\s*(?:$|[?.,;]|(?:in|by|overall|for|at|since|again|when|under)\b))",
    re.I,
)
_LONGEST = 12  # documents of which facts are told one by one


@dataclass(frozen=True)
class Told:
    """A fact in words, and the passage that bears it out."""

    text: str
    result: SearchResult
    fact: str


def facts_asked_for(index: Index, question: str, inside: Sequence[Record]) -> list[Told]:
    """The facts that a question asks for by name, of each document inside its scope, with the passage behind each.

    Nothing where the question is about more documents than can be told one by one.
    """
    if len(inside) > _LONGEST:
        return []
    told = []
    for record in inside:
        wanted = list(_wanted(question, record))
        passages = index.catalogue.document_passages(record.id) if wanted else []
        for text, words, page, name in wanted:
            stored = next((one for one in passages if _bears(one.passage, words, page)), None)
            if stored:
                told.append(Told(text, SearchResult(stored.id, record, stored.passage, 1.0, 1.0, 0.0), name))
    return told


def _wanted(question: str, record: Record) -> Iterator[tuple[str, str, int | None, str]]:
    """`(fact in words, words behind it, page, name)` of each fact of a document that is asked for."""
    if _GRADES_ASKED.search(question):
        for judgement in judgements_asked_for(question, record):
            yield judgement_words(judgement), judgement.words, judgement.page, "judgement"
    names = [name for name, pattern in _NAMED if pattern.search(question)]
    for fact in record.facts:
        if fact.name in names and fact.page:
            yield f"{_SAID[fact.name]}: {fact.value}", fact.words, fact.page, fact.name


_NAMED = (("lead inspector", _INSPECTORS_ASKED), ("inspected", _DATES_ASKED))
_SAID = {"lead inspector": "Lead inspector", "inspected": "Inspected"}


def judgements_asked_for(question: str, record: Record) -> list[Judgement]:
    """The judgements in the areas that a question names, the overall one where it names none."""
    held = {judgement.area: judgement for judgement in record.judgements}
    areas = [area for area, pattern in _AREAS if re.search(pattern, question, re.I)]
    if Area.CARE_LEAVERS in areas and Area.CARE_LEAVERS not in held:
        areas.append(Area.IN_CARE)  # before 2023 they were judged together
    return [held[area] for area in dict.fromkeys(areas or [Area.OVERALL]) if area in held]


def judgement_words(judgement: Judgement) -> str:
    """Say "Overall effectiveness: good"."""
    return f"{judgement.area.value.replace('_', ' ').capitalize()}: {judgement.grade.value}"


def _bears(passage: Passage, words: str, page: int | None) -> bool:
    """True for the passage from which a fact's words were read."""
    return passage.page == page and (words in passage.text or (len(passage.text) > 12 and passage.text in words))


def contradicted(question: str, inside: Sequence[Record]) -> list[tuple[Record, Judgement]]:
    """The judgements that speak against a grade which a question takes for granted ("why was X judged inadequate?").

    Empty where it takes none for granted, or where any document inside its scope bears it out in any area.
    """
    graded = _grade_taken_for_granted(question)
    if graded is None or any(judgement.grade is graded for record in inside for judgement in record.judgements):
        return []
    return [(record, judgement) for record in inside for judgement in judgements_asked_for(question, record)]


def _grade_taken_for_granted(question: str) -> Grade | None:
    match = _JUDGED.search(question) if _WHY.search(question) else None
    return read_grade(match["grade"]) if match else None
