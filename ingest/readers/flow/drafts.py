"""Notes that a document's own furniture says it is a draft."""

import re
from collections.abc import Iterable

from ingest.document import Furniture
from ingest.readers.flow.blocks import Block

_DRAFT = re.compile(r"\bdraft\b", re.I)


def draft_notes(blocks: Iterable[Block]) -> tuple[str, ...]:
    """Give a note with the words of the first header, footer or watermark that says "draft"."""
    for block in blocks:
        if _DRAFT.search(block.text):
            place = "watermark" if block.furniture is Furniture.WATERMARK else "page header or footer"
            return (f"the {place} says “{' '.join(block.text.split())[:80]}”",)
    return ()
