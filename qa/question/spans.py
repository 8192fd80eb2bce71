"""Spans of a question's text, and those that it excludes: "other than Kent", "all but Kent and Surrey", "leaving 2020 aside"."""

import re
from collections.abc import Iterable, Iterator, Sequence

Span = tuple[int, int]  # characters start:end of the question

_SOME_WORDS = r"(?: [\w’'-]+){0,4}?,?\s+"
_BODIES = (
    r"(?:(?: of)?(?: the)?(?: other)?(?: local)? (?:authorit(?:y|ies)|councils?|las?|boroughs?|count(?:y|ies)|places?|areas?|regions?|"
    r"reports?|letters?|inspections?|visits?|documents?|papers?|minutes|years?|time))?"
)
_EVERY = r"(?:all|any|every|each|some)(?: ?one|body|where|thing)?\b"
_NONE = r"(?:no|none|nobody|no ?one|nowhere|nothing)\b"
# What stands before the excluding words and goes with them: "in all councils" before "but Kent".
_EVERYTHING = re.compile(rf"\b(?:(?:in|across|for|from|of) )?(?:{_EVERY}|{_NONE}){_BODIES},?\s+$", re.I)
# "Save those in Kent", "but nothing from Kent".
_TIED = (
    r"(?:(?:(?:the |any )?(?:those|ones|anything|items|papers|documents) )?(?:in|at|for|from|to|about|of) )?(?:the )?$"
)
_NOT_LIVING = "".join(
    rf"(?<!{word} )" for word in ("placed", "living", "live", "lives", "moved", "placements", "homes")
)
_EXCEPT = re.compile(
    rf"(?:\b{_EVERY}{_SOME_WORDS}(?P<but>(?:but(?: not)?|bar)\s+)|\b(?:"
    r"(?:(?:but|and|or) )?not(?: including| counting)?|(?:(?:but|with the) )?except(?:ing|ion of| for| in)?|"
    rf"(?:but )?(?:excluding|excludes?|excl\.?|ignor(?:e|ing)|disregard(?:ing)?|omit(?:ting)?)|other than|"
    rf"{_NOT_LIVING}outside(?: of)?|"
    r"(?<!the )(?<!an )(?<!high )(?<!low )(?<!their )(?<!a )bar(?=\s)|"
    r"(?:apart|aside) from|(?<!set )(?<!put )(?<!placed )(?<!laid )(?<!sits )(?<!stand )besides?|rather than|instead of|"
    r"(?:but )?without|save(?: for)?|never mind|minus|barring|"
    r"(?<!n['’]t )(?<!not )forget(?:ting)?(?: about)?|"
    r"(?:leaving|leave|setting|putting) (?:aside|out)|neither|(?:do not|don['’]?t) (?:mean|want|include|need|count)|"
    r"(?:i['’]?m |i am |we['’]?re |we are )?not (?:interested in|looking (?:for|at)|thinking of|talking about|asking about)|"
    r"(?:that|which|who)(?:(?:['’]s|['’]re| is| are| was| were) not| (?:is|are|was|were)n['’]?t)(?: an?(?= ))?)\s+"
    rf"|(?:^|[,;:(–-] ?|\b(?:and|but|please) )(?:skip(?:ping)?\s+|no\s+(?:(?:local )?(?:authorities|councils|boroughs)\s+)?"
    rf"|nothing\s+(?=(?:from|about|of|to)\b))){_TIED}|\bnon[- ]$",
    re.I,
)
_PUT = re.compile(r"\b(?:leav|set|sett|put|putt|keep)(?:e|ing)?\s+(?:the )?$", re.I)
_ASIDE = re.compile(
    r"(?:['’]s)?\s+(?:aside\b|(?:to one side|excluded|excepted|omitted|left out"
    r"|not (?:included|counted|wanted|needed))(?=\s*(?:[,:;?.]|$)))",
    re.I,
)
_OUT = re.compile(r"\s+out\b(?: of (?:it|this|that))?(?=\s*(?:[,:;?.]|$))", re.I)
_PLEASE = re.compile(r"(?:\s+(?:councils|authorities|boroughs|ones))?,?\s+please\b", re.I)
_ALONE = re.compile(
    rf"\b{_NONE}{_SOME_WORDS}(?P<but>(?:but|bar|except(?: for)?|other than|besides|apart from)\s+){_TIED}", re.I
)
_MORE_THAN = re.compile(rf"(?:\b(?:(?:but|and) )?not|n['’]t) (?:only|just|merely|solely|simply)\s+{_TIED}", re.I)
# "Don't leave out Kent" leaves nothing out.
_NO_EXCLUDING = re.compile(
    r"(?:(?:^|[,;:(–-]|,?\s*\b(?:and|but))\s*(?:please )?(?:do not|don['’]?t|never)"
    r"|\bplease (?:do not|don['’]?t|never)|\b(?:no need to|not(?= \w+ing)|without|rather than)) "
    r"(?:exclud(?:e|ing)|omit(?:ting)?|ignor(?:e|ing)|skip(?:ping)?|forget(?:ting)?(?: about)?|disregard(?:ing)?|drop(?:ping)?"
    rf"|(?P<put>(?:leav|set|sett|put|putt)(?:e|ing)?)(?: out| aside)?)\s+{_TIED}",
    re.I,
)
_BUT_ALSO = re.compile(r"(?:['’]s?)?,?\s+but\b(?:\s+also\b)?", re.I)
_LIST_LINK = re.compile(r"(?:['’]s?)?\s*(?:,|&|,?\s*\b(?:and|or|nor)\b)\s*(?:in |for |the )*", re.I)
_AND = re.compile(r"\b(?:and|or|nor)\b|&", re.I)
# After these a comma ends the list: "rather than Kent, Surrey".
_OF_ONE = re.compile(r"\b(?:rather than|instead of|not|never mind)\b", re.I)


