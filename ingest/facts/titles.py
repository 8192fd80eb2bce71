"""The title that Kloe shows for a document."""

import re
from pathlib import PurePath

from ingest.vocabulary import Kind


def make_title(text: str, kind: Kind, authority: str | None, path: PurePath) -> str:
    """Give authority and kind for a report or letter, the first telling line of any other document."""
    if kind in (Kind.MINUTES, Kind.NEWS, Kind.UNKNOWN):
        lines = [line.strip("#|• ") for line in text.splitlines()]
        telling = [line for line in lines if len(line) > 12 and not re.match(r"(?i)(?:agenda item|minutes)\W*$", line)]
        return telling[0][:160] if telling else path.stem
    return f"{authority}: {kind.label}" if authority else kind.label.capitalize()
