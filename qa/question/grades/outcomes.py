"""The outcomes of area SEND inspections by which a question picks documents: "areas with widespread failings"."""

import re
from dataclasses import dataclass

from ingest import AreaOutcome
from qa.question.spans import Span

_SEND = r"(?:send|special educational needs|local area partnerships?|area send)"
_NOUN = (
    r"(?:(?:(?:area )?send|inspection|area|overall) )*"
    r"(?:outcomes?|results?|verdicts?|judge?ments?|findings?|experiences?(?: and outcomes)?|inspections?|reports?)"
)
# Each outcome with the adjective that stands for it, and what the adjective may describe besides an outcome.
_NAMES = (
    (
        AreaOutcome.WIDESPREAD,
        r"(?:widespread|systemic)(?:(?: and/or | and | or |/)(?:widespread|systemic))?",
        rf"(?:{_SEND} )?(?:failings?|failures?|concerns)",
    ),
    (AreaOutcome.INCONSISTENT, r"inconsistent", rf"for {_SEND}"),
    (AreaOutcome.POSITIVE, r"(?:typically )?positive", rf"for {_SEND}"),
)
_NEGATION = r"(?: not| never|n['’]t| other than| anything but| less than)"


def _form(number: int, adjective: str, noun: str) -> str:
    """Give the pattern for "with widespread failings", "a positive SEND outcome" and "SEND outcomes that were inconsistent"."""
    before = rf"(?:(?:with|got|had|given|found(?: to have)?|having) )?(?:an? |the )?{adjective}(?: {_NOUN}| {noun})"
    behind = (
        rf"{_SEND} {_NOUN}(?: (?:where|whose|in which)(?: the| its| their)? {_NOUN})?(?: that| which)?(?: was| were"
        rf"| is| are)?{_NEGATION}? {adjective}(?: {noun})?"
    )
    return rf"(?P<o{number}>\b(?:{before}|{behind})\b(?:(?: in| for| of)(?: their| its)? {_SEND}\b)?)"


_OUTCOME = re.compile(
    "|".join(_form(number, adjective, noun) for number, (_, adjective, noun) in enumerate(_NAMES))
    + r"|(?P<alone>\btypically positive\b)",
    re.I,
)
_NOT = re.compile(
    r"(?:\b(?:not|never|without|avoided|escaped|no|other than|except|anything but|less than)|n['’]t)(?: \w+){0,2}\W*$",
    re.I,
)
_ASKS_OF_SEND = re.compile(rf"\b{_SEND}\b", re.I)
_IS_AN_OUTCOME = re.compile(r"and/or systemic|typically positive", re.I)


@dataclass(frozen=True)
class Outcomes:
    """The outcomes that a question names, and the spans that name them."""

    outcomes: tuple[AreaOutcome, ...] = ()
    spans: tuple[Span, ...] = ()


def find_outcomes(text: str) -> Outcomes:
    """Find the outcomes by which a question that names no authority picks its documents.

    "Widespread failings" and "inconsistent experiences" may be said of anything: they are an outcome where SEND is named.
    """
    found: dict[AreaOutcome, None] = {}
    spans: list[Span] = []
    for match in _OUTCOME.finditer(text):
        if not (_ASKS_OF_SEND.search(text) or _IS_AN_OUTCOME.search(match.group())):
            continue
        groups = match.groupdict()
        named = next((each for number, (each, *_) in enumerate(_NAMES) if groups[f"o{number}"]), AreaOutcome.POSITIVE)
        negation = _NOT.search(text, 0, match.start())
        if negation or re.search(rf"{_NEGATION}\b", match.group(), re.I):
            found.update(dict.fromkeys(outcome for outcome in AreaOutcome if outcome is not named))
        else:
            found[named] = None
        spans.append((negation.start() if negation else match.start(), match.end()))
    return Outcomes(tuple(found), tuple(spans))
