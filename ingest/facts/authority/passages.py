"""Which of a document's authorities each of its passages is about."""

from collections.abc import Sequence
from dataclasses import replace

from ingest.authorities import initials, names_in_list
from ingest.document import Passage


def authorities_of_passages(passages: Sequence[Passage], authorities: Sequence[str]) -> list[Passage]:
    """Set the authorities of each passage of a document about several; leave them empty where the passage does not tell.

    Args:
        passages: of one document.
        authorities: those that the document is about.
    """
    if len(authorities) < 2:
        return list(passages)
    return [replace(passage, authorities=_told(passage, authorities)) for passage in passages]


def _told(passage: Passage, authorities: Sequence[str]) -> tuple[str, ...]:
    """Give the authorities that the passage names, or else those of the nearest heading that names any."""
    for text in (passage.text, *reversed(passage.headings)):
        if named := _named(text, authorities):
            return named
    return ()


def _named(text: str, authorities: Sequence[str]) -> tuple[str, ...]:
    mentions = [mention.name for mention in names_in_list().find(text)]
    shortened = [name for sign in initials(text) for name in sign.names]
    return tuple(name for name in authorities if name in mentions or name in shortened or name in text)
