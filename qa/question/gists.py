"""What a question wants told of the newest papers, apart from its subject: "main concerns about care leavers" wants concerns."""

import re
from collections.abc import Iterator

from index.lexical import words
from qa.question.empty_words import NO_TOPIC
from qa.question.intent.types import Gist, Purpose

# What may stand before the words that ask, and names no subject.
_BEFORE = frozenset(
    """what what's whats which where list give name show tell say says said me us you please pls so and also the a an all any some are is
    were was be do does did have has had there it they council its their our ofsted inspector inspectors found find main key biggest
    greatest top major most serious important principal current currently latest recent newest overall big single every everything
    thing things area areas point points that really still of in for as being been know full complete long raise raised raises set out
    identify identified highlight highlighted flag flagged note noted notes mention mentioned report reported made make see saw seen
    think thought""".split()
)
# What may stand after them.
_AFTER = frozenset(
    """raised found noted identified listed highlighted flagged made given set out mentioned reported there here then now currently today
    ofsted inspector inspectors they it by have has had did do does was were is are most please pls council service services
    children's facing""".split()
)
_BEFORE_CHANGE = frozenset(
    """how what has have had did does do is are was were the it they thing things council any been much far whether if there service
    services children's made overall quality really actually still""".split()
)
# What ties a subject to them: "concerns about the …".
_LINK = re.compile(
    r"(?:when it comes to|in (?:relation|regard) to|in terms of|to do with|relating to|about|of|with|in|for|on|over"
    r"|around|regarding|at|to|from"
    r"|concerning|the|its|their|how|any|that|is|are|was|were|and)\b[\s,:;–-]*",
    re.I,
)
_WORD = re.compile(r"[\w'’]+")
_CONCERNS = (
    r"(?:(?:areas? of )?concern(?:s|ed|ing)?|worr(?:y|ies|ied|ying)|problems?|issues?|weak(?:nesses|ness|est)"
    r"|weak (?:points?|spots?|areas?)"
    r"|critici[sz](?:ms?|ed?|ing)|failings?|failures?|shortcomings?|shortfalls?|challenges|negatives|unhappy|let down|going wrong|go wrong"
    r"|went wrong|(?:not|n['’]t) (?:going|working|doing|done|go|work|do) (?:so )?well|badly|bad(?= (?:about|at|points?)))"
)
_IMPROVE = (
    r"(?:(?:needs?|needed|needing|has|have|had|should|must|could|required|told|asked)(?: (?:it|they|the council|council))? (?:to )?(?:be )?"
    r"(?:improv(?:ed?|ing)|do(?:ne)? better|get better|be better|better|work on|put right|fix(?:ed)?)"
    r"|need (?:of )?improv(?:ing|ement)|areas? (?:for|of|in need of|needing|requiring|that needs?|which needs?) improvement"
    r"|improvements? (?:needed|required|areas?|priorities)|needs? improvements?|to (?:improve|do better|work on"
    r"|put right)|recommendations?|recommend(?:ed|s)?"
    r"|(?:areas? (?:for|of) )?priority (?:and immediate )?actions?|do better)"
)
_STRENGTHS = (
    r"(?:strengths?|strong(?:est)?(?: (?:points?|areas?|suits?))?|positives?|good (?:points?|things?|news|about|at)"
    r"|best (?:at|about|things?)"
    r"|praised?(?: for)?|commended(?: for)?|(?:do(?:es|ing)?|did|done|works?|working|go|going|goes|gone) (?:really |very |so )?well"
    r"|highlights?|successes|achievements|proud of)"
)
_LATEST = (
    r"(?:latest|newest|most recent|current)\b(?: (?:news|position|picture|state|update|word))?"
    r"(?= (?:on|about|for|with|regarding|in)\b|\W*$)"
)
_DOING = (
    r"^\W*how (?:is|are|was|were|has|have)(?: (?:it|they|things|we|the council|council))?(?: been)?"
    r" (?:doing|getting on|faring|performing|coming along|looking)"
)
_MOVED = (
    r"(?:improv(?:ed?|ing|ements?)|(?:got|get|gets|getting|gotten|become|becoming|grown)?\s*(?:any |much )?"
    r"(?:better|worse|stronger|weaker)(?:\s+or\s+(?:better|worse|stronger|weaker))?|chang(?:ed?|es|ing)|progress(?:ed|ing)?"
    r"|declin(?:ed?|ing)|deteriorat(?:ed?|ing)|worsen(?:ed|ing)?|mov(?:ed|ing) (?:on|forward)|turned (?:a )?(?:corner|round|around))"
)
_THAN_BEFORE = re.compile(
    r"\W*\b(?:(?:better|worse) )?than (?:it|they|things|we) (?:was|were|had been|used to be|did)\b.*$"
    r"|\W*\bthan (?:before|last time|in the past)\W*$"
    r"|\W*\b(?:got|getting|get|become|becoming) (?:any )?(?:better|worse)(?: or (?:better|worse))?\W*$"
    r"|\W*\bsince (?:then|last time|before)\W*$",
    re.I,
)


