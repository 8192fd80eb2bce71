"""Finds the kinds of document that a question asks for, which of them in order of time, and the events beside which they are dated."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from ingest import Kind
from qa.question.kinds.events import Dated, find_events
from qa.question.kinds.mentions import Mention, find_mentions, is_of_ofsted, kinds_alone, mask
from qa.question.kinds.ordinals import PLACE, is_plural
from qa.question.scope import Event, Pick, Scope
from qa.question.scope.scope import complement
from qa.question.spans import Span, find_emphasised, find_excluded, overlaps
from qa.question.vocabulary import OF_OFSTED

# After these, a document is the reason for something, and neither a filter nor a point in time.
_REASON = re.compile(
    r"\b(?:since|after|following|before|until|prior to|in response to|as a result of|ahead of|prepar\w+ for|ready for|because of)"
    rf"(?:\s+(?:the|its|their|our|a|an|any|that|this|{PLACE}+(?:['’]s?)?|council['’]s)(?:\s+(?:(?:19|20)\d\d|[a-z]+ (?:19|20)\d\d))?)?\s+$",
    re.I,
)
_LIST_LINK = re.compile(r"\s*(?:(?:,|&|/|\b(?:and|or|versus|vs?|with|to|not|but)\b)\s*)+(?:the |its |their )*", re.I)
_ONLY_BEFORE = re.compile(r"(?<!\bnot )\b(?:only|just|solely|nothing but)\s+(?:(?:in|from)\s+)?(?:the\s+)?$", re.I)
_ONLY_AFTER = re.compile(r"\s+(?:only|alone)\b", re.I)
_NO = re.compile(
    r"\b(?:(?:but )?(?:no|not|without|ignor\w+|skip\w*|minus|rather than|instead of|as opposed to|leav\w+ (?:out|aside)|never mind))"
    r"\s+(?:(?:any|in|from)\s+)?(?:the\s+)?$",
    re.I,
)
# A report that is compared with other papers is asked for beside them: "the 2020 inspection compared with the later news".
_COMPARED = re.compile(
    r"[\s,]*(?:(?:as )?compared (?:with|to)|versus|vs?\.?|against|as well as)\s+"
    r"(?:(?:the|its|their|any|what)\s+)?(?:(?:later|subsequent|more recent)\s+)?",
    re.I,
)
_OF_YEAR = re.compile(r"\b(?:19|20)\d\d\s+$")
# The year of a paper itself: "the 2019 Ofsted inspection", "its 2019 Devon letter", "the inspection of Devon in 2019".
_YEAR_BEFORE_PAPER = re.compile(rf"\b(?:19|20)\d\d\s+(?:(?:ofsted|full|formal|{PLACE}+(?:['’]s)?)\s+)*$", re.I)
_YEAR_AFTER_PAPER = re.compile(
    rf"(?:\s+(?:reports?|letters?))?(?:\s+(?:of|to|in|at|for)\s+(?:the\s+)?{PLACE}+)?\s+(?:of|in|from)\s+(?:[a-z]+\s+)?(?:19|20)\d\d\b",
    re.I,
)
_LEAVE_OUT = re.compile(
    r"\b(?:(?:do not|don['’]?t|please don['’]?t) (?:include|show|use|want|search|quote)(?: me)?|nothing (?:from|in|out of)"
    r"|(?:any|every)thing (?:but|except|bar))\s+(?:(?:any|in|from)\s+)?(?:the\s+)?$",
    re.I,
)
_OR = re.compile(r"\s*(?:,|&|,?\s*\b(?:or|and|nor)\b)\s*(?:the\s+)?", re.I)
_CLAUSE_ENDS = re.compile(rf"\s*(?:$|[?.,;:)]|\b(?:please|thanks)\b|\b(?:on|about|for|in|from|of)\s+{PLACE})", re.I)


@dataclass(frozen=True)
class Kinds:
    """The documents that a question asks for.

    Attributes:
        pick: which of them, in order of time.
        either: where it asks for several in different order, such as the first inspection and the latest letter, each of them.
        events: what they are dated before or after.
        nouns: spans that name a document ("the last focused visit letter").
        named: those of them that name what is asked for, and not what is left out.
        spans: spans that only say which document is meant, such as "latest" before "rating".
        event_spans: spans that name the events; words of time in them are no filter.
        dated: the kinds of the one paper of Ofsted that a year tells apart: "the 2019 inspection".
    """

    kinds: tuple[Kind, ...] = ()
    pick: Pick | None = None
    either: tuple[Scope, ...] = ()
    events: tuple[Event, ...] = ()
    nouns: tuple[Span, ...] = ()
    spans: tuple[Span, ...] = ()
    event_spans: tuple[Span, ...] = ()
    named: tuple[Span, ...] = ()
    dated: tuple[Kind, ...] = ()

    @property
    def latest(self) -> bool:
        """True if only the latest document is asked for."""
        return self.pick == Pick()


@dataclass(frozen=True)
class _Limits:
    """The mentions that limit a question, and what is left out."""

    kept: tuple[Mention, ...]
    excluded: dict[Span, Span]
    mentions: tuple[Mention, ...]
    spans: tuple[Span, ...]  # "only", "not only"


def find_kinds(text: str, places: Sequence[Span] = ()) -> Kinds:
    """Find the kinds of document that a question asks for.

    Args:
        places: spans of authorities and regions.
    """
    masked = mask(text, places)
    mentions = find_mentions(text, masked, places)
    dated = find_events(masked, mentions)
    events = tuple(event for each in dated for event in each.events)
    event_spans = tuple(each.span for each in dated)
    limits = _limits(masked, [mention for mention in mentions if not _is_in_event(mention, dated)])
    kinds, pick, either = _joined(limits)
    nouns = [mention for mention in limits.mentions if mention.is_noun]
    of_itself = [mention.span for each in dated if not each.events for mention in each.mentions]
    others = [mention for mention in limits.mentions if not mention.is_noun]
    return Kinds(
        kinds,
        pick,
        either,
        events,
        (*(limits.excluded.get(mention.span, mention.span) for mention in nouns), *of_itself),
        (*(limits.excluded.get(mention.span, mention.span) for mention in others), *event_spans, *limits.spans),
        event_spans,
        tuple(mention.span for mention in nouns if mention.span not in limits.excluded),
        next((kinds_alone(mention) for mention in mentions if _is_dated(masked, mention)), ()),
    )


def _is_dated(masked: str, mention: Mention) -> bool:
    """True for one paper of Ofsted that its year tells apart from others."""
    if (
        not mention.is_noun
        or is_plural(masked[slice(*mention.noun)])
        or not set(kinds_alone(mention)) <= set(OF_OFSTED)
    ):
        return False
    before = _YEAR_BEFORE_PAPER.search(masked[: mention.span[0]]) or _YEAR_BEFORE_PAPER.search(
        masked[: mention.noun[0]]
    )
    return bool(before or _YEAR_AFTER_PAPER.match(masked, mention.span[1]))


def _is_in_event(mention: Mention, dated: Sequence[Dated]) -> bool:
    return overlaps(mention.noun, [each.span for each in dated])


def _limits(masked: str, mentions: Sequence[Mention]) -> _Limits:
    """Tell the mentions that limit from those that are what a question is about."""
    mentions = [mention for mention in mentions if not _REASON.search(masked, 0, mention.span[0])]
    # "Not only minutes" confines a question to nothing, but beside another kind they are one more.
    _, not_alone = find_emphasised(masked, [mention.span for mention in mentions])
    if all(mention.span in not_alone or _is_bare(mention) for mention in mentions):
        mentions = [mention for mention in mentions if mention.span not in not_alone]
    excluded = _excluded(masked, mentions, not_alone)
    only = {mention.span: span for mention in mentions if (span := _only(masked, mention))}
    limiting = [mention for mention in mentions if _is_limit(masked, mention, excluded, only)]
    compared = [m for m in mentions if _is_bare(m) and any(_are_compared(masked, m, o) for o in limiting)]
    limiting = sorted({*limiting, *compared}, key=lambda mention: mention.span)
    papers = [mention for mention in limiting if mention.of_council and mention.span not in excluded]
    if papers:
        limiting = [m for m in limiting if m.of_council or m.span in excluded or _is_listed(m, papers, masked)]
    kept = tuple(mention for mention in limiting if mention.span not in excluded)
    spans = [only[mention.span] for mention in limiting if mention.span in only]
    return _Limits(kept, excluded, tuple(limiting), (*spans, *not_alone.values()))


def _is_bare(mention: Mention) -> bool:
    """True for "the report": it names no kind and none in order."""
    return mention.is_generic and not mention.pick


def _excluded(masked: str, mentions: Sequence[Mention], not_alone: Collection[Span]) -> dict[Span, Span]:
    """The mentions that are left out, each with the span that includes the words that leave it out."""
    excluded = find_excluded(masked, [mention.span for mention in mentions])
    for mention in mentions:
        start, end = mention.span
        strong, weak = _LEAVE_OUT.search(masked, 0, start), _NO.search(masked, 0, start)
        listed = _listed_from(masked, mentions, mention)
        words = strong or (weak if weak and _CLAUSE_ENDS.match(masked, listed[-1].span[1]) else None)
        if words and mention.span not in excluded and mention.span not in not_alone:
            excluded |= {each.span: each.span for each in listed} | {mention.span: (words.start(), end)}
    return excluded


def _listed_from(masked: str, mentions: Sequence[Mention], first: Mention) -> list[Mention]:
    """A mention with those that are listed after it: "minutes or news"."""
    listed = [first]
    for mention in mentions:
        if mention.span[0] >= listed[-1].span[1] and _OR.fullmatch(masked, listed[-1].span[1], mention.span[0]):
            listed.append(mention)
    return listed


def _only(masked: str, mention: Mention) -> Span | None:
    """The word that limits a question to the documents that are mentioned: "only letters", "letters only"."""
    before, after = _ONLY_BEFORE.search(masked, 0, mention.span[0]), _ONLY_AFTER.match(masked, mention.span[1])
    if before:
        return before.span()
    return after.span() if after else None


def _is_limit(masked: str, mention: Mention, excluded: dict[Span, Span], only: dict[Span, Span]) -> bool:
    """True for kinds, ordinals and what is left out; "the report" alone limits nothing."""
    if not mention.is_generic:
        return True
    if mention.pick:
        return is_of_ofsted(masked, mention)
    if mention.span in excluded:
        return _CLAUSE_ENDS.match(masked, mention.span[1]) is not None
    contrasted = any(
        not masked[mention.span[1] : start].strip(" ,;-–") for start, _ in excluded.values() if start >= mention.span[1]
    )
    return mention.span in only or contrasted


def _are_compared(masked: str, mention: Mention, other: Mention) -> bool:
    """True for the report of a year that is compared with what another mention means."""
    first, second = sorted((mention, other), key=lambda each: each.span)
    of_year = _OF_YEAR.search(masked[: mention.noun[0]])
    return of_year is not None and _COMPARED.fullmatch(masked, first.span[1], second.span[0]) is not None


def _is_listed(mention: Mention, papers: Sequence[Mention], masked: str) -> bool:
    """True for what is asked for beside a council's papers ("minutes and letters"); a report that they discuss is their topic."""
    return any(
        _LIST_LINK.fullmatch(masked, min(mention.span[1], m.span[1]), max(mention.span[0], m.span[0]))
        or _are_compared(masked, mention, m)
        for m in papers
    )


