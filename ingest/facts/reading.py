"""Facts of a document as its first pages and its path state them, each with the words that it was read from."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import PurePath

from ingest.authorities import Mention, names_in_list
from ingest.dates import find_date, find_period, find_periods
from ingest.document import Fact, Kind

_HEAD = 4000  # characters of a document in which it says what it is


@dataclass(frozen=True)
class Facts:
    """What is known of a document from its head: each fact's value, and `read` with the words behind each."""

    title: str
    kind: Kind
    authority: str | None
    inspection_start: date | None
    inspection_end: date | None
    published: date | None
    lead_inspector: str | None
    outcome: str | None
    years: tuple[int, ...]
    read: tuple[Fact, ...]


class _Head:
    """The head of a document: its first pages' text as one, with the page of each place."""

    def __init__(self, pages: Sequence[str]) -> None:
        self._pages = pages
        self.text = "\n".join(pages)[:_HEAD]
        self._ends = [sum(len(page) + 1 for page in pages[: number + 1]) for number in range(len(pages))]
        self.flat = re.sub(r"\s", " ", self.text)  # as long as the text, so that places agree
        self.read: list[Fact] = []

    def page_of(self, words: str) -> int:
        """The page on which words stand whose spaces and apostrophes have been made plain; the first where none has them."""
        plain = [" ".join(page.replace("’", "'").split()) for page in self._pages]
        return next((number for number, page in enumerate(plain, 1) if words in page), 1)

    def note(self, name: str, value: str, start: int, end: int) -> None:
        """Keep a fact with the words from which it was read."""
        words = " ".join(self.text[start:end].split())
        self.read.append(Fact(name, value, words, 1 + sum(start >= page_end for page_end in self._ends)))


def read_facts(pages: Sequence[str], path: PurePath) -> Facts:
    """Read what a document's first pages (cleaned text) and its path (below the indexed root) state."""
    head = _Head(pages)
    kind = _kind(head)
    period = _period(head, kind)
    published = _published(head, kind, path)
    days = [day for day in (*(period or ()), published) if day]
    authority = _authority(head, path)
    return Facts(
        title=_title(head.text, kind, authority, path),
        kind=kind,
        authority=authority,
        inspection_start=period[0] if period else None,
        inspection_end=period[1] if period else None,
        published=published,
        lead_inspector=_lead_inspector(head),
        outcome=_outcome(head, kind),
        years=tuple(sorted({day.year for day in days})) or _years_in(path.stem),
        read=tuple(head.read),
    )


# The pattern that is found first in the head of the text says what the document is.
_KINDS: tuple[tuple[Kind, str], ...] = (
    (Kind.MINUTES, r"\A\s*(?:#+ )?agenda item|\bminutes:|\bminutes of (?:the|a) meeting|\bresolved\b.{0,20}(?:that|:)"),
    (Kind.AREA_SEND, r"area send inspection|local area partnership report|joint area send"),
    (Kind.JOINT, r"joint targeted area inspection|joint area child protection inspection|joint inspection of"),
    (Kind.MONITORING_VISIT, r"^monitoring visit (?:to|of)|letter summarises the findings of the (?:\w+ )?monitoring"),
    (Kind.FOCUSED_VISIT, r"^\W*focus+ed visit (?:to|of)|findings of (?:a|the) focus+ed visit"),
    (Kind.SINGLE, r"inspection of services for children in need of help and protection"),
    (Kind.ILACS, r"inspection of .{0,80}children.s (?:social care )?services|inspection of children.s social care"),
)


def _kind(head: _Head) -> Kind:
    flat = re.sub(r"[^\S\n]+", " ", head.text.replace("’", "'"))
    folded = re.sub(r"\n(?=\S)", " ", flat)
    found = [
        (match.start(), kind, " ".join(match.group().split()))
        for kind, pattern in _KINDS
        for form in (flat, folded)
        if (match := re.search(pattern, form, re.I | re.M))
    ]
    if found:
        _, kind, words = min(found)
        _note_framework(head, kind, words)
        return kind
    if re.search(r"\b(?:councillor|cllr|inspector|spokesperson)\b.{0,80}\bsaid\b", folded, re.I):
        return Kind.NEWS
    return Kind.UNKNOWN


