"""Facts of a document as its first page and its path state them: kind, authority, dates, title."""

import re
from dataclasses import dataclass
from datetime import date
from pathlib import PurePath

from ingest.authorities import names_in_list
from ingest.dates import find_date, find_period
from ingest.document import Kind

_HEAD = 4000  # characters of a document in which it says what it is


@dataclass(frozen=True)
class Facts:
    """What is known of a document before its passages are read."""

    title: str
    kind: Kind
    authority: str | None
    inspection_start: date | None
    inspection_end: date | None
    published: date | None
    years: tuple[int, ...]


# The pattern that is found first in the head of the text says what the document is.
_KINDS: tuple[tuple[Kind, str], ...] = (
    (Kind.MINUTES, r"\A\s*(?:#+ )?agenda item|\bminutes:|\bminutes of (?:the|a) meeting|\bresolved\b.{0,20}(?:that|:)"),
    (Kind.AREA_SEND, r"area send inspection|local area partnership report|joint area send"),
    (Kind.JOINT, r"joint targeted area inspection|joint area child protection inspection|joint inspection of"),
    (Kind.MONITORING_VISIT, r"^monitoring visit (?:to|of)|letter summarises the findings of the (?:\w+ )?monitoring"),
    (Kind.FOCUSED_VISIT, r"^\W*focus+ed visit (?:to|of)|findings of (?:a|the) focus+ed visit"),
    (Kind.SINGLE, r"inspection of services for children in need of help and protection"),
    (Kind.SINGLE, r"inspection of local authority arrangements for the protection of children"),
    (Kind.ILACS, r"inspection of .{0,80}children.s (?:social care )?services|inspection of children.s social care"),
)


def read_facts(text: str, path: PurePath) -> Facts:
    """Read what the head of a document's cleaned text and its path (below the indexed root) state."""
    head = text[:_HEAD]
    kind = _kind(head)
    period, published = _dates(head, kind)
    # A file name's date is that of publication ("... - 04 march 2025.pdf").
    published = published or find_date(path.stem.replace("_", " "))
    days = [day for day in (*(period or ()), published) if day]
    years = tuple(sorted({day.year for day in days})) or _years_in(path.stem)
    authority = _authority(head, path)
    return Facts(
        title=_title(head, kind, authority, path),
        kind=kind,
        authority=authority,
        inspection_start=period[0] if period else None,
        inspection_end=period[1] if period else None,
        published=published,
        years=years,
    )


def _kind(head: str) -> Kind:
    flat = re.sub(r"[^\S\n]+", " ", head.replace("’", "'"))
    folded = re.sub(r"\n(?=\S)", " ", flat)
    found = [
        (match.start(), kind)
        for kind, pattern in _KINDS
        for form in (flat, folded)
        if (match := re.search(pattern, form, re.I | re.M))
    ]
    if found:
        return min(found)[1]
    if re.search(r"\b(?:councillor|cllr|inspector|spokesperson)\b.{0,80}\bsaid\b", folded, re.I):
        return Kind.NEWS
    return Kind.UNKNOWN


_LABELLED = (
    r"inspection dates?:?\s*|inspection took place (?:from|between|on)\s*|services (?:on|between|from)\s"
    r"|visit (?:to|of).{0,120}? on\s|\bbetween (?=\d)"
)


def _dates(head: str, kind: Kind) -> tuple[tuple[date, date] | None, date | None]:
    """The inspection's first and last day, and the printed date of publication."""
    if kind in (Kind.MINUTES, Kind.NEWS, Kind.UNKNOWN):
        return None, _meeting_date(head)
    flat = " ".join(head.split())
    period = None
    for label in re.finditer(_LABELLED, flat, re.I):
        if period := find_period(_days_joined(flat[label.end() : label.end() + 90])):
            break
    if match := re.search(r"report published:?\s*(.{5,40})", flat, re.I):
        return period, find_date(match[1])
    letter = head.split("Dear ", 1)
    if len(letter) == 2:  # a letter carries its date on a line above the salutation
        lines = [line for line in letter[0].splitlines() if re.fullmatch(r"\W*\d{1,2}\w{0,2} \w+,? 20\d\d\W*", line)]
        return period, find_date(lines[0]) if lines else None
    return period, None


def _days_joined(text: str) -> str:
    """Write "on 21 and 22 October 2025" and "5, 6 and 7 March 2019" as a period."""
    return re.sub(r"\b(\d{1,2})(?:, ?\d{1,2})+ and (?=\d)", r"\1 and ", text)


def _meeting_date(head: str) -> date | None:
    match = re.search(r"(?:^|\n)\W*(?:date|meeting|published|posted)[^\n]{0,140}", head, re.I)
    return find_date(match[0]) if match else None


def _years_in(stem: str) -> tuple[int, ...]:
    return tuple(sorted({int(year) for year in re.findall(r"(?<!\d)(20[0-4]\d)(?!\d)", stem)}))


_SUBJECTS = (
    r"inspection of (.{3,70}?)(?: local authority)? (?:children.s (?:social care )?services|local area partnership)",
    r"(?:visit|inspection) (?:to|of) (.{3,70}?)(?:,? children.s|local area|\s*\n)",
    r"^\W*(.{3,60}? council)\W*$",
)


def _authority(head: str, path: PurePath) -> str | None:
    """The authority that the title names; else the path's; else the printed name of one outside the list."""
    names = names_in_list()
    # A joint inspection names forces and boards as well, so the title's own words come first.
    flat = re.sub(r"[^\S\n]+", " ", head.replace("’", "'"))
    subjects = [m[1] for pattern in _SUBJECTS for m in re.finditer(pattern, flat, re.I | re.M)]
    for subject in subjects:
        if mentions := names.find(f"in {subject}"):
            return mentions[0].name
    for part in reversed(path.parts):
        if mentions := names.find(re.sub(r"[-_]+", " ", part) + ":"):
            return mentions[0].name
    return next(filter(None, map(_outside_list, subjects)), None)


def _outside_list(subject: str) -> str | None:
    name = re.sub(r"(?i)\b(?:the|london borough of|local authority)\b", "", subject)
    name = re.sub(r"(?i)\b(?:metropolitan|county|city|borough|district|council)\b.*", "", name).strip(" ,.")
    word = r"(?:[A-Z][\w'’-]+|and|upon|of|with|on)"
    return name if re.fullmatch(rf"{word}(?: {word}){{0,4}}", name) else None


def _title(head: str, kind: Kind, authority: str | None, path: PurePath) -> str:
    if kind in (Kind.MINUTES, Kind.NEWS, Kind.UNKNOWN):
        lines = [line.strip("#|• ") for line in head.splitlines()]
        named = [line for line in lines if len(line) > 12 and not re.match(r"(?i)(?:agenda item|minutes)\W*$", line)]
        return named[0][:160] if named else path.stem
    return f"{authority}: {kind.label}" if authority else kind.label.capitalize()
