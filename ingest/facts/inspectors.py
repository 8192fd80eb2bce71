"""Who inspected: the names in a report's team list, in a letter's sentence about its visit, and under a letter."""

import re
from collections.abc import Iterator, Sequence

from ingest.document import Fact, Page, Passage
from ingest.structure.headings import opens_details

_ROLE = r"(?:deputy |additional |shadow |team |associate |lead |reporting |ofsted |cqc )*inspectors?(?: on site)?"
_FIELD = re.compile(rf"{_ROLE}\s*:\s*(?P<names>.+)|reporting inspector (?P<reporting>.+)", re.I)
_SENTENCE = re.compile(r"\bThe (?:\w+ )?inspectors (?:for this visit )?were:? (?P<names>[^.]+)")
_SIGNED = re.compile(r"yours? sincerely\W{0,9}(?P<names>[^\n]{5,60})\s*\n\W*(?:Her|His) Majesty", re.I)
# What stands around a name: a title, a post, the inspectorate. Two columns of a table run into one line.
_TITLE = re.compile(
    r"\b(?:(?:senior|designate) )*(?:S?HMI|AI|(?:her|his) majesty[’']s inspectors?(?: \(HMI\))?)\b"
    r"|\b(?:ofsted|cqc|care quality commission|hmicfrs|hmi probation|social care|education|health)\b"
    r"|\b(?:team|lead|deputy|associate|additional|children[’']s services)\b"
    r"|\binspectors?\b|\bdesignate\b|\b(?:senior|deputy director|director)\b.*|\b(?:mr|mrs|ms|miss|dr)\b\.?|[()]",
    re.I,
)
_WORD = r"[A-ZÀ-Þ][\w’'-]*[a-zß-ÿ](?:[A-Z][a-z]+)?"
_NAME = re.compile(rf"{_WORD}(?: (?:[A-Z]|{_WORD})){{1,3}}")


def read_inspectors(pages: Sequence[Page], passages: Sequence[Passage]) -> list[Fact]:
    """Read the name of each inspector, once, with the words that it was read from and their page."""
    found: dict[str, Fact] = {}
    for listed, words, page in _lists(pages, passages):
        for name in _names(listed):
            found.setdefault(name, Fact("inspector", name, words, page))
    return list(found.values())


def _lists(pages: Sequence[Page], passages: Sequence[Passage]) -> Iterator[tuple[str, str, int]]:
    """`(names as listed, words, page)` of each place that lists inspectors."""
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


def _names(listed: str) -> Iterator[str]:
    """The names in a list, without titles and posts."""
    for part in re.split(r"[,;|&]|\band\b", _TITLE.sub(",", listed)):
        if match := _NAME.fullmatch(part.strip(" .:–-")):
            yield match.group()
