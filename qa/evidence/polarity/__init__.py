"""Which way a sentence points: takes words, gives how likely they are to tell of something good, and of something bad."""

from qa.evidence.polarity.model import Polarity, blames, polarity_of, polarity_under, praises

__all__ = ["Polarity", "blames", "polarity_of", "polarity_under", "praises"]
