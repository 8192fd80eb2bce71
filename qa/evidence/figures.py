"""Questions that ask for a figure: which of the units that answer give it."""

from collections.abc import Sequence

from qa.evidence.answering import Judged
from qa.evidence.counting import holds_figure
from qa.evidence.relevance import Topic, stems
from qa.question import Measure

_WORDS_FOR_A_FIGURE = "percentage proportion number share rate average much many long often day week month year money"
_LIKELY = (
    0.3  # how likely a unit must be to answer; less than for other questions, because the figure itself tells much
)


def find_figures(measure: Measure, topic: Topic, judged: Sequence[Judged]) -> list[Judged]:
    """The units that are likely to answer and hold a figure of the kind that is asked for, the likeliest first."""
    asked = stems(_WORDS_FOR_A_FIGURE)
    # A figure beside a word that no passage uses would count something else.
    needed = {word for word, weight in topic.weights.items() if weight >= 1 and word not in asked}
    return [
        item
        for item in judged
        if item.answers >= _LIKELY
        and holds_figure(measure, item.evidence.quote, topic.text)
        and needed <= stems(item.evidence.quote)
    ]
