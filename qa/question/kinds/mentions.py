"""Mentions of documents in a question: by kind ("monitoring visit letters"), or as a report, a letter or a grade."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ingest import Kind
from qa.question.kinds.minutes import find_minutes
from qa.question.kinds.ordinals import PLACE, find_ordinal
from qa.question.scope import Pick
from qa.question.spans import Span, overlaps
from qa.question.vocabulary import (
    FULL_INSPECTIONS,
    INSPECTIONS,
    KIND_PATTERNS,
    MEETING_PAPERS,
    OF_OFSTED,
    PAPER,
    VISITS,
)

_KIND = re.compile("|".join(rf"(?P<k{n}>\b(?:{pattern})\b)" for n, (_, pattern) in enumerate(KIND_PATTERNS)), re.I)
_GENERIC = re.compile(
    rf"\b(?:(?P<letter>letters?)|(?P<visit>visits?)|(?P<inspection>(?:re-?)?inspections?{PAPER})|(?P<report>reports?(?! cards?))"
    r"|(?P<grade>(?:overall )?(?:ratings?|judge?ments?|grad(?:e|ing)s?))|(?P<one>ones?)"
    rf"|(?P<ofsted>ofsted(?=\s*(?:$|[?.,;:){PLACE}]|\b(?:in|for|at|of|on|about|say|said|find|found|did|was)\b)))"
    r"|(?P<meeting>(?:(?:full |scrutiny |cabinet |council |committee |panel )+)?meetings?(?! (?:with|between)\b)))\b",
    re.I,
)
_INSPECTED = re.compile(r"\b(?P<when>last|most recently|first) (?=inspected\b)", re.I)
_END = r"(?=\s*(?:$|[?.,;:)]))"
_ELIDED = re.compile(
    r"\b(?:but|bar|save|except|excluding|apart from|other than)(?: for)? (?:(?:the|its|their) )?(?:very )?"
    rf"(?P<which>latest|newest|last|most recent|first)(?: (?P<count>two|three|four))?{_END}",
    re.I,
)
_ELIDED_COUNTS = ("", "two", "three", "four")
_LAST_TIME = re.compile(r"\b(?:the )?last time\b(?! (?:a|the|any) (?:child|social worker|young|family))", re.I)
_BEFORE_LAST_TIME = re.compile(r"\b(?:the )?time before last\b", re.I)
_STANDS_ALONE = re.compile(
    rf"(?:\b(?:ofsted['’]s|its|their)|{PLACE}['’]s?|{PLACE},) (?:latest|newest|most recent){_END}", re.I
)
_NOT_OF_A_COUNCIL = re.compile(
    r"\s+(?:(?:of|at|in|for|by) (?:(?:its|the|their|a|an|some|these|all|those) )?"
    r"(?:children['’]?s homes?|residential|fostering (?:service|agency)|schools?|nurser|child\b(?! protection)"
    r"|famil|court|adoption agency|abuse)"
    r"|cycle|period|round|year|to (?:the )?(?:court|panel|cabinet|scrutiny|committee|child\b|famil\w+|home))",
    re.I,
)
_OF_A_WORKER = re.compile(r"\b(?:social workers?|iro|guardian|manager|reviewing officer)s?['’]?s? $", re.I)
_AND_FIRST = re.compile(r"\b(?:(?:the|its|their) )?(?:very )?(?:first|earliest|oldest) and $", re.I)


@dataclass(frozen=True)
class Mention:
    """Words that mean documents.

    Attributes:
        kinds: what they mean; empty for inspections of any kind, counted in order of time.
        span: the words, from their ordinal on.
        noun: the words without the ordinal.
        pick: which of the documents in order of time.
        also: a second such: "the first and the latest inspection".
        is_noun: False for words that only say which document is meant, such as "latest" before "rating".
        is_generic: they name no kind, as "report" and "letter" do.
        of_visit: they mean a visit, which a social worker too may make.
    """

    kinds: tuple[Kind, ...]
    span: Span
    noun: Span
    pick: Pick | None = None
    also: Pick | None = None
    is_noun: bool = True
    is_generic: bool = False
    of_visit: bool = False

    @property
    def of_council(self) -> bool:
        """True if only documents that Ofsted did not write are meant."""
        return bool(self.kinds) and not any(kind.of_ofsted for kind in self.kinds)


def mask(text: str, places: Sequence[Span]) -> str:
    """The text with every letter of a place's name as `PLACE`, so that spans stay the same."""
    for start, end in places:
        text = text[:start] + PLACE * (end - start) + text[end:]
    return text