_FRAMEWORKS = {
    Kind.ILACS: "inspection of local authority children’s services (ILACS)",
    Kind.SINGLE: "single inspection framework",
    Kind.AREA_SEND: "area SEND inspection",
    Kind.JOINT: "joint inspection",
}
_UNDER = re.compile(r"(?:in line with|under) the (?P<name>[^.]{0,70}?\bframework)\b", re.I)


def _note_framework(head: _Head, kind: Kind, words: str) -> None:
    """Note the framework that a visit's letter says it was made under; a report's own title tells its framework."""
    if kind in _FRAMEWORKS:
        head.read.append(Fact("framework", _FRAMEWORKS[kind], words, head.page_of(words)))
    elif kind in (Kind.FOCUSED_VISIT, Kind.MONITORING_VISIT) and (match := _UNDER.search(head.flat)):
        ilacs = "ilacs" in match["name"].lower() or "inspection of local authority" in match["name"].lower()
        head.note("framework", _FRAMEWORKS[Kind.ILACS] if ilacs else match["name"], *match.span())


_INSPECTED = re.compile(
    r"inspection dates?:?\s*|inspection took place (?:from|between|on)\s*|services\s+(?:on|between|from)\s"
    r"|visit\s+(?:to|of).{0,120}?\son\s|\bbetween\s(?=\d)",
    re.I,
)
_FIELD_END = re.compile(
    r"lead inspector|reporting inspector|date of previous|dates of previous|report published|judgement", re.I
)


def _period(head: _Head, kind: Kind) -> tuple[date, date] | None:
    """The inspection's first and last day."""
    if kind in (Kind.MINUTES, Kind.NEWS):
        return None
    for label in _INSPECTED.finditer(head.flat):
        field = label.group().lower().startswith("inspection date")
        text = head.flat[label.end() : label.end() + (140 if field else 90)]
        text = text[: end.start()] if (end := _FIELD_END.search(text)) else text
        period = (find_periods if field else find_period)(_days_joined(" ".join(text.split())))
        if period:
            head.note("inspected", " to ".join(dict.fromkeys(map(str, period))), label.start(), label.end() + len(text))
            return period
    return None


def _days_joined(text: str) -> str:
    """Write "5, 6 and 7 March 2019" as a period from its first day."""
    return re.sub(r"\b(\d{1,2})(?:, ?\d{1,2})+ and (?=\d)", r"\1 and ", text)


def _published(head: _Head, kind: Kind, path: PurePath) -> date | None:
    """The day of publication: as printed, else as in the file name ("... - 04 march 2025.pdf")."""
    for match in _printed_dates(head, kind):
        if day := find_date(" ".join(match.group().split())):
            head.note("published", str(day), match.start(), match.end())
            return day
    day = find_date(path.stem.replace("_", " "))
    if day:
        head.read.append(Fact("published", str(day), path.name, None))
    return day


def _printed_dates(head: _Head, kind: Kind) -> Iterator[re.Match[str]]:
    if kind in (Kind.MINUTES, Kind.NEWS, Kind.UNKNOWN):
        yield from re.finditer(r"(?:^|\n)\W*(?:date|meeting|published|posted)[^\n]{0,140}", head.text, re.I)
    else:
        yield from re.finditer(r"report published:?\s*.{5,40}", head.text, re.I)
        salutation = head.text.find("Dear ")  # a letter carries its date on a line above it
        for match in re.finditer(r"^\W*\d{1,2}\w{0,2} \w+,? 20\d\d\W*$", head.text, re.M):
            if match.start() < salutation:
                yield match


