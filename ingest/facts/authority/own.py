"""The authority that one of Ofsted's own reports and letters is about, from its title or else its path."""

import re
from collections import Counter
from collections.abc import Sequence
from pathlib import PurePath

from ingest.authorities import Mention, names_in_list
from ingest.facts.authority.unlisted import of_another, unlisted_name
from ingest.facts.head import Head

# A joint inspection also names police forces and boards, so what the title inspects comes first.
_SUBJECTS = (
    r"inspection of (.{3,70}?)(?: local authority)? (?:children.s (?:social care )?services|local area partnership)",
    r"(?:visit|inspection) (?:to|of) (.{3,70}?)(?:,? children.s|local area|\s*\n)",
    r"^\W*(.{3,60}? council)\W*$",
)


def read_subject(head: Head, path: PurePath) -> tuple[str, ...]:
    """Read the authorities from the title, or else from the path, or else an unlisted name as the title prints it."""
    text = head.text.replace("’", "'")
    subjects = [match for pattern in _SUBJECTS for match in re.finditer(pattern, text, re.I | re.M)]
    for subject in subjects:
        if mentions := _single(_mentions(subject[1])):
            head.note("authority", mentions[0].name, *subject.span())
            return (mentions[0].name,)
        if of_another(subject[1]) and (name := unlisted_name(subject[1])):
            return _note_unlisted(head, name, subject)
    for part in reversed(path.parts):
        if mentions := _single(names_in_list().find(re.sub(r"[-_]+", " ", part) + ":")):
            head.note_path("authority", mentions[0].name, part)
            return (mentions[0].name,)
    for subject in subjects:
        if several := _mentions(subject[1]):
            for mention in several:
                head.note("authority", mention.name, *subject.span())
            return tuple(dict.fromkeys(mention.name for mention in several))
        if name := unlisted_name(subject[1]):
            return _note_unlisted(head, name, subject)
    return ()


def _note_unlisted(head: Head, name: str, subject: re.Match[str]) -> tuple[str, ...]:
    head.note("authority", name, *subject.span())
    head.note("authority not in the list", name, *subject.span())
    return (name,)


def _mentions(subject: str) -> list[Mention]:
    """Find the authorities in a title's subject; "West Surrey" is not Surrey."""
    found = names_in_list().find(f"in {subject}")
    return [mention for mention in found if not of_another(f"in {subject}", mention.start)]


def _single(mentions: Sequence[Mention]) -> list[Mention]:
    """Leave out names that stand for several authorities."""
    starts = Counter(mention.start for mention in mentions)
    return [mention for mention in mentions if starts[mention.start] == 1]
