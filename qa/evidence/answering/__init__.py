"""Whether a unit answers a question: takes search results, gives each of their units with how likely it is to answer."""

from qa.evidence.answering.judging import Judged, Judgement, judge

__all__ = ["Judged", "Judgement", "judge"]
