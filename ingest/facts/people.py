"""People's names in a list, with their posts and inspectorates."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

# What surrounds a name: a title, a post, the inspectorate. Two columns of a table come as one line.
_TITLE = re.compile(
    r"\b(?:(?:senior|designate) )*(?:S?HMIs?|AI|OI|SCRI|RI|(?:her|his) majesty[’']s inspectors?(?: \(HMIs?\))?)\b"
    r"(?: of (?:constabulary|probation|fire)"
    r"(?: (?:and|&) (?:fire|rescue)(?: (?:and|&) rescue)? services)?| probation| constabulary)?"
    r"|\b(?:ofsted|cqc|(?:the )?care quality commission|hmicfrs|hmip|estyn|social care|education|health|regulatory)\b"
    r"|\b(?:team|lead|deputy|associate|additional|shadow|seconded|contracted|specialist|children[’']s services)\b"
    r"|\b(?:inspection|quality assurance) managers?\b|\binspectors?\b|\bdesignate\b"
    r"|\b(?:senior|deputy director|director)\b.*|\b(?:mr|mrs|ms|miss|dr)\b\.?|[()]",
    re.I,
)
_WORD = r"[A-ZÀ-Þ][\w’'-]*[a-zß-ÿ](?:[A-Z][a-z]+)?"
_NAME = re.compile(rf"{_WORD}(?: (?:[A-Z]\.?|{_WORD})){{1,3}}")
# No part of a person's name, but of a body's.
_BODY = re.compile(
    r"\b(?:council|commission|inspectorates?|constabulary|probation|services?|authority|majesty|rescue|board|borough|county|city"
    r"|children|partnership|trust|nhs|police|department|secretary|state|school|office|quality|national|chief)\b",
    re.I,
)
_INSPECTORATES = (
    ("HMICFRS", r"\bHMICFRS\b|Inspector(?:ate|s)? of Constabulary|\bHMIC\b|HMI Constabulary"),
    ("HMI Probation", r"\bHMI ?Prob(?:ation)?\b|\bHMIP\b|Inspector(?:ate|s)? of Probation"),
    ("CQC", r"\bCQC\b|Care Quality Commission"),
    ("Estyn", r"\bEstyn\b"),
    ("CIW", r"\bCIW\b|Care Inspectorate Wales"),
    (
        "Ofsted",
        r"\bOfsted\b|\bS?HMIs?\b|(?:Her|His) Majesty[’']s Inspectors?|Regulatory Inspector|\bSCRI\b|\bOI\b",
    ),
)


@dataclass(frozen=True)
class Named:
    """A person in a list.

    Attributes:
        lead: the words beside the name call the person lead inspector.
        inspectorate: as the words beside the name tell it.
    """

    name: str
    lead: bool = False
    inspectorate: str | None = None


def inspectorate_in(words: str) -> str | None:
    """Give the inspectorate that these words name, or whose post they name; the first in the list if they name several."""
    return next((name for name, pattern in _INSPECTORATES if re.search(pattern, words, re.I)), None)


def named_in(names: str) -> Iterator[Named]:
    """Give each person of a list, without title and post, with what the list says of them up to the next name."""
    found = list(_names(names))
    for k, (start, end) in enumerate(found):
        after = names[end : found[k + 1][0] if k + 1 < len(found) else len(names)]
        lead = bool(re.search(r"\b(?<!deputy )lead(?: inspector)?\b", after, re.I))
        yield Named(names[start:end], lead, inspectorate_in(after))


def _names(names: str) -> Iterator[tuple[int, int]]:
    """Give `(start, end)` of each name."""
    bare = _TITLE.sub(lambda match: "," * len(match.group()), names)
    begin = 0
    for end in [*(match.span() for match in re.finditer(r"[,;|&]|\band\b", bare)), (len(bare), len(bare))]:
        part = bare[begin : end[0]]
        name = part.strip(" .:–-")
        start = begin + len(part) - len(part.lstrip(" .:–-"))
        if _NAME.fullmatch(name) and not _BODY.search(name):
            yield start, start + len(name)
        begin = end[1]
