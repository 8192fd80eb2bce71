"""What can be quoted: parts of a passage that read well alone, and stand whole on the page that is cited."""

from dataclasses import dataclass

from index import SearchResult
from ingest import Passage
from ingest.sentences import sentence_spans
from qa.evidence.relevance import stems

_WHOLE = 260  # characters: a passage up to this length is quoted whole
_WORDS_ON_PAGE = 3  # the fewest words of a quotation that must stand on each of its pages
_REPEATED = 0.8  # share of the shorter quotation's words that the other must use to repeat it


@dataclass(frozen=True)
class Evidence:
    """Characters `start:end` of a passage, to be quoted."""

    result: SearchResult
    start: int
    end: int

    @property
    def quote(self) -> str:
        """The words."""
        return self.result.passage.text[self.start : self.end]


def quotable_spans(passage: Passage) -> list[tuple[int, int]]:
    """The parts of a passage that can be quoted, as `(start, end)`: a short passage whole, else each sentence.

    A sentence with only a word or two on one of its pages takes in its neighbour there, so that a reader who turns to
    the cited page finds the quotation on it.
    """
    text = passage.text
    parts = [(0, len(text))] if len(text) <= _WHOLE else sentence_spans(text)
    spans = []
    for number, (start, end) in enumerate(parts):
        on_pages = _words_on_pages(passage, start, end)
        if on_pages[0] < _WORDS_ON_PAGE and number > 0:
            start = parts[number - 1][0]
        if on_pages[-1] < _WORDS_ON_PAGE and number + 1 < len(parts):
            end = parts[number + 1][1]
        on_pages = _words_on_pages(passage, start, end)
        if sum(on_pages) >= _WORDS_ON_PAGE and (len(on_pages) == 1 or min(on_pages) >= _WORDS_ON_PAGE):
            spans.append((start, end))
    return spans


def _words_on_pages(passage: Passage, start: int, end: int) -> list[int]:
    """Count the words of `text[start:end]` on each of its pages."""
    counts, at = [], start
    for span in passage.locate(start, end):
        at += passage.text[at] == " "
        counts.append(len(passage.text[at : at + span.end - span.start].split()))
        at += span.end - span.start
    return counts


def repeats(evidence: Evidence, other: Evidence) -> bool:
    """True if two quotations of one document use nearly the same words."""
    if evidence.result.record.id != other.result.record.id:
        return False
    words, other_words = stems(evidence.quote), stems(other.quote)
    return len(words & other_words) >= _REPEATED * min(len(words), len(other_words))