def _plain_pattern(core: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w'’]){core}(?!['’]?\w)", re.I)


_GISTS = (
    (Gist.IMPROVE, _plain_pattern(_IMPROVE)),
    (Gist.CONCERNS, _plain_pattern(_CONCERNS)),
    (Gist.STRENGTHS, _plain_pattern(_STRENGTHS)),
    (Gist.SUMMARY, re.compile(_LATEST, re.I)),
    (Gist.SUMMARY, re.compile(_DOING, re.I)),
)
_CHANGE = _plain_pattern(_MOVED)
_AUXILIARY = re.compile(r"\W*(?:(?:how|what|in what ways?|why) )?(?:has|have|had|did|does|do|is|are|was|were)\b", re.I)
_ENDS_CHANGING = re.compile(rf" (?:(?:really|actually|been) )?{_MOVED}\W*$", re.I)
_NAMES_GRADE = re.compile(
    r"\b(?:grades?|gradings?|ratings?|judge?ments?|rated|graded|judged|overall effectiveness)\b", re.I
)
# The purposes of questions that the newest papers may answer; those that count or choose councils read all that is held.
_TOLD = frozenset({Purpose.FINDING, Purpose.LIST, Purpose.OVERVIEW})


def read_gist(topic: str, purpose: Purpose, over_time: bool) -> tuple[Gist | None, str]:
    """What a question wants told, and the subject that it wants it told of; the topic as it is where it wants neither.

    Args:
        topic: the words that are left of the question; empty if none are.
    """
    if purpose is Purpose.CHANGE or (purpose is Purpose.COMPARISON and over_time):
        return _change(topic)
    for gist, subject in _read(topic):
        if purpose in _TOLD or (purpose is Purpose.YES_OR_NO and not subject and gist is not Gist.SUMMARY):
            return gist, subject
    return (Gist.SUMMARY if purpose is Purpose.OVERVIEW else None), topic


def _read(topic: str) -> Iterator[tuple[Gist, str]]:
    for gist, pattern in _GISTS:
        subject = _subject(topic, pattern, _BEFORE)
        if subject is not None:
            yield gist, subject


def _subject(topic: str, asking: re.Pattern[str], before: frozenset[str]) -> str | None:
    """The subject that stands after the words that ask; None if something else stands before them."""
    for match in asking.finditer(topic):
        if _words(topic[: match.start()]) <= before:
            return _plain(topic[match.end() :])
    return None


def _words(text: str) -> set[str]:
    return {word.group().lower().replace("’", "'") for word in _WORD.finditer(text)}


def _change(topic: str) -> tuple[Gist | None, str]:
    if _NAMES_GRADE.search(topic):  # "how has the overall grade changed" asks for a fact
        return None, topic
    rest = _THAN_BEFORE.sub("", topic)
    for text in (topic, rest):
        subject = _subject(text, _CHANGE, _BEFORE_CHANGE)
        if subject is not None:
            return Gist.CHANGE, _unless_empty(subject)
    opening, ending = _AUXILIARY.match(topic), _ENDS_CHANGING.search(topic)
    if opening and ending:  # "has supervision improved"
        return Gist.CHANGE, _unless_empty(topic[opening.end() : ending.start()].strip())
    return Gist.CHANGE, _unless_empty(rest)


def _unless_empty(subject: str) -> str:
    """A subject; empty where its words name only papers, councils and change."""
    return "" if NO_TOPIC.issuperset(words(subject)) else subject


def _plain(text: str) -> str:
    """The subject at the end of a question, without the words that tie it to what is asked."""
    at = 0
    while word := _WORD.search(text, at):
        if word.group().lower().replace("’", "'") not in _AFTER and not _LINK.match(text, word.start()):
            return text[word.start() :].strip(" \t,.:;?!–-")
        link = _LINK.match(text, word.start())
        at = link.end() if link else word.end()
    return ""
