"""Reads what ties one report to the one before it or the next, and takes it out of a question's words."""

import re
from dataclasses import replace

from ingest import Kind
from qa.counts.asking.asked import Before
from qa.counts.plainer.plain import Plain
from qa.question.grades.words import AREA, GRADES, grades_in
from qa.question.scope import Course, Judged
from qa.question.vocabulary import FULL_INSPECTIONS

_KIND = r"(?:(?P<{0}>ilacs|single|full|ofsted) )?"
_REPORT = r"(?:(?:inspection )?reports?|inspections?|ilacs|judge?ments?)"
_OVERALL = r"(?: overall(?: effectiveness)?)?"
_FOR = rf"(?: for (?:the )?{AREA})?"
_NEXT = r"(?:(?:the|its|their) )?(?:very )?(?:next|following|subsequent)"
_ONE_TO_NEXT = re.compile(
    rf"\b(?P<first>(?:an? )?{GRADES}{_OVERALL}{_FOR})(?: (?:in|at) (?:one|an?|its|their|any)"
    rf" {_KIND.format('kind')}{_REPORT})?"
    rf"(?P<to>,? (?:straight |directly )?(?:in)?to (?:an? |being )?)(?P<then>{GRADES}{_OVERALL}{_FOR}) (?:in|at)"
    rf" {_NEXT}"
    rf"(?: (?:one\b|(?P<kind2>ilacs|single|full|ofsted) {_REPORT}|{_REPORT}))?",
    re.I,
)
_BETWEEN_ONE = re.compile(
    rf",? ?\b(?:between|from) (?:one|an?) {_KIND.format('kind')}{_REPORT} (?:and|to) {_NEXT}"
    rf"(?: (?:one\b|(?P<kind2>ilacs|single|full|ofsted) {_REPORT}|{_REPORT}))?",
    re.I,
)
_IN_A_ROW = re.compile(
    r",? ?\b(?:in|at|between|over|across) (?:(?:two|any two|their|its) )?(?:consecutive|successive) "
    rf"{_KIND.format('kind')}{_REPORT}(?P<kind2>)",
    re.I,
)
_MOVES = re.compile(
    rf"\b(?:from|of) (?:an? |being )*{GRADES}{_OVERALL}{_FOR} (?:in)?to (?:an? "
    rf"|being )*{GRADES}",
    re.I,
)
_PUBLISHED = re.compile(
    r",? ?\b(?:from|between) (?:the )?publication of (?:the |their |its )?(?:one|first|earlier|older)"
    r" (?:ilacs )?(?:report|inspection)? ?"
    r"(?:to|and) (?:the |that of )?(?:publication )?(?:of )?(?:the |their |its )?(?:other|next|second|later"
    r"|newer)(?: (?:one|report|inspection))?,?",
    re.I,
)
_THAN = (
    rf"(?:than|as) (?:(?:in|at|by|that in|that of|the one in|from) )?(?:the |its "
    rf"|their )?(?:(?P<previous>previous|preceding|prior|last) )?"
    rf"{_KIND.format('kind')}(?:{_REPORT}|(?P<one>one))(?(previous)| (?:before|preceding)(?: (?:it|that"
    rf"|that one))?)(?: (?:before (?:it|that)))?"
)
_HOW = r"(?P<how>lower|worse|poorer|better|higher|the same)"
_GRADE = rf"(?:(?P<area>overall|{AREA}) )?(?:overall )?(?:grade|rating|judge?ment)(?P<for>{_FOR})"
_LATEST = (
    rf"(?P<latest>(?:in|at|by) (?:their|its|the) (?:latest|newest|most recent|last|current) (?:(?:ilacs"
    rf"|full|ofsted|single) )*{_REPORT})"
)
_OF_COUNCIL = re.compile(
    rf"\b(?:(?:have|has|had|with|got|having)(?: been)?(?: given)? |whose )(?:an? )?{_HOW} {_GRADE} {_LATEST} {_THAN}",
    re.I,
)
_OF_REPORT = re.compile(
    rf"\b(?:gave|give|gives|with|had|have|showed|awarded|brought)(?: the (?:council|authority"
    rf"|local authority))? (?:an? )?{_HOW} {_GRADE} {_THAN}",
    re.I,
)
_PREVIOUS = re.compile(
    r",? ?\b(?:(?:(?:for|of|on|about|at|to|in) )?(?:an? |the )?(?:councils?|(?:local )?authorit(?:y|ies)"
    r"|las?)(?: that| which)? )?"
    rf"(?:whose|where (?:the|its|their)|when (?:the|its|their)|after (?:the|its|their)) (?:previous|preceding"
    rf"|prior) {_KIND.format('kind')}(?:{_REPORT}|grade|rating)"
    r"(?P<either>,? \(?(?:(?:be it|whether|either|an?) )*(?:ilacs or single inspection|single inspection or ilacs"
    r"|ilacs or single)(?: (?:inspection|report)s?)?\)?,?)?"
    rf" (?:was|were|had been|is)(?: (?:judged|rated|graded))? (?P<not>not )?(?P<grades>{GRADES}){_OVERALL}",
    re.I,
)
_COURSES = {"lower": Course.DECLINED, "worse": Course.DECLINED, "poorer": Course.DECLINED, "the same": Course.UNCHANGED}
_STEPS = {Course.DECLINED: "were downgraded", Course.UNCHANGED: "stayed the same", Course.IMPROVED: "were upgraded"}


