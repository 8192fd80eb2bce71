"""Says "were judged good for leaders" where a question says that reports judged leaders good, or said that they are good."""

import re
from dataclasses import replace

from ingest import Area
from qa.counts.plainer.plain import Plain
from qa.question.grades.words import AREA, GRADES, area_named

_BODY = (
    r"(?:(?:the|a|an|each|every|that|their|its) )?(?:local authority|council|authority"
    r"|department)(?:['’]s (?:children['’]s )?services)?"
)
_SERVICES = (
    r"(?:(?:quality of |impact of )?(?:(?:experiences?|progress)(?: and progress)?|support|help|provision"
    r"|services?|care|work"
    r"|arrangements) (?:of|for|with|given to) )"
)
_AREAS = (
    rf"(?:the |its |their )?{_SERVICES}?(?:the |its )?{AREA}(?:(?:,| and| or|, and) (?:the "
    rf"|its )?{_SERVICES}?{AREA})*"
)
_WHOM = rf"(?P<whom>{_AREAS}|{_BODY})"
_AS = r"(?:(?:to be|as|as being|at) )?(?:an? )?"
_GRADED = rf"(?P<grades>{GRADES}|require improvement(?: to be good)?)\b(?P<overall> overall(?: effectiveness)?)?"
_NOUN = r"(?:grade|grading|rating|judge?ment|verdict|mark)"
_NOT = r"(?P<not>(?:did|does|do|has|have)(?: not|n['’]t)(?: ever)? )?"
_GIVE = r"(?:gives?|gave|given|award(?:ed|s)?)"
_FORMS = tuple(
    re.compile(rf"\b{form}", re.I)
    for form in (
        # judged the council good overall, did not grade leaders outstanding
        rf"{_NOT}(?:judged?|rated?|graded?|found|find|deem(?:ed)?|assess(?:ed)?|scored?|marked?|considered)"
        rf" {_WHOM} {_AS}{_GRADED}",
        # gave care leavers a grade of outstanding
        rf"{_NOT}{_GIVE} {_WHOM} (?:an?|the) (?:overall )?{_NOUN} of {_GRADED}",
        # gave leaders an outstanding grade
        rf"{_NOT}{_GIVE} {_WHOM} (?:an? )?{_GRADED}(?: {_NOUN})?",
        # gave an outstanding grade to leaders, awarded a grade of good for leaders
        rf"{_NOT}{_GIVE} (?:an? |the )?(?:{_NOUN} of )?{_GRADED}(?: {_NOUN}s?)? (?:to|for) {_WHOM}",
    )
)
# "said that services for children in care require improvement"; of what is said to be good, no grade need be meant
_SAID = re.compile(
    rf"\b(?:said|says|say|stated|found|concluded|reported|judged|decided|ruled) (?:that )?{_WHOM} "
    rf"(?:(?:is|are|was|were|had been)(?P<not> not|n['’]t)? (?P<rated>judged |rated |graded )?)?{_GRADED}",
    re.I,
)
_HOW_MANY = re.compile(r"\b(?:how many|number|share|proportion|per ?cent(?:age)?)\b|%", re.I)
_BEFORE_AREA = re.compile(rf"\b(?:the |its |their )?{_SERVICES}(?=(?:the |its )?{AREA})", re.I)
_AREA = re.compile(AREA, re.I)
_BY_OFSTED = re.compile(
    r"\bdid (?:ofsted|(?:the )?inspectors) (?P<not>not )?(?:judge|rate|grade|find|deem)\b(?: to be)?", re.I
)
_HAS_OFSTED = re.compile(
    r"\b(?:has|have) (?:ofsted|(?:the )?inspectors) (?P<how>ever |never )?(?:judged|rated|graded|found"
    r"|deemed)\b(?: to be)?",
    re.I,
)
# "whose grade for leaders was good"
_WHOSE = re.compile(
    rf"\bwhose (?:overall )?{_NOUN}(?: for {_WHOM})? (?:was|is|were|are)"
    rf" (?P<not>not )?{_GRADED}",
    re.I,
)
_AND_ANOTHER = re.compile(
    rf"(?P<said>\bwere (?:not )?judged (?:{GRADES}) for [^,?]+?),? (?P<link>and|but) (?P<whom>{_AREAS})"
    rf" {_AS}{_GRADED}",
    re.I,
)
# "in how many reports was the council judged good"
_IN_HOW_MANY = re.compile(
    rf"^in (?P<many>(?:how many|what (?:share|proportion|percentage) of) .+?) (?:was|were)"
    rf" {_BODY} (?P<not>not )?(?:judged|rated|graded|found(?: to be)?)\b",
    re.I,
)
_REQUIRE = re.compile(r"\brequire improvement\b", re.I)


def judging(plain: Plain) -> Plain:
    """Say what was judged how, in the one form that a count reads."""
    text = _IN_HOW_MANY.sub(lambda match: f"{match['many']} were {match['not'] or ''}judged", plain.text)
    for form in (*_FORMS, _WHOSE):
        text = form.sub(_passive, text)
    text = _AND_ANOTHER.sub(_and_another, text)
    if _HOW_MANY.search(text):
        text = _SAID.sub(
            lambda said: _passive(said) if said["rated"] or said["grades"].lower() != "good" else said.group(), text
        )
    text = _BY_OFSTED.sub(lambda match: f"were {match['not'] or ''}judged", text)
    text = _HAS_OFSTED.sub(lambda match: f"have {match['how'] or ''}been judged", text)
    return replace(plain, text=text)


def _and_another(match: re.Match[str]) -> str:
    """Say "and were judged outstanding for care leavers", where the grade stands behind what it is said of."""
    whom = _BEFORE_AREA.sub("", match["whom"])
    return (
        match.group()
        if match["overall"]
        else f"{match['said']} {match['link']} were judged {match['grades']} for {whom}"
    )


def _passive(match: re.Match[str]) -> str:
    """The same said of the paper: "were not judged outstanding for leaders"."""
    grades = _REQUIRE.sub("requires improvement", match["grades"])
    judged = f"were {'not ' if match['not'] else ''}judged {grades}"
    whom = _BEFORE_AREA.sub("", match["whom"] or "")
    named = [area_named(name) for name in _AREA.findall(whom)]
    if not named or named == [Area.OVERALL]:
        return f"{judged} overall"
    if match["overall"]:
        return match.group()  # "judged leaders good overall" says it of two things
    return f"{judged} for {re.sub(r'^(?:the|its|their) ', '', whom)}"
