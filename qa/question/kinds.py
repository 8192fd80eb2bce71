"""The kinds of document that a question asks for, and whether it asks for the latest."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest import Kind
from qa.question.minutes import find_minutes
from qa.question.spans import Span, find_excluded, overlaps
from qa.question.vocabulary import COUNCIL_PAPERS, KIND_PATTERNS, OF_OFSTED, PAPER, VISITS

_KIND = re.compile("|".join(rf"(?P<k{n}>\b(?:{pattern})\b)" for n, (_, pattern) in enumerate(KIND_PATTERNS)), re.I)
_LATEST = (
    r"\b(?:(?:the|its|their|our|this|that) )?(?:very )?(?P<newest>latest|last|newest|most recent(?:ly published)?)\s+"
    r"(?:(?:ofsted(?:['’]s)?|published|official|children['’]s services|local authority|annual) )*"
)
_LATEST_BEFORE = re.compile(rf"{_LATEST}$", re.I)
_LATEST_PAPER = re.compile(
    rf"{_LATEST}(?P<noun>(?P<visit>visits?)|(?P<letter>letters?)|inspections?{PAPER}|reports?(?! cards?))\b"
    rf"|\b(?:the |its |their )?(?:latest|last|newest|most recent|current) (?:ofsted )?"
    r"(?=(?P<grade>(?:overall )?(?:ratings?|judge?ments?|grad(?:e|ing)s?))\b)"
    r"|\b(?:last|most recently) (?=(?P<inspected>inspected)\b)",
    re.I,
)
# Before a document, these make it a point in time: "since its last inspection".
_POINT_IN_TIME = re.compile(
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
_LIST_LINK = re.compile(r"\s*(?:(?:,|&|/|\b(?:and|or|versus|vs?|with|to|not|but)\b)\s*)+(?:the |its |their )*", re.I)


@dataclass(frozen=True)
class Kinds:
    """The kinds that a question asks for.

    Attributes:
        latest: it asks only for the latest of them.
        nouns: spans that name a document ("the last focused visit letter").
        spans: spans that only say which document is meant, such as "latest" before "rating".
    """

    kinds: tuple[Kind, ...] = ()
    latest: bool = False
    nouns: tuple[Span, ...] = ()
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True)
class _Mention:
    kinds: tuple[Kind, ...]
    span: Span
    latest: bool = False
    is_noun: bool = True


def find_kinds(text: str, places: Sequence[Span] = ()) -> Kinds:
    """Find the kinds of document that a question asks for.

    Args:
        places: spans of authorities and regions.
    """
    minutes = [_with_latest(text, (Kind.MINUTES,), span) for span in _without_overlaps(find_minutes(text, places))]
    others = [
        mention
        for mention in [*_named(text), *_latest_papers(text)]
        if not _POINT_IN_TIME.search(text, 0, mention.span[0])
        and not overlaps(mention.span, [other.span for other in minutes])
    ]
    mentions = sorted([*minutes, *_listed_with(minutes, others, text)], key=lambda mention: mention.span[0])
    excluded = find_excluded(text, [mention.span for mention in mentions])
    kept = [mention for mention in mentions if mention.span not in excluded]
    kinds = tuple(dict.fromkeys(kind for mention in kept for kind in mention.kinds))
    if excluded and not kinds:
        unwanted = {kind for mention in mentions for kind in mention.kinds}
        kinds = tuple(kind for kind in Kind if kind not in unwanted)
    latest = any(mention.latest for mention in kept)
    visits = [] if excluded or latest else [mention for mention in kept if _is_visit_as_event(text, mention)]
    return Kinds(
        (*kinds, *COUNCIL_PAPERS) if visits and not minutes else kinds,
        latest,
        tuple(
            excluded.get(mention.span, mention.span)
            for mention in mentions
            if mention.is_noun and mention not in visits
        ),
        tuple(mention.span for mention in mentions if not mention.is_noun),
    )


def _is_visit_as_event(text: str, mention: _Mention) -> bool:
    """True for monitoring visits, which council papers discuss as often as letters do."""
    words = text[slice(*mention.span)].lower()
    return mention.kinds == (Kind.MONITORING_VISIT,) and not re.search("letter|report|finding|outcome", words)


def _without_overlaps(spans: list[Span]) -> list[Span]:
    """Keep each span that starts after the one kept before it has ended; of two with the same start, the longer."""
    kept: list[Span] = []
    for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
    return kept


def _named(text: str) -> list[_Mention]:
    mentions = []
    for match in _KIND.finditer(text):
        kinds = next(kinds for number, (kinds, _) in enumerate(KIND_PATTERNS) if match[f"k{number}"])
        if not _NOT_OF_A_COUNCIL.match(text, match.end()):
            mentions.append(_with_latest(text, kinds, match.span()))
    return mentions


def _with_latest(text: str, kinds: tuple[Kind, ...], span: Span) -> _Mention:
    before = _LATEST_BEFORE.search(text, 0, span[0])
    return _Mention(kinds, (before.start() if before else span[0], span[1]), latest=before is not None)


def _latest_papers(text: str) -> list[_Mention]:
    """Find "the latest inspection", report, letter or visit where no kind is named."""
    mentions = []
    for match in _LATEST_PAPER.finditer(text):
        if _NOT_OF_A_COUNCIL.match(text, match.end()) or _OF_A_WORKER.search(text, 0, match.start()):
            continue
        if match["visit"] and not _is_of_ofsted(text, match):
            continue
        kinds = VISITS if match["letter"] else OF_OFSTED if match["visit"] else ()
        mentions.append(_Mention(kinds, match.span(), latest=True, is_noun=match["noun"] is not None))
    return mentions


def _is_of_ofsted(text: str, visit: re.Match[str]) -> bool:
    """True if inspectors made the visit, not a social worker."""
    if re.search(r"\b(?:ofsted|inspectors?)['’]?s?\b", text, re.I):
        return True
    return bool(re.match(r" (?:to|of|in|at) [A-Z]", text[visit.end() :]))


def _listed_with(minutes: list[_Mention], others: list[_Mention], text: str) -> list[_Mention]:
    """Keep what is asked for beside the minutes ("minutes and letters"); a report that councillors discuss is their topic."""
    if not minutes:
        return others
    return [
        mention
        for mention in others
        if any(
            _LIST_LINK.fullmatch(text, min(mention.span[1], m.span[1]), max(mention.span[0], m.span[0]))
            for m in minutes
        )
    ]
