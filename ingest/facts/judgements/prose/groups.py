"""Areas that are named together: "the other three", "all bar one", and what a paper says of the exception."""

import re
from collections.abc import Sequence

from ingest.facts.judgements.words import GRADE_IN_PROSE, Mention
from ingest.vocabulary import Area

_NAMED_SOON = 60  # characters between "all areas except" and the name of the exception
_EXCEPT = re.compile(
    r"\b(?:bar(?:ring)?|except(?:ing|ed)?(?: for)?|apart from|aside from|save(?: for)?|excluding"
    r"|with the (?:sole |single |one |lone )?exception of"
    r"|the (?:sole |single |one |lone |only )?exception(?: being)?|but for|but(?= one\b))(?=\W)",
    re.I,
)
_OTHERS = re.compile(
    r"\b(?:everything else|(?:the|all|its|all the) (?:(?:two|three) (?:other|remaining)|(?:other|remaining)(?: two| three)?)"
    r" (?:areas?|judge?ments?|sub-?judge?ments?|categor(?:y|ies)|grades|counts|measures)"
    r"|the (?:other|remaining) (?:two|three)\b(?! \w+s\b)|the (?:remainder|rest)(?! of (?!the (?:areas"
    r"|judge?ments|sub-?judge?ments|categories|grades|children['’]s service))))",
    re.I,
)
_PARTS = (Area.LEADERS, Area.HELP_AND_PROTECTION, Area.IN_CARE)


def with_others(text: str, mentions: list[Mention], named: Sequence[Area]) -> list[Mention]:
    """Add the areas that "the other areas" stand for, where the text or the one before names some.

    Only those areas that every full inspection judges are meant for certain.

    Args:
        text: the sentence.
        mentions: the areas that it names.
        named: the areas that the sentences before gave grades for.
    """
    known = {area for one in mentions for area in one.areas} | set(named)
    left = tuple(area for area in _PARTS if area not in known)
    if not known - {Area.OVERALL} or not left:
        return mentions
    found = [Mention(left, match.start(), match.end(), others=True) for match in _OTHERS.finditer(text)]
    free = [one for one in found if not any(one.start < other.end and other.start < one.end for other in mentions)]
    return sorted([*mentions, *free], key=lambda one: one.start)


def exceptions(text: str, mentions: Sequence[Mention]) -> tuple[int, tuple[Area, ...]] | None:
    """Find "except care leavers": where the words stand and the areas that they except, none where the sentence names none.

    Args:
        text: the sentence.
        mentions: the areas that it names.
    """
    match = _EXCEPT.search(text)
    if not match or not any(len(one.areas) > 1 for one in mentions if one.start < match.start()):
        return None
    near = [one for one in mentions if match.end() <= one.start and len(one.areas) == 1]
    if not near or near[0].start - match.end() > _NAMED_SOON:
        return match.start(), ()
    run = near[:1]
    for one in near[1:]:
        if GRADE_IN_PROSE.search(text, run[-1].end, one.start) or not re.fullmatch(
            r"(?:,| and|, and|&|\s)+(?:the |for )?", text[run[-1].end : one.start]
        ):
            break
        run.append(one)
    return match.start(), tuple(area for one in run for area in one.areas)


def without(group: Sequence[Area], excepted: Sequence[Area]) -> tuple[Area, ...]:
    """Leave the exceptions out of a group, and the whole, which then does not follow from the parts."""
    return tuple(area for area in group if area not in excepted and area is not Area.OVERALL)
