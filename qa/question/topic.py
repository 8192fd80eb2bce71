"""The topic of a question: the words that are left when those of its scope are taken out."""

import re
from collections.abc import Iterable, Sequence

from index.lexical import words
from qa.question.empty_words import BODIES_ALONE
from qa.question.spans import Span
from qa.question.wording import FRAMES, NO_SUBJECT, OPENING

# The topic of a question that names only a place and a time.
OVERVIEW = "overall effectiveness judgement, strengths and what needs to improve"

_SCOPE = "\0"  # stands for a name, a year or a grade that has been taken out
_PAPER = "\1"  # stands for a document that has been taken out: "the last focused visit letter"

# Wording around a topic, which would mislead the ranking.
_SAYS = (
    r"(?:say|said|find|found|think|thought|report|describe|state|conclude|mention|tell us|ask|discuss|agree|hear|note|raise"
    r"|resolve|decide|approve|endorse|recommend|request|vote|want|conclude)[sd]?"
)
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
    r"(?:\b(?:what|any) (?:has |have )?)?\bchange[ds]?(?: over time)?\W*$|\bover time\b|^\W*what (?:has )?changed\b(?: (?:in|for)\b)?"
    r"|\bany changes? (?:in|to)\b",
    rf"(?:\b(?:according to|in|at|from|after|of|by|for|across|during|with|on|through|to)\s+)?"
    rf"(?:\b(?:the|its|their|that|this|our|a|an|any|all|each)\s+)?"
    rf"{_PAPER}(?:['’]s?)?(?:[\s,]*(?:\b(?:and|or|v|vs|versus)\b|&)?(?=[\s,]*(?:the\s+)?{_PAPER}))?"
    r"(?:\s+(?:of|to|at|in|on|about|for|into|that)\b)?",
]
_WORDING_PATTERNS = [re.compile(pattern, re.I) for pattern in _WORDING]

# Words left dangling at either end where a name or a year was taken out.
_LOOSE = r"(?:in|for|at|of|to|and|on|between|from|the|an?|after|but|not|except|v|vs|when|among|across)\b"
_LOOSE_START = re.compile(r"^[\s,:;.()\-–]*(?:(?:in|for|at|of|and|on|v|vs)\b[\s,:;.()\-–]*)*", re.I)
_LOOSE_END = re.compile(rf"(?:(?<=\s){_LOOSE}[\s?.,:;()\-–]*)*[?.,:;()\-–\s]*$", re.I)
# A name or a year that has been taken out, with the words that tie it to the rest: "in … County Council's", "… and …".
_SCOPE_WITH_LINKS = re.compile(
    r"(?:\b(?:in|for|at|of|to|by|with|from|between|and|or|v|vs|versus|across|within|among|amongst|throughout)\s+)?"
    rf"{_SCOPE}"
    r"(?:\s*(?:(?:county|city|borough|metropolitan|district|unitary)\s+)*council\b|\s+(?:cc|mbc|mdc|bc|lbc|la)\b)?(?:['’]s\b|['’](?!\w))?"
    rf"(?:[\s,]*(?:\b(?:and|or|v|vs|versus)\b|&)?(?=[\s,:]*(?:the\s+)?{_SCOPE}))?",
    re.I,
)


def find_topic(text: str, scope_spans: Iterable[Span], papers: Iterable[Span] = ()) -> str:
    """Take the words of the scope out of a question, with those that only tie them to the rest.

    Args:
        scope_spans: the spans that name places, dates and grades.
        papers: the spans that name documents ("the last focused visit"); the wording that goes with them is taken out too.
    """
    letters = list(text.replace(_SCOPE, " ").replace(_PAPER, " "))
    marked = _merged([(span, _SCOPE) for span in scope_spans] + [(span, _PAPER) for span in papers])
    for (start, end), mark in reversed(marked):
        letters[start:end] = [mark]
    topic = OPENING.sub("", _SCOPE_WITH_LINKS.sub(" ", "".join(letters)))
    for pattern in (*FRAMES, *_WORDING_PATTERNS):
        topic = pattern.sub(" ", re.sub(r"\s+", " ", topic).strip())
    topic = re.sub(r"\s+([,.:;?])", r"\1", re.sub(r"\s+", " ", topic).strip())
    topic = _LOOSE_START.sub("", _LOOSE_END.sub("", topic)).strip()
    return topic if set(words(topic)) - BODIES_ALONE and not NO_SUBJECT.match(topic) else OVERVIEW


def _merged(marked: Sequence[tuple[Span, str]]) -> list[tuple[Span, str]]:
    """Put the spans in order and merge those that overlap; a merged span keeps the first one's mark."""
    merged: list[tuple[Span, str]] = []
    for (start, end), mark in sorted(marked, key=lambda item: (item[0][0], -item[0][1])):
        if merged and start < merged[-1][0][1]:
            (first, last), first_mark = merged[-1]
            merged[-1] = ((first, max(last, end)), first_mark)
        else:
            merged.append(((start, end), mark))
    return merged
