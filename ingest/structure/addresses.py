"""Finds addresses and contact tables: who wrote a letter and to whom, and whom to ring about it."""

import re
from collections.abc import Iterator

from ingest.document import Furniture
from ingest.lines import Line
from ingest.structure import headings

_LONGEST = 120  # characters of a line that can be part of an address
_HIGHEST = 7  # lines of an address above its first postcode, number or web address
_LONGEST_HEAD = 80  # lines of a letter above its salutation
_POSTCODE = r"[A-Z]{1,2}\d{1,2}[A-Z]? ?[\dO][A-Z]{2}"
_LABEL = r"(?:(?:t|e|w|tel|telephone|textphone|minicom|phone|mobile|fax|e-?mail|web|website|contact) ?(?:no|number)?[.:]?\s)?\s?"
_CONTACT = re.compile(
    rf"{_LABEL}(?:(?:\(?0|\+44 ?\(?0?)[\d ()-]{{8,16}}|\S{{1,64}}@[\w.-]{{1,64}}\.\w+|(?:https?://|www\.)\S+)"
    rf"|{_POSTCODE}|(?:t|tel|telephone|textphone|minicom|phone|mobile|fax)[.:]? ?[\d ()+-]{{5,20}}",
    re.I,
)
_WITH_POSTCODE = re.compile(rf"(?P<address>\S.*?)[, ]\s?{_POSTCODE}\.?")
_ADDRESS_WORD = re.compile(r"[A-ZÀ-Þ(][\w’'./&()-]*,?|\d{1,4}[a-zA-Z]?,?|\d+(?:st|nd|rd|th),?|&|[-–]")
_LINKING = frozenset("of the and on upon under in at by le de next super with for".split())
_POST = re.compile(r"inspectors?\b|\bHMI\b|\bdirector\b|\bchief executive\b|\bofficer\b|\blead\b", re.I)


def find_addresses(pages: list[list[Line]], width: int) -> dict[tuple[int, int], Furniture]:
    """Map `(page index, line index)` of each line of an address or of a contact table to its kind.

    Args:
        width: the length of a full printed line.
    """
    found = dict.fromkeys(_salutation(pages), Furniture.ADDRESS)
    for p, lines in enumerate(pages):
        kind = Furniture.ADDRESS if p == 0 else Furniture.CONTACTS
        found |= {(p, i): kind for i in _contacts(lines)}
    return found | dict.fromkeys(_tables(pages, width), Furniture.CONTACTS)


def _salutation(pages: list[list[Line]]) -> set[tuple[int, int]]:
    """Give the sender and addressees of a letter: the lines down to the salutation, except the date and any sentence."""
    lines = pages[0] if pages else []
    end = next((i for i, line in enumerate(lines) if re.match(r"Dear\b", line.text)), None)
    if end is None:
        return set()
    start = end
    while start > 0 and end - start < _LONGEST_HEAD and not is_prose(lines[start - 1].text):
        start -= 1
    kept = re.compile(r"\W*\d{1,2} \w+ 20\d\d\W*")
    return {(0, i) for i in range(start, end + 1) if not kept.fullmatch(lines[i].text)}


def is_prose(text: str) -> bool:
    """True for a line of a sentence: most of its words are in lower case, and there are many of them."""
    words = text.split()
    return len(words) >= 9 and sum(word.islower() for word in words) > 0.6 * len(words)


def is_contact(text: str) -> bool:
    """True for a line that is a telephone number, an email or web address or a postcode, and nothing else."""
    return len(text) <= _LONGEST and bool(_CONTACT.fullmatch(text))


def is_address(text: str) -> bool:
    """True for a line that can be part of an address: a name, a house, a street or a town."""
    words = text.split()
    return (
        len(text) <= 45
        and 1 <= len(words) <= 7
        and not headings.is_known_heading(text)
        and bool(_ADDRESS_WORD.fullmatch(words[0]) or re.fullmatch("O?fsted", words[0]))
        and all(_ADDRESS_WORD.fullmatch(word) or word in _LINKING for word in words[1:])
        and words[-1] not in _LINKING
    )


