"""What facts are read from: the text of a document, its head above all, and what its file says beside the text."""

import re
from collections.abc import Sequence

from ingest.document import Fact

_LENGTH = 4000  # characters


class Head:
    """The text of a document, and the facts read from it so far, with their words and pages.

    Args:
        pages: the cleaned text of every page.
        title: the title that the file gives beside its text.
        published: the time of publication that the file gives beside its text.

    Attributes:
        whole: the text of all pages.
        text: the head, the beginning of the first two pages; positions in it are positions in `whole` too.
        first_page: how many characters of the text stand on the first page.
        flat: the same text with each white-space character replaced by a space, so positions are the same.
        facts: in the order in which they were read.
    """

    def __init__(self, pages: Sequence[str], title: str = "", published: str = "") -> None:
        self._pages = pages
        self.title = title
        self.published = published
        self.whole = "\n".join(pages)
        self.text = "\n".join(pages[:2])[:_LENGTH]
        self._ends = [sum(len(page) + 1 for page in pages[: number + 1]) for number in range(len(pages))]
        self.first_page = self._ends[0] if pages else 0
        self.flat = re.sub(r"\s", " ", self.text)
        self.facts: list[Fact] = []

    def page_of(self, words: str) -> int:
        """The page that has these words, whose spaces and apostrophes must be plain; the first if none has."""
        plain = [" ".join(page.replace("’", "'").split()) for page in self._pages]
        return next((number for number, page in enumerate(plain, 1) if words in page), 1)

    def note(self, name: str, value: str, start: int, end: int, confidence: float | None = None) -> None:
        """Record a fact that was read from `whole[start:end]`."""
        words = " ".join(self.whole[start:end].split())
        self.facts.append(Fact(name, value, words, 1 + sum(start >= page_end for page_end in self._ends), confidence))

    def note_path(self, name: str, value: str, part: str) -> None:
        """Record a fact that was read from part of the document's path."""
        self.facts.append(Fact(name, value, part, None))
