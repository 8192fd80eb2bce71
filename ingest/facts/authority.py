"""The authority that a document is about."""

import re
from collections import Counter
from collections.abc import Sequence
from pathlib import PurePath

from ingest.authorities import Mention, names_in_list
from ingest.facts.head import Head

# A joint inspection also names police forces and boards, so what the title inspects comes first.
_SUBJECTS = (
    r"inspection of (.{3,70}?)(?: local authority)? (?:children.s (?:social care )?services|local area partnership)",
    r"(?:visit|inspection) (?:to|of) (.{3,70}?)(?:,? children.s|local area|\s*\n)",
    r"^\W*(.{3,60}? council)\W*$",
)


def read_authority(head: Head, path: PurePath) -> str | None:
    """Read the authority from the title, or else from the path, or else an unlisted name as the title prints it."""
    names = names_in_list()
    text = head.text.replace("’", "'")
    subjects = [match for pattern in _SUBJECTS for match in re.finditer(pattern, text, re.I | re.M)]
    for subject in subjects:
        if mentions := _single(names.find(f"in {subject[1]}")):
            head.note("authority", mentions[0].name, *subject.span())
            return mentions[0].name
    for part in reversed(path.parts):
        if mentions := _single(names.find(re.sub(r"[-_]+", " ", part) + ":")):
            head.note_path("authority", mentions[0].name, part)
            return mentions[0].name
    for subject in subjects:
        if name := _unlisted(subject[1]):
            head.note("authority", name, *subject.span())
            return name
    return None


def _single(mentions: Sequence[Mention]) -> list[Mention]:
    """Leave out names that stand for several authorities."""
    starts = Counter(mention.start for mention in mentions)
    return [mention for mention in mentions if starts[mention.start] == 1]


def _unlisted(subject: str) -> str | None:
    """Give the name in a title's subject without "council" and the like; None if it does not look like a name."""
    name = re.sub(r"(?i)\b(?:the|london borough of|local authority)\b", "", " ".join(subject.split()))
    name = re.sub(r"(?i)\b(?:metropolitan|county|city|borough|district|council)\b.*", "", name).strip(" ,.")
    word = r"(?:[A-Z][\w'’-]+|and|upon|of|with|on)"
    return name if re.fullmatch(rf"{word}(?: {word}){{0,4}}", name) else None