def _ends_with_postcode(text: str) -> bool:
    """True for a line such as "Manchester M1 2WD", or a whole address that ends with its postcode."""
    match = _WITH_POSTCODE.fullmatch(text) if len(text) <= _LONGEST else None
    parts = match["address"].rpartition(": ")[2].split(",") if match else []
    return bool(parts) and all(is_address(part.strip()) for part in parts if part.strip())


def _contacts(lines: list[Line]) -> set[int]:
    """Give the lines with a telephone number, email or web address or postcode, and the address lines around them."""
    contacts = [i for i, line in enumerate(lines) if not line.whole and _is_contact_line(line.text)]
    found: set[int] = set()
    for group in _groups(contacts):
        first, last = group[0], group[-1]
        postcode = any(_ends_with_postcode(lines[i].text) or re.fullmatch(_POSTCODE, lines[i].text) for i in group)
        if len(group) == 1 and not postcode:
            if not _in_sentence(lines, first):
                found.add(first)
            continue
        inside = set(group)
        found |= {i for i in range(first, last + 1) if i in inside or not lines[i].text or is_address(lines[i].text)}
        if last + 1 < len(lines) and re.fullmatch(r"\d{3,6}(?: \d{3,6})?", lines[last + 1].text):
            found.add(last + 1)  # the end of a telephone number
        if "," not in lines[first].text:
            found |= set(_above(lines, first))
    return found


def _is_contact_line(text: str) -> bool:
    return is_contact(text) or _ends_with_postcode(text)


def _groups(contacts: list[int]) -> Iterator[list[int]]:
    """Divide the contact lines of a page where more than three lines lie between them."""
    group: list[int] = []
    for i in contacts:
        if group and i - group[-1] > 4:
            yield group
            group = []
        group.append(i)
    if group:
        yield group


def _in_sentence(lines: list[Line], i: int) -> bool:
    """True if an address on a line of its own is a part of the sentence around it."""
    before = lines[i - 1].text if i else ""
    after = lines[i + 1].text if i + 1 < len(lines) else ""
    return len(before) > 40 and before[-1] not in ".!?:" and (not after or after[0].islower())


def _above(lines: list[Line], first: int) -> Iterator[int]:
    """Give the address lines above a contact line; a blank line can come before the first of them only."""
    begun = False
    for i in range(first - 1, max(-1, first - 1 - _HIGHEST), -1):
        text = lines[i].text
        if (not text and begun) or (text and not is_address(text)):
            return
        begun = begun or bool(text)
        yield i


def _tables(pages: list[list[Line]], width: int) -> Iterator[tuple[int, int]]:
    """Give the lines of each table of names, posts and addresses, with its heading.

    A list of inspectors by fields ("Lead inspector: …") is left to be read as fields.
    """
    lines = ((p, i, line) for p, page in enumerate(pages) for i, line in enumerate(page))
    table: list[tuple[int, int, str]] = []
    for p, i, line in lines:
        opens = headings.opens_details(line.text)
        if table and (opens or _ends_table(line, width)):
            yield from _checked(table)
            table = []
        if opens or table:
            table.append((p, i, line.text))
    yield from _checked(table)


def _ends_table(line: Line, width: int) -> bool:
    return (
        is_prose(line.text)
        or headings.is_known_heading(line.text)
        or (len(line.text) > 0.9 * width and "|" not in line.text)
    )


def _checked(table: list[tuple[int, int, str]]) -> Iterator[tuple[int, int]]:
    """Give the places of a table's lines if none is a field, and most are names, posts or addresses or the heading is known."""
    texts = [text for _, _, text in table[1:] if text]
    details = sum(_is_contact_line(text) or is_address(text) or bool(_POST.search(text)) for text in texts)
    known = bool(table) and headings.is_known_heading(table[0][2])
    if texts and (known or details >= 0.6 * len(texts)) and not any(map(headings.is_field, texts)):
        yield from ((p, i) for p, i, _ in table)
