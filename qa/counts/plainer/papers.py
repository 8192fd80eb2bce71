"""Names papers, authorities and what visits and area SEND inspections were about in the words that a count reads."""

import re
from dataclasses import replace

from ingest import Kind
from qa.counts.plainer.plain import Plain
from qa.question.grades.visits import topics_alone

_PAPER = r"(?:letters?|documents?|papers?|reports?|records?|files?)"
_HOLD = (
    r"(?:(?:that |which )?(?:you|we|kloe)(?:['’]ve)? (?:hold|have(?: got)?|got)|(?:that are |which are )?held"
    r"|in (?:the|your|this) (?:library|index|catalogue))"
)
_GOING_BY = re.compile(
    rf",? ?\(?\b(?:going by|according to|judging (?:by|from)|based on|on the basis of|as far as) (?:the |those "
    rf"|all )?{_PAPER} {_HOLD}"
    r"(?: (?:show|go|tell))?\)?,?",
    re.I,
)
_ANY_KIND = re.compile(
    rf"\b({_PAPER}),? (?:of (?:any|every|all|whatever|each) (?:kinds?|types?|sorts?)|of all)(?: at all)?,?", re.I
)
_ALL_KINDS = re.compile(rf"\b(?:any|every|all) (?:kinds?|types?|sorts?) of ({_PAPER})", re.I)
_DISTINCT = re.compile(
    r"\b(?:distinct|separate|individual|unique) (?=(?:councils|local authorities|authorities|las)\b)", re.I
)
_KIND = (
    r"(?:focused visits?|monitoring visits?|joint (?:targeted )?(?:area )?inspections?|jtais?|ilacs|area send"
    r"|send|single inspections?|visits?|inspections?|letters?|reports?)"
)
_ONE = re.compile(rf"\b(?:at least one|one or more|a minimum of one) (?=(?:ofsted )?{_KIND}\b)", re.I)
_SINGLE = re.compile(
    r"\b(in|at|by|from|after|under) (?:an?|one|any|their|its) single inspections?(?: reports?)?\b", re.I
)
_IN_ONE = re.compile(
    r"\b(?P<head>(?:with|have|had|having) an? (?P<kind>ilacs (?:report|inspection)|single inspection|inspection"
    r"|report)\b.*) in (?:one|it)(?P<end> *\?? *)$",
    re.I,
)
_FULL = r"(?:(?:an? |the )?(?:ilacs|single(?= inspection)|sif)(?: (?:inspection|report)s?)*)"
_BOTH = re.compile(
    rf",? ?\(?\b(?:counting|including|taking|using|across|whether)(?: both| either)? (?:in |at )?(?P<one>{_FULL}"
    rf"|(?:an? |the )?single) (?:and|or|as well as) (?P<other>{_FULL})"
    r"(?: (?:alike|together))?\)?,?",
    re.I,
)
_NAMES_KIND = re.compile(r"\b(?:ilacs|single inspections?|sifs?|joint|jtais?|send|visits?|full inspections?)\b", re.I)
_SPLIT = re.compile(
    r"^how (?:do|did|does|are|were|is|have)(?: the)? (?P<what>.+?)(?: been)? (?:split|divided?|spread(?: out)?"
    r"|break down|broken down|distributed|fall|vary|differ)"
    r"(?: up)?(?: out)? (?P<by>(?:by|across|between|over) .+)$",
    re.I,
)
_TOPIC_SAID = re.compile(
    r",? ?(?:(?:that|which) )?(?:(?:specifically|mainly) )?(?:look(?:ed|ing)? (?:at|into)|consider(?:ed|ing)"
    r"|examin(?:ed|ing)|cover(?:ed|ing)"
    r"|review(?:ed|ing)|focus+(?:ed|ing)? (?:up)?on|(?:was|were) (?:about|on|concerned with)|concerned"
    r"|evaluat(?:ed|ing)|assess(?:ed|ing)"
    r"|about|dealt with|with a focus on|whose (?:focus|topic|theme|subject) was(?: on)?|checked)"
    r" (?:the |its |their )?(?P<topics>[^,?.]+?)"
    r"(?= *(?:[,?.]|$)| (?:were|was|have|has|had|did|do|in (?:19|20)|since|from|between|published|before|after"
    r"|during|by|each|every|per|held)\b)",
    re.I,
)
_WORK_ON = re.compile(
    r"^(?:(?:local authority|council)['’]s )?(?:(?:quality|effectiveness|impact) of )?(?:the |its "
    r"|their )?(?:social work )?"
    r"(?:(?:arrangements?|services?|support|provision|experiences?(?: and progress)?|work|practice|planning"
    r"|response|help|care)"
    r" (?:for|of|with|in|at|around) )?(?:the |its |their )?",
    re.I,
)
_VISITS = re.compile(r"\bfocus+(?:ed)? visits?(?: letters?)?\b", re.I)
_IN_LETTERS = re.compile(
    r",? ?\bin (?:the )?(?:letters|reports) (?=(?:published|issued|released|from"
    r"|dated)\b)",
    re.I,
)
_FOUND_THAT = re.compile(
    r"\b(?:found|said|says|concluded|reported|judged|decided)(?: that)? (?:(?:local )?(?:children|arrangements"
    r"|services|the area|the partnership|young people"
    r"|the local area partnership(?:['’]s)?|there)(?: and young people)?(?: arrangements)?(?: with (?:send"
    r"|special educational needs(?: and/or disabilities)?))?) "
    r"(?:typically )?(?:have|had|were having|are having|experience[ds]?|were|are|was|lead to|led to|get|got|has)"
    r" (?=(?:typically |inconsistent|positive|widespread|systemic))",
    re.I,
)


