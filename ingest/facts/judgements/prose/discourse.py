"""Grades over the sentences of a paragraph: whom they are about, "the same went for care leavers", "all bar one"."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from ingest.facts.judgements.guards import is_aim, is_of_others, is_own_view
from ingest.facts.judgements.prose.around import OFSTED
from ingest.facts.judgements.prose.same import split_same
from ingest.facts.judgements.prose.sentences import Told, read_sentence
from ingest.facts.judgements.prose.subjects import Topic, goes_on, topic_after, topic_of
from ingest.facts.judgements.words import GRADE_IN_PROSE, AnyGrade, Mention, find_areas
from ingest.sentences import sentence_spans
from ingest.vocabulary import Area

_SHORT = 70  # characters of "Leadership?" and of its answer
_ASKED = re.compile(r"^\W*(?:and |but )?(?:(?:what|how) about |what of |as for |on |for )?(?:the |its |their )?", re.I)
_ANSWERED = re.compile(
    r"^\W*(?:(?:also|again|just|another|still|a|an|it['’]s|that['’]s|that was|rated|judged|graded) ['‘“\"]?)*", re.I
)
_SAME = re.compile(
    r"^\W*(?:and |but )?(?:the same (?:is|was|went|goes|grade|verdict|mark|judge?ment|applies|applied|holds"
    r"|can be said|could be said)\b"
    r"|so (?:is|are|was|were|too|did|do|had|has|have)\b|(?:this|that|it|which) (?:is|was) (?:also|true|the (?:judge?ment"
    r"|grade|case|mark|rating))\b"
    r"|likewise\b|ditto\b|similarly\b)",
    re.I,
)
_SAME_AFTER = re.compile(
    r"\b(?:is|was|were|are|got|received|had) (?:given )?(?:exactly )?the same(?: (?:grade|mark|judge?ment"
    r"|rating|verdict))?\W*$|\b(?:likewise|ditto)\W*$",
    re.I,
)
_DENIED = re.compile(r"\b(?:not|never|cannot|hardly|unlikely|if|would|could|hope\w*)\b|n['’]t\b", re.I)
_ALL_OF_THEM = re.compile(
    r"^\W*(?P<all>all|each|both|every one)(?: of (?:them|these|those))? (?=(?:was|were|are|is|came|got|have"
    r"|had|has|received|scored|earned|gets?)\b)",
    re.I,
)


_THEIRS = re.compile(
    r"^\W*(?P<words>their (?:experiences?(?: and progress)?|services?|support|care)|(?:it|this|that|they"
    r"|these)(?= (?:was|were|is|are|has been|have been|had been|came out)\b))",
    re.I,
)


@dataclass(frozen=True)
class State:
    """What the sentences so far have brought up.

    Attributes:
        about: they speak of an inspection.
        topic: whom they are about.
        listed: the areas that the sentence before names.
        graded: the areas that the paragraph has given grades for.
        last: the grades that the sentence before tells.
    """

    about: bool = False
    topic: Topic = Topic.OWN
    listed: tuple[Area, ...] = ()
    graded: tuple[Area, ...] = ()
    last: tuple[Told, ...] = ()


def read_paragraph(text: str, authorities: Collection[str], before: State) -> tuple[list[tuple[Told, str]], State]:
    """Read the grades that a paragraph tells, each with its words, and what the next paragraph must know.

    Args:
        text: the paragraph.
        authorities: the names of those that the paper is about.
        before: what the paragraph before brought up.
    """
    state = State(about=before.about, topic=before.topic)
    if not goes_on(text):
        state = replace(state, topic=Topic.OWN)
    found: list[tuple[Told, str]] = []
    open_group: list[tuple[Told, str]] = []  # "all were good bar one", until the one is told
    for start, end, earlier in _sentences(text):
        sentence = text[start:end]
        topic = topic_of(sentence, state.topic, authorities)
        told = [] if topic is not Topic.OWN else _read(sentence, authorities, state)
        words = text[earlier:end] if told and not GRADE_IN_PROSE.search(sentence) else sentence
        if told and open_group:
            named = {one.area for one in told}
            found += [(one, tied) for one, tied in open_group if one.area not in named]
            open_group = []
        found += [(one, words) for one in told if not one.but_one]
        open_group += [(one, words) for one in told if one.but_one]
        state = State(
            bool(OFSTED.search(sentence)) or (state.about and start > 0),
            topic_after(sentence, topic, authorities),
            tuple(area for one in find_areas(sentence) for area in one.areas if len(one.areas) == 1),
            tuple(dict.fromkeys((*state.graded, *(one.area for one in told)))),
            tuple(told),
        )
    return found, state


def _sentences(text: str) -> Iterator[tuple[int, int, int]]:
    """Give `(start, end)` of each sentence, a question and its answer as one, and the start of the one before."""
    spans = sentence_spans(text)
    earlier = held = -1
    for place, (start, end) in enumerate(spans):
        begin = held if held >= 0 else start
        held = -1
        if place + 1 < len(spans) and _asks_and_answers(text[begin:end], text[slice(*spans[place + 1])]):
            held = begin
            continue
        yield begin, end, earlier if earlier >= 0 else begin
        earlier = begin


def _asks_and_answers(question: str, answer: str) -> bool:
    """True for "Leadership?" and "Outstanding."."""
    if not question.endswith("?") or len(question) > _SHORT or len(answer) > _SHORT:
        return False
    named = sum(one.end - one.start for one in find_areas(question))
    asked = _ASKED.sub("", question)
    return named * 2 > len(asked) and bool(GRADE_IN_PROSE.match(_ANSWERED.sub("", answer)))


def _read(sentence: str, authorities: Collection[str], state: State) -> list[Told]:
    plain = re.sub(r"\?(?= )", ":", sentence) if len(sentence) < 2 * _SHORT and find_areas(sentence) else sentence
    before, same, after = split_same(plain)
    if not same:
        return _of_sentence(plain, authorities, state)
    told = _of_sentence(before, authorities, state) if before.strip() else []
    told += _same_again(same, told or state.last, authorities)
    return told + (
        _of_sentence(after.lstrip(" ,;–—"), authorities, replace(state, about=True)) if after.strip(" .;") else []
    )


def _of_sentence(plain: str, authorities: Collection[str], state: State) -> list[Told]:
    if not GRADE_IN_PROSE.search(plain):
        return _same_again(plain, state.last, authorities)
    return read_sentence(plain, authorities, state.about, state.graded, _pointing_back(plain, state.listed))


def _pointing_back(sentence: str, listed: Sequence[Area]) -> list[Mention]:
    """Read "All" and "Their experiences" at the start of a sentence as the areas that the sentence before names."""
    areas = tuple(dict.fromkeys(listed))
    if (match := _ALL_OF_THEM.match(sentence)) and len(areas) > 1:
        return [Mention(areas, match.start("all"), match.end("all"))]
    if (match := _THEIRS.match(sentence)) and len(areas) == 1 and not re.search(r"\bover ?all\b", sentence, re.I):
        return [Mention(areas, match.start("words"), match.end("words"))]
    return []


def _same_again(sentence: str, last: Sequence[Told], authorities: Collection[str]) -> list[Told]:
    """Read "The same went for care leavers": the grade of the sentence before, where that told one."""
    grades: set[AnyGrade] = {one.grade for one in last if not one.older}
    if (
        not grades
        or _DENIED.search(sentence)
        or not (_SAME.search(sentence) or _SAME_AFTER.search(sentence) or split_same(sentence)[1])
    ):
        return []
    if is_aim(sentence) or is_own_view(sentence, "") or is_of_others(sentence, "", authorities):
        return []
    model = [one for one in last if not one.older][-1]
    areas = dict.fromkeys(area for one in find_areas(sentence) for area in one.areas)
    return [replace(model, area=area, but_one=False) for area in areas]
