"""The kinds of document that a question asks for, and whether it asks for the newest."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest import Kind
from qa.question.exclusion import Span, left_out
from qa.question.minutes import find_minutes

VISITS = (Kind.FOCUSED_VISIT, Kind.MONITORING_VISIT)
INSPECTIONS = (Kind.ILACS, Kind.SINGLE, Kind.AREA_SEND, Kind.JOINT)
OF_OFSTED = (*INSPECTIONS, *VISITS)
_COUNCIL_PAPERS = (Kind.MINUTES, Kind.NEWS)

_PAPER = r"(?: (?:inspection |visit )?(?:reports?|letters?|findings|outcomes?))?"
_SEND_PAPERS = r"(?:full |re-?)?(?:inspections?|reports?|letters?|revisits?)"
_HOMES = r"(?! by social)(?! to (?:children(?!['’]?s services)|young|homes|placements|foster|care|providers|schools|families))"
_KINDS = (
    (VISITS, rf"focus+(?:ed)? and monitoring visits?{_PAPER}|(?:ofsted )?visit letters?"),
    ((Kind.FOCUSED_VISIT,), rf"(?:ilacs )?focus+(?:ed)? visits?{_PAPER}"),
    (
        (Kind.MONITORING_VISIT,),
        r"(?<!regulation 44 )(?<!reg 44 )(?<!independent )(?<!regular )(?<!contract )"
        rf"monitoring visits?{_HOMES}{_PAPER}|monitoring letters?",
    ),
    (
        (Kind.AREA_SEND,),
        rf"(?:full |joint )?(?:local )?area send {_SEND_PAPERS}|(?-i:(?:[Ll]ocal )?[Aa]rea SEND)(?= (?:in|of|for|at)\b|\s*[,:?]|$)"
        rf"|(?:full )?send (?:local )?(?:area )?(?:full |re-?)?inspections?{_PAPER}|(?-i:SEND) reports?|send revisits?"
        rf"|special educational needs(?: and/or| and| or)?(?: disabilit(?:y|ies))?(?: \(send\))? inspections?{_PAPER}",
    ),
    (
        (Kind.JOINT,),
        rf"joint (?:targeted )?(?:area )?(?:child protection )?inspections?{_PAPER}|jtais?{_PAPER}|jicpas?{_PAPER}",
    ),
    (
        (Kind.SINGLE,),
        rf"(?<!a )(?<!one )(?<!every )(?<!any )single inspections?{_PAPER}|sifs?(?: inspections?)?{_PAPER}\b",
    ),
    (
        (Kind.ILACS,),
        rf"(?:full |standard |short )?ilacs(?! (?:framework|focus|handbook|guidance))(?: (?:full |standard |short )?inspections?)?{_PAPER}",
    ),
    (
        (Kind.ILACS, Kind.SINGLE),
        rf"(?:full|standard|short)(?: ofsted| children['’]s services)?(?: children['’]s services)? inspections?{_PAPER}",
    ),
)
_KIND = re.compile("|".join(rf"(?P<k{n}>\b(?:{pattern})\b)" for n, (_, pattern) in enumerate(_KINDS)), re.I)
_NEWEST = (
    r"\b(?:(?:the|its|their|our|this|that) )?(?:very )?(?P<newest>latest|last|newest|most recent(?:ly published)?)\s+"
    r"(?:(?:ofsted(?:['’]s)?|published|official|children['’]s services|local authority|annual) )*"
)
_NEWEST_BEFORE = re.compile(rf"{_NEWEST}$", re.I)
_NEWEST_PLAIN = re.compile(
    rf"{_NEWEST}(?P<noun>(?P<visit>visits?)|(?P<letter>letters?)|inspections?{_PAPER}|reports?(?! cards?))\b"
    rf"|\b(?:the |its |their )?(?:latest|last|newest|most recent|current) (?:ofsted )?"
    r"(?=(?P<grade>(?:overall )?(?:ratings?|judge?ments?|grad(?:e|ing)s?))\b)"
    r"|\b(?:last|most recently) (?=(?P<inspected>inspected)\b)",
    re.I,
)
# What is asked is then what came after a document: "since its last inspection".
_REFERRED = re.compile(
    r"\b(?:since|after|following|before|until|prior to|in response to|as a result of|ahead of|prepar\w+ for|ready for|because of)"
    r"(?:\s+(?:the|its|their|our|a|an|any|that|this|[\w’'-]+['’]s?|council['’]s)(?:\s+(?:(?:19|20)\d\d|[a-z]+ (?:19|20)\d\d))?)?\s+$",
    re.I,
)
_NOT_OF_A_COUNCIL = re.compile(
    r"\s+(?:(?:of|at|in|for|by) (?:(?:its|the|their|a|an|some|these|all|those) )?"
    r"(?:children['’]?s homes?|residential|fostering (?:service|agency)|schools?|nurser|child\b(?! protection)|famil|court|adoption agency)"
    r"|cycle|period|round|year|to (?:the )?(?:court|panel|cabinet|scrutiny|committee|child\b))",
    re.I,
)
_OF_A_WORKER = re.compile(r"\b(?:social workers?|iro|guardian|manager|reviewing officer)s?['’]?s? $", re.I)
_JOINED = re.compile(r"\s*(?:(?:,|&|/|\b(?:and|or|versus|vs?|with|to|not|but)\b)\s*)+(?:the |its |their )*", re.I)


@dataclass(frozen=True)
class Kinds:
    """The kinds asked for, whether only the newest of them, and where the text says so.

    Attributes:
        nouns: spans that name a document ("the last focused visit letter").
        spans: spans that only say which one is meant, such as "latest" before "rating".
    """

    kinds: tuple[Kind, ...] = ()
    latest: bool = False
    nouns: tuple[Span, ...] = ()
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True)
class _Found:
    kinds: tuple[Kind, ...]
    start: int
    end: int
    latest: bool = False
    noun: bool = True


def find_kinds(text: str, places: Sequence[Span] = ()) -> Kinds:
    """Find the kinds of document that a question asks for.

    Args:
        places: where it names authorities or regions.
    """
    minutes = [_with_newest(text, (Kind.MINUTES,), *span) for span in _apart(find_minutes(text, places))]
    others = [
        found
        for found in [*_named(text), *_plain(text)]
        if not _REFERRED.search(text, 0, found.start)
        and not any(one.start < found.end and found.start < one.end for one in minutes)
    ]
    found = sorted([*minutes, *_beside(text, others, minutes)], key=lambda one: one.start)
    excluded = left_out(text, [(one.start, one.end) for one in found])
    kept = [one for one in found if (one.start, one.end) not in excluded]
    kinds = tuple(dict.fromkeys(kind for one in kept for kind in one.kinds))
    if excluded and not kinds:
        out = {kind for one in found for kind in one.kinds}
        kinds = tuple(kind for kind in Kind if kind not in out)
    latest = any(one.latest for one in kept)
    told_of = [] if excluded or latest else [one for one in kept if _is_told_of(text, one)]
    return Kinds(
        (*kinds, *_COUNCIL_PAPERS) if told_of and not minutes else kinds,
        latest,
        tuple(
            excluded.get((one.start, one.end), (one.start, one.end)) for one in found if one.noun and one not in told_of
        ),
        tuple((one.start, one.end) for one in found if not one.noun),
    )


def _is_told_of(text: str, found: _Found) -> bool:
    """True for monitoring visits, of which a council's papers tell as often as a letter does."""
    named = text[found.start : found.end].lower()
    return found.kinds == (Kind.MONITORING_VISIT,) and not re.search("letter|report|finding|outcome", named)