def find_mentions(text: str, masked: str, places: Sequence[Span]) -> list[Mention]:
    """Find the mentions of documents, in order; none overlaps another."""
    minutes = [_mention(masked, _minutes_kinds(text[slice(*span)]), span) for span in find_minutes(text, places)]
    found: list[Mention] = []
    for mention in [*_longest([*minutes, *_named(masked)]), *_generic(masked), *_without_noun(masked)]:
        if not overlaps(mention.span, [other.span for other in found]):
            found.append(mention)
    return sorted(found, key=lambda mention: mention.span)


def _longest(mentions: Sequence[Mention]) -> list[Mention]:
    """In order; of two that begin together, the longer first."""
    return sorted(mentions, key=lambda mention: (mention.noun[0], -mention.noun[1]))


def _minutes_kinds(words: str) -> tuple[Kind, ...]:
    """The papers of a meeting are its minutes and the reports that it had before it."""
    return MEETING_PAPERS if re.search(r"\b(?:papers|decisions)\b", words, re.I) else (Kind.MINUTES,)


def _mention(
    masked: str,
    kinds: tuple[Kind, ...],
    noun: Span,
    *,
    is_noun: bool = True,
    is_generic: bool = False,
    of_visit: bool = False,
) -> Mention:
    ordinal = find_ordinal(masked, noun)
    bare = Mention(kinds, noun, noun, is_noun=is_noun, is_generic=is_generic, of_visit=of_visit)
    if not ordinal:
        return bare
    end = ordinal.end or noun[is_noun]
    first = _AND_FIRST.search(masked, 0, ordinal.start)
    start = first.start() if first else ordinal.start
    return replace(bare, span=(start, end), pick=ordinal.pick, also=Pick(oldest=True) if first else None)


def _named(masked: str) -> Iterator[Mention]:
    for match in _KIND.finditer(masked):
        kinds = next(kinds for number, (kinds, _) in enumerate(KIND_PATTERNS) if match[f"k{number}"])
        if not _NOT_OF_A_COUNCIL.match(masked, match.end()):
            yield _mention(masked, kinds, match.span())


def _generic(masked: str) -> Iterator[Mention]:
    """Find reports, letters, visits and grades where no kind is named."""
    for match in _GENERIC.finditer(masked):
        mention = _mention(
            masked,
            _generic_kinds(masked, match),
            match.span(),
            is_noun=not match["grade"],
            is_generic=True,
            of_visit=bool(match["visit"]),
        )
        if not mention.pick and (match["grade"] or match["one"] or match["meeting"] or match["ofsted"]):
            continue
        if not (_NOT_OF_A_COUNCIL.match(masked, match.end()) or _OF_A_WORKER.search(masked, 0, mention.span[0])):
            yield mention


def _generic_kinds(masked: str, match: re.Match[str]) -> tuple[Kind, ...]:
    if match["grade"]:
        return FULL_INSPECTIONS
    if match["visit"]:
        of_any = re.search(r"\bofsted(?:['’]s)?(?: \w+){0,2} $", masked[: match.start()], re.I)
        return OF_OFSTED if of_any else VISITS
    if match["meeting"]:
        return (Kind.MINUTES,)
    return VISITS if match["letter"] else ()


def _without_noun(masked: str) -> Iterator[Mention]:
    """Find ordinals without a document's name: "all but the last", "last time", "when was it last inspected"."""
    for match in _ELIDED.finditer(masked):
        before = [
            other for other in _GENERIC.finditer(masked, 0, match.start()) if not (other["one"] or other["ofsted"])
        ]
        kinds = _generic_kinds(masked, before[-1]) if before else ()
        pick = Pick(None, _ELIDED_COUNTS.index((match["count"] or "").lower()) + 1, match["which"].lower() == "first")
        yield Mention(kinds, match.span(), match.span(), pick, is_noun=False, is_generic=True)
    for pattern, pick in ((_BEFORE_LAST_TIME, Pick(skip=1)), (_LAST_TIME, Pick()), (_STANDS_ALONE, Pick())):
        for match in pattern.finditer(masked):
            yield Mention((), match.span(), match.span(), pick, is_noun=False, is_generic=True)
    for match in _INSPECTED.finditer(masked):
        pick = Pick(oldest=match["when"].lower() == "first")
        yield Mention((), match.span(), match.span(), pick, is_noun=False, is_generic=True)


def is_of_ofsted(masked: str, mention: Mention) -> bool:
    """True if inspectors made the visit that is mentioned, not a social worker."""
    if not mention.of_visit or re.search(r"\b(?:ofsted|inspectors?)['’]?s?\b", masked, re.I):
        return True
    if PLACE in masked[slice(*mention.span)]:
        return True
    return bool(re.match(rf" (?:to|of|in|at) {PLACE}", masked[mention.span[1] :]))


def kinds_alone(mention: Mention) -> tuple[Kind, ...]:
    """The kinds of a mention that stands without an ordinal: "reports only"."""
    return mention.kinds or INSPECTIONS
