"""The topic of a question: the words that are left when those of its scope are taken out."""

import re
from collections.abc import Iterable, Sequence

from index.lexical import STOPWORDS, words
from qa.question.exclusion import Span

# What is asked where nothing but a place and a time is named.
OVERVIEW = "overall effectiveness judgement, strengths and what needs to improve"

_BODIES = frozenset("authority authorities council councils local la las ones".split())
_TAKEN = "\0"  # stands for a name, a year or a grade that is taken out
_PAPER = "\1"  # stands for a document that is taken out: "the last focused visit letter"

# Wording around a topic, which would only mislead the ranking.
_SAYS = r"(?:say|said|find|found|think|thought|report|describe|state|conclude|mention|tell us|ask|discuss|agree|hear|note|raise)s?"
_WORDING = [
    r"^\W*(?:what|how|where|when|which|who)? ?(?:did|do|does|has|have)? ?(?:ofsted|inspectors?|the report|reports?) "
    r"(?:say|said|find|found|think|thought|report|describe|state|conclude)s? ?(?:about|on|of|that|in relation to|regarding)?\b",
    r"^\W*(?:what|how) (?:did|does|do) (?:the )?(?:\w+ ){0,2}?(?:inspection|report|letter|visit)s?(?: of| on| to| at| in)?,? "
    r"(?:say|find|conclude|state|describe)s? ?(?:about|on)?\b",
    rf"^\W*(?:what|how|which|were|was|did|do|have|has)? ?(?:questions |concerns )?(?:did|does|do|has|have)? ?(?:the )?{_PAPER},? "
    rf"(?:been )?(?:{_SAYS}|told|asked)(?: us)? ?(?:about|on|of|that|in relation to|regarding)?(?!\w)",
    r"\bwhat (?:was|is) (?:said|found|reported) (?:about|on)\b",
    r"^\W*what (?:do|does|did) do about\b",
    r"\b(?:according to|in|at|from|after|of|by|for|across|during|before) (?:its|the|their|that|this|our)(?: latest| last| most recent)?"
    r"(?: ofsted| ilacs| full)? (?:inspection reports?|inspections?|reports?)\b",
    r"\baccording to (?:ofsted|inspectors)\b",
    r"^\W*(?:precedents?|examples?)\b:?",
    r"^\W*(?:list|show(?: me)?|name)\b(?: all)?(?: the)?",
    r"^\W*(?:compare|comparison of|contrast|difference between)\b(?: what was said about| how)?"
    r"(?:\s+(?:us\s+)?(?:on|about|for|in terms of)\b)?",
    r"\bwhich (?:authorities|authority|councils?|local authorities|areas|las)\b(?: were| was| has| have| had)?(?: told)?(?: that)?",
    r"\b(?:authorities|councils) (?:where|that|which|who)\b",
    r"\bofsted(?:['’]s)?\b",
    r"^\W*(?:were|was|are|is) there (?:any |some |ever )?(?:problems?|issues?|concerns?|worries|findings?|criticisms?) "
    r"(?:with|about|around|in|on|of|at|over)\b",
    r"^\W*(?:is|are|was|were) +(?:any|it any) good (?:for|at|with|on|about)\b",
    r"^\W*how (?:good|bad|well) (?:is|are|was|were|does|do|did)\b",
    r"^\W*(?:what (?:do|does|did) (?:think|make) of|tell (?:me|us) (?:more )?about|i (?:want|need) to know about|anything (?:on|about))\b",
    r"^\W*how (?:did|do|does|has|have|had)\b(?=.*\bchange[ds]?(?: over time)?\W*$)",
    r"(?:\b(?:what|any) (?:has |have )?)?\bchange[ds]?(?: over time)?\W*$|\bover time\b|^\W*what (?:has )?changed\b(?: (?:in|for))?"
    r"|\bany changes? (?:in|to)\b",
    rf"(?:\b(?:according to|in|at|from|after|of|by|for|across|during|with|on|through|to)\s+)?"
    rf"(?:\b(?:the|its|their|that|this|our|a|an|any|all|each)\s+)?"
    rf"{_PAPER}(?:['’]s?)?(?:[\s,]*(?:\b(?:and|or|v|vs|versus)\b|&)?(?=[\s,]*(?:the\s+)?{_PAPER}))?"
    r"(?:\s+(?:of|to|at|in|on|about|for|into|that)\b)?",
]
_WORDING_PATTERNS = [re.compile(pattern, re.I) for pattern in _WORDING]

# What is left dangling at either end where a name or a year stood.
_LOOSE = r"(?:in|for|at|of|to|and|on|between|from|the|an?|after|but|not|except|v|vs|when|among|across)\b"
_LOOSE_START = re.compile(r"^[\s,:;.()\-–]*(?:(?:in|for|at|of|and|on|v|vs)\b[\s,:;.()\-–]*)*", re.I)
_LOOSE_END = re.compile(rf"(?:(?<=\s){_LOOSE}[\s?.,:;()\-–]*)*[?.,:;()\-–\s]*$", re.I)
# A name or a year that is taken out, with the words that only tie it to the rest: "in … County Council's", "… and …".
_TIED = re.compile(
    r"(?:\b(?:in|for|at|of|to|by|with|from|between|and|or|v|vs|versus|across|within|among|amongst|throughout)\s+)?"
    rf"{_TAKEN}"
    r"(?:\s*(?:(?:county|city|borough|metropolitan|district|unitary)\s+)*council\b|\s+(?:cc|mbc|mdc|bc|lbc|la)\b)?(?:['’]s\b|['’](?!\w))?"
    rf"(?:[\s,]*(?:\b(?:and|or|v|vs|versus)\b|&)?(?=[\s,:]*(?:the\s+)?{_TAKEN}))?",
    re.I,
)


def find_topic(text: str, taken: Iterable[Span], papers: Iterable[Span] = ()) -> str:
    """Take the words of the scope out of a question, with those that only tie them to the rest.

    Args:
        papers: the spans that name documents ("the last focused visit"), which leave more wording behind.
    """
    letters = list(text.replace(_TAKEN, " ").replace(_PAPER, " "))
    marked = _merged([(span, _TAKEN) for span in taken] + [(span, _PAPER) for span in papers])
    for (start, end), mark in reversed(marked):
        letters[start:end] = [mark]
    topic = _TIED.sub(" ", "".join(letters))
    for pattern in _WORDING_PATTERNS:
        topic = pattern.sub(" ", re.sub(r"\s+", " ", topic).strip())
    topic = re.sub(r"\s+([,.:;?])", r"\1", re.sub(r"\s+", " ", topic).strip())
    topic = _LOOSE_START.sub("", _LOOSE_END.sub("", topic)).strip()
    return topic if set(words(topic)) - STOPWORDS - _BODIES else OVERVIEW


def _merged(spans: Sequence[tuple[Span, str]]) -> list[tuple[Span, str]]:
    """The spans in order; of those that overlap, one over them all."""
    merged: list[tuple[Span, str]] = []
    for (start, end), mark in sorted(spans, key=lambda one: (one[0][0], -one[0][1])):
        if merged and start < merged[-1][0][1]:
            (first, last), before = merged[-1]
            merged[-1] = ((first, max(last, end)), before)
        else:
            merged.append(((start, end), mark))
    return merged
