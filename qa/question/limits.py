"""Words that limit a question, such as "only", "ago" or "except", and that nothing else has read."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from index.lexical import words
from qa.question.spans import Span, overlaps

# The limiting words of English. Each must end in the scope, in the topic, or among what was not applied.
LIMITING_WORDS = tuple(
    re.split(
        r",\s+",
        """only, just, solely, exclusively, not, no, without, except, excluding, besides, neither, other than, apart from, rather than,
        instead of, all but, anything but, more than once, twice, never, always, still, no longer, every, each, most, least,
        more than, fewer than, less than, ago, latest, last, first, previous, earliest, newest, since, before, after, until,
        recently, currently, lately, nowadays""",
    )
)

_END = r"(?=\s*(?:$|[?.!,;:)–—]))"
_EDGE = r"(?:(?<=^)|(?<=[,;:(–—])|(?<=[,;:(–—]\s)|(?<=\bbut\s)|(?<=\band\s)|(?<=\bplease\s))"
_MORE = r"(?: [\w’'-]+)"  # a word after it, which is quoted too
_LINKS = (
    r"(?:(?:in|for|from|of|about|at|the|an?|its|their|our|any|those|these|ones?|that|are|is|were|was|judged|rated)\s+)*"
)
_SEVERAL = r"(?:inspections?|visits|letters|reports|minutes|documents|papers|judge?ments|grades)\b"
_PAPER = (
    r"(?:inspect(?:ions?|ors?)|visits?|letters?|reports?|minutes|meetings?|papers?|documents?|updates?|judge?ments?|ratings?"
    r"|grades?|ones?|news|articles?)\b"
)
_COUNCILS = r"(?:(?:local )?authorit(?:y|ies)|councils?|boroughs?|count(?:y|ies)|regions?|las)\b"
_STYLES = r"(?:(?:ofsted|ilacs|full|short|focused|monitoring|joint|published|scrutiny|committees?|council|annual|\w+[’']s)\s+){0,2}"
_SPELL = r"(?:days?|weeks?|months?|years?|quarters?|terms?|decades?|spring|summer|autumn|winter|christmas|easter)\b"
# What a social worker, a school or a home writes or receives is a subject, and no document that is held.
_NOT_OF_CHILD = (
    r"(?!(?: \w+){0,2} (?:to|of|at|in) (?:(?:the|a|an|each|every|their) )?"
    r"(?:child\b|children['’]s homes?|court|famil|schools?|homes?\b))"
)
_NUMBER = r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|several|few|couple of)"
_TIMES = r"(?:once|twice|(?:two|three|four|five|six|\d+|several|many) times|repeatedly)\b"
_HAPPENED = r"(?:been|was|were|got|is|are|\w+ed|inadequate|outstanding|good)"
_PASSED = (
    rf"(?:{_PAPER}|{_SPELL}"
    r"|(?:covid|(?:the )?pandemic|lockdowns?|elections?|intervention|then|now|today)\b|(?:that|this)\b(?! \w))"
)
_JUDGED = r"(?:inspected|visited|judged|rated|graded|critici[sz]ed|praised|outstanding|good|inadequate|requir\w+ improvement)\b"
_RANKED = (
    r"(?:often|common(?:ly)?|frequent(?:ly)?|critici[sz]ed|praised|improved|mentioned|cited|inspected|visited|serious|successful"
    r"|effective|worrying|concerning)\b"
)

# Where each word limits the question. Elsewhere it is a part of what is asked: "no oversight", "at least weekly".
_LIMITS = tuple(
    re.compile(pattern, re.I)
    for pattern in (
        # only
        rf"\b(?:only|just|solely|exclusively) {_LINKS}(?!(?:visit|report|grade|update|inspect)\b){_STYLES}(?:{_PAPER}|{_COUNCILS})",
        rf"(?:\w+ ){{0,2}}\b(?:only|exclusively){_END}",
        rf"{_EDGE}(?:only|just|solely|exclusively)\b{_MORE}{{0,3}}",
        rf"\b(?:i|we)(?:[’']d)? (?:only|just) (?:want|need|mean|care|like)\b{_MORE}{{0,3}}",
        rf"\b(?:show|list|give|tell|use|look|search)(?: me| us| at| in)? (?:only|just)\b{_MORE}{{0,3}}",
        # not
        rf"{_EDGE}(?:not|no|without|neither)\s+(?!(?:enough|sure|doubt|really)\b)(?:[\w’'-]+ ?){{1,4}}",
        rf"\b(?:not|no|without) {_LINKS}{_STYLES}(?:{_PAPER}|{_COUNCILS})(?! (?:been|carried|made|held|done)\b)",
        rf"\bwithout (?:counting|including|mentioning|looking at|using)\b{_MORE}{{0,3}}",
        r"\b(?:except(?:ing)?(?: for)?|excluding|other than|apart from|aside from|besides|leaving out|all but|anything but"
        rf"|rather than|instead of|disregarding|ignoring)\b{_MORE}{{1,3}}",
        # when
        rf"(?:\b(?:an?|{_NUMBER}|some|many) )?(?:[\w’'-]+ )?\bago\b",
        rf"\b(?:latest|newest|(?:most|more|very) recent|earliest)\b(?! {_SPELL}){_NOT_OF_CHILD}{_MORE}{{0,2}}",
        rf"\b(?:last|first|previous|penultimate|original|second|third|next|earlier|preceding) (?:{_NUMBER} )?{_STYLES}"
        rf"(?:{_PAPER}(?! cards?){_NOT_OF_CHILD}|{_SPELL}|time\b)",
        r"\b(?:last|first) (?:inspected|visited|judged|rated|graded|published)\b",
        rf"\b(?:since|before|after|until|till|prior to) (?:(?:the|its|their|our|an?|last|first|this|that|next) )*{_STYLES}{_PASSED}",
        rf"\b(?:since|before|after){_END}",
        rf"\b(?:since|before|after|until|till) (?:the )?\w+ (?:was|were|got|became|had been|went|came)\b{_MORE}{{0,2}}",
        rf"\b(?:recently|lately|currently|nowadays|at present|at the moment|these days){_END}",
        rf"{_EDGE}(?:recently|lately|currently|nowadays)\b{_MORE}{{0,2}}",
        # how often, and how many
        rf"\b{_HAPPENED} (?:(?:at least|more than|fewer than|less than) )?{_TIMES}(?! (?:an?|each|every|per|the) )",
        r"\b(?:at least|at most|more than|fewer than|less than|no more than|exactly) "
        rf"{_NUMBER} {_STYLES}(?:{_SEVERAL}|{_COUNCILS})",
        rf"\b(?:never|always|still|no longer|currently|recently|lately)(?: been| be| got| being| just)? {_JUDGED}",
        rf"\b(?:not|n[’']t) [\w’'-]+ (?:any ?more|any longer){_END}",
        rf"\b(?:every|each) (?:single )?{_STYLES}(?:{_PAPER}|{_COUNCILS})(?! (?:to|by)\b)",
        rf"\b(?:the )?(?:most|least) {_RANKED}",
        rf"\b(?:the )?(?:most|least){_END}",
    )
)
_NOT_LIMITS = re.compile(
    r"\b(?:not (?:only|just|sure)|not[ -]for[ -]profit|no (?:child|one|body|idea|wrong door|doubt)|if only|only child(?:ren)?"
    r"|last (?:resort|minute)|first[- ]time|first (?:aid|language|response|placement|instance|contact)|at (?:long )?last|at first"
    r"|first and foremost|last but not least|after care|before and after school|just (?:about|in time|in case)|each other"
    r"|every child)\b",
    re.I,
)
_WORDS = re.compile(r"\b(?:" + "|".join(sorted(LIMITING_WORDS, key=len, reverse=True)) + r")\b", re.I)
_ONLY = re.compile(r"\b(?:only|just|solely|exclusively)\b", re.I)
_AROUND = 2  # words to each side of a limiting word that is quoted by itself


def unread_limits(text: str, read: Iterable[Span], topic: str) -> tuple[str, ...]:
    """Quote the words that limit a question and that neither its scope expresses nor its topic can ask for.

    Args:
        read: the spans that the scope was read from.
        topic: the words that are searched for; a limiting word that was taken out of them and lies in no span was lost.
    """
    read = list(read)
    taken = read + [match.span() for match in _NOT_LIMITS.finditer(text)]
    limits: list[Span] = []
    for span in _limiting_spans(text):
        # a scope lets nothing else in, so that "only" beside what it was read from is heeded
        core = span if _ONLY.search(text, *span) and overlaps(span, read) else _core(text, span)
        if overlaps(core, taken):
            taken.append(core)
        else:
            limits.append(span)
    limits += list(_lost(text, [*taken, *limits], topic))
    return tuple(dict.fromkeys(text[start:end].strip(" ,;:.?!()") for start, end in _merged(limits)))


def _limiting_spans(text: str) -> Iterator[Span]:
    return (match.span() for pattern in _LIMITS for match in pattern.finditer(text))


def _core(text: str, span: Span) -> Span:
    """The limiting word itself in a span that quotes more around it."""
    match = _WORDS.search(text, *span)
    return match.span() if match else span


def _lost(text: str, taken: Sequence[Span], topic: str) -> Iterator[Span]:
    """The limiting words that stand neither in a span nor in the topic, with the words around them."""
    kept = Counter(words(topic))
    for match in _WORDS.finditer(text):
        if overlaps(match.span(), taken):
            continue
        own = words(match.group())
        if all(kept[word] > 0 for word in own):
            kept.subtract(own)
        else:
            yield _around(text, match.span())


def _around(text: str, span: Span) -> Span:
    """A span with the words beside it, as far as the clause goes."""
    before = re.search(rf"(?:[\w’'-]+ ){{0,{_AROUND}}}$", text[: span[0]])
    after = re.match(rf"(?: [\w’'-]+){{0,{_AROUND}}}", text[span[1] :])
    return (before.start() if before else span[0]), span[1] + (after.end() if after else 0)


def _merged(spans: Iterable[Span]) -> list[Span]:
    """Spans in order, those that overlap made one."""
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], end))
        else:
            merged.append((start, end))
    return merged
