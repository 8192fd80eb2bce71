"""Names of councils that are not in the list: of a reorganisation to come, of a district, of a country beyond England."""

import re

from ingest.authorities import names_in_list

_POINT = re.compile(
    r"\b(?:North|South|East|West|Mid|Central|Greater|Upper|Lower|New|Inner|Outer)(?:[ -](?:East|West))?[\s-]+$"
)
_HAS_POINT = re.compile(r"(?i)(?:north|south|east|west)\b")
_WRAPS = 40  # characters of a line that a paragraph can break off; a shorter one is a label of its own
_POINT_FOLDED = re.compile(_POINT.pattern, re.I)
_STYLE = re.compile(r"(?i)\b(?:the|london borough of|royal borough of|borough of|city of|county of|local authority)\b")
_REST = re.compile(r"(?i)\b(?:metropolitan|county|city|borough|district|unitary|council|children['’]s)\b.*")
# A phrase with one of these words, often in capitals, is the name of a service or a paper.
_NO_NAME = re.compile(
    r"(?i)\b(?:children|childrens|young|people|services?|social|care|local|area|authority|inspections?|ofsted|send|youth|justice|"
    r"adults?|partnership|report|reports|cabinet|committee|board|panel|scrutiny|school|schools|academy|full|our|your|this|that|we|"
    r"council|agenda|minutes|safeguarding|fostering|adoption|education|health|police|help|protection|need|an?|its|their|each|all|"
    r"improvement|planning|member|members|town|parish|student|executive)\b"
)
_WORD = r"(?:[A-Z][\w'’-]+|and|upon|of|with|on|in|the)"
_NAME = re.compile(rf"[A-Z][\w'’-]+(?: {_WORD}){{0,4}}")


def of_another(text: str, start: int | None = None) -> bool:
    """True if a listed name in `text` is only part of another's name: "West Surrey" is not Surrey.

    Args:
        text: as printed; a word for a point of the compass counts only with a capital.
        start: where the name begins; left out, the first listed name is meant.
    """
    if start is None:
        mentions = names_in_list().find(text)
        if not mentions:
            return False
        start = mentions[0].start
    before = _before(text, start)
    return bool(_POINT.search(before) or (text[start : start + 8].isupper() and _POINT_FOLDED.search(before)))


def _before(text: str, start: int) -> str:
    """Give the words before a name that can belong to it: none before "East Sussex", none from a label on the line above."""
    if _HAS_POINT.match(text, start):
        return ""
    before = text[max(0, start - 20) : start]
    line_end = text.rfind("\n", max(0, start - 20), start)
    if line_end < 0 or line_end - text.rfind("\n", 0, line_end) > _WRAPS:
        return before
    return text[line_end + 1 : start]


def whole_name(text: str, start: int, end: int) -> str:
    """Give the other's whole name, "West Surrey", of which `text[start:end]` is a listed name."""
    point = _POINT_FOLDED.search(_before(text, start))
    name = " ".join(f"{point.group() if point else ''}{text[start:end]}".split())
    return name.title() if name.isupper() else name


def unlisted_name(subject: str) -> str | None:
    """Give the name in a title's subject without "council" and the like; None if it does not look like a name."""
    name = _REST.sub("", _STYLE.sub("", " ".join(subject.split()))).strip(" ,.")
    if name.isupper():
        name = name.title().replace(" And ", " and ").replace(" Of ", " of ")
    return name if _NAME.fullmatch(name) and not _NO_NAME.search(name) else None
