"""Questions that ask for a figure: which sentences of the search results give it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from index import Index, SearchResult
from qa.evidence.counting import holds_figure
from qa.evidence.quotable import quotable_spans
from qa.evidence.relevance import Topic, TopicSimilarity, stems
from qa.question import Measure

_WORDS_FOR_A_FIGURE = "percentage proportion number share rate average much many long often day week month year money"
# A sentence that opens so counts what the sentence before it speaks of.
_LEANS = re.compile(
    r"\W*(?:for (?:example|instance)|(?:of|among|in) (?:these|those|them|this)"
    r"|this|these|those|they|it|both|the (?:figure|number|rate)s?)\b"
    r"|.{0,60}?\b(?:these|those)\b",
    re.I,
)
_SHARED = 0.5  # the least share of what the topic's words weigh, for a sentence that has a figure to be about the topic
_SHARED_BY_NEAREST = 0.2  # for the sentence nearest in meaning, which may use other words


@dataclass(frozen=True)
class _Sentence:
    """A part of a passage that can be quoted, and how near it comes to the topic in meaning and in words, each 0 to 1."""

    text: str
    similarity: float
    coverage: float


def find_figures(index: Index, measure: Measure, topic: Topic, results: Sequence[SearchResult]) -> list[str]:
    """Find the sentences in the results that hold a figure of the kind that is asked for, and speak of what it is to count.

    A sentence speaks of it if it holds half of what the topic's words weigh; less will do if no other comes nearer in meaning.
    """
    asked = stems(_WORDS_FOR_A_FIGURE)
    counted = Topic(topic.text, {word: weight for word, weight in topic.weights.items() if word not in asked})
    # A figure beside a word that no passage uses would count something else.
    needed = {word for word, weight in counted.weights.items() if weight >= 1}
    sentences = list(_sentences(counted, TopicSimilarity(index, topic.text, results), results))
    nearest = max((sentence.similarity for sentence in sentences), default=0.0)
    return [
        sentence.text
        for sentence in sentences
        if holds_figure(measure, sentence.text, topic.text)
        and needed <= stems(sentence.text)
        and sentence.coverage >= (_SHARED_BY_NEAREST if sentence.similarity == nearest else _SHARED)
    ]


def _sentences(counted: Topic, similarity: TopicSimilarity, results: Sequence[SearchResult]) -> Iterator[_Sentence]:
    """The parts of the results; one that leans on the part before it is read with it."""
    for result in results:
        before = ""
        for start, end in quotable_spans(result.passage):
            text = result.passage.text[start:end]
            read = f"{before} {text}" if before and _LEANS.match(text) else text
            yield _Sentence(text, similarity(result, start, end), counted.coverage(read))
            before = text
