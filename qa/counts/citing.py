"""Cites what a count rests on: the words of a paper that give a grade, a day, a topic or an outcome, as its page prints them."""

import logging
import re
from collections.abc import Sequence

from index import Index, SearchResult
from ingest import Page, Passage, Span
from ingest.cleaning import glue
from qa.answer import Citation
from qa.counts.tally import Source
from qa.evidence import Evidence

_LOG = logging.getLogger(__name__)
_LINE = re.compile(r"\S(?:[^\n]*\S)?")


class Citer:
    """Cites sources, each once, with numbers in the order in which they are asked for."""

    def __init__(self, index: Index) -> None:
        self._catalogue = index.catalogue
        self._pages: dict[str, tuple[Page, ...]] = {}
        self._cited: dict[Source, Citation | None] = {}
        self._last = 0

    def cite(self, sources: Sequence[Source]) -> tuple[Citation, ...]:
        """The citations of these sources; one whose words are not on its page is dropped and logged."""
        for source in sources:
            if source not in self._cited:
                evidence = self._evidence(source)
                self._last += evidence is not None
                self._cited[source] = Citation.of(self._last, evidence) if evidence else None
        return tuple(found for source in dict.fromkeys(sources) if (found := self._cited[source]))

    def _evidence(self, source: Source) -> Evidence | None:
        record = source.record
        if record.id not in self._pages:
            self._pages[record.id] = self._catalogue.pages(record.id)
        for page in self._pages[record.id]:
            found = _find(source.words, page.text) if source.page in (None, page.number) else None
            if found:
                return _on_page(source, page, *found)
        _LOG.error("dropped a fact that is not on its page: %s, page %s", record.path, source.page)
        return None


def _find(words: str, text: str) -> tuple[int, int] | None:
    """Where words stand in a text, be it over several lines; without words, its first line."""
    start = text.find(words)
    if words and start >= 0:
        return start, start + len(words)
    over_lines = r"\s+".join(map(re.escape, words.split()))
    found = re.search(over_lines, text) if words else _LINE.search(text)
    return found.span() if found else None


def _on_page(source: Source, page: Page, start: int, end: int) -> Evidence:
    """Words of a page as they can be quoted: those of each line, on one line."""
    spans = [Span(page.number, line.start(), line.end()) for line in _LINE.finditer(page.text, start, end)]
    text = ""
    for span in spans:
        piece = page.text[span.start : span.end]
        text += glue(text, piece) + piece
    passage = Passage(text, tuple(spans))
    return Evidence.whole(SearchResult(f"{source.record.id}-{page.number}-{start}", source.record, passage))
