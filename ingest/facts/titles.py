"""The title that Kloe shows for a document."""

import re
from collections.abc import Iterator, Sequence
from pathlib import PurePath

from ingest.facts.head import Head
from ingest.vocabulary import Kind

_LONGEST = 160  # characters of a title
_NAMED_BY_KIND = (
    Kind.ILACS, Kind.SINGLE, Kind.FOCUSED_VISIT, Kind.MONITORING_VISIT, Kind.AREA_SEND, Kind.JOINT,
)  # fmt: skip
_FURNITURE = re.compile(
    r"(?:(?:printed |draft )?(?:agenda item|minutes|agenda and (?:draft |printed )?minutes|"
    r"agenda(?: item)?(?: no\.?)? ?\d*)|(?:issue|decision) "
    r"(?:details|- meetings)|issue [-–] meetings|public (?:document|reports?) pack|home(?:\s*[>/»›|].*)?|breadcrumbs?\b.*|"
    r"skip to .*|search(?: (?:this|the) site)?|menu|news|"
    r"local news|latest news|share|tweet|save|print|you are (?:here|reading)\b.*|by [\w.'’ -]{3,50}|committee system|subscribe to .*|"
    r"(?:first )?(?:published|updated|posted|last updated)\b.*|(?:date|contact|venue|time|place|report of|"
    r"decision ma(?:ker|de)\b.*?)\s*[:|].*|\d[\d:.,/ ]*(?:am|pm)?|"
    r"page \d+.*|get a weekly e-?mail .*|.{0,12}\d{1,2}(?:st|nd|rd|th)? \w+,? \d{4}\b.{0,12}|draft|accept .*cookies.*|cookies.*)\W*",
    re.I,
)
_COMMITTEE = re.compile(
    r"(?im)^\W*(?:item \d+\W+)?(?:meeting(?: of|:)|"
    r"considered by)\s+(?:the )?(?:\d[\d/]+ - )?(?P<name>[A-Z][^\n\d|]{5,90}?)\s*(?:[-–,(|]|\bon\b|$)"
)
_ITEM = re.compile(r"(?i)\A\W*(?:agenda item|issue (?:details|[-–] meetings))\b")
_BODY = re.compile(r"(?i)\b(?:committee|panel|board|cabinet|commission|council|forum|executive)\b")


def make_title(head: Head, kind: Kind, authorities: Sequence[str], path: PurePath) -> str:
    """Give authority and kind for a report or letter of Ofsted's, the first telling line of any other document.

    Args:
        head: the text; the title that the file gives beside it serves where no line tells.
        kind: the document's kind.
        authorities: those that it is about.
        path: its path; the file's name is the last resort.
    """
    if kind in _NAMED_BY_KIND:
        place = " and ".join(filter(None, [", ".join(authorities[:-1]), *authorities[-1:]]))
        return f"{place}: {kind.label}" if place else kind.label[0].upper() + kind.label[1:]
    telling = next(_telling(head.text.splitlines()), None) or next(_telling([head.title]), None)
    if telling is None:
        return path.stem
    return f"{telling}{_committee(head.text, telling) if kind is Kind.MINUTES else ''}"[:_LONGEST]


def _telling(lines: Sequence[str]) -> Iterator[str]:
    """Give the lines that could be a title: no furniture, and long enough to tell something."""
    for line in lines:
        words = line.strip("#|•* ")
        if len(words) > 12 and not _FURNITURE.fullmatch(words):
            yield words


def _committee(text: str, title: str) -> str:
    """Give the committee that an item's own page names, in brackets."""
    match = _COMMITTEE.search(text) if _ITEM.match(text) else None
    name = match["name"].strip() if match else ""
    return f" ({name})" if _BODY.search(name) and name not in title else ""
