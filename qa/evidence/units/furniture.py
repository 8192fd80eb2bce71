"""Sentences that a report or letter needs and that answer nothing: who came and how, thanks, what comes next, addresses."""

import re
from enum import StrEnum


class Furniture(StrEnum):
    """Kinds of furniture."""

    LETTER = "letter"  # thanks, addresses, copies, what the inspectorate will do next
    METHOD = "method"  # how the inspection was carried out, under which act, by whom
    LOOKED_AT = "looked at"  # what was looked at; it answers only a question for that


_INSPECTORS = r"(?:the )?(?:(?:her|his) majesty.s )?(?:inspectors?|inspection team|review team|hmi)"
_PATTERNS = {
    Furniture.LOOKED_AT: (
        rf"\W*{_INSPECTORS} (?:also )?(?:looked (?:closely )?at|considered|reviewed|evaluated|examined|focused on|visited|met with"
        r"|spoke (?:to|with))\b"
        r"(?!.{0,200}\b(?:found|saw|noted|concluded|identified|because|too|not|to be)\b)",
        r"\W*(?:this|the) (?:visit|inspection|letter|evaluation) (?:focused|focuses|looked|considered|was focused"
        r"|included an evaluation)\b",
    ),
    Furniture.METHOD: (
        rf"\W*{_INSPECTORS} (?:for this visit|consisted|were|was|for the (?:visit|inspection))\b"
        r"(?!.{0,30}(?:concerned|impressed|told|unable|not|satisfied|assured|pleased|confident))",
        r"\W*(?:this|the) (?:visit|inspection|review|report)\b.{0,60}\b(?:was|were|is|has been) (?:carried out|conducted"
        r"|undertaken|produced|led)"
        r"\b.{0,40}\b(?:in line|under|by|in accordance|between|over|on)\b",
        r"\W*ofsted (?:produces|is leading|carried out|inspects|expects)\b",
        r"\W*they read (?:case )?files\b",
        r"\W*wherever possible,? (?:they|inspectors) (?:talked|spoke)\b",
        r"\W*in addition,? the inspectors have tried\b",
        r"\W*inspectors have looked closely\b",
        r"\W*this (?:letter|report) (?:summarises|sets out|outlines|describes)\b",
        r"\W*this also includes children and young people who are looked after\b",
        r"\W*it is ofsted.s expectation\b",
        r"\W*(?:a )?(?:range|variety) of evidence was considered\b",
    ),
    Furniture.LETTER: (
        r"\W*(?:i am|we are|i|we) (?:writ(?:ing|e)|cop(?:ying|ied|y)|have copied|am copying)\b",
        r"\W*(?:thank you|i would like to thank|we would like to thank|please (?:pass|convey|thank))\b",
        r"\W*(?:dear (?:\w+ )?colleagues?|yours? (?:\w+ ){0,3}(?:sincerely|faithfully))\b",
        r"\W*(?:ofsted|inspectors|we|i) will (?:take|use|consider|return|visit|monitor|continue to monitor|share)\b",
        r"\W*the director of children.s services should (?:prepare|send)\b",
        r"\W*this letter (?:will be|is being|has been) (?:published|copied)\b",
        r"\W*\(recommendation\b[^)]*\)?\W*$",
        r".*(?:\b[\w.+-]+@[\w-]+\.[\w.]+|\bwww\.\w|\bhttps?:).*$",
    ),
}
_FORMS = {kind: [re.compile(pattern, re.I) for pattern in patterns] for kind, patterns in _PATTERNS.items()}
# A postcode has capital letters: without this, "as at 31 3rd" could be read as one.
_POSTCODE = re.compile(r"\b[A-Z]{1,2}\d[\dA-Z]? \d[A-Z]{2}\b")


def furniture_of(text: str) -> Furniture | None:
    """The kind of furniture that a unit is; None if it may say something."""
    if _POSTCODE.search(text):
        return Furniture.LETTER
    for kind, patterns in _FORMS.items():
        if any(pattern.match(text) for pattern in patterns):
            return kind
    return None
