"""Who inspected: the lead inspector on the first page, and every name in a team list, a letter's text or its signature."""

import re
from collections.abc import Iterator, Sequence

from ingest.document import Fact, Page, Passage
from ingest.facts.head import Head
from ingest.structure.headings import opens_details

_LEAD = re.compile(
    r"(?:[Ll]ead|[Rr]eporting) [Ii]nspectors?\s*:?\s*(?P<name>[A-ZÀ-Þ][^\n,;]{2,60}?)"
    r"(?=\s*[,;]|\s+[–-]\s|\s+(?:[Hh]er|[Hh]is)\s+[Mm]ajesty|\s+HMI\b|\s+Ofsted|\s+[Ss]enior|\s*\n|$)"
)
_ROLE = r"(?:deputy |additional |shadow |team |associate |lead |reporting |ofsted |cqc )*inspectors?(?: on site)?"
_FIELD = re.compile(rf"{_ROLE}\s*:\s*(?P<names>.+)|reporting inspector (?P<reporting>.+)", re.I)
_SENTENCE = re.compile(r"\bThe (?:\w+ )?inspectors (?:for this visit )?were:? (?P<names>[^.]+)")
_SIGNED = re.compile(r"yours? sincerely\W{0,9}(?P<names>[^\n]{5,60})\s*\n\W*(?:Her|His) Majesty", re.I)
# What surrounds a name: a title, a post, the inspectorate. Two columns of a table come as one line.
_TITLE = re.compile(
    r"\b(?:(?:senior|designate) )*(?:S?HMI|AI|(?:her|his) majesty[’']s inspectors?(?: \(HMI\))?)\b"
    r"|\b(?:ofsted|cqc|care quality commission|hmicfrs|hmi probation|social care|education|health)\b"
    r"|\b(?:team|lead|deputy|associate|additional|children[’']s services)\b"
    r"|\binspectors?\b|\bdesignate\b|\b(?:senior|deputy director|director)\b.*|\b(?:mr|mrs|ms|miss|dr)\b\.?|[()]",
    re.I,
)
_WORD = r"[A-ZÀ-Þ][\w’'-]*[a-zß-ÿ](?:[A-Z][a-z]+)?"
_NAME = re.compile(rf"{_WORD}(?: (?:[A-Z]|{_WORD})){{1,3}}")


def read_lead_inspector(head: Head) -> str | None:
    """Read the lead inspector's name as the first page prints it."""
    match = _LEAD.search(head.text)
    if not match:
        return None
    head.note("lead inspector", match["name"], match.start(), match.end())
    return match["name"]


def read_inspectors(pages: Sequence[Page], passages: Sequence[Passage]) -> list[Fact]:
    """Read each inspector's name, once, as a fact with its words and page."""
    inspectors: dict[str, Fact] = {}
    for names, words, page in _lists(pages, passages):
        for name in _names(names):
            inspectors.setdefault(name, Fact("inspector", name, words, page))
    return list(inspectors.values())


def _lists(pages: Sequence[Page], passages: Sequence[Passage]) -> Iterator[tuple[str, str, int]]:
    """Give `(names, words, page)` for each list of inspectors."""
    for passage in passages:
        if match := _FIELD.fullmatch(passage.text):
            yield match["names"] or match["reporting"], passage.text, passage.page
        elif match := _SENTENCE.search(passage.text):
            yield match["names"], match.group(), passage.page
        elif passage.headings and opens_details(passage.headings[-1]) and "inspector" in passage.text.lower():
            yield passage.text, passage.text, passage.page
    for page in pages:
        if match := _SIGNED.search(page.text):
            yield match["names"], " ".join(match.group().split()), page.number


def _names(names: str) -> Iterator[str]:
    """Give each name of a list, without titles and posts."""
    for part in re.split(r"[,;|&]|\band\b", _TITLE.sub(",", names)):
        if match := _NAME.fullmatch(part.strip(" .:–-")):
            yield match.group()