def histories(plain: Plain) -> Plain:
    """Read moves to the very next report, steps from the report before, and what the previous report gave."""
    plain = _next(plain)
    text = _OF_COUNCIL.sub(_step, plain.text)
    text, published = _PUBLISHED.sub(" ", text), bool(_PUBLISHED.search(text))
    plain = replace(plain, text=text, published=published)
    return _previous(_of_report(plain))


def _next(plain: Plain) -> Plain:
    text = plain.text
    match = _ONE_TO_NEXT.search(text)
    if match:
        plainly = f"{match['first']}{match['to']}{match['then']}{_in_reports(match)}"
        return replace(plain, text=f"{text[: match.start()]}{plainly}{text[match.end() :]}", next=True)
    for form in (_BETWEEN_ONE, _IN_A_ROW):
        match = form.search(text)
        if match and _MOVES.search(text):
            return replace(plain, text=f"{text[: match.start()]}{_in_reports(match)}{text[match.end() :]}", next=True)
    return plain


def _in_reports(match: re.Match[str]) -> str:
    """The kind of report that is named, as a count reads it; both where two are named, which leaves the words as they are."""
    named = {name.lower() for name in (match["kind"], match["kind2"]) if name} - {"full", "ofsted"}
    if named == {"ilacs"}:
        return " in ILACS reports"
    return " in single inspections" if named == {"single"} else f" {' '.join(sorted(named))}".rstrip()


def _step(match: re.Match[str]) -> str:
    """Say "were downgraded at their latest inspection", with the kind that both reports are of."""
    kind, latest = (match["kind"] or "").lower(), match["latest"]
    is_ilacs = "ilacs" in latest.lower()
    kind = kind or ("ilacs" if match["one"] and is_ilacs else "")
    if (kind in ("ilacs", "single") or is_ilacs) and (kind != "ilacs" or not is_ilacs):
        return match.group()  # one of one kind, and the other of any
    area = match["area"] if match["area"] and match["area"].lower() != "overall" else ""
    return f"{_STEPS[_course(match)]}{match['for'] or (f' for {area}' if area else '')} {latest}"


def _course(match: re.Match[str]) -> Course:
    return _COURSES.get(match["how"].lower(), Course.IMPROVED)


def _of_report(plain: Plain) -> Plain:
    match = _OF_REPORT.search(plain.text)
    if not match or match["for"] or (match["area"] or "overall").lower() != "overall":
        return plain
    rest = f"{plain.text[: match.start()]}{plain.text[match.end() :]}"
    return replace(plain, text=rest, before=Before(_kinds(match["kind"]), step=_course(match)))


def _previous(plain: Plain) -> Plain:
    match = _PREVIOUS.search(plain.text)
    if not match or (match["either"] and match["kind"]):
        return plain
    judged = Judged(grades_in(match["grades"]), negated=bool(match["not"]))
    rest = f"{plain.text[: match.start()]}{plain.text[match.end() :]}"
    return replace(plain, text=rest, before=Before(_kinds(match["kind"]), judged=judged))


def _kinds(named: str | None) -> tuple[Kind, ...]:
    return {"ilacs": (Kind.ILACS,), "single": (Kind.SINGLE,)}.get((named or "").lower(), FULL_INSPECTIONS)
