"""The parts of one passage that can be quoted: they read well alone, and stand whole on the page that is cited."""

from collections.abc import Sequence

from ingest import Passage
from ingest.sentences import sentence_spans
from qa.evidence.units.leaning import leans, takes_back

_WHOLE = 260  # characters: a passage up to this length is quoted whole
_LONGEST = 700  # characters of sentences that are quoted together
_WORDS_ON_PAGE = 3  # the fewest words of a quotation that must stand on each of its pages

Span = tuple[int, int]


def unit_spans(passage: Passage, sentences: Sequence[Span] = ()) -> list[Span]:
    """The parts of a passage that can be quoted, as `(start, end)`: a short passage whole, else each sentence with what it needs.

    A sentence takes in the one before that it leans on, and the one after that takes it back. One with only a word or
    two on one of its pages takes in its neighbour there, so that a reader who turns to the cited page finds the quotation on it.

    Args:
        sentences: the parts to begin with; none for the whole of a short passage and the sentences of a long one.
    """
    text = passage.text
    sentences = sentences or ([(0, len(text))] if 0 < len(text) <= _WHOLE else sentence_spans(text))
    spans = []
    for number in range(len(sentences)):
        first, last = _with_neighbours(text, sentences, number)
        start, end = _on_its_pages(passage, sentences, first, last)
        on_pages = _words_on_pages(passage, start, end)
        if sum(on_pages) >= _WORDS_ON_PAGE and (len(on_pages) == 1 or min(on_pages) >= _WORDS_ON_PAGE):
            spans.append((start, end))
    return list(dict.fromkeys(spans))


def _with_neighbours(text: str, sentences: Sequence[Span], number: int) -> tuple[int, int]:
    """The numbers of the first and last sentence of the unit that a sentence belongs to."""
    first = last = number
    while first > 0 and leans(text[slice(*sentences[first])]) and _length(sentences, first - 1, last) <= _LONGEST:
        first -= 1
    while (
        last + 1 < len(sentences)
        and takes_back(text[slice(*sentences[last + 1])])
        and _length(sentences, first, last + 1) <= _LONGEST
    ):
        last += 1
    return first, last


def _length(sentences: Sequence[Span], first: int, last: int) -> int:
    return sentences[last][1] - sentences[first][0]


def _on_its_pages(passage: Passage, sentences: Sequence[Span], first: int, last: int) -> Span:
    """The span of sentences, with a neighbour where only a word or two of them stands on a page."""
    on_pages = _words_on_pages(passage, sentences[first][0], sentences[last][1])
    if on_pages[0] < _WORDS_ON_PAGE and first > 0:
        first -= 1
    if on_pages[-1] < _WORDS_ON_PAGE and last + 1 < len(sentences):
        last += 1
    return sentences[first][0], sentences[last][1]


def _words_on_pages(passage: Passage, start: int, end: int) -> list[int]:
    """Count the words of `text[start:end]` on each of its pages."""
    counts, at = [], start
    for span in passage.locate(start, end):
        at += passage.text[at] == " "
        counts.append(len(passage.text[at : at + span.end - span.start].split()))
        at += span.end - span.start
    return counts