_INSPECTOR = re.compile(
    r"(?:[Ll]ead|[Rr]eporting) [Ii]nspectors?\s*:?\s*(?P<name>[A-ZÀ-Þ][^\n,;]{2,60}?)"
    r"(?=\s*[,;]|\s+[–-]\s|\s+(?:[Hh]er|[Hh]is)\s+[Mm]ajesty|\s+HMI\b|\s+Ofsted|\s+[Ss]enior|\s*\n|$)"
)


def _lead_inspector(head: _Head) -> str | None:
    match = _INSPECTOR.search(head.text)
    if not match:
        return None
    head.note("lead inspector", match["name"], match.start(), match.end())
    return match["name"]


def _outcome(head: _Head, kind: Kind) -> str | None:
    """The outcome of an area SEND inspection: the sentence that takes the place of grades."""
    match = re.search(r"[Ii]nspection [Oo]utcome\s+(?P<outcome>[A-Z].{20,500}?\.)\s", head.flat)
    if kind is not Kind.AREA_SEND or not match:
        return None
    outcome = " ".join(match["outcome"].split())
    head.note("outcome", outcome, *match.span("outcome"))
    return outcome


def _years_in(stem: str) -> tuple[int, ...]:
    return tuple(sorted({int(year) for year in re.findall(r"(?<!\d)(20[0-4]\d)(?!\d)", stem)}))


_SUBJECTS = (
    r"inspection of (.{3,70}?)(?: local authority)? (?:children.s (?:social care )?services|local area partnership)",
    r"(?:visit|inspection) (?:to|of) (.{3,70}?)(?:,? children.s|local area|\s*\n)",
    r"^\W*(.{3,60}? council)\W*$",
)


def _authority(head: _Head, path: PurePath) -> str | None:
    """The authority that the title names; else the path's; else the printed name of one outside the list."""
    names = names_in_list()
    text = head.text.replace("’", "'")
    # A joint inspection names forces and boards as well, so the title's own words come first.
    subjects = [m for pattern in _SUBJECTS for m in re.finditer(pattern, text, re.I | re.M)]
    for subject in subjects:
        if mentions := _single(names.find(f"in {subject[1]}")):
            head.note("authority", mentions[0].name, *subject.span())
            return mentions[0].name
    for part in reversed(path.parts):
        if mentions := _single(names.find(re.sub(r"[-_]+", " ", part) + ":")):
            head.read.append(Fact("authority", mentions[0].name, part, None))
            return mentions[0].name
    for subject in subjects:
        if name := _outside_list(subject[1]):
            head.note("authority", name, *subject.span())
            return name
    return None


def _single(mentions: Sequence[Mention]) -> list[Mention]:
    """Leave out the names of areas that are several authorities."""
    starts = Counter(mention.start for mention in mentions)
    return [mention for mention in mentions if starts[mention.start] == 1]


def _outside_list(subject: str) -> str | None:
    name = re.sub(r"(?i)\b(?:the|london borough of|local authority)\b", "", " ".join(subject.split()))
    name = re.sub(r"(?i)\b(?:metropolitan|county|city|borough|district|council)\b.*", "", name).strip(" ,.")
    word = r"(?:[A-Z][\w'’-]+|and|upon|of|with|on)"
    return name if re.fullmatch(rf"{word}(?: {word}){{0,4}}", name) else None


def _title(head: str, kind: Kind, authority: str | None, path: PurePath) -> str:
    if kind in (Kind.MINUTES, Kind.NEWS, Kind.UNKNOWN):
        lines = [line.strip("#|• ") for line in head.splitlines()]
        named = [line for line in lines if len(line) > 12 and not re.match(r"(?i)(?:agenda item|minutes)\W*$", line)]
        return named[0][:160] if named else path.stem
    return f"{authority}: {kind.label}" if authority else kind.label.capitalize()
