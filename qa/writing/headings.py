"""Checks a heading that a model put over quotations: it names what they are about in their own words, and judges nothing."""

import re
from collections.abc import Sequence

from qa.writing.checking import is_bearing, is_participle

_LONGEST = 8  # words
# Words that a heading may use although no quotation has them.
_NEUTRAL = frozenset(
    """a an and about across after arrangements around at before between by during experiences findings for from how in into of on other
    over practice services the their to under views what with work children""".split()
)
_STATES = frozenset("is are was were be been being am has have had do does did it they this these that".split())
# Words that judge, with their forms; a heading has none of them, whatever the quotations say of what.
_JUDGING = re.compile(
    r"(?:(?:in|un)?(?:effective|adequate|appropriate|sufficient|consistent|suitable|timely|stable|clear|safe|satisfactory)|good|better|best|bad|worse|"
    r"worst|poor|strong|weak|robust|excellent|outstanding|positive|negative|high|low|great|strength|weakness|fail|lack|gap|delay|drift|"
    r"shortage|shortfall|deficit|deficien|problem|difficult|concern|success|excellen|improv|progress|declin|deteriorat|worsen|harm|"
    r"neglect(?:ful|ed)|danger|serious|significan|major|urgent|widespread|systemic|thorough|rigor|meticulous|sensitiv|skil|ambiti|proud|"
    r"commit|passion|dedicat|innovat|creativ|impressive|quick|slow|prompt|swift|late\b|early(?! help| years| intervention| permanence)|"
    r"regular|frequent|rare|requires|solid|sound|secure\b|limited|variab|vari|mixed|patchy|complacen|inadequa|excessive|too\b|very\b|"
    r"praise|critici|blame|excel|best|flaw|mistake|error|breach|unlawful|illegal|scandal|crisis|collapse)\w*"
)
_ENDING = re.compile(r"\w{3,}(?:ly|ive|ful|less|ous|able|ible)")
_NAMING = frozenset(
    """family early only assembly supply monthly weekly adoptive executive collective comparative objective perspective initiative
    legislative vulnerable disabled previous religious table""".split()
)


def fault_of(heading: str, quotes: Sequence[str]) -> str:
    """Say why a heading cannot stand over quotations; empty if it can."""
    words = re.findall(r"[^\W_]+(?:['’-][^\W_]+)*", heading)
    if not words:
        return "it has no words"
    if len(words) > _LONGEST:
        return f"it has more than {_LONGEST} words"
    if re.search(r"[^\w\s,&'’()-]", heading):
        return "it has signs that a heading does not need"
    quoted = {
        form for quote in quotes for word in re.findall(r"[^\W_]+(?:['’-][^\W_]+)*", quote) for form in _forms(word)
    }
    for word in words:
        if reason := _fault(word, quoted, heading):
            return reason
    return ""


def _fault(word: str, quoted: set[str], heading: str) -> str:
    lower = _plain(word)
    if lower in _NEUTRAL:
        return ""
    if not _forms(word) & quoted:
        return f"“{word}” is not in the quotations"
    if any(char.isdigit() for char in word):
        return f"“{word}” is a figure"
    at = heading.lower().find(lower)
    judges = _JUDGING.fullmatch(heading.lower()[at:].split(" ", 1)[0].strip(",()")) and _JUDGING.match(
        heading.lower()[at:]
    )
    ends = _ENDING.fullmatch(lower) and lower not in _NAMING
    if judges or ends or is_bearing(lower) or lower in _STATES or (is_participle(lower) and lower not in _NAMING):
        return f"“{word}” judges or states something"
    return ""


def _plain(word: str) -> str:
    return re.sub(r"['’]s?$", "", word.lower())


def _forms(word: str) -> set[str]:
    """A word without a genitive, in the singular and the plural."""
    plain = _plain(word)
    return {plain, plain.removesuffix("s"), *(plain.split("-") if "-" in plain else ())}