def papers(plain: Plain) -> Plain:
    """Name what is counted."""
    text = _GOING_BY.sub(" ", plain.text)
    text = _ALL_KINDS.sub(r"\1", _ANY_KIND.sub(r"\1", text))
    text = _DISTINCT.sub("different ", text)
    text = _ONE.sub("a ", text)
    text = _SINGLE.sub(r"\1 single inspections", text)
    text = _IN_ONE.sub(lambda match: f"{match['head']} in {_an(match['kind'])}{match['end']}", text)
    text = _SPLIT.sub(r"how many \g<what> \g<by>", text)
    return _counting_both(replace(plain, text=text))


def _an(kind: str) -> str:
    return (
        "single inspections" if kind.lower().startswith("single") else f"an {kind}" if kind[:1] in "iI" else f"a {kind}"
    )


def _counting_both(plain: Plain) -> Plain:
    """Take out "counting both single inspections and ILACS inspections", where the rest names no kind."""
    match = _BOTH.search(plain.text)
    if not match:
        return plain
    rest = f"{plain.text[: match.start()]} {plain.text[match.end() :]}"
    both = {"ilacs" in match[name].lower() for name in ("one", "other")} == {True, False}
    return (
        replace(plain, text=rest, kinds=(Kind.ILACS, Kind.SINGLE)) if both and not _NAMES_KIND.search(rest) else plain
    )


def visits(plain: Plain) -> Plain:
    """Put what focused visits looked at beside them, and the outcome of an area SEND inspection behind "found"."""
    text = _FOUND_THAT.sub("found ", plain.text)
    said, named = _TOPIC_SAID.search(text), _VISITS.search(text)
    if not said or not named or named.end() > said.start():
        return replace(plain, text=text)
    topic = said["topics"].strip()
    topic = topic if topics_alone(topic) else _WORK_ON.sub("", topic)
    if topics_alone(topic):
        between = _IN_LETTERS.sub(" ", f"{text[named.end() : said.start()]} ")
        text = f"{text[: named.start()]}focused visits on {topic} {between.strip(' ,')} {text[said.end() :]}"
    return replace(plain, text=text)