def _apart(spans: list[Span]) -> list[Span]:
    """The spans without those that lie inside another or overlap one before."""
    kept: list[Span] = []
    for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
    return kept


def _named(text: str) -> list[_Found]:
    found = []
    for match in _KIND.finditer(text):
        kinds = next(kinds for number, (kinds, _) in enumerate(_KINDS) if match[f"k{number}"])
        if not _NOT_OF_A_COUNCIL.match(text, match.end()):
            found.append(_with_newest(text, kinds, *match.span()))
    return found


def _with_newest(text: str, kinds: tuple[Kind, ...], start: int, end: int) -> _Found:
    before = _NEWEST_BEFORE.search(text, 0, start)
    return _Found(kinds, before.start() if before else start, end, latest=before is not None)


def _plain(text: str) -> list[_Found]:
    """The newest inspection, report, letter or visit, of no kind that is named."""
    found = []
    for match in _NEWEST_PLAIN.finditer(text):
        if _NOT_OF_A_COUNCIL.match(text, match.end()) or _OF_A_WORKER.search(text, 0, match.start()):
            continue
        if match["visit"] and not _is_of_ofsted(text, match):
            continue
        kinds = VISITS if match["letter"] else OF_OFSTED if match["visit"] else ()
        found.append(_Found(kinds, *match.span(), latest=True, noun=match["noun"] is not None))
    return found


def _is_of_ofsted(text: str, match: re.Match[str]) -> bool:
    """True where inspectors visit, and no social worker."""
    if re.search(r"\b(?:ofsted|inspectors?)['’]?s?\b", text, re.I):
        return True
    return bool(re.match(r" (?:to|of|in|at) [A-Z]", text[match.end() :]))


def _beside(text: str, others: list[_Found], minutes: list[_Found]) -> list[_Found]:
    """What else is asked for beside minutes: where councillors discuss a report, the report is the topic."""
    if not minutes:
        return others
    return [
        one
        for one in others
        if any(_JOINED.fullmatch(text, min(one.end, m.end), max(one.start, m.start)) for m in minutes)
    ]