def _joined(limits: _Limits) -> tuple[tuple[Kind, ...], Pick | None, tuple[Scope, ...]]:
    """The kinds and the pick that the mentions give together."""
    excluded = [mention for mention in limits.mentions if mention.span in limits.excluded]
    unwanted = [kind for mention in excluded if not mention.pick for kind in kinds_alone(mention)]
    picked = {mention: mention.pick for mention in limits.kept if mention.pick}
    picked |= {
        m: Pick(None, m.pick.count, m.pick.oldest) for m in excluded if m.pick and m.pick.count and not m.pick.skip
    }
    several = [*picked.items(), *((mention, mention.also) for mention in picked if mention.also)]
    if len({(mention.kinds, pick) for mention, pick in several}) > 1:
        return (), None, tuple(Scope(kinds=kinds_alone(mention), pick=pick) for mention, pick in several)
    pick = next(iter(picked.values()), None)
    bare = {mention for mention in limits.kept if not mention.pick}
    named = [kind for mention in limits.kept for kind in (kinds_alone(mention) if mention in bare else mention.kinds)]
    named += [kind for mention in excluded if mention.pick for kind in mention.kinds]
    kinds = tuple(dict.fromkeys(kind for kind in named if kind not in unwanted))
    return kinds or (complement(unwanted) if unwanted else ()), pick, ()