def overlaps(span: Span, others: Iterable[Span]) -> bool:
    """True if a span shares a character with any of the others."""
    return any(start < span[1] and span[0] < end for start, end in others)


def blank(text: str, spans: Iterable[Span]) -> str:
    """The text with a space for each character of the spans, so that all others keep their places."""
    letters = list(text)
    for start, end in spans:
        letters[start:end] = " " * (end - start)
    return "".join(letters)


def find_excluded(text: str, spans: Iterable[Span]) -> dict[Span, Span]:
    """Find the spans that the question excludes, each mapped to the span that includes the excluding words."""
    excluded: dict[Span, Span] = {}
    for listed in _lists(text, spans):
        (start, end), (_, last) = listed[0], listed[-1]
        if _no_excluding(text, listed):
            continue
        words = None if _ALONE.search(text, 0, start) else _EXCEPT.search(text, 0, start)
        put = _PUT.search(text, 0, start)
        aside = _ASIDE.match(text, last) or (_OUT.match(text, last) if put else None)
        if not words and not aside:
            continue
        if words and _OF_ONE.search(words.group()) and not _AND.search(text, end, last):
            listed, last = listed[:1], end
        if not words and not put and not _AND.search(text, end, last):
            listed, start = listed[-1:], listed[-1][0]  # "London, Camden excluded"
        excluded |= _covering(listed, _start(text, words) if words else put.start() if put else start)
        if after := aside or _PLEASE.match(text, last):
            excluded[listed[-1]] = (excluded[listed[-1]][0], after.end())
    return excluded


def find_emphasised(text: str, spans: Iterable[Span]) -> tuple[dict[Span, Span], dict[Span, Span]]:
    """Find the spans that alone are meant ("nowhere but Kent"), and those that are not alone ("not only Kent", "don't skip Kent").

    Each is mapped to the span that includes those words.
    """
    alone: dict[Span, Span] = {}
    not_alone: dict[Span, Span] = {}
    for listed in _lists(text, spans):
        start, end = listed[0]
        if kept := _no_excluding(text, listed):
            not_alone |= _covering(listed, kept[0])
            not_alone[listed[-1]] = (not_alone[listed[-1]][0], kept[1])
            continue
        for pattern, found in ((_ALONE, alone), (_MORE_THAN, not_alone)):
            if words := pattern.search(text, 0, start):
                also = _BUT_ALSO.match(text, end) if found is not_alone else None
                found |= _covering(listed, _start(text, words))
                found[start, end] = (found[start, end][0], also.end() if also else end)
    return alone, not_alone


def _no_excluding(text: str, listed: Sequence[Span]) -> Span | None:
    """The words that ask to leave nothing of a list out, from the first to the last: "don't leave Kent and Surrey out"."""
    words = _NO_EXCLUDING.search(text, 0, listed[0][0])
    if not words:
        return None
    last = listed[-1][1]
    if not words["put"] or re.search(r"\b(?:out|aside)\b", words.group(), re.I):
        return words.start(), last
    aside = _ASIDE.match(text, last) or _OUT.match(text, last)
    return (words.start(), aside.end()) if aside else None


def _start(text: str, words: re.Match[str]) -> int:
    """Where the excluding words start, with "all councils" before them."""
    named = words.groupdict()
    start = words.start("but") if named.get("but") else words.start()
    everything = _EVERYTHING.search(text, 0, start)
    return everything.start() if everything else start


def _covering(listed: Sequence[Span], start: int) -> dict[Span, Span]:
    """Map each span of a list to itself with the words since the one before; the first begins at `start`."""
    starts = [start, *(end for _, end in listed)]
    return {span: (min(first, span[0]), span[1]) for first, span in zip(starts, listed, strict=False)}


def _lists(text: str, spans: Iterable[Span]) -> Iterator[Sequence[Span]]:
    """Give the spans in order, those of one list together: "Kent, Surrey and Essex"."""
    listed: list[Span] = []
    for start, end in sorted(set(spans)):
        if listed and start >= listed[-1][1] and not _LIST_LINK.fullmatch(text, listed[-1][1], start):
            yield listed
            listed = []
        listed.append((start, end))
    if listed:
        yield listed
